import DunjingRandom
import DunjingScenario

/// Numbers of a study that lie far from what is published or usual: often a slip of the unit, such as minutes for seconds.
///
/// Ranges are wide on purpose. They come from figures published for China (2005–2025) where there are any, and otherwise from
/// judgment; each says which. A number outside is not an error: the study is played as it is.
public enum Plausibility {
  /// A number outside the usual range.
  public struct Finding: Sendable, Equatable {
    /// The key of the number, or of what it follows from.
    public let key: String
    /// The number, in the unit of the key.
    public let value: Double
    /// What is usual, in the same unit.
    public let usual: ClosedRange<Double>
    /// The finding in words.
    public let text: LocalizedText
  }

  /// The key of the rates of all kinds, which say how many incidents there are where no number of all of them does.
  public static let ratesKey = "incidentKinds.*.exogenousPerYear"

  /// Looks at a study.
  /// - Parameters:
  ///   - scenario: the study.
  ///   - demandKey: the key by which it says how many incidents there are.
  public static func findings(
    in scenario: Scenario, demandKey: String = ratesKey
  ) -> [Finding] {
    let checks =
      demand(scenario, key: demandKey) + force(scenario) + response(scenario) + headquarters(scenario)
      + treatments(scenario)
    return checks.compactMap(\.finding)
  }

  /// A number with what is usual for it.
  private struct Check {
    let key: String
    let name: LocalizedText
    let value: Double?
    let usual: ClosedRange<Double>
    /// The unit with a space before it, or nothing.
    let unit: LocalizedText
    /// Where the range comes from.
    let source: LocalizedText

    var finding: Finding? {
      guard let value, value.isFinite, !usual.contains(value) else { return nil }
      let (low, high) = (Self.short(usual.lowerBound), Self.short(usual.upperBound))
      return Finding(
        key: key, value: value, usual: usual,
        text: LocalizedText(
          zh:
            "\(name.zh)为 \(Self.short(value))\(unit.zh)，一般为 \(low)–\(high)\(unit.zh)（\(source.zh)）；请核对 \(key)。",
          en:
            "\(name.en) is \(Self.short(value))\(unit.en); usual is \(low) to \(high)\(unit.en) (\(source.en)). Check \(key)."
        ))
    }

