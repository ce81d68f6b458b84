import Dunjing

extension OptimizeCommand {
  /// Refuses shares that move nobody from one end to the other, and choices that change nothing.
  func checkEffect(of space: PlanSpace, in world: World) throws {
    func key(_ point: [Double]) -> PlanKey { PlanKey(world.plan(of: space.treatment(at: point))) }
    let base = space.decisions.map { $0.lever.value(in: space.base, of: world.scenario) }
    func end(_ bound: (ClosedRange<Double>) -> Double) -> [Double] {
      zip(space.decisions, base).map { $0.choiceCount == nil ? bound($0.range) : $1 }
    }
    let ends = [end(\.lowerBound), end(\.upperBound)]
    let shares = space.decisions.filter { $0.choiceCount == nil }
    if !shares.isEmpty && key(ends[0]) == key(ends[1]) {
      let keys = Self.keys(shares)
      throw CommandFault(
        zh: "--vary：在本研究中 \(keys) 从下限到上限不移动任何人；请检查基础方案、底线和预备点。",
        en:
          "--vary: from one end to the other \(keys) moves nobody in this study; look at the base treatment, the floors and "
          + "the reserve sites.")
    }
    let idle = space.decisions.indices.filter { index in
      guard let count = space.decisions[index].choiceCount else { return false }
      return (0..<count).allSatisfy { number in
        ends.allSatisfy { end in
          var other = end
          other[index] = Double(number)
          return key(other) == key(end)
        }
      }
    }
    // Beside others a rule without effect does no harm.
    guard shares.isEmpty, idle.count == space.decisions.count else { return }
    let keys = Self.keys(space.decisions)
    throw CommandFault(
      zh: "--vary：在本研究中 \(keys) 怎样选都是同一方案；请检查基础方案的下沉比例和预备点。",
      en:
        "--vary: whatever is chosen for \(keys), the plan is the same in this study; look at the ratio of the base treatment "
        + "and the reserve sites.")
  }

  private static func keys(_ decisions: [PlanSpace.Decision]) -> String {
    decisions.map(\.lever.key).joined(separator: ", ")
  }
}
