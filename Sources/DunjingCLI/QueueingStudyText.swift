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
      + saturated
      + ["", word("模型与仿真的不同之处：", "Where this model and the simulation part company:")] + departures)
      .joined(separator: "\n")
  }

  private func word(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  private var heading: [String] {
    let scenario = study.world.scenario
    let plan = study.world.plans[study.treatment].treatment
    let colon = word("：", ": ")
    let methods = Set(study.parts.flatMap { $0.hours.joined().map(\.result.method.rawValue) }).sorted()
    return [
      scenario.name.text(in: language) + colon + plan.name.text(in: language),
      word("各自调度的部分", "parts dispatched by themselves") + colon
        + "\(study.parts.count) (\(methods.joined(separator: ", ")))",
      word("每起警情所需单元", "units for an incident") + colon + number(study.unitsPerIncident),
      word(
        "“达标”为首派单元在时限内到达的份额，“可及”为时限内有空闲单元的份额；“需要”使等待概率不超过 \(percent(study.delayTarget))。",
        "'reached' is the share of incidents reached in time by the unit sent, 'available' the share with an idle unit "
          + "within the target; with the units 'needed' at most \(percent(study.delayTarget)) wait.")
    ]
  }

  private func header(_ first: String) -> String {
    let titles =
      language == .zh
      ? ["在岗", "负荷", "负荷率", "最高", "路程(分)", "全忙", "达标 核心/重点/一般", "可及 核心/重点/一般", "需要"]
      : [
        "on duty", "load", "workload", "greatest", "travel min", "all busy", "reached core/key/general",
        "available core/key/general", "needed"
      ]
    return ([first] + titles).joined(separator: " | ")
  }

  private func row(_ first: String, _ hour: HourOutlook) -> String {
    [
      first, number(hour.units), number(hour.load), percent(hour.workload), percent(hour.greatestWorkload),
      hour.travelMinutes.map(number) ?? "–", percent(hour.allBusyProbability), classes(hour.reached),
      classes(hour.available), String(hour.unitsNeeded)
    ].joined(separator: " | ")
  }

  private func classes(_ shares: [AreaClass: Double]) -> String {
    AreaClass.allCases.map { percent(shares[$0]) }.joined(separator: " / ")
  }

  /// The parts without a steady state, the worst hour of each.
  private var saturated: [String] {
    let lines = study.parts.compactMap { part -> String? in
      let worst = part.hours.enumerated().flatMap { hour, results in results.map { (hour, $0.result) } }
        .filter { $0.1.method == .saturated }.max { $0.1.utilization < $1.1.utilization }
      guard let (hour, result) = worst else { return nil }
      let name = study.world.counties[part.county].county.name.text(in: language)
      return word(
        "- \(name)（\(part.grids) 个网格，\(result.units) 个单元在岗），\(hour) 时：到达的工作是能力的 \(percent(result.utilization))。",
        "- \(name) (\(part.grids) grids, \(result.units) units on duty) at \(hour) h: what arrives is "
          + "\(percent(result.utilization)) of what the units can do.")
    }
    return lines.isEmpty ? [] : ["", word("饱和（没有稳态）：", "Saturated (no steady state):")] + lines
  }

  private func number(_ value: Double) -> String { String(format: "%.2f", value) }
  private func percent(_ share: Double?) -> String { share.map { String(format: "%.1f%%", $0 * 100) } ?? "–" }
}
