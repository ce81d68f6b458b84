import Dunjing

/// The files of a study made of tables of somebody's own; what they do not say is as in the template of a city.
struct ImportedStudy {
  /// The tables, with what no table says filled in.
  private(set) var tables: ImportedTables
  /// Why station cars answer everything, in a study where street units are too few; nil where they are enough, or none.
  private(set) var scarcity: UnitScarcity?
  /// How far the places are from units, where the targets of the template do not fit; nil where they do.
  private(set) var farPlaces: FarPlaces?
  private let name: LocalizedText
  /// The time zone that was said; nil for none.
  private let zone: String?
  /// The hours of work that incidents bring departments, by kind, where those of the city of reference are too many.
  private var followUps: [CityScenario.KindOfFollowUps] = []
  /// Hazards that arise in a year; empty where they are those of the city of reference.
  private var hazards: [CityScenario.KindOfHazards] = []

  init(_ tables: ImportedTables, name: String?, zone: String? = nil) {
    (self.tables, self.zone) = (tables, zone)
    self.name = name.map { LocalizedText(zh: $0, en: $0) } ?? LocalizedText(zh: "本市", en: "Our city")
    assume()
  }

  /// Fills in what follows from the study as a whole: the hazards that arise, the fixed work of departments, which is what
  /// incidents leave of their load, and what station cars answer. What is wrong with the study is said when it is written.
  private mutating func assume() {
    guard tables.tables[.officers] == nil || assumeHazards(), let valid = loaded() else { return }
    let scenario = valid.scenario
    if tables.tables[.departments] != nil {
      let hours = zip(scenario.departments.map(\.id), ExpectedDemand(scenario).caseHours)
      tables.assumeFixedHours(besides: Dictionary(hours.map { ($0, $1) }) { $1 })
      followUps = scaledFollowUps(of: scenario.incidentKinds)
    }
    let world = World(compiling: valid)
    if tables.facilityCounts[.station] != nil { scarcity = world.unitScarcity }
    farPlaces = FarPlaces(world, isOfCounty: tables.isOfCounty)
  }

  /// Sets how many hazards arise, so that with the visits of the officers of the tables as many become incidents as in the city of
  /// reference by residents: the incidents on record are those of today. Whether the study can be read at all.
  private mutating func assumeHazards() -> Bool {
    guard let valid = loaded() else { return false }
    let kinds = valid.scenario.hazardKinds
    let wanted = DefaultCatalog.escalationsPerYear(residents: valid.scenario.residents)
    if kinds.map(\.id) == DefaultCatalog.hazardKinds.map(\.id),
      let perYear = PreventionForecast.hazardsPerYear(for: wanted, in: World(compiling: valid))
    {
      hazards = zip(kinds, perYear).map {
        CityScenario.KindOfHazards(id: $0.id, perYear: ($1 * 10).rounded() / 10)
      }
    }
    return true
  }

  /// The study as it is so far; nil where something is wrong with it.
  private func loaded() -> ValidScenario? {
    let files = files(in: .en).map { ($0.name, Array($0.text.utf8)) }
    return try? ScenarioBundle(files: Dictionary(files) { $1 }).load()
  }

  /// The work that incidents bring, with the hours of departments for which it is too much scaled down; empty where it is for none.
  private func scaledFollowUps(of kinds: [IncidentKind]) -> [CityScenario.KindOfFollowUps] {
    guard !tables.followUpShares.isEmpty else { return [] }
    return kinds.map {
      CityScenario.KindOfFollowUps(id: $0.id, followUps: $0.followUps(scaledBy: tables.followUpShares))
    }
  }

  /// The time zone of the study; nil for that of China. It is only printed, so that UTC stands for one that is not known.
  private var shownZone: String? { zone ?? (isZoneAssumed ? "UTC" : nil) }

  /// Whether nobody said the time zone of a place outside of China.
  var isZoneAssumed: Bool { zone == nil && tables.isAbroad }

  /// Returns the files with comments in a language, `scenario.yaml` first.
  func files(in language: TextLanguage) -> [(name: String, text: String)] {
    let template = StudyTemplate(
      scenario: scenario.text,
      tables: StudyTableKind.allCases.compactMap { kind in
        tables.tables[kind].map { TemplateTable(kind.rawValue + ".csv", $0) }
      }, sources: sources)
    return template.files(in: language)
  }

  private var scenario: CityScenario {
    var scenario = CityScenario()
    scenario.command = "dunjing import tables"
    scenario.isMadeUp = false
    (scenario.name, scenario.summary) = (name, summary)
    scenario.coordinates = tables.isInDegrees ? DegreeSystem.wgs84.rawValue : "local"
    scenario.kinds = Set(tables.facilityCounts.keys)
    scenario.incidentsPerDay = tables.incidentsPerDay
    scenario.hasOfficers = tables.tables[.officers] != nil
    scenario.hasDepartments = tables.tables[.departments] != nil
    scenario.isOfCounty = tables.isOfCounty
    (scenario.zone, scenario.followUps, scenario.hazards) = (shownZone, followUps, hazards)
    scenario.areStationCarsEverywhere = tables.areStationCarsEverywhere
    scenario.stationsAnswerAll = stationsAnswerAll
    scenario.hasStreetPlan = tables.kindOfAssumedSites != nil
    (scenario.unitGroups, scenario.unitSource) = (tables.unitGroups, unitSource)
    return scenario
  }

