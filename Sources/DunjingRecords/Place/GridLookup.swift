import DunjingScenario

/// Grids by their ids, and by their names where no other grid has the same.
struct GridLookup {
  private var levels: [[String: Grid?]] = []

  init(_ grids: [Grid]) {
    let keys: [(Grid) -> String] = [\.id, \.community, { Self.plain($0.id) }, { Self.plain($0.community) }]
    levels = keys.map { key in
      Dictionary(grids.map { (key($0), Optional($0)) }.filter { !$0.0.isEmpty }) { _, _ in nil }
    }
  }

  /// The grid of an id or a name; nil where none or several have it.
  subscript(text: String) -> Grid? {
    let plain = Self.plain(text)
    for (level, key) in zip(levels, [text, text, plain, plain]) {
      if let grid = level[key] { return grid }
    }
    return nil
  }

  /// Small letters without spaces; a number without zeros before it and without `.0`, as spreadsheets
  /// take 007 for 7 or 7.0.
  private static func plain(_ text: String) -> String {
    var plain = text.lowercased().filter { !$0.isWhitespace }
    if plain.hasSuffix(".0"), isNumber(plain.dropLast(2)) { plain.removeLast(2) }
    guard isNumber(plain[...]) else { return plain }
    let digits = plain.drop { $0 == "0" }
    return digits.isEmpty ? String(plain.prefix(1)) : String(digits)
  }

  private static func isNumber(_ text: Substring) -> Bool { text.allSatisfy { ("0"..."9").contains($0) } }
}
