/// What a cell looks like without what it says: names and telephone numbers that slipped into a column stay unknown.
enum CellShape {
  /// The most characters that are shown.
  private static let longest = 24

  /// Returns the cell with every digit as 9, every Chinese character as 字 and every other letter as a; punctuation is kept.
  static func of(_ cell: String) -> String {
    let shape = String(cell.prefix(longest).map(mask))
    return cell.count > longest ? shape + "…" : shape
  }

  /// Returns the cell as it is where it stands in several rows and is no free text, as categories do and people do not; otherwise
  /// its shape.
  static func shown(_ cell: String, rows: Int) -> String {
    rows > 1 && CategoryText.areCategories([cell]) ? cell : of(cell)
  }

  /// Returns words with their numbers of rows, each as ``shown(_:rows:)``, the most frequent first.
  /// - Parameter isShown: Whether a word that repeats may be shown as it is.
  static func shown(
    _ words: [String: Int], where isShown: (String) -> Bool = { _ in true }
  ) -> [(text: String, rows: Int)] {
    Dictionary(words.map { (isShown($0) ? shown($0, rows: $1) : of($0), $1) }, uniquingKeysWith: +)
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  private static func mask(_ character: Character) -> Character {
    // Chinese numerals count as numbers too.
    if character.unicodeScalars.contains(where: \.properties.isIdeographic) { return "字" }
    if character.isNumber { return "9" }
    return character.isLetter ? "a" : character
  }
}
