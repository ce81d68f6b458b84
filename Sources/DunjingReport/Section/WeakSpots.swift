import DunjingExperiment
import DunjingScenario

/// The places where most incidents are reached late, and why: no post is near enough, or the units near are busy.
enum WeakSpots {
  /// How many places are named.
  private static let limit = 10

  /// A grid with its outcome.
  private struct Spot {
    var grid: Grid
    var outcome: GridOutcome
    var before: GridOutcome?
    var target: Double

    /// Incidents a year that are reached late or never.
    var late: Double { outcome.incidentsPerYear * (1 - (outcome.withinTarget ?? 1)) }
    /// Whether no post is within the target.
    var isUncovered: Bool { outcome.nearestPostMinutes.map { $0 > target } ?? true }
  }

  static func blocks(_ shown: TreatmentResult, _ findings: Findings) -> [Block] {
    let spots = self.spots(shown, findings)
    let late = spots.filter { $0.late > 0 }.sorted { ($0.late, $1.grid.id) > ($1.late, $0.grid.id) }
    guard !late.isEmpty else { return [] }
    let label = findings.label(of: shown)
    return [
      .heading(LocalizedText(zh: "超时最多的网格（\(label.zh)）", en: "Where most incidents are late (\(label.en))")),
      .caption(caption(spots)), .table(table(Array(late.prefix(limit)), findings.scenario))
    ]
  }

  private static func spots(_ shown: TreatmentResult, _ findings: Findings) -> [Spot] {
    let before = Dictionary((findings.baseline?.grids ?? []).map { ($0.id, $0) }) { first, _ in first }
    let own = Dictionary(shown.grids.map { ($0.id, $0) }) { first, _ in first }
    return findings.scenario.grids.compactMap { grid in
      own[grid.id].map {
        Spot(
          grid: grid, outcome: $0, before: before[grid.id],
          target: findings.scenario.targets.minutes(for: grid.areaClass))
      }
    }
  }

  private static func caption(_ spots: [Spot]) -> LocalizedText {
    let uncovered = spots.filter(\.isUncovered)
    let (residents, all) = (
      uncovered.map(\.grid.population).reduce(0, +), spots.map(\.grid.population).reduce(0, +)
    )
    let (count, total) = (NumberText.whole(uncovered.count), NumberText.whole(spots.count))
    let share = NumberText.percent(all > 0 ? residents / all : 0)
    let lead =
      uncovered.isEmpty
      ? LocalizedText(zh: "每个网格在时限车程内都有驻点。", en: "Every grid has a staffed post within its target.")
      : LocalizedText(
        zh: "全部 \(total) 个网格中，\(count) 个在时限车程内没有驻点，占常住人口 \(share)；名单见 tables/grids.csv（nearestPostMinutes）。",
        en:
          "Of \(total) grids, \(count) \(uncovered.count == 1 ? "has" : "have") no staffed post within the target, with "
          + "\(share) of the residents; all of them are in tables/grids.csv (nearestPostMinutes).")
    return .sentences([
      lead,
      LocalizedText(
        zh: "“驻点远”指最近驻点的车程已超过时限，增加警力而不增加驻点无济于事；“警力忙”指驻点够近，但派警时没有空闲单元或出动、接处耗时。",
        en:
          "“Post too far” means that even the nearest post is beyond the target, so that officers without a new post do not "
          + "help; “units busy” means that a post is near enough, but its units are not free or take long to set out."
      )
    ])
  }

  private static func table(_ spots: [Spot], _ scenario: Scenario) -> DataTable {
    let counties = Dictionary(scenario.counties.map { ($0.id, $0.name) }) { first, _ in first }
    let hasCounties = scenario.counties.count > 1
    func place(_ grid: Grid) -> DataTable.Cell {
      DataTable.Cell(counties[grid.county] ?? LocalizedText("–"), isText: true)
    }
    return DataTable(
      heads: [LocalizedText(zh: "网格", en: "Grid")]
        + (hasCounties ? [LocalizedText(zh: "县（市、区）", en: "County")] : [])
        + heads,
      rows: spots.map { spot in
        DataTable.Row(
          head: LocalizedText(spot.grid.id), cells: (hasCounties ? [place(spot.grid)] : []) + cells(spot))
      }, layout: .compact)
  }

  private static let heads = [
    LocalizedText(zh: "区域", en: "Area"), LocalizedText(zh: "警情\n起/年", en: "Incidents\na year"),
    LocalizedText(zh: "超时\n起/年", en: "Late\na year"),
    LocalizedText(zh: "达标率\n基线", en: "Within target\nbaseline"),
    LocalizedText(zh: "达标率", en: "Within\ntarget"), LocalizedText(zh: "时限\n分钟", en: "Target\nmin"),
    LocalizedText(zh: "最近驻点\n分钟", en: "Nearest post\nmin"), LocalizedText(zh: "原因", en: "Cause")
  ]

  private static func cells(_ spot: Spot) -> [DataTable.Cell] {
    func percent(_ share: Double?) -> DataTable.Cell {
      share.map { DataTable.Cell(NumberText.percent($0)) } ?? .missing
    }
    let cause =
      spot.isUncovered
      ? LocalizedText(zh: "驻点远", en: "post too far") : LocalizedText(zh: "警力忙", en: "units busy")
    return [
      DataTable.Cell(spot.grid.areaClass.label, isText: true),
      DataTable.Cell(NumberText.fixed(spot.outcome.incidentsPerYear, decimals: 0)),
      DataTable.Cell(NumberText.fixed(spot.late, decimals: 0)), percent(spot.before?.withinTarget),
      percent(spot.outcome.withinTarget), DataTable.Cell(NumberText.fixed(spot.target, decimals: 1)),
      spot.outcome.nearestPostMinutes.map { DataTable.Cell(NumberText.fixed($0, decimals: 2)) } ?? .missing,
      DataTable.Cell(cause, isText: true)
    ]
  }
}
