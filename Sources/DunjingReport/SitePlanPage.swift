import DunjingScenario

/// A page about a plan of sites: a map of how soon each grid is reached, and the tables behind it.
///
/// Like the report it needs no network and no font file, and no script but to sort its tables.
public struct SitePlanPage: Sendable {
  /// A site of the plan.
  public struct Site: Sendable, Equatable {
    /// Where it is: a facility or a grid, by index in the scenario.
    public enum Place: Sendable, Equatable {
      /// The facility of this index.
      case facility(Int)
      /// The grid of this index, at its center.
      case grid(Int)
    }

    /// Its name or id.
    public var name: LocalizedText
    /// Where it is.
    public var place: Place
    /// Whether it stood before and was not chosen.
    public var isFixed: Bool

    /// Creates a site.
    public init(name: LocalizedText, place: Place, isFixed: Bool) {
      (self.name, self.place, self.isFixed) = (name, place, isFixed)
    }
  }

  /// A fact about the plan, for its first table.
  public struct Fact: Sendable, Equatable {
    /// What it is.
    public var name: LocalizedText
    /// Its value, with unit.
    public var value: LocalizedText

    /// Creates a fact.
    public init(name: LocalizedText, value: LocalizedText) {
      (self.name, self.value) = (name, value)
    }
  }

  private let scenario: Scenario
  private let facts: [Fact]
  private let sites: [Site]
  private let outlooks: [Outlook]

  /// What the plan means to a grid.
  private struct Outlook {
    var minutes: Double
    var targetMinutes: Double
    var incidentsPerDay: Double
  }

  /// Creates the page of a plan.
  /// - Parameters:
  ///   - scenario: the study whose grids are shown.
  ///   - facts: what was asked and found.
  ///   - sites: the sites of the plan.
  ///   - minutes: travel from the nearest site to each grid; infinite where no site reaches it.
  ///   - incidentsPerDay: the demand of each grid.
  /// - Precondition: there are as many minutes and demands as grids.
  public init(
    _ scenario: Scenario, facts: [Fact], sites: [Site], minutes: [Double], incidentsPerDay: [Double]
  ) {
    precondition(
      minutes.count == scenario.grids.count && incidentsPerDay.count == minutes.count,
      "each grid has its numbers")
    (self.scenario, self.facts, self.sites) = (scenario, facts, sites)
    outlooks = scenario.grids.indices.map {
      Outlook(
        minutes: minutes[$0], targetMinutes: scenario.targets.minutes(for: scenario.grids[$0].areaClass),
        incidentsPerDay: incidentsPerDay[$0])
    }
  }

  /// The whole page in one language.
  public func html(in language: Language) -> String {
    let front = FrontMatter(
      title: LocalizedText(zh: "\(scenario.name.zh)：选址方案", en: "\(scenario.name.en): where to stand"),
      summary: LocalizedText(
        zh: "按自由流车程计算，未经仿真：单元忙碌、排队和接派警都未计入。",
        en: "From free-flow travel, not simulated: busy units, queues and call taking do not count."))
    return PageWriter(language: language).page(front: front, sections: [planSection, mapSection, siteSection])
  }

  private var planSection: Section {
    let rows = facts.map { DataTable.Row(head: $0.name, cells: [.init($0.value, isText: true)]) }
    let heads = [LocalizedText(zh: "项目", en: "What"), LocalizedText(zh: "结果", en: "Result")]
    return Section(
      id: "plan", title: LocalizedText(zh: "方案", en: "The plan"),
      blocks: [.table(DataTable(heads: heads, rows: rows)), .heading(Labels.coverage), .table(classTable)])
  }

  /// What each class of areas gets.
  private var classTable: DataTable {
    let rows = AreaClass.allCases.compactMap { areaClass -> DataTable.Row? in
      let members = outlooks.indices.filter { scenario.grids[$0].areaClass == areaClass }
      let demand = members.reduce(0) { $0 + outlooks[$1].incidentsPerDay }
      guard demand > 0 else { return nil }
      let within = members.filter { outlooks[$0].minutes <= outlooks[$0].targetMinutes }
      let reached = members.filter { outlooks[$0].minutes.isFinite }
      let share = within.reduce(0) { $0 + outlooks[$1].incidentsPerDay } / demand
      let minutes = reached.reduce(0) { $0 + outlooks[$1].incidentsPerDay * outlooks[$1].minutes }
      let reachedDemand = reached.reduce(0) { $0 + outlooks[$1].incidentsPerDay }
      return DataTable.Row(
        head: areaClass.label,
        cells: [
          .init(NumberText.fixed(demand, decimals: 1)),
          .init(NumberText.fixed(scenario.targets.minutes(for: areaClass), decimals: 1)),
          .init(NumberText.percent(share)),
          reachedDemand > 0 ? .init(NumberText.fixed(minutes / reachedDemand, decimals: 2)) : .missing,
          .init(NumberText.whole(members.count - within.count))
        ])
    }
    return DataTable(
      heads: [
        LocalizedText(zh: "区域", en: "Area"), LocalizedText(zh: "警情\n起/天", en: "Incidents\nper day"),
        LocalizedText(zh: "时限\n分钟", en: "Target\nmin"),
        LocalizedText(zh: "时限内\n占警情", en: "Within target\nof incidents"),
        LocalizedText(zh: "平均车程\n分钟", en: "Mean travel\nmin"),
        LocalizedText(zh: "超出时限\n网格", en: "Beyond target\ngrids")
      ], rows: rows)
  }

