import Foundation

/// A linear program as a file in free MPS says it: minimize costs · x, rows of sparse terms, bounds of variables.
package struct PlainProgram: Sendable {
  package enum Kind: String, Sendable {
    case equal = "E"
    case atMost = "L"
    case atLeast = "G"
  }

  package struct Row: Sendable {
    package let kind: Kind
    package var terms: [(variable: Int, value: Double)] = []
    package var limit = 0.0
  }

  package struct Mistake: Error, Equatable {
    package let line: String

    package init(line: String) {
      self.line = line
    }
  }

  package private(set) var rows: [Row] = []
  package private(set) var costs: [Double] = []
  package private(set) var lower: [Double] = []
  package private(set) var upper: [Double] = []

  private var rowNumbers: [Substring: Int] = [:]
  private var variableNumbers: [Substring: Int] = [:]
  private var objective: Substring?

  /// Reads a file; throws the first line that is not understood. Ranges, integers and negative upper bounds without a
  /// lower one are not.
  package init(mps text: String) throws {
    var section: Substring = ""
    for line in text.split(separator: "\n") where !line.hasPrefix("*") {
      let words = line.split(separator: " ")
      guard let first = words.first else { continue }
      if !line.hasPrefix(" ") {
        section = first
        continue
      }
      guard read(words, of: section) else { throw Mistake(line: String(line)) }
    }
    guard section == "ENDATA" else { throw Mistake(line: "the end is missing") }
  }

  /// A program that is stored beside the linear tests, or in a folder.
  package init(netlib name: String, in folder: URL? = nil) throws {
    let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("DunjingLinearTests/Netlib")
    let file = (folder ?? fixtures).appendingPathComponent(name + ".mps")
    try self.init(mps: String(contentsOf: file, encoding: .utf8))
  }

  private mutating func read(_ words: [Substring], of section: Substring) -> Bool {
    switch section {
    case "ROWS": words.count == 2 && addRow(words[1], words[0])
    case "COLUMNS": words.count == 3 && addTerm(words)
    case "RHS": words.count == 3 && addLimit(words)
    case "BOUNDS": addBound(words)
    default: false
    }
  }

  private mutating func addRow(_ name: Substring, _ letter: Substring) -> Bool {
    if letter == "N" && objective == nil {
      objective = name
      return true
    }
    guard let kind = Kind(rawValue: String(letter)), rowNumbers[name] == nil else { return false }
    rowNumbers[name] = rows.count
    rows.append(Row(kind: kind))
    return true
  }

  private mutating func addTerm(_ words: [Substring]) -> Bool {
    guard let value = Double(words[2]) else { return false }
    let variable = variableNumbers[words[0]] ?? costs.count
    if variable == costs.count {
      variableNumbers[words[0]] = variable
      costs.append(0)
      lower.append(0)
      upper.append(.infinity)
    }
    if words[1] == objective {
      costs[variable] = value
      return true
    }
    guard let row = rowNumbers[words[1]] else { return false }
    rows[row].terms.append((variable, value))
    return true
  }

  private mutating func addLimit(_ words: [Substring]) -> Bool {
    guard let row = rowNumbers[words[1]], let value = Double(words[2]) else { return false }
    rows[row].limit = value
    return true
  }

  private mutating func addBound(_ words: [Substring]) -> Bool {
    guard words.count >= 3, let variable = variableNumbers[words[2]] else { return false }
    let value = words.count == 4 ? Double(words[3]) : nil
    switch (words[0], value) {
    case ("FR", nil): lower[variable] = -.infinity
    case ("MI", nil): lower[variable] = -.infinity
    case ("LO", let value?): lower[variable] = value
    case ("UP", let value?) where value >= lower[variable]: upper[variable] = value
    case ("FX", let value?): (lower[variable], upper[variable]) = (value, value)
    default: return false
    }
    return true
  }
}
