import Dunjing

/// Pieces of text that a mutation inserts: keys of the schema, and values that break readers.
enum Tokens {
  /// All quoted names of the schema, that is keys and choices.
  static let names: [[UInt8]] = {
    var names = Set<String>()
    let parts = ScenarioSchema.json.split(separator: "\"")
    for (index, part) in parts.enumerated() where index % 2 == 1 && part.count < 32 {
      names.insert(String(part))
    }
    return names.sorted().map { Array($0.utf8) }
  }()

  /// Numbers at the edges of what numbers can be.
  static let numbers: [[UInt8]] = [
    "0", "-0", "-1", "1", "0.5", "1e308", "-1e308", "1e-308", "5e-324", "1e999", "nan", ".nan", ".inf",
    "-.inf",
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551616", "1e18",
    "1e19",
    "1e6", "1e9", "1e12", "16777216", "4294967296", "2147483648", "100000", "3660", "100", "24", "0x10",
    "0o17",
    "1_000", "1,5", "5%", "１２", "1e", "--1", "+1", "1.", ".5", "0.0000001", "٣", "1e-9", "0.99", "1.0000001"
  ].map { Array($0.utf8) }

  /// Marks of YAML, CSV and JSON, and characters that are none.
  static let marks: [[UInt8]] =
    [
      ": ", "- ", "{", "}", "[", "]", ",", "\"", "'", "#", "&a ", "*a", "!!str ", "!!binary ", "!tag ", "|\n",
      ">\n",
      "---\n", "...\n", "%YAML 1.2\n", "? ", "<<: ", "~", "null", "true", "no", "\t", "\r\n", "\r", "\n",
      "\n\n",
      "  ", "\u{FEFF}", "\u{2028}", "\u{85}", "\u{0}", "，", "：", "“", "”", "　", "警", "é", "e\u{301}", "👮🏽",
      "\\", "\\u0000", "\"\"", "\"\\ud800\"", "{zh: 甲, en: A}", "[[[[[[[[", "{a: {a: {a: ", "default",
      "grids.csv", "../grids.csv", "scenario.yaml", "/etc/passwd", "\"type\": \"FeatureCollection\"", "null}"
    ].map { Array($0.utf8) } + [
      [0xFF], [0xC3], [0xE4, 0xBD], [0xF0, 0x9F], [0xED, 0xA0, 0x80], [0x81, 0x30, 0x81, 0x30],
      [0x84, 0x31, 0xA4, 0x39],
      [0x80], [0xB2, 0xE2], [0x50, 0x4B, 0x03, 0x04]
    ]
}
