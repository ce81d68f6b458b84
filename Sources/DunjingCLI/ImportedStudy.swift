import Dunjing

/// The files of a study made of tables of somebody's own; what they do not say is as in the template of a city.
struct ImportedStudy {
  private let tables: ImportedTables
  private let name: LocalizedText

  init(_ tables: ImportedTables, name: String?) {
    self.tables = tables
    self.name = name.map { LocalizedText(zh: $0, en: $0) } ?? LocalizedText(zh: "本市", en: "Our city")
  }

  /// Returns the files with comments in a language, `scenario.yaml` first.
  func files(in language: TextLanguage) -> [(name: String, text: String)] {
    let template = StudyTemplate(
      scenario: scenario.text,
      tables: StudyTableKind.allCases.compactMap { kind in
        tables.tables[kind].map { TemplateTable(kind.rawValue + ".csv", $0) }
      } + [.sources(sources)])
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
    return scenario
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
    let read = tables.choices.map { choice in
      SourceRow(
        key: choice.kind.list, mark: .derived, zh: "取自 \(choice.table)", en: "From \(choice.table)")
    }
    let demand =
      tables.incidentsPerDay == nil
      ? SourceRow(
        key: "demand.incidentsPerResidentYear", mark: .published, zh: "东北地区 0.053–0.060 起",
        en: "0.053 to 0.060 in the north-east")
      : SourceRow(
        key: "demand.incidentsPerDay", mark: .derived, zh: "各网格起数之和", en: "The sum over the grids")
    let stations = tables.facilityCounts[.station] != nil
    let rest = StudyTemplate.citySources.filter { row in
      ["travel.", "treatments."].contains { row.key.hasPrefix($0) }
        && !(tables.isOfCounty && row.key.hasPrefix("treatments."))
        || (stations && row.key.hasPrefix("units.stationCar"))
    }
    let targets = SourceRow(
      key: "targets", mark: .assumed, zh: "取自模板：公告的“1、3、5 分钟”；请换成本地的",
      en: "Of the template: the announced 1, 3 and 5 minutes; put in those of yours")
    return read + [demand, targets] + rest
  }
}

/// What was understood of the tables of an office, as people read it.
struct ImportedTablesText {
  private let tables: ImportedTables
  private let out: String
  private let language: TextLanguage

  init(_ tables: ImportedTables, out: String, in language: TextLanguage) {
    (self.tables, self.out, self.language) = (tables, out, language)
  }

  var text: String {
    let isChinese = language == .zh
    let next =
      isChinese
      ? ["已写入 \(out)。时限、车速、班次和方案取自模板，请看 scenario.yaml 中的注释。接着："]
      : [
        "Written to \(out). Targets, speeds, shifts and plans are those of a template: see the comments in scenario.yaml. Next:"
      ]
    let notes = notes
    let shown = notes.isEmpty ? [] : [isChinese ? "请核对：" : "To be checked:"] + notes.map { "  " + $0 }
    return
      ([isChinese ? "读出：" : "Read:"] + tables.choices.flatMap(lines) + shown + next
      + NewStudyFolder.commands(for: out).map { "  " + $0 })
      .joined(separator: "\n")
  }

  /// What is to be checked: tables that are not used or not there, and what was assumed.
  private var notes: [String] {
    let isChinese = language == .zh
    let unknown = tables.unknown.map { $0.text.text(in: language) }
    let missing: [String] = [
      tables.tables[.departments] == nil ? (isChinese ? "机关部门" : "departments") : nil,
      tables.tables[.officers] == nil ? (isChinese ? "警员" : "officers") : nil
    ].compactMap { $0 }.map {
      isChinese
        ? "没有\($0)表：按参照城市和居民数推算 [H]" : "no table of \($0): by the city of reference and the residents [H]"
    }
    return unknown + missing + tables.notes.map { $0.text(in: language) } + street
  }

  /// That all who are sent down go to the community, where the study has nowhere on the street for them.
  private var street: [String] {
    guard tables.facilityCounts[.reserveSite] == nil else { return [] }
    return [
      language == .zh
        ? "没有备用点：各方案下沉的民警都到社区；要比较下沉到街面，请在设施表中加备用点"
        : "no reserve sites: under every plan those sent down all go to the community; to compare the street, add reserve sites "
          + "to the facilities"
    ]
  }

  private func lines(_ choice: ImportedTables.Choice) -> [String] {
    let isChinese = language == .zh
    let columns = choice.columns.map { "\($0.heading) → \($0.key)" }
    let unused = choice.unused.listed.text(in: language)
    let rest = choice.unused.isEmpty ? [] : [isChinese ? "    未用的列：\(unused)" : "    not used: \(unused)"]
    let noun = choice.kind.noun.text(in: language)
    let head =
      isChinese ? "  \(noun) \(choice.rows)（\(choice.table)）" : "  \(choice.rows) \(noun) (\(choice.table))"
    return [head, "    " + columns.joined(separator: isChinese ? "，" : ", ")] + rest
  }
}
