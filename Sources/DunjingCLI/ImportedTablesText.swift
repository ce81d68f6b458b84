import Dunjing

/// What was understood of the tables of an office, as people read it.
struct ImportedTablesText {
  private let study: ImportedStudy
  private let out: String
  private let language: TextLanguage

  init(_ study: ImportedStudy, out: String, in language: TextLanguage) {
    (self.study, self.out, self.language) = (study, out, language)
  }

  private var tables: ImportedTables { study.tables }

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
    let ofStudy = zone + stations + traffic + [study.farPlaces?.note].compactMap(\.self) + street
    return unknown + missing + (tables.notes + ofStudy).map { $0.text(in: language) }
  }

  /// That the time zone of a place outside of China is not known.
  private var zone: [LocalizedText] {
    guard study.isZoneAssumed else { return [] }
    return [
      LocalizedText(
        zh: "时区：不在中国境内，按 UTC [H]；请用 --zone 指明，例如 --zone America/New_York",
        en: "time zone: outside of China, UTC was taken [H]; name it: --zone, such as --zone America/New_York"
      )
    ]
  }

  /// What was taken for reserve sites, where the table has none.
  private var street: [LocalizedText] {
    guard let kind = tables.kindOfAssumedSites else { return [] }
    let posts =
      kind == .station
      ? LocalizedText(zh: "派出所", en: "the stations")
      : LocalizedText(zh: "街面警务站", en: "the street workstations")
    return [
      LocalizedText(
        zh:
          "没有备用点：增派点设在\(posts.zh) [H]，方案 sink20street 把两成派到那里，其余方案都到社区（treatments 的 streetShare，可改）；有备用点时请加入设施表",
        en:
          "no reserve sites: \(posts.en) are taken for them [H], the plan sink20street sends a fifth there, the others all to the "
          + "community (streetShare of treatments says so); where there are some, add them to the facilities")
    ]
  }

  /// What station cars answer, where street units are too few.
  private var stations: [LocalizedText] {
    guard let scarcity = study.scarcity else { return [] }
    let percent = Int((scarcity.load * 100).rounded())
    return [
      LocalizedText(
        zh: "街面单元 \(scarcity.units.count) 个，单靠它们处置时忙 \(percent) %：派出所值班车什么警情都处置 [H]（units.stationCar.skills）",
        en:
          "street units: \(scarcity.units.count), busy \(percent) % of the time were it up to them alone: station cars answer everything "
          + "[H] (units.stationCar.skills)")
    ]
  }

  /// Who answers traffic incidents, where traffic police are at desks only.
  private var traffic: [LocalizedText] {
    let desks = tables.trafficDesks
    guard !desks.isEmpty else { return [] }
    let (zh, en) = (
      desks.map { "\($0.name.zh) \($0.officers) 名" }.joined(separator: "、"),
      desks.map { "\($0.name.en) (\(EnglishCount.text($0.officers, "officer", "officers")))" }.joined(
        separator: ", ")
    )
    let hasStreet = tables.facilityCounts[.streetWorkstation] != nil
    let units = [
      hasStreet ? LocalizedText(zh: "街面处警单元", en: "street units") : nil,
      study.stationsAnswerAll ? LocalizedText(zh: "派出所值班车", en: "station cars") : nil
    ].compactMap(\.self)
    return [
      LocalizedText(
        zh: "\(zh)只列为机关部门，不出警：交通警情由\(units.map(\.zh).joined(separator: "、"))处置；交警自己出警的，请把其中路面民警改列警员表"
          + "（队伍写交警），再在 units 中加交警的单元",
        en:
          "\(en): at their desks only, traffic incidents are answered by \(units.map(\.en).joined(separator: " and ")); where traffic "
          + "police answer them, list those on the road in the table of officers (a team of traffic police), and add their units to units"
      )
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
      + (choice.kind == .departments ? likenesses : [])
  }

  /// Which department each was taken for, where its name is another one: work and load, or the load alone.
  private var likenesses: [String] {
    let isChinese = language == .zh
    let groups = [
      (true, isChinese ? "    警情带来的工作同" : "    work of incidents as of "),
      (false, isChinese ? "    负荷率和延误权重同" : "    load and weight of delay as of ")
    ]
    return groups.compactMap { hasWork, title in
      let names = tables.likenesses.filter { $0.hasWork == hasWork }.map { like in
        isChinese
          ? "\(like.name.zh) → \(like.referenceName.zh)（\(like.reference)）"
          : "\(like.name.en) → \(like.referenceName.en) (\(like.reference))"
      }
      guard !names.isEmpty else { return nil }
      let list = names.joined(separator: isChinese ? "，" : ", ")
      return isChinese ? "\(title)参照部门：\(list)" : "\(title)the department of reference: \(list)"
    }
  }
}
