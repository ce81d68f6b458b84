import Dunjing
import Foundation

/// What `dunjing analyze STUDY` prints for people.
struct QueueingStudyText {
  let study: QueueingStudy
  let language: TextLanguage

  var text: String {
    let hours = study.hours.enumerated().map { row(String(format: "%02d", $0), $1) }
    let shifts = study.shifts.map { row("\($0.roster)/\($0.shift)", study.outlook(hours: $0.hours)) }
    let departures = study.departures.map { "- " + $0.text.text(in: language) }
    return
      (heading + ["", header(word("时", "hour"))] + hours + ["", header(word("班次", "shift"))] + shifts
      + saturated + tightest
      + ["", word("模型与仿真的不同之处：", "Where this model and the simulation part company:")] + departures)
      .joined(separator: "\n")
  }

  private func word(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  private var heading: [String] {
    let scenario = study.world.scenario
    let plan = study.world.plans[study.treatment].treatment
    let colon = word("：", ": ")
    let served = study.parts.filter { !$0.units.isEmpty }
    let used = Set(served.flatMap { $0.hours.joined().map(\.result.method) })
    let methods = PartHour.Method.allCases.filter(used.contains).map { $0.name.text(in: language) }
    return [
      scenario.name.text(in: language) + colon + plan.name.text(in: language),
      word("各自调度的部分", "parts dispatched by themselves") + colon
        + "\(served.count)"
        + word("（\(methods.listed.zh)）", " (\(methods.listed.en))"),
      word("每起警情所需单元", "units for an incident") + colon + number(study.unitsPerIncident),
      word(
        "“须等”为能去的单元全忙的概率，“达标”为首派单元在时限内到达的份额，“可及”为时限内有能去的空闲单元的份额；“需要”使等待概率不超过 "
          + "\(percent(study.delayTarget))。",
        "'wait' is the probability that all units are busy that may go, 'reached' the share of incidents reached in time by the "
          + "unit sent, 'available' the share with an idle unit that may go within the target; with the units 'needed' at most "
          + "\(percent(study.delayTarget)) wait.")
    ] + unserved.map { $0.text(in: language) }
  }

  private func header(_ first: String) -> String {
    let titles =
      language == .zh
      ? ["在岗", "负荷", "负荷率", "最高", "路程(分)", "须等", "达标 核心/重点/一般", "可及 核心/重点/一般", "需要"]
      : [
        "on duty", "load", "workload", "greatest", "travel min", "wait", "reached core/key/general",
        "available core/key/general", "needed"
      ]
    return ([first] + titles).joined(separator: " | ")
  }

  private func row(_ first: String, _ hour: HourOutlook) -> String {
    [
      first, number(hour.units), number(hour.load), percent(hour.workload), percent(hour.greatestWorkload),
      hour.travelMinutes.map(number) ?? "–", percent(hour.waitingProbability), classes(hour.reached),
      classes(hour.available), String(hour.unitsNeeded)
    ].joined(separator: " | ")
  }

  private func classes(_ shares: [AreaClass: Double]) -> String {
    AreaClass.allCases.map { percent(shares[$0]) }.joined(separator: " / ")
  }

  /// The parts without a steady state: when, and how much more arrives than can be done at worst.
  private var saturated: [String] {
    let lines = study.parts.compactMap { part -> String? in
      let results = part.hours.enumerated().flatMap { hour, results in
        results.filter { $0.result.method == .saturated }.map { (hour: hour, result: $0.result) }
      }
      guard let worst = results.max(by: { $0.result.utilization < $1.result.utilization }) else { return nil }
      let name = study.world.counties[part.county].county.name.text(in: language)
      let hours = Self.ranges(of: results.map(\.hour))
      let excess = excess(worst.result)
      return word(
        "- \(name)（\(part.grids) 个网格）\(hours) 时；最重为 \(worst.hour) 时：\(excess.zh)。",
        "- \(name) (\(part.grids) grids) at \(hours) h; at worst, at \(worst.hour) h, \(excess.en).")
    }
    return lines.isEmpty ? [] : ["", word("饱和（没有稳态）：", "Saturated (no steady state):")] + lines
  }

  /// How much more arrives than can be done by the units on duty, or by those that alone may go.
  private func excess(_ hour: PartHour) -> LocalizedText {
    if let tightest = hour.tightest {
      let load = load(of: tightest)
      return LocalizedText(
        zh: load.zh + "，这些单元一直在忙；其他警情由其余单元处置",
        en: load.en + "; these are always busy, and the others serve the rest")
    }
    let utilization = percent(hour.utilization)
    return LocalizedText(
      zh: "到达的工作是 \(hour.units) 个在岗单元能力的 \(utilization)",
      en:
        "what arrives is \(utilization) of what the \(EnglishCount.text(hour.units, "unit", "units")) on duty can do"
    )
  }

  private func load(of tightest: PartHour.Tightest) -> LocalizedText {
    let (units, load) = (named(tightest.units), percent(tightest.load))
    return LocalizedText(
      zh: "只有\(units.zh)能去的警情，是其能力的 \(load)",
      en:
        "incidents to which only \(units.en) may go are \(load) of what \(tightest.units.count == 1 ? "it" : "they") can do"
    )
  }

  private func named(_ units: [Int]) -> LocalizedText {
    let groups = study.world.scenario.namedUnits(of: Array(Set(units.map { study.world.units[$0].group })))
      .map(\.name)
    return LocalizedText(
      zh: " \(units.count) 个单元（\(groups.map(\.zh).joined(separator: "、"))）",
      en:
        "\(EnglishCount.text(units.count, "unit", "units")) (\(groups.map(\.en).joined(separator: ", ")))")
  }

  /// The units that alone may go to some incidents and have the least room for them, at their busiest hour; none where all may
  /// go everywhere, or where this is too much and told as saturated.
  private var tightest: [String] {
    let all = study.parts.flatMap { part in
      part.hours.enumerated().flatMap { hour, results in
        results.compactMap { result in result.result.tightest.map { (hour: hour, tightest: $0) } }
      }
    }
    guard let worst = all.max(by: { $0.tightest.load < $1.tightest.load }), worst.tightest.load < 1 else {
      return []
    }
    let load = load(of: worst.tightest)
    return ["", word("最紧：\(worst.hour) 时，\(load.zh)。", "Tightest: at \(worst.hour) h, \(load.en).")]
  }

  /// Returns hours as ranges, such as 8–10, 19.
  static func ranges(of hours: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for hour in Set(hours).sorted() {
      if let last = ranges.last, last.upperBound == hour - 1 {
        ranges[ranges.count - 1] = last.lowerBound...hour
      } else {
        ranges.append(hour...hour)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
      .joined(separator: ", ")
  }

  private func number(_ value: Double) -> String { String(format: "%.2f", value) }
  func percent(_ share: Double?) -> String { share.map { String(format: "%.1f%%", $0 * 100) } ?? "–" }
}
