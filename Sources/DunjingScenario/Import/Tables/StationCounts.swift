/// A table of incidents by station or town, as a bureau counts them: a name and a total in each row.
struct StationCounts {
  /// A row with a name.
  struct Row {
    let name: String
    /// Incidents.
    let count: Double
  }

  let table: String
  /// The heading of the totals.
  let heading: String
  let rows: [Row]
  /// Whether the heading, the title or the name of the file says that these are incidents of one whole year.
  let isOfYear: Bool

  /// Reads a table; nil where it is none of incidents by station or town.
  init?(_ table: OfficeTable) {
    let headings = table.header.map(\.text)
    let about = [table.fileName] + table.title + headings
    guard let name = headings.firstIndex(where: Self.names), let total = Self.total(headings),
      name != total, about.contains(where: Self.countsIncidents),
      !headings.contains(where: { StudyTableColumns.weight(of: $0, for: "sworn", in: .officers) != nil })
    else { return nil }
    rows = table.rows.compactMap { row in
      guard row.indices.contains(name), row.indices.contains(total),
        let count = OfficeNumber.value(of: row[total].text), count >= 0, !row[name].text.isEmpty
      else { return nil }
      return Row(name: row[name].text, count: count)
    }
    guard !rows.isEmpty else { return nil }
    (self.table, heading) = (table.name, headings[total])
    let dated = ([headings[total], table.fileName] + table.title).map(Self.withoutNumbersOfCalls)
      .filter { text in Self.countsIncidents(text) && text.contains { $0 == "年" || $0.isNumber } }
    isOfYear =
      !dated.isEmpty && dated.allSatisfy(Self.saysYear) && !about.contains(where: Self.saysPartOfYear)
  }

  /// Whether a title says that it is about one whole year: 江州市公安局2025年警情统计.
  private static func saysYear(_ title: String) -> Bool {
    let dated = title.contains(where: \.isNumber) ? String(title.drop { !$0.isNumber }) : title
    return TablesReader.saysYear(dated) || EnglishWord.saysYear(title)
  }

  /// Whether a text names a part of a year: 2025年1—6月, 上半年, 第一季度, 3月份.
  private static func saysPartOfYear(_ text: String) -> Bool {
    if ["季度", "半年", "月份", "quarter", "half year", "half-year"].contains(where: text.lowercased().contains) {
      return true
    }
    let months = /(\d{1,2})\s*月?\s*(?:\d{1,2}\s*日)?\s*[-—–－~～至到]+\s*(?:\d{4}\s*年)?\s*(\d{1,2})\s*月/
    return text.matches(of: months).contains { ($0.1, $0.2) != ("1", "12") && ($0.1, $0.2) != ("01", "12") }
  }

  /// A text without the numbers that one calls, which are no dates.
  private static func withoutNumbersOfCalls(_ text: String) -> String {
    text.replacing("110", with: "").replacing("122", with: "")
  }

  /// Whether a heading is that of names of stations or towns.
  private static func names(_ heading: String) -> Bool {
    ["station", "town", "name"].contains {
      StudyTableColumns.weight(of: heading, for: $0, in: .grids) != nil
    } || StudyTableColumns.weight(of: heading, for: "name", in: .officers) != nil
  }

  /// The column of totals: one that says so, otherwise the only one that counts incidents.
  private static func total(_ headings: [String]) -> Int? {
    let plain = headings.map { heading in
      heading.filter { !$0.isWhitespace }.prefix { !"（(".contains($0) }.lowercased()
    }
    let totals = ["合计", "总计", "总数", "总量", "警情总数", "警情总量", "警情合计", "total"]
    let counts = headings.indices.filter { countsIncidents(headings[$0]) }
    return plain.firstIndex(where: totals.contains) ?? (counts.count == 1 ? counts[0] : nil)
  }

  /// Whether a text speaks of incidents, and not of a rate of them.
  private static func countsIncidents(_ text: String) -> Bool {
    !["率", "比", "%", "％", "时长", "时间"].contains(where: text.contains)
      && StudyTableColumns.weight(of: text, for: "demandWeight", in: .grids) != nil
  }
}
