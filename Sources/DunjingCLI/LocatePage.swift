import Dunjing
import Foundation

/// The page that `dunjing locate --report FILE` writes: a plan on the map of its study.
struct LocatePage {
  let scenario: Scenario
  let candidates: LocateCandidates
  let report: LocateReport
  let fixed: Set<Int>

  /// Writes the page of a plan.
  func write(_ plan: LocationPlan, to path: String, in language: TextLanguage) throws {
    guard plan.status.hasSolution else {
      let why = report.reasonForNone
      throw CommandFault(
        zh: "没有可画的方案：\(why.zh)", en: "there is no plan to draw: \(why.en)", status: ExitStatus.noPlan)
    }
    let page = SitePlanPage(
      scenario, facts: report.facts, sites: Set(plan.sites).sorted().map(site),
      minutes: candidates.points.indices.map { point in
        plan.sites.map { candidates.travel[$0, point] }.min() ?? .infinity
      }, incidentsPerDay: candidates.weights)
    do {
      try Data(page.html(in: language).utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw FileFault(path: path, operation: .write, reason: error)
    }
  }

  /// The candidates of a study are its facilities and then its grids.
  private func site(_ index: Int) -> SitePlanPage.Site {
    let facilities = scenario.facilities.count
    let isFixed = fixed.contains(index)
    return index < facilities
      ? SitePlanPage.Site(name: scenario.facilities[index].name, place: .facility(index), isFixed: isFixed)
      : SitePlanPage.Site(
        name: LocalizedText(scenario.grids[index - facilities].id), place: .grid(index - facilities),
        isFixed: isFixed)
  }
}

extension LocateReport {
  /// What was asked and found, for the page.
  var facts: [SitePlanPage.Fact] {
    func fact(_ zh: String, _ en: String, _ value: LocalizedText) -> SitePlanPage.Fact {
      SitePlanPage.Fact(name: LocalizedText(zh: zh, en: en), value: value)
    }
    func rounded(_ value: Double?) -> LocalizedText {
      LocalizedText(value.map { String(format: "%.2f", $0) } ?? "–")
    }
    return [
      fact("模型", "Model", LocalizedText(model)),
      fact("结论", "Status", Self.words(for: status)),
      SitePlanPage.Fact(name: objectiveName, value: rounded(objective.value)),
      fact("理论界限", "Bound", rounded(bound.value)),
      fact("全部需求（起/天）", "All demand (incidents a day)", rounded(demand)),
      fact(
        "无站点可达的网格", "Grids that no candidate reaches",
        unreachable.isEmpty
          ? LocalizedText(zh: "无", en: "none") : LocalizedText(unreachable.joined(separator: ", ")))
    ]
  }
}
