import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// How many officers move, and what that does to the shares of community and station officers.
enum RedeploymentSection {
  static func section(_ findings: Findings) -> Section {
    let title = LocalizedText(zh: "警力怎样移动", en: "How officers move")
    let treatments = findings.sinkTreatments + findings.packages
    guard treatments.contains(where: { $0.redeployment.agencyOfficers + $0.redeployment.countyOfficers > 0 })
    else {
      let note = LocalizedText(zh: "没有方案移动警力。", en: "No treatment moves officers.")
      return Section(id: "redeployment", title: title, blocks: [.paragraph(note)])
    }
    return Section(
      id: "redeployment", title: title,
      blocks: [.caption(caption(findings)), .table(table(treatments, findings))]
        + [origins(findings)].filter { !$0.isEmpty }.map { .paragraph($0) }
        + DestinationTable.blocks(findings))
  }

  /// The departments that give most officers under the plan shown, and where the others stand; empty where none gives any.
  static func origins(_ findings: Findings) -> LocalizedText {
    guard let shown = findings.shown else { return LocalizedText("") }
    let giving = shown.departments.enumerated().filter { $0.element.taken > 0 }.sorted {
      ($1.element.taken, $0.offset) < ($0.element.taken, $1.offset)
    }.map(\.element)
    guard !giving.isEmpty else { return LocalizedText("") }
    let most = 3
    let (names, label) = (
      LocalizedText.list(giving.prefix(most).map(\.name)), findings.label(of: shown)
    )
    let isPart = giving.count > most
    return LocalizedText(
      zh: "\(label.zh.beforeHan)的警力\(isPart ? "主要" : "")来自\(names.zh)；各部门下沉人数见“机关的代价”。",
      en:
        "Under \(label.en) \(isPart ? "officers come mostly" : "officers come") from \(names.en). What each department gives and pays is under "
        + "“The price at headquarters”.")
  }

  private static func caption(_ findings: Findings) -> LocalizedText {
    let place = LocalizedText(
      zh: "表中两个占比按工作地点计，随下沉比例上升。",
      en: "The two shares below count officers where they work and rise with the ratio.")
    let stay = LocalizedText(
      zh: "下沉民警的编制留在原单位。", en: "Sent-down officers stay on the establishment of their agency.")
    return .sentences([stay, establishment(findings), place])
  }

  /// The shares by establishment, which are those of a baseline that moves nobody; empty where they are not known.
  private static func establishment(_ findings: Findings) -> LocalizedText {
    guard let moved = findings.baseline?.redeployment, moved.agencyOfficers + moved.countyOfficers == 0,
      moved.toCommunity + moved.toStreet == 0, let community = moved.communityShare,
      let station = moved.stationShare
    else { return LocalizedText("") }
    let (first, second) = (NumberText.percent(community), NumberText.percent(station))
    let level = level(findings)
    return LocalizedText(
      zh: "按编制计，社区民警占派出所民警 \(first)，派出所民警占县级公安机关 \(second)，不随下沉改变。",
      en:
        "By establishment community officers are \(first) of station officers, and station officers \(second) of \(level) "
        + "police, whatever the ratio.")
  }

  /// What the level below the agencies is called in English: by counties only where the study has them.
  private static func level(_ findings: Findings) -> String {
    findings.scenario.counties.isEmpty ? "local" : "county"
  }

  private static func table(_ treatments: [TreatmentResult], _ findings: Findings) -> DataTable {
    let hasCounty = treatments.contains { $0.redeployment.countyOfficers > 0 }
    return DataTable(
      heads: heads(hasCounty: hasCounty, level: level(findings)),
      rows: treatments.map { row($0, hasCounty: hasCounty, findings) })
  }

  /// - Parameters:
  ///   - hasCounty: whether officers of county level are sent down.
  ///   - level: what the level below the agencies is called in English.
  private static func heads(hasCounty: Bool, level: String) -> [LocalizedText] {
    let sources =
      hasCounty
      ? [
        LocalizedText(zh: "机关下沉（名）", en: "From agencies"),
        LocalizedText(zh: "县级下沉（名）", en: "From \(level) level")
      ] : []
    return [Labels.treatment] + sources + [
      LocalizedText(zh: "下沉（名）", en: "Sent down"), LocalizedText(zh: "到社区（名）", en: "To the community"),
      LocalizedText(zh: "到街面（名）", en: "To the street"),
      LocalizedText(zh: "街面班次（个/日）", en: "Street shifts per day"),
      LocalizedText(zh: "社区/派出所", en: "Community/ station"),
      LocalizedText(zh: "派出所/县级", en: "Station/ \(level)")
    ]
  }

  private static func row(
    _ treatment: TreatmentResult, hasCounty: Bool, _ findings: Findings
  ) -> DataTable.Row {
    let moved = treatment.redeployment
    let counts = counts(of: moved, hasCounty: hasCounty).map { count, name in
      DataTable.Cell(
        NumberMark.number(NumberText.whole(count), "redeployment \(name)", under: treatment.id))
    }
    return DataTable.Row(
      head: findings.rowLabel(of: treatment),
      cells: counts + [
        DataTable.Cell(NumberText.level(moved.unitShiftsPerDay, decimals: 2)),
        share(moved.communityShare), share(moved.stationShare)
      ],
      tone: treatment.id == findings.best?.id ? .best : .plain)
  }

  /// The counts of a row with the names that `results.json` has for them; `officers` is the sum of the first two.
  private static func counts(of moved: RedeploymentSummary, hasCounty: Bool) -> [(Int, String)] {
    (hasCounty
      ? [(moved.agencyOfficers, "agencyOfficers"), (moved.countyOfficers, "countyOfficers")] : [])
      + [
        (moved.agencyOfficers + moved.countyOfficers, "officers"), (moved.toCommunity, "toCommunity"),
        (moved.toStreet, "toStreet")
      ]
  }

  private static func share(_ share: Double?) -> DataTable.Cell {
    share.map { DataTable.Cell(NumberText.percent($0)) } ?? .missing
  }
}
