import DunjingExperiment
import DunjingScenario
import DunjingWorld

/// Where the officers of the plan shown go: to which stations' districts, and to which reserve sites.
enum DestinationTable {
  /// The places of a table that still has all of them.
  private static let all = 40
  /// The rows of a table that has not; the places that are not in it are the last one.
  private static let some = 12

  /// The heading, how officers divide, and the table; empty where nobody moves or no place is known.
  static func blocks(_ findings: Findings) -> [Block] {
    guard let shown = findings.shown, !shown.redeployment.places.isEmpty else { return [] }
    let label = findings.label(of: shown)
    return [
      .heading(LocalizedText(zh: "\(label.zh.beforeHan)的警力到哪里", en: "Where officers go under \(label.en)")),
      .caption(.sentences([caption(shown, findings.scenario), elsewhere(shown)])), .table(table(shown))
    ]
  }

  /// Where the places are that the table does not have.
  private static func elsewhere(_ shown: TreatmentResult) -> LocalizedText {
    shown.redeployment.places.count > all
      ? LocalizedText(
        zh: "这里只列人数最多的，全部派出所和各方案见 tables/officer-moves.csv。",
        en:
          "Only those with most officers are listed; all of them, under every treatment, are in tables/officer-moves.csv."
      )
      : LocalizedText(
        zh: "其他方案的见 tables/officer-moves.csv。",
        en: "Those of the other treatments are in tables/officer-moves.csv.")
  }

  private static func caption(_ shown: TreatmentResult, _ scenario: Scenario) -> LocalizedText {
    let definition = scenario.treatments.first { $0.id == shown.id }
    let isEven = definition?.stationWeights.isEmpty ?? true
    let community =
      isEven
      ? LocalizedText(
        zh: "社区民警平均分到各警务区，表中按各派出所辖区的警务区数取整到人。",
        en:
          "Community officers spread evenly over the beats; the table gives whole officers by the beats of each station's district."
      )
      : LocalizedText(
        zh: "社区民警按方案给各派出所的权重分配。",
        en: "Community officers divide by the weights that the plan gives to stations.")
    let street = LocalizedText(
      zh: "街面民警在备用点值班，表中按各点增派的班次取整到人。",
      en:
        "Street officers staff shifts at reserve sites; the table gives whole officers by the shifts of each."
    )
    return .sentences([
      shown.redeployment.toCommunity > 0 ? community : LocalizedText(""),
      shown.redeployment.toStreet > 0 ? street : LocalizedText("")
    ])
  }

  private static func table(_ shown: TreatmentResult) -> DataTable {
    let (moved, places) = (shown.redeployment, ordered(shown.redeployment.places))
    let first = places.prefix(places.count > all ? some - 1 : all)
    let (community, street) = (sum(first, \.toCommunity), sum(first, \.toStreet))
    let shifts = first.reduce(0) { $0 + $1.unitShiftsPerDay }
    var rows = first.map { place in
      row(place.name, (place.toCommunity, place.toStreet), place.unitShiftsPerDay)
    }
    let rest = (moved.toCommunity - community, moved.toStreet - street)
    if rest.0 + rest.1 > 0 || first.count < places.count {
      let count = places.count - first.count
      let name =
        count > 0
        ? LocalizedText(zh: "其余 \(count) 处", en: "\(count) more")
        : LocalizedText(zh: "未定地点", en: "Place not known")
      rows.append(row(name, rest, moved.unitShiftsPerDay - shifts))
    }
    let all = LocalizedText(zh: "合计", en: "All")
    rows.append(row(all, (moved.toCommunity, moved.toStreet), moved.unitShiftsPerDay, tone: .total))
    return DataTable(heads: heads, rows: rows, layout: .compact)
  }

  private static let heads = [
    LocalizedText(zh: "派出所或备用点", en: "Station or reserve site"),
    LocalizedText(zh: "到社区\n名", en: "To the community\nofficers"),
    LocalizedText(zh: "到街面\n名", en: "To the street\nofficers"),
    LocalizedText(zh: "街面班次\n个/日", en: "Street shifts\nper day")
  ]

  /// Those with most officers first, in the order of the study among equals; stations before reserve sites where all are shown.
  private static func ordered(_ places: [OfficerPlace]) -> [OfficerPlace] {
    guard places.count > all else { return places }
    return places.enumerated().sorted { one, other in
      let (own, others) = (one.element, other.element)
      return (-own.toCommunity - own.toStreet, one.offset) < (
        -others.toCommunity - others.toStreet, other.offset
      )
    }.map(\.element)
  }

  private static func sum(_ places: some Sequence<OfficerPlace>, _ officers: KeyPath<OfficerPlace, Int>)
    -> Int
  {
    places.reduce(0) { $0 + $1[keyPath: officers] }
  }

  private static func row(
    _ name: LocalizedText, _ officers: (community: Int, street: Int), _ shifts: Double,
    tone: DataTable.Tone = .plain
  ) -> DataTable.Row {
    DataTable.Row(
      head: name,
      cells: [
        DataTable.Cell(NumberText.whole(officers.community)),
        DataTable.Cell(NumberText.whole(officers.street)),
        DataTable.Cell(NumberText.level(shifts, decimals: 2))
      ], tone: tone)
  }
}
