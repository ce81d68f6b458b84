/// Whether the cells of a column are categories rather than free text, which could hold personal data.
enum CategoryText {
  /// The most different values, the longest value, the digits in a row that may be a telephone number, and the rows above which
  /// values have to repeat.
  private static let (mostValues, longest, digits, fewRows) = (300, 60, 7, 50)

  /// Whether all cells are short and without long numbers, and few are different.
  static func areCategories(_ cells: [String]) -> Bool {
    var values: Set<String> = []
    for cell in cells where !cell.isBlankCell {
      guard values.insert(cell).inserted else { continue }
      guard values.count <= mostValues, cell.count <= longest, !hasLongNumber(cell) else { return false }
    }
    return cells.count <= fewRows || 2 * values.count <= cells.count
  }

  private static func hasLongNumber(_ text: String) -> Bool {
    var run = 0
    for character in text {
      run = character.isNumber ? run + 1 : 0
      if run >= digits { return true }
    }
    return false
  }
}