  /// The columns of the table of posts that give units and crews; nil where none do.
  private var unitSource: LocalizedText? {
    guard !tables.unitGroups.isEmpty, let posts = tables.choices.first(where: { $0.kind == .facilities })
    else {
      return nil
    }
    let columns = posts.columns.filter { ["unitsPerFacility", "officersPerShift"].contains($0.key) }
    let headings = columns.map { "'\($0.heading)'" }.listed
    return LocalizedText(
      zh: "取自 \(posts.table) 的 \(headings.zh) [D]", en: "from \(headings.en) of \(posts.table) [D]")
  }

  /// Whether station cars answer everything.
  var stationsAnswerAll: Bool {
    let counts = tables.facilityCounts
    return counts[.station] != nil && (counts[.streetWorkstation] == nil || scarcity != nil)
  }

  private var summary: LocalizedText {
    let residents = tables.residents
    let count = { (kind: FacilityKind) in tables.facilityCounts[kind] ?? 0 }
    let tenThousands = CommandNumber.short((residents / 1_000).rounded() / 10)
    return LocalizedText(
      zh:
        "\(tenThousands) 万人，\(count(.station)) 个派出所、\(count(.streetWorkstation)) 个街面警务站，比较机关警力下沉 0–30% 的得失。",
      en: "\(Int(residents.rounded())) residents, "
        + EnglishCount.text(count(.station), "station", "stations") + " and "
        + EnglishCount.text(count(.streetWorkstation), "street workstation", "street workstations")
        + ", at 0 to 30 % of the officers of departments sent down.")
  }

  private var sources: [SourceRow] {
    var files = tables.choices.map { ($0.kind.list, [$0.table]) }
    if let table = tables.tableOfStaff {
      let list = StudyTableKind.officers.list
      let own = files.filter { $0.0 == list }.flatMap(\.1)
      files = files.filter { $0.0 != list } + [(list, own.filter { $0 != table } + [table])]
    }
    let read = files.map { key, names in
      SourceRow(key: key, mark: .derived, zh: "取自 \(names.listed.zh)", en: "From \(names.listed.en)")
    }
    let demand =
      tables.incidentsPerDay == nil
      ? SourceRow(
        key: "demand.incidentsPerResidentYear", mark: .published, zh: "东北地区 0.053–0.060 起",
        en: "0.053 to 0.060 in the north-east")
      : SourceRow(
        key: "demand.incidentsPerDay", mark: .derived, zh: "各网格起数之和", en: "The sum over the grids")
    return read
      + tables.assumptions.map { assumption in
        var row = SourceRow(
          key: assumption.key, mark: .assumed, zh: assumption.note.zh, en: assumption.note.en)
        row.value = assumption.value
        return row
      }
      + ofTemplate + [demand] + arisen + assumed + rest
  }

  /// How many hazards arise, where the officers of the tables decide it.
  private var arisen: [SourceRow] {
    guard !hazards.isEmpty else { return [] }
    return [
      SourceRow(
        key: "hazardKinds.*.arrivalsPerYear", mark: .derived,
        zh: "按今日走访力量推算：升级为警情的，与参照城市按居民数相同，使警情总数为今日的",
        en:
          "By the visits of today: as many become incidents as in the city of reference by residents, so that incidents in all are those of today"
      )
    ]
  }

  /// Sources of tables that are not there.
  private var ofTemplate: [SourceRow] {
    let missing = [StudyTableKind.departments, .officers].filter { tables.tables[$0] == nil }.map(\.list)
    return StudyTemplate.citySources.filter { missing.contains($0.key) }
  }

  /// What the study takes for its plans and units.
  private var assumed: [SourceRow] {
    let targets = SourceRow(
      key: "targets", mark: .assumed, zh: "取自模板：公告的“1、3、5 分钟”；请换成本地的",
      en: "Of the template: the announced 1, 3 and 5 minutes; put in those of yours")
    let skills = SourceRow(
      key: "units.stationCar.skills", mark: .assumed, zh: "没有街面单元，或街面单元太少：派出所什么警情都处置",
      en: "Street units are none, or too few: a station answers everything")
    let share = SourceRow(
      key: "treatments.sink20street.streetShare", mark: .assumed, zh: "两成上街面；没有备用点，增派点设在已有的驻点",
      en: "A fifth to the street; without reserve sites, at the posts that there are")
    return [targets] + (stationsAnswerAll ? [skills] : []) + (tables.kindOfAssumedSites == nil ? [] : [share])
  }

  /// Sources of the template for what is as in it.
  private var rest: [SourceRow] {
    let said = Set(tables.assumptions.map(\.key))
    return StudyTemplate.citySources.filter { row in
      ["travel.", "treatments.", "targets.", "units.*."].contains { row.key.hasPrefix($0) }
        && !said.contains(row.key) && !(tables.isOfCounty && row.key.hasPrefix("treatments."))
        || (tables.facilityCounts[.station] != nil && row.key.hasPrefix("units.stationCar"))
    }
  }
}
