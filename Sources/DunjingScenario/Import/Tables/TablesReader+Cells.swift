// What stands in the cells of an office's table.
extension TablesReader {
  /// Returns the number in a cell, or nil after adding an issue; `fallback` stands for an empty cell.
  mutating func number(
    _ table: MatchedTable, _ key: String, _ row: [CSVCell], in range: ClosedRange<Double>,
    fallback: Double? = nil
  ) -> Double? {
    let cell = table.cell(key, row)
    if cell.text.isEmpty, let fallback { return fallback }
    if key != "delayWeight", OfficeNumber.saysNone(cell.text) {
      noteNil(cell, table, key)
      return 0
    }
    if let value = OfficeNumber.value(of: cell.text), range.contains(value) { return value }
    add(
      table.table, cell, content(of: cell, table, key),
      LocalizedText(
        zh: "请写 \(range.lowerBound.short) 至 \(range.upperBound.short) 的数，例如 \(Self.example(in: range))",
        en:
          "write a number from \(range.lowerBound.short) to \(range.upperBound.short), such as \(Self.example(in: range))"
      ))
    return nil
  }

  /// A number of a range.
  static func example(in range: ClosedRange<Double>) -> String {
    range.contains(1_234) ? "1234" : ((range.lowerBound + range.upperBound) / 2).short
  }

  /// Says once of a column that its dashes were read as 0.
  mutating func noteNil(_ cell: CSVCell, _ table: MatchedTable, _ key: String) {
    let note = LocalizedText(
      zh: "\(table.table.name)：'\(table.heading(key))' 中的 '\(cell.text)' 按 0 计",
      en: "\(table.table.name): '\(cell.text)' in '\(table.heading(key))' was read as 0")
    if !result.notes.contains(note) { result.notes.append(note) }
  }

  /// What a cell that is refused holds.
  func content(of cell: CSVCell, _ table: MatchedTable, _ key: String) -> LocalizedText {
    let heading = table.heading(key)
    return cell.text.isEmpty
      ? LocalizedText(zh: "'\(heading)' 为空", en: "'\(heading)' is empty")
      : LocalizedText(zh: "'\(heading)' 的值是 '\(cell.text)'", en: "'\(heading)' is '\(cell.text)'")
  }

  /// Returns the whole number in a cell, or nil after adding an issue.
  mutating func count(
    _ table: MatchedTable, _ key: String, _ row: [CSVCell], in range: ClosedRange<Double> = 0...1_000_000,
    fallback: Int? = nil
  ) -> Int? {
    guard let value = number(table, key, row, in: range, fallback: fallback.map(Double.init)) else {
      return nil
    }
    if let whole = Int(exactly: value) { return whole }
    let cell = table.cell(key, row)
    add(
      table.table, cell, content(of: cell, table, key),
      LocalizedText(zh: "请写整数", en: "write a whole number"))
    return nil
  }

  /// Returns the name in a row, or an empty one after adding an issue.
  mutating func name(_ table: MatchedTable, _ row: [CSVCell]) -> String {
    let cell = table.cell("name", row)
    if cell.text.isEmpty {
      add(
        table.table, cell, content(of: cell, table, "name"),
        LocalizedText(zh: "请写名称，或删去此行", en: "write the name, or take the row away"))
    }
    return cell.text
  }

  /// Returns the choice that a cell names by its value or a usual word, or nil after adding an issue.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ type: Choice.Type, _ table: MatchedTable, _ key: String, _ row: [CSVCell],
    else guess: Choice? = nil
  ) -> Choice? where Choice.RawValue == String {
    let cell = table.cell(key, row)
    let names = Choice.allCases.map(\.rawValue)
    if cell.text.isEmpty, let guess { return guess }
    if let choice = Choice(rawValue: cell.text) { return choice }
    if key == "kind", let kind = EnglishWord.facilityKind(of: cell.text) {
      return Choice(rawValue: kind.rawValue)
    }
    if let name = Spelling.nearest(to: cell.text, in: names) { return Choice(rawValue: name) }
    add(
      table.table, cell,
      LocalizedText(
        zh: cell.text.isEmpty ? "没有写明\(Self.noun(key).zh)" : "不认识\(Self.noun(key).zh) '\(cell.text)'",
        en: cell.text.isEmpty
          ? "the \(Self.noun(key).en) is not said" : "the \(Self.noun(key).en) '\(cell.text)' is not known"),
      LocalizedText(
        zh: "请写 \(names.map { "\($0)（\(ChineseWord.words(for: $0).listed.zh)）" }.listed.zh)",
        en: "write one of "
          + names.map { name in
            let words = EnglishWord.phrases(for: name).prefix(4)
            return words.isEmpty ? name : "\(name) (\(words.joined(separator: ", ")))"
          }.listed.en))
    return nil
  }

  private static func noun(_ key: String) -> LocalizedText {
    key == "kind"
      ? LocalizedText(zh: "设施种类", en: "kind of facility") : LocalizedText(zh: "区域类别", en: "class of the area")
  }

  /// Returns ids: those of the column where it is there, otherwise those that are made up.
  mutating func ids(_ table: MatchedTable, else made: (Int) -> String) -> [String] {
    var seen: [String: Int] = [:]
    return table.table.rows.indices.map { index in
      let cell = table.cell("id", table.table.rows[index])
      let id = cell.text.isEmpty ? made(index) : cell.text
      if let line = seen[id] {
        add(
          table.table, cell, LocalizedText(zh: "编号 '\(id)' 重复", en: "the id '\(id)' is there twice"),
          LocalizedText(zh: "请写另一个编号；它已用于第 \(line) 行", en: "write another one; it is that of line \(line)"))
      }
      seen[id] = cell.line
      return id
    }
  }
}
