import Dunjing

/// Reads what a sweep varies: `community.visitHours=1:3:0.5`, `dispatch.policy=nearest,districtFirst`, or for a Latin
/// hypercube `community.visitHours=1:3`.
enum SweepExpression {
  /// Reads the factors of a grid.
  static func levels(_ overrides: [ScenarioOverride]) throws -> [SweepFactor] {
    try overrides.map { override in
      guard let values = SweepFactor.values(of: override.value) else {
        throw CommandFault(
          zh:
            "--set：无法识别 \(override.text)；写法如 \(override.key)=1:3:0.5（起点:终点:步长，由小到大）或 \(override.key)=1,2,4（各不相同）。",
          en:
            "--set: \(override.text) cannot be read; write \(override.key)=1:3:0.5 (from:to:step, the lesser first) "
            + "or \(override.key)=1,2,4 (all different).")
      }
      return SweepFactor(override.key, values: values)
    }
  }

  /// Reads the factors of a Latin hypercube.
  static func ends(_ overrides: [ScenarioOverride]) throws -> [SweepFactor] {
    try overrides.map { override in
      guard let ends = SweepFactor.ends(of: override.value) else {
        throw CommandFault(
          zh: "--set：无法识别 \(override.text)；拉丁超立方的写法如 \(override.key)=1:3（起点:终点，由小到大）。",
          en: "--set: \(override.text) cannot be read; for a Latin hypercube write \(override.key)=1:3 "
            + "(from:to, the lesser first).")
      }
      return SweepFactor(override.key, values: ends)
    }
  }

  /// Reads ids of indicators with commas between them.
  static func indicators(_ text: String) throws -> [Indicator] {
    let names = text.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
    let unknown = names.filter { Indicator(rawValue: $0) == nil }
    guard unknown.isEmpty else {
      throw CommandFault(
        zh: "--indicators：没有指标 \(unknown.listed.zh)；用 dunjing indicators 查看。",
        en: "--indicators: there is no indicator \(unknown.listed.en); see dunjing indicators.")
    }
    let indicators = names.compactMap(Indicator.init)
    guard !indicators.isEmpty, Set(indicators).count == indicators.count else {
      throw CommandFault(
        zh: "--indicators：请写各不相同的指标，以逗号分隔，例如 harmIndex,withinTarget。",
        en:
          "--indicators: write different indicators with commas between them, such as harmIndex,withinTarget."
      )
    }
    return indicators
  }

  /// Refuses a share of the officers sent down that varies where it decides about nobody at any point.
  static func checkStreetShares(_ keys: [String], in studies: [Scenario]) throws {
    for (index, treatment) in (studies.first?.treatments ?? []).enumerated() {
      let names = names(of: treatment, at: index)
      guard let key = keys.first(where: { key in names.contains { key == "\($0).streetShare" } }) else {
        continue
      }
      guard studies.contains(where: { $0.facilities.contains { $0.kind == .reserveSite } }) else {
        throw CommandFault.noReserveSites("--set", key)
      }
      guard studies.allSatisfy({ $0.treatments[index].sendsNobody }) else { continue }
      throw CommandFault(
        zh: "--set：\(key) 是下沉民警中上街面的份额，方案 \(treatment.id) 在各点都不下沉任何人；请同时改变 "
          + "treatments.\(treatment.id).sinkRatio，或改变另一方案的 streetShare。",
        en:
          "--set: \(key) is a share of the officers sent down, and \(treatment.id) sends nobody at any point; vary "
          + "treatments.\(treatment.id).sinkRatio with it, or the streetShare of another treatment.")
    }
  }

  /// The treatments whose own keys vary, by id, in the order of the scenario.
  static func treatments(_ keys: [String], in scenario: Scenario) -> [String] {
    scenario.treatments.indices.filter { index in
      let names = names(of: scenario.treatments[index], at: index)
      return keys.contains { key in names.contains { key == $0 || key.hasPrefix($0 + ".") } }
    }.map { scenario.treatments[$0].id }
  }

  /// What keys call a treatment.
  private static func names(of treatment: Treatment, at index: Int) -> [String] {
    ["treatments.\(treatment.id)", "treatments[\(index)]"]
  }
}

extension Treatment {
  /// Whether it never sends an officer of a department down.
  fileprivate var sendsNobody: Bool { sinkRatio.sendsNobody && phases.allSatisfy(\.sinkRatio.sendsNobody) }
}
