import DunjingScenario

/// Ids of kinds out of recorded names: parts of key paths, so of ASCII letters, digits, hyphens and underscores.
enum KindID {
  /// Returns the name itself where it is such an id, else its letters and digits, else `k1`, `k2` and so on; never one taken.
  static func make(of name: String, taken: [String]) -> String {
    let isID = name.utf8.allSatisfy { isPlain($0) || $0 == 45 || $0 == 95 } && name.first?.isLetter == true
    if isID, !taken.contains(name) { return name }
    let used = Set(taken + DefaultCatalog.incidentKinds.map(\.id))
    let slug = name.split { !$0.utf8.allSatisfy(isPlain) }.joined(separator: "-").lowercased()
    let base = slug.first?.isLetter == true ? slug : "k"
    if base != "k", !used.contains(base) { return base }
    var number = base == "k" ? 1 : 2
    func id() -> String { base == "k" ? "k\(number)" : "\(base)-\(number)" }
    while used.contains(id()) { number += 1 }
    return id()
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }
}
