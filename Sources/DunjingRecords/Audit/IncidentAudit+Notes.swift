import DunjingScenario

extension IncidentAudit {
  /// Words of a list that are shown.
  private static let shownWords = 6

  /// What was passed over or added: rows that are no calls, calls that do not count, positions converted, places by grids, and columns
  /// for the sake of privacy.
  public var notes: [LocalizedText] {
    [titleNote, remarkNote].compactMap(\.self) + validityNotes + positionNotes + gridNotes + doubts
  }

  /// That rows above the header were skipped; nil where there are none.
  public var titleNote: LocalizedText? {
    guard titleRows > 0 else { return nil }
    return LocalizedText(
      zh: "略去表头之上的 \(titleRows) 行标题",
      en: "\(EnglishCount.text(titleRows, "row", "rows")) of titles above the header skipped")
  }

  /// The columns that were not taken for the sake of privacy, and how to name them if that is wrong; no cell of them is shown.
  public var doubts: [LocalizedText] {
    let kind = doubtfulKind.map {
      LocalizedText(
        zh: "未取 '\($0)' 列作类别：像自由文本，可能含个人信息；若确为类别，请用 --kind-column 指明",
        en:
          "'\($0)' was not taken as the kind: free text, could hold personal data; name it with --kind-column if it is a category"
      )
    }
    let id = doubtfulId.map {
      LocalizedText(
        zh: "未取 '\($0)' 列作编号：像手机号或身份证号，各行没有编号，也查不出重号；若确为编号，请用 --id-column 指明",
        en:
          "'\($0)' was not taken as the id: its cells look like telephone or identity numbers; rows have no id, and none is found "
          + "twice; name it with --id-column if it is an id")
    }
    return [kind, id].compactMap { $0 }
  }

  /// That totals and notes are no calls; nil where there are none.
  public var remarkNote: LocalizedText? {
    guard !remarkRows.isEmpty else { return nil }
    let more = remarkRows.count > Self.shownWords
    let numbers = remarkRows.prefix(Self.shownWords).map(String.init).listed
    return LocalizedText(
      zh: "略去 \(remarkRows.count) 行合计或说明（第 \(numbers.zh)\(more ? " … " : " ")行）",
      en: "\(EnglishCount.text(remarkRows.count, "row", "rows")) of totals or notes left out "
        + "(\(EnglishCount.form(remarkRows.count, "row", "rows")) \(numbers.en)\(more ? ", …" : ""))")
  }

  /// How many calls do not count by the column that says so, which of its words are not known, and how many more do not count by
  /// their kinds.
  public var validityNotes: [LocalizedText] {
    [leftOut(by: .validity), unknownValidity].compactMap(\.self)
      + IncidentField.kindLevels.filter { field in validity.contains { $0.field == field } }.compactMap(
        leftOut)
  }

  private func leftOut(by field: IncidentField) -> LocalizedText? {
    guard let column = column(of: field) else { return nil }
    let invalid = validity.filter { $0.field == field && $0.isValid == false }
    let count = invalid.reduce(0) { $0 + $1.rows }
    let words = Self.list(invalid.map { ($0.text, $0.rows) })
    return count == 0
      ? LocalizedText(zh: "按 '\(column)'，没有无效的行", en: "by '\(column)', all rows are valid")
      : LocalizedText(
        zh: "按 '\(column)'，\(count) 行无效（\(words.zh)）：不计入需求、用时和地点",
        en:
          "by '\(column)', \(EnglishCount.text(count, "row is", "rows are")) not valid (\(words.en)): left out of demand, times and places"
      )
  }

  private var unknownValidity: LocalizedText? {
    let unknown = validity.filter { $0.isValid == nil }.map { ($0.text, $0.rows) }
    guard let column = column(of: .validity), !unknown.isEmpty else { return nil }
    let list = Self.list(unknown)
    return LocalizedText(
      zh: "'\(column)' 中不认识的词按有效计：\(list.zh)",
      en: "words in '\(column)' that are not known count as valid: \(list.en)")
  }

  /// How many positions were in degrees, minutes and seconds.
  public var positionNotes: [LocalizedText] {
    convertedPositions == 0 ? [] : [DegreeText.converted(convertedPositions)]
  }

  /// That a column of grids would place the calls that have no position, where these are more than a few.
  private var missingGrids: LocalizedText? {
    let open = records.count { !$0.has(.invalid) && ($0.x == nil || $0.y == nil) }
    guard open >= Self.fewOpen.rows, Double(open) > Self.fewOpen.share * Double(records.count),
      open < records.count
    else { return nil }
    return LocalizedText(
      zh: "\(open) 行没有坐标，地点和路程不计；加一列网格或社区、村名（与研究的网格同名），用 --grid-column 指明，就按网格定位；地址不读",
      en:
        "\(EnglishCount.text(open, "row has", "rows have")) no position and \(open == 1 ? "says" : "say") nothing of places and ways; a column of grids, by the "
        + "names of the study, places them (--grid-column); addresses are not read"
    )
  }

  /// The rows without a position, and their share, from which they are told.
  private static let fewOpen = (rows: 10, share: 0.02)

  /// How many calls without a position were placed by their grid, or could be.
  public var gridNotes: [LocalizedText] {
    guard let column = column(of: .grid) else { return missingGrids.map { [$0] } ?? [] }
    guard let gridPlacement else {
      let open = records.count { $0.x == nil || $0.y == nil }
      guard open > 0, settings.grids.isEmpty else { return [] }
      return [
        LocalizedText(
          zh: "\(open) 行没有坐标；用 --study 指明研究，即可按 '\(column)' 定位",
          en:
            "\(EnglishCount.text(open, "row has", "rows have")) no position; '\(column)' places them by their grid where --study names the study"
        )
      ]
    }
    let placed = gridPlacement.placed
    let unknown = gridPlacement.unknown.reduce(0) { $0 + $1.rows }
    let list = Self.list(gridPlacement.unknown)
    return [
      placed == 0
        ? nil
        : LocalizedText(
          zh: "\(placed) 行没有可用的坐标，按 '\(column)' 放在所属网格的中心",
          en:
            "\(EnglishCount.text(placed, "row", "rows")) without a position placed at the center of the grid in '\(column)'"
        ),
      unknown == 0
        ? nil
        : LocalizedText(
          zh: "\(unknown) 行没有可用的坐标，'\(column)' 中所写也对不上研究的某一个网格：\(list.zh)",
          en:
            "\(EnglishCount.text(unknown, "row", "rows")) without a position not placed, as '\(column)' names none of the study's grids, or several: \(list.en)"
        )
    ].compactMap(\.self)
  }

  /// Words with their rows, the first of them.
  private static func list(_ words: [(text: String, rows: Int)]) -> LocalizedText {
    let list = words.prefix(shownWords).map { "\($0.text) \($0.rows)" }.listed
    return words.count > shownWords ? LocalizedText(zh: list.zh + " …", en: list.en + ", …") : list
  }
}
