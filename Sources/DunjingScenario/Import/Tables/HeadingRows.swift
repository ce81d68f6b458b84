/// The headings of a table in two rows, as where 民警 or Sworn stands in merged cells over 编制 and 实有, or Auth and Actual.
struct HeadingRows {
  /// The headings, those of two rows joined.
  let header: [CSVCell]
  /// The first row of headings.
  let first: Int
  /// The row below which the records stand.
  let last: Int

  /// - Parameters:
  ///   - rows: the rows in which something stands.
  ///   - place: the row that is known for the headings; the other one may be above or below.
  init(_ rows: [[CSVCell]], at place: Int) {
    let row = rows[place]
    if place > 0, Self.isAbove(rows[place - 1], row) {
      (header, first, last) = (Self.joined(rows[place - 1], row), place - 1, place)
    } else if place + 1 < rows.count, Self.isBelow(rows[place + 1], row) {
      (header, first, last) = (Self.joined(row, rows[place + 1]), place, place + 1)
    } else {
      (header, first, last) = (row, place, place)
    }
  }

  /// Whether a row stands over headings of which some are there twice or blank; a title is in the first cell, or alone.
  private static func isAbove(_ above: [CSVCell], _ row: [CSVCell]) -> Bool {
    let names = row.map(\.text).filter { !$0.isEmpty }
    let isOpen = Set(names).count < names.count || row.contains { $0.text.isEmpty }
    let hasGroup = above.dropFirst().contains { !$0.text.isEmpty }
    return isOpen && hasGroup && isTexts(above) && above.contains { $0.text.isEmpty }
  }

  /// Whether a row divides headings: it has texts where these are blank, and nothing below the first of them.
  private static func isBelow(_ below: [CSVCell], _ row: [CSVCell]) -> Bool {
    let texts = below.count { !$0.text.isEmpty }
    guard isTexts(below), below.first?.text.isEmpty == true, texts > 1 else { return false }
    let blank = row.indices.filter { row[$0].text.isEmpty && $0 < below.count && !below[$0].text.isEmpty }
    return !blank.isEmpty
  }

  private static func isTexts(_ row: [CSVCell]) -> Bool {
    row.allSatisfy { OfficeNumber.value(of: $0.text) == nil }
  }

  /// The headings of two rows: what stands above counts until the next one beside it.
  private static func joined(_ above: [CSVCell], _ below: [CSVCell]) -> [CSVCell] {
    var group = ""
    return (0..<max(above.count, below.count)).compactMap { index in
      let upper = index < above.count ? above[index] : nil
      let lower = index < below.count ? below[index] : nil
      if let text = upper?.text, !text.isEmpty { group = text }
      guard var cell = lower ?? upper else { return nil }
      if cell.text.isEmpty {
        cell.text = upper?.text ?? ""
      } else if !group.isEmpty {
        cell.text = group + (group.allSatisfy(\.isASCII) ? " " : "") + cell.text
      }
      return cell
    }
  }
}
