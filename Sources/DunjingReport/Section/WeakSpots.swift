import DunjingExperiment
import DunjingScenario

/// The places where most incidents are reached late, and what is in the way: the drive from the nearest post, the time to set
/// out before it, or that no unit near is there and free.
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
    /// The least time from the start of the clock until a unit moves, in minutes.
    var preparation: Double

    /// Whether no post is within the target.
    var isUncovered: Bool { !outcome.hasPost(within: target) }

    /// What is in the way of a unit at the nearest post.
    var obstacle: LocalizedText {
      guard let drive = outcome.nearestPostMinutes, drive <= target else {
        return LocalizedText(zh: "车程超时限", en: "drive too long")
      }
      return drive + preparation > target
        ? LocalizedText(zh: "出动加车程超时限", en: "no time to set out")
        : LocalizedText(zh: "近处无空闲单元", en: "no unit free near")
    }
  }

  static func blocks(_ shown: TreatmentResult, _ findings: Findings) -> [Block] {
    let spots = self.spots(shown, findings)
    let late = spots.filter { $0.late > 0 }.sorted { ($0.late, $1.grid.id) > ($1.late, $0.grid.id) }
    guard !late.isEmpty else { return [] }
    let label = findings.label(of: shown)
    return uncovered(spots) + [
      .heading(LocalizedText(zh: "超时最多的网格（\(label.zh)）", en: "Where most incidents are late (\(label.en))")),
      .caption(caption), .table(table(Array(late.prefix(limit)), findings.scenario))
    ]
  }

  private static func spots(_ shown: TreatmentResult, _ findings: Findings) -> [Spot] {
    let before = Dictionary((findings.baseline?.grids ?? []).map { ($0.id, $0) }) { first, _ in first }
    let own = Dictionary(shown.grids.map { ($0.id, $0) }) { first, _ in first }
    return findings.scenario.grids.compactMap { grid in
      own[grid.id].map {
        Spot(
          grid: grid, outcome: $0, before: before[grid.id],
          target: findings.scenario.targets.minutes(for: grid.areaClass),
          preparation: findings.scenario.leastPreparationMinutes)
      }
    }
  }

  private static let caption = LocalizedText(
    zh: "“车程超时限”：最近驻点的平均车程已超过时限，在现有站点上增加警力作用有限。“出动加车程超时限”：空闲单元立即出动也赶不到。"
      + "“近处无空闲单元”：以上都来得及，但派警时近处没有在岗而空闲的单元。",
    en:
      "“Drive too long”: even from the nearest post the mean drive is beyond the target, so that more officers at the posts "
      + "there are do little. “No time to set out”: a free unit that leaves at once is late. “No unit free near”: both would do, "
      + "but when the order came no unit near was on duty and free.")

  /// How many grids, residents and incidents of each area class have no post within the target.
  private static func uncovered(_ spots: [Spot]) -> [Block] {
    let classes = AreaClass.allCases.filter { area in spots.contains { $0.grid.areaClass == area } }
    var rows = classes.map { area in row(spots.filter { $0.grid.areaClass == area }, head: area.label) }
    rows.append(row(spots, head: LocalizedText(zh: "合计", en: "All"), tone: .total))
    let heads = [
      LocalizedText(zh: "区域", en: "Area"), LocalizedText(zh: "网格\n个", en: "Grids"),
      LocalizedText(zh: "时限内无驻点\n网格", en: "No post within target\ngrids"),
      LocalizedText(zh: "其常住人口\n占比", en: "Their residents\nof all"),
      LocalizedText(zh: "其警情\n占比", en: "Their incidents\nof all")
    ]
    return [
      .heading(LocalizedText(zh: "时限车程内没有驻点的网格", en: "Grids without a post within the target")),
      .caption(
        LocalizedText(
          zh: "不问警力是否空闲；逐个网格见 tables/grids.csv（nearestPostMinutes）。",
          en: "Whether or not anybody is free there; every grid is in tables/grids.csv (nearestPostMinutes).")
      ),
      .table(DataTable(heads: heads, rows: rows, layout: .compact))
    ]
  }

  private static func row(
    _ spots: [Spot], head: LocalizedText, tone: DataTable.Tone = .plain
  ) -> DataTable.Row {
    let open = spots.filter(\.isUncovered)
    func share(_ value: (Spot) -> Double) -> DataTable.Cell {
      let all = spots.map(value).reduce(0, +)
      return all > 0 ? DataTable.Cell(NumberText.percent(open.map(value).reduce(0, +) / all)) : .missing
    }
    return DataTable.Row(
      head: head,
      cells: [
        DataTable.Cell(NumberText.whole(spots.count)), DataTable.Cell(NumberText.whole(open.count)),
        share(\.grid.population), share(\.outcome.incidentsPerYear)
      ], tone: tone)
  }

  private static func table(_ spots: [Spot], _ scenario: Scenario) -> DataTable {
    let counties = Dictionary(scenario.counties.map { ($0.id, $0.name) }) { first, _ in first }
    let (hasCounties, name) = (scenario.counties.count > 1, GridNames(scenario))
    func place(_ grid: Grid) -> DataTable.Cell {
      DataTable.Cell(counties[grid.county] ?? LocalizedText("–"), isText: true)
    }
    return DataTable(
      heads: [LocalizedText(zh: "网格", en: "Grid")]
        + (hasCounties ? [LocalizedText(zh: "县（市、区）", en: "County")] : [])
        + heads,
      rows: spots.map { spot in
        DataTable.Row(
          head: name(spot.grid), cells: (hasCounties ? [place(spot.grid)] : []) + cells(spot))
      }, layout: .compact)
  }

  private static let heads = [
    LocalizedText(zh: "区域", en: "Area"), LocalizedText(zh: "警情\n起/年", en: "Incidents\na year"),
    LocalizedText(zh: "超时\n起/年", en: "Late\na year"),
    LocalizedText(zh: "达标率\n基线", en: "Within target\nbaseline"),
    LocalizedText(zh: "达标率", en: "Within\ntarget"), LocalizedText(zh: "时限\n分钟", en: "Target\nmin"),
    LocalizedText(zh: "最近驻点\n分钟", en: "Nearest post\nmin"), LocalizedText(zh: "受限于", en: "In the way")
  ]

  private static func cells(_ spot: Spot) -> [DataTable.Cell] {
    func percent(_ share: Double?) -> DataTable.Cell {
      share.map { DataTable.Cell(NumberText.percent($0)) } ?? .missing
    }
    return [
      DataTable.Cell(spot.grid.areaClass.label, isText: true),
      DataTable.Cell(NumberText.fixed(spot.outcome.incidentsPerYear, decimals: 0)),
      DataTable.Cell(NumberText.fixed(spot.late, decimals: 0)), percent(spot.before?.withinTarget),
      percent(spot.outcome.withinTarget), DataTable.Cell(NumberText.fixed(spot.target, decimals: 1)),
      spot.outcome.nearestPostMinutes.map { DataTable.Cell(NumberText.fixed($0, decimals: 2)) } ?? .missing,
      DataTable.Cell(spot.obstacle, isText: true)
    ]
  }
}

extension GridOutcome {
  /// Whether the mean drive from the nearest staffed post is within a number of minutes.
  func hasPost(within minutes: Double) -> Bool { nearestPostMinutes.map { $0 <= minutes } ?? false }
}

extension Scenario {
  /// The least time from the start of the clock of the targets to the arrival, without the way, in minutes.
  fileprivate var leastPreparationMinutes: Double {
    let turnout = units.map(\.turnoutSeconds).min() ?? 0
    let call = targets.clockOrigin == .call ? dispatch.callTakingSeconds : 0
    return (call + dispatch.fixedSeconds + turnout) / 60
  }
}