    private static func short(_ value: Double) -> String {
      let digits = abs(value) >= 100 ? 0 : abs(value) >= 10 ? 1 : abs(value) >= 0.1 ? 2 : 4
      let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
      let rounded = (value * scale).rounded() / scale
      return rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int(rounded)) : String(rounded)
    }
  }

  private static let judgment = LocalizedText(zh: "经验判断", en: "by judgment")
  private static let none = LocalizedText(zh: "", en: "")
  private static let seconds = LocalizedText(zh: " 秒", en: " seconds")
  private static let minutes = LocalizedText(zh: " 分钟", en: " minutes")
  private static let hours = LocalizedText(zh: " 小时", en: " hours")
  private static let speed = LocalizedText(zh: " 公里/小时", en: " km/h")

  private static func demand(_ scenario: Scenario, key: String) -> [Check] {
    let residents = scenario.residents
    let incidents = ExpectedDemand(scenario).incidentsPerYear.reduce(0, +)
    return [
      Check(
        key: key,
        name: LocalizedText(zh: "每名常住人口每年的有效警情", en: "the number of incidents per resident and year"),
        value: residents > 0 ? incidents / residents : nil, usual: 0.03...0.3,
        unit: LocalizedText(zh: " 起", en: ""),
        source: LocalizedText(
          zh: "各省公布 0.05–0.22 起", en: "provinces published 0.05 to 0.22 effective incidents"))
    ]
      + scenario.incidentKinds.map { kind in
        Check(
          key: "incidentKinds.\(kind.id).sceneMinutes",
          name: LocalizedText(
            zh: "“\(kind.name.zh)”的平均现场处置时间", en: "the mean time at the scene of “\(kind.name.en)”"),
          value: kind.sceneMinutes.mean, usual: 5...240, unit: minutes, source: judgment)
      }
  }

  private static func force(_ scenario: Scenario) -> [Check] {
    let residents = scenario.residents
    let departments = scenario.departments.map { $0.agencyOfficers + $0.countyOfficers }.reduce(0, +)
    let sworn = departments + scenario.force.categories.filter(\.isSworn).map(\.count).reduce(0, +)
    let learning = scenario.force.sentDown
    return [
      Check(
        key: "force.categories",
        name: LocalizedText(zh: "每万人民警数", en: "the number of sworn officers per 10,000 residents"),
        value: residents > 0 ? Double(sworn) / residents * 10_000 : nil, usual: 3...40,
        unit: LocalizedText(zh: " 名", en: ""),
        source: LocalizedText(
          zh: "全国 2005 年约 12 名，2020 年约 14 名", en: "the whole country had 12 in 2005, about 14 in 2020")),
      Check(
        key: "force.sentDown.finalEffectiveness",
        name: LocalizedText(zh: "下沉民警熟悉后的效能", en: "the effectiveness of experienced sent-down officers"),
        value: learning.finalEffectiveness, usual: 0.5...1.2, unit: none, source: judgment),
      Check(
        key: "force.sentDown.tourHoursPerYear",
        name: LocalizedText(zh: "下沉民警每年走访", en: "the time of a sent-down officer on tours a year"),
        value: learning.tourHoursPerYear, usual: 150...1_800, unit: hours, source: judgment)
    ]
      + scenario.rosters.filter(\.coversDay).map { roster in
        Check(
          key: "rosters.\(roster.id)",
          name: LocalizedText(
            zh: "勤务“\(roster.id)”的换班系数（一岗全天所需民警）",
            en: "the number of officers for one post around the clock under the roster “\(roster.id)”"),
          value: roster.reliefFactor, usual: 2...9, unit: none,
          source: LocalizedText(zh: "四班三运转约 4–6", en: "four teams need 4 to 6"))
      }
  }

  private static func response(_ scenario: Scenario) -> [Check] {
    [
      Check(
        key: "dispatch.callTakingSeconds",
        name: LocalizedText(zh: "接派警用时", en: "the time to take and assign a call"),
        value: scenario.dispatch.callTakingSeconds, usual: 15...300, unit: seconds,
        source: LocalizedText(
          zh: "内蒙古 2023 年由 125 秒降至 83 秒", en: "Inner Mongolia went from 125 to 83 s in 2023")),
      Check(
        key: "dispatch.acknowledgeSeconds",
        name: LocalizedText(zh: "指令签收用时", en: "the time to acknowledge an order"),
        value: scenario.dispatch.acknowledgeSeconds, usual: 0...120, unit: seconds,
        source: LocalizedText(zh: "安康 98 % 在 30 秒内", en: "98 % within 30 s in Ankang")),
      Check(
        key: "dispatch.accessSeconds",
        name: LocalizedText(zh: "途中不随路程变化的用时", en: "the time of every drive however short"),
        value: scenario.dispatch.accessSeconds, usual: 0...300, unit: seconds, source: judgment),
      Check(
        key: "patrol.speedKilometersPerHour", name: LocalizedText(zh: "巡逻速度", en: "the speed of patrol"),
        value: scenario.patrol.speedKilometersPerHour, usual: 2...60, unit: speed, source: judgment)
    ]
      + scenario.units.map { group in
        Check(
          key: "units.\(group.id).turnoutSeconds",
          name: LocalizedText(zh: "“\(group.name.zh)”的出动用时", en: "the turnout time of “\(group.name.en)”"),
          value: group.turnoutSeconds, usual: 0...600, unit: seconds, source: judgment)
      }
      + scenario.travel.modes.map { mode in
        Check(
          key: "travel.modes.\(mode.id).speedKilometersPerHour",
          name: LocalizedText(zh: "“\(mode.id)”的行驶速度", en: "the speed of “\(mode.id)”"),
          value: mode.speedKilometersPerHour, usual: 3...120, unit: speed,
          source: LocalizedText(zh: "城区出警 30–60 公里/小时", en: "30 to 60 km/h to urban incidents"))
      }
  }

  private static func headquarters(_ scenario: Scenario) -> [Check] {
    let rules = scenario.headquarters
    let officers = scenario.departments.map { $0.agencyOfficers + $0.countyOfficers }.reduce(0, +)
    let capacity = Double(officers) * rules.productiveHoursPerYear
    let load = ExpectedDemand(scenario).departmentHours.reduce(0, +)
    return [
      Check(
        key: "headquarters.productiveHoursPerYear",
        name: LocalizedText(zh: "机关民警每年有效工时", en: "the productive time of an officer at headquarters a year"),
        value: rules.productiveHoursPerYear, usual: 900...2_500, unit: hours, source: judgment),
      Check(
        key: "departments.*.fixedHoursPerYear",
        name: LocalizedText(
          zh: "无人下沉时的机关负荷率", en: "the utilization of headquarters with nobody sent down"),
        value: capacity > 0 ? load / capacity : nil, usual: 0.3...0.98, unit: none,
        source: LocalizedText(
          zh: "高于 1 时积压只增不减，过低则下沉看似没有代价",
          en: "above 1 the backlog only grows; far below, sending officers down seems to cost nothing"))
    ]
  }

  private static func treatments(_ scenario: Scenario) -> [Check] {
    scenario.treatments.map { treatment in
      Check(
        key: "treatments.\(treatment.id).sinkRatio",
        name: LocalizedText(
          zh: "方案“\(treatment.name.zh)”的下沉比例", en: "the sink ratio of “\(treatment.name.en)”"),
        value: treatment.sinkRatio.agency, usual: 0...0.5, unit: none,
        source: LocalizedText(zh: "公布的比例约 20 %", en: "announced ratios are about 20 %"))
    }
  }
}
