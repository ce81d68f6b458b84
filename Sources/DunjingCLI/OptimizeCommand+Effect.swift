import Dunjing

extension OptimizeCommand {
  /// Refuses shares that move nobody from one end to the other, and choices that change nothing.
  func checkEffect(of space: PlanSpace, in world: World) throws {
    func key(_ point: [Double]) -> PlanKey { PlanKey(world.plan(of: space.treatment(at: point))) }
    let base = space.decisions.map { $0.lever.value(in: space.base, of: world.scenario) }
    func end(_ bound: (ClosedRange<Double>) -> Double) -> [Double] {
      zip(space.decisions, base).map { $0.isChoice ? $1 : bound($0.range) }
    }
    let shares = space.decisions.filter { !$0.isChoice }
    guard shares.isEmpty else {
      // Beside shares a rule without effect does no harm.
      guard key(end(\.lowerBound)) == key(end(\.upperBound)) else { return }
      throw idle(shares, space, world)
    }
    let present = key(base)
    let isIdle = space.decisions.indices.allSatisfy { index in
      (0..<(space.decisions[index].choiceCount ?? 0)).allSatisfy { number in
        var other = base
        other[index] = Double(number)
        return key(other) == present
      }
    }
    guard isIdle else { return }
    let keys = Self.keys(space.decisions)
    throw CommandFault(
      zh: "--vary：在本研究中 \(keys) 怎样选都是同一方案；请检查基础方案的下沉比例和备用点。",
      en:
        "--vary: whatever is chosen for \(keys), the plan is the same in this study; look at the ratio of the base treatment "
        + "and the reserve sites.")
  }

  /// The fault of shares that move nobody.
  private func idle(_ shares: [PlanSpace.Decision], _ space: PlanSpace, _ world: World) -> CommandFault {
    if shares.map(\.lever) == [.streetShare], let fault = idleStreetShare(space, world) { return fault }
    let keys = Self.keys(shares)
    return CommandFault(
      zh: "--vary：在本研究中 \(keys) 从下限到上限不移动任何人；请检查基础方案、底线和备用点。",
      en:
        "--vary: from one end to the other \(keys) moves nobody in this study; look at the base treatment, the floors and "
        + "the reserve sites.")
  }

  /// The fault of a share of officers for the street where there is no street, or where there are no officers.
  private func idleStreetShare(_ space: PlanSpace, _ world: World) -> CommandFault? {
    guard world.units.contains(where: \.isReserve) else {
      return .noReserveSites("--vary", "streetShare")
    }
    guard world.plan(of: space.base).sunk == 0 else { return nil }
    let ratio = "--vary \(Self.ratio(in: world).key)=0:0.4"
    let sending = world.plans.first { $0.sunk > 0 }?.treatment.id
    let other = sending.map { LocalizedText(zh: "，或改用 --treatment \($0)", en: ", or take --treatment \($0)") }
    return CommandFault(
      zh:
        "--vary：streetShare 是下沉民警中上街面的份额，基础方案 \(space.base.id) 不下沉任何人；请同时写 \(ratio)\(other?.zh ?? "")。",
      en:
        "--vary: streetShare is a share of the officers sent down, and the base treatment \(space.base.id) sends nobody; write "
        + "\(ratio) with it\(other?.en ?? "").")
  }

  /// The ratio that a study can vary: a county has no agencies of province or prefecture.
  static func ratio(in world: World) -> PlanLever {
    world.scenario.departments.contains { $0.agencyOfficers > 0 } ? .agencyRatio : .countyRatio
  }

  /// The fault of an objective that the study gives no value.
  /// - Parameter missing: the indicators without a value in some replication.
  static func noValue(of missing: Set<Indicator>, _ goal: PlanGoal) -> CommandFault {
    let all = goal.indicators
    let named = all.filter(missing.contains)
    let names = (named.isEmpty ? all : named).map(\.rawValue)
    return CommandFault(
      zh: "\(names.listed.zh) 在基线方案下没有数值：研究缺少相应数据。请换一个指标，或在研究中补上这些数据。",
      en:
        "\(names.listed.en) \(names.count == 1 ? "has" : "have") no value under the baseline: the study lacks "
        + "the data. Use another indicator, or add the data to the study.")
  }

  private static func keys(_ decisions: [PlanSpace.Decision]) -> String {
    decisions.map(\.lever.key).joined(separator: ", ")
  }
}
