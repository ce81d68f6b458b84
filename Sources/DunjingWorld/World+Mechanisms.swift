import DunjingScenario

extension World {
  /// Returns whether a mechanism has something to act on in the study: otherwise it makes no difference whether it is on.
  public func canAct(_ mechanism: Mechanism) -> Bool {
    let (community, dispatch) = (scenario.community, scenario.dispatch)
    switch mechanism {
    case .oneClickDispatch: return dispatch.oneClickSeconds != dispatch.callTakingSeconds
    case .residentPolicing: return !hazards.isEmpty && community.residentFactor != 1
    case .intelligence: return !hazards.isEmpty && community.intelligenceFactor != 1
    case .coLocation: return !hazards.isEmpty && community.coLocationFactor != 1
    case .jointMediation: return !hazards.isEmpty
    case .contactCards: return kinds.contains(where: \.usesContactCard)
    case .mergeTrafficPatrol: return units.contains { $0.mergedSkills != $0.skills }
    case .mutualAid: return !sharesQueue
    case .resourceSupport: return dispatch.supportSceneFactor != 1 || dispatch.supportRepeatFactor != 1
    case .targetedPatrol: return posts.contains { $0.route >= 0 }
    case .unitAutonomy: return dispatch.policy != .districtFirst && units.contains { $0.area != .district }
    case .oneWindow: return scenario.windows != nil
    }
  }

  /// Returns whether a plan that no treatment of the scenario names may turn a mechanism on: what only some plans need, such
  /// as routes by demand, is worked out where a treatment needs it.
  public func isPrepared(for mechanism: Mechanism) -> Bool {
    switch mechanism {
    case .targetedPatrol: posts.allSatisfy { $0.route < 0 || $0.targetedRoute >= 0 }
    case .oneWindow:
      scenario.windows == nil
        || [true, false].allSatisfy { isOn in plans.contains { $0.treatment.switches.oneWindow == isOn } }
    default: true
    }
  }
}