  private var mapSection: Section {
    let title = LocalizedText(zh: "多久能到", en: "How soon each grid is reached")
    let facilities = scenario.facilities.filter { $0.x.isFinite && $0.y.isFinite }
    guard
      let geometry = MapGeometry(
        grids: scenario.grids, coordinates: scenario.coordinates, facilities: facilities),
      geometry.bounds.width > 0, geometry.bounds.height > 0
    else {
      return Section(
        id: "map", title: title,
        blocks: [.paragraph(LocalizedText(zh: "网格没有范围，画不出地图。", en: "No map: the grids span no area."))])
    }
    let minutes = outlooks.map { $0.minutes.isFinite ? $0.minutes : nil }
    let name = GridNames(scenario)
    let classes = MapClasses(minutes.compactMap { $0 })
    let chart = MapChart(
      tiles: geometry.tiles,
      panels: [
        MapChart.Panel(
          title: LocalizedText(zh: "从最近站点出发的车程", en: "Travel from the nearest site"),
          legend: classes.timeLegend(empty: LocalizedText(zh: "到不了", en: "not reached")),
          looks: minutes.map(classes.response),
          titles: zip(scenario.grids, minutes).map { grid, minutes in
            minutes.map {
              name(grid) + LocalizedText(": \(NumberText.level($0, decimals: 2)) ") + Labels.minutes
            }
          })
      ],
      markers: sites.map {
        MapChart.Marker(center: center(of: $0, geometry), symbol: $0.isFixed ? .fixedSite : .newSite)
      },
      regions: nil, bounds: geometry.bounds)
    let label = LocalizedText(
      zh: "各网格从最近站点出发的车程地图", en: "Map of the travel time from the nearest site to each grid")
    return Section(
      id: "map", title: title, blocks: [.figure(Figure(label: label, chart: chart, table: gridTable))])
  }

  private func center(of site: Site, _ geometry: MapGeometry) -> Point {
    switch site.place {
    case .facility(let index): geometry.position(of: scenario.facilities[index])
    case .grid(let index): geometry.tiles[index].box.center
    }
  }

  private var gridTable: DataTable {
    let name = GridNames(scenario)
    return DataTable(
      heads: [
        LocalizedText(zh: "网格", en: "Grid"), LocalizedText(zh: "区域", en: "Area"),
        LocalizedText(zh: "车程（分钟）", en: "Travel (min)"), LocalizedText(zh: "时限（分钟）", en: "Target (min)")
      ],
      rows: zip(scenario.grids, outlooks).map { grid, outlook in
        DataTable.Row(
          head: name(grid),
          cells: [
            .init(grid.areaClass.label),
            outlook.minutes.isFinite ? .init(NumberText.fixed(outlook.minutes, decimals: 2)) : .missing,
            .init(NumberText.fixed(outlook.targetMinutes, decimals: 1))
          ], isGray: outlook.minutes <= outlook.targetMinutes)
      })
  }

  private var siteSection: Section {
    let rows = sites.map { site in
      DataTable.Row(
        head: site.name,
        cells: [
          .init(
            site.isFixed ? MapMarks.Symbol.fixedSite.label : MapMarks.Symbol.newSite.label, isText: true)
        ])
    }
    let heads = [LocalizedText(zh: "站点", en: "Site"), LocalizedText(zh: "来源", en: "Kind")]
    return Section(
      id: "sites", title: LocalizedText(zh: "站点", en: "The sites"),
      blocks: [.table(DataTable(heads: heads, rows: rows, layout: .compact))])
  }
}

extension Labels {
  fileprivate static let coverage = LocalizedText(zh: "各类区域", en: "By class of area")
}
