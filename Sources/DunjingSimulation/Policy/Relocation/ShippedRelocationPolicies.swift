import DunjingScenario
import DunjingWorld

extension DispatchRules {
  /// The relocation policy the scenario names; nil where every unit goes back to its own post.
  func makeRelocation(_ world: World) -> (any RelocationPolicy)? {
    func index(_ id: String) -> Int? { world.scenario.facilities.firstIndex { $0.id == id } }
    return switch relocation {
    case .homePost: nil
    case .dynamicMEXCLP: DynamicMEXCLP(world, busyFraction: busyFraction)
    case .complianceTable where standby.table.isEmpty:
      ComplianceTable(world, order: standby.order.compactMap(index))
    case .complianceTable: ComplianceTable(world, rows: standby.table.map { $0.posts.compactMap(index) })
    case .priorityList: PriorityList(world, order: standby.order.compactMap(index))
    case .doubleStandard:
      DynamicDoubleStandard(
        world,
        standard: .init(
          share: standby.coveredShare, widerFactor: standby.widerFactor, minuteCost: standby.minuteCost))
    case .slotBenefits:
      SlotBenefits(world, busyFraction: busyFraction, minuteCost: standby.minuteCost)
    }
  }
}
