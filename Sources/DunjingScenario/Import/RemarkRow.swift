/// A row of a list that holds no record: a total, or a note.
package enum RemarkRow {
  private static let totals = ["合计", "总计", "小计", "共计", "total", "sum"]
  private static let notes = ["注", "备注", "说明", "填表", "制表", "填报", "审核"]
  private static let englishNotes = [
    "note", "source", "prepared by", "as of", "remark", "footnote", "comment", "nb"
  ]
  /// Words that begin a total in English, and those that sum all rows.
  private static let englishTotals = [
    ["total"], ["totals"], ["subtotal"], ["subtotals"], ["sub", "total"], ["grand", "total"]
  ]
  private static let wholes = ["grandtotal", "overalltotal", "citytotal", "hqtotal"]
  /// The words from which a text that stands alone in its row is a sentence.
  private static let sentence = 6
  /// What is counted, behind the number of a total: 合计：3025条.
  private static let units = ["条记录", "条", "行", "起", "件", "次", "宗", "人", "名", "户", "records", "rows", "calls"]

  /// Whether the first text of a row that is no number says that the row sums the others, or is a note.
  package static func isOne(_ row: [CSVCell]) -> Bool {
    guard let first = firstWord(row) else { return false }
    let (word, isCounted) = withoutNumber(first)
    let text = firstText(row) ?? ""
    let isTotal =
      totals.contains(where: word.hasSuffix) || (word == "共" && isCounted) || beginsTotal(text)
    return isTotal || isNote(row) || (row.count { !$0.text.isEmpty } == 1 && isEnglishNote(text))
  }

  /// Whether every text of a row begins with a word of notes, or stands behind one that ends with a colon: 填表人：,王某,审核人：李某.
  private static func isNote(_ row: [CSVCell]) -> Bool {
    let cells = row.filter { !plain($0).isEmpty }
    let begins = cells.map { cell in notes.contains(where: plain(cell).hasPrefix) }
    return begins.contains(true)
      && cells.indices.allSatisfy { index in
        begins[index] || (index > 0 && begins[index - 1] && isOpen(cells[index - 1]))
      }
  }

  /// Whether what a text announces stands behind it.
  private static func isOpen(_ cell: CSVCell) -> Bool {
    let end = cell.text.last { !$0.isWhitespace }
    return end == ":" || end == "："
  }

  /// Whether a row sums all the others, by a word that stands alone: 合计, not 小计.
  static func isTotal(_ row: [CSVCell]) -> Bool {
    firstWord(row).map { (totals.contains($0) && $0 != "小计") || wholes.contains($0) } ?? false
  }

  /// Whether a text begins with a word for a total: Subtotal Central.
  private static func beginsTotal(_ text: String) -> Bool {
    let words = EnglishWord.words(of: text)
    return englishTotals.contains { words.starts(with: $0.map { Substring($0) }) }
  }

  /// Whether a text that stands alone is a note: by its first word, an asterisk, or as it is a sentence.
  private static func isEnglishNote(_ text: String) -> Bool {
    guard !text.hasPrefix("*") && !text.hasPrefix("†") else { return true }
    let words = EnglishWord.words(of: text)
    let starts = englishNotes.contains { note in
      let parts = EnglishWord.words(of: note)
      return words.starts(with: parts) || words.first.map { $0 == note + "s" } ?? false
    }
    return starts || words.count >= sentence
  }

  /// The first text of a row that is no number, as it was written.
  private static func firstText(_ row: [CSVCell]) -> String? {
    row.lazy.map(\.text).first { !$0.isEmpty && OfficeNumber.value(of: $0) == nil }
  }

  /// The first text of a row that is no number.
  private static func firstWord(_ row: [CSVCell]) -> String? {
    row.lazy.map(plain).first { !$0.isEmpty && OfficeNumber.value(of: $0) == nil }
  }

  /// A text without the number at its end, and whether there was one.
  private static func withoutNumber(_ text: String) -> (word: Substring, isCounted: Bool) {
    let unit = units.first(where: text.hasSuffix)?.count ?? 0
    let counted = text.dropLast(unit)
    guard counted.last?.isNumber == true else { return (text[...], false) }
    let digits = counted.reversed().prefix { $0.isNumber || ",.，".contains($0) }.count
    return (counted.dropLast(digits), true)
  }

  private static func plain(_ cell: CSVCell) -> String {
    cell.text.filter { !$0.isWhitespace && $0 != ":" && $0 != "：" }.lowercased()
  }
}
