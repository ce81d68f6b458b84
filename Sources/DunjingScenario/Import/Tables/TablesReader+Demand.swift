// Incidents of grids.
extension TablesReader {
  /// Incidents a day, where the heading or the user says how many days the counts cover.
  mutating func readDemand(_ rows: [GridRow], _ table: MatchedTable) {
    assumeUnsaid(table)
    noteBlankCounts(rows, table)
    let heading = table.heading("demandWeight")
    let sum = rows.compactMap(\.demand).reduce(0, +)
    guard sum > 0 else { return }
    guard let days = settings.days ?? (Self.saysYear(heading) || EnglishWord.saysYear(heading) ? 365 : nil)
    else {
      result.notes.append(
        LocalizedText(
          zh: "'\(heading)' 只作各网格的份额；若是某段时间的起数，请用 --days 指明天数",
          en:
            "'\(heading)' only gives shares of grids; if it counts incidents of some days, say how many with --days"
        ))
      return
    }
    result.incidentsPerDay = sum / days
    let counts = "\(Int(sum.rounded())) / \(days.short) = \(((sum / days * 10).rounded() / 10).short)"
    let mayBeInvalid = heading.contains("接警") || !heading.contains("有效")
    result.notes.append(
      LocalizedText(
        zh: "日均警情按 '\(heading)' 计：\(counts) 起"
          + (mayBeInvalid ? "；其中若含无效警情，请把 demand.incidentsPerDay 改小" : ""),
        en: "incidents a day by '\(heading)': \(counts)"
          + (mayBeInvalid ? "; if that counts invalid calls too, lower demand.incidentsPerDay" : "")))
  }

  /// Notes what no column says of the grids.
  private mutating func assumeUnsaid(_ table: MatchedTable) {
    assumeClasses(table)
    let name = table.table.name
    if !table.has("demandWeight") {
      assume(
        "grids.*.demandWeight",
        LocalizedText(
          zh: "\(name)：没有警情数列，警情按居民数分配",
          en: "\(name): no column of incidents: they are shared out by residents"))
    }
  }

  /// Notes that no column says the classes of grids.
  mutating func assumeClasses(_ table: MatchedTable) {
    guard !table.has("areaClass") else { return }
    let name = table.table.name
    assume(
      "grids.*.areaClass",
      LocalizedText(
        zh: "\(name)：没有区域类别列，网格都按一般区域", en: "\(name): no column of classes: all grids are general areas"))
  }

  /// Says which grids have no count of incidents, and that nothing was taken.
  private mutating func noteBlankCounts(_ rows: [GridRow], _ table: MatchedTable) {
    guard table.has("demandWeight") else { return }
    let blank = rows.indices.filter { table.cell("demandWeight", table.table.rows[$0]).text.isEmpty }
    guard !blank.isEmpty else { return }
    let lines = blank.map { "\(table.table.rows[$0][0].line)" }.listed
    let residents = blank.map { rows[$0].population }.reduce(0, +).rounded().short
    let heading = table.heading("demandWeight")
    result.assumptions.append(
      ImportedAssumption(
        key: "grids.*.demandWeight",
        note: LocalizedText(
          zh: "\(table.table.name)：'\(heading)' 为空的 \(blank.count) 行按 0 计",
          en:
            "\(table.table.name): 0 in the \(EnglishCount.text(blank.count, "row", "rows")) where '\(heading)' is empty"
        )))
    result.notes.append(
      LocalizedText(
        zh: "\(table.table.name)：第 \(lines.zh) 行的 '\(heading)' 为空，按 0 计（其居民共 \(residents) 人）；如不为 0 请补",
        en:
          "\(table.table.name): '\(heading)' is empty in \(blank.count == 1 ? "line" : "lines") \(lines.en), and 0 was taken "
          + "(for \(residents) residents); write the number where it is not 0"))
  }

  /// Whether a heading says that counts are those of one whole year.
  static func saysYear(_ heading: String) -> Bool {
    guard let year = heading.firstIndex(of: "年") else { return false }
    let (before, after) = (heading[..<year], heading[heading.index(after: year)...])
    let isOne =
      before.isEmpty || ["去", "全", "上", "本"].contains(before) || (before.count == 4 && Int(before) != nil)
    return isOne && !after.contains { $0.isNumber || "半季月周日占比率份".contains($0) }
  }
}
