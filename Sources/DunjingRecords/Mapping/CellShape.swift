/// What a cell looks like without what it says: names and telephone numbers that slipped into a column stay unknown.
enum CellShape {
  /// The most characters that are shown.
  private static let longest = 24

  /// Returns the cell with every digit as 9, every Chinese character as 字 and every other letter as a; punctuation is kept.
  static func of(_ cell: String) -> String {
    let shape = String(cell.prefix(longest).map(mask))
    return cell.count > longest ? shape + "…" : shape
  }

  private static func mask(_ character: Character) -> Character {
    // Chinese numerals count as numbers too.
    if character.unicodeScalars.contains(where: \.properties.isIdeographic) { return "字" }
    if character.isNumber { return "9" }
    return character.isLetter ? "a" : character
  }
}
