/// The value that a source states of a key, beside the one that the study has for it.
struct StatedValue {
  /// The value as it stands in the table of sources: a number, a word, or a list or record as YAML has them; of several records
  /// what they have, as 14/12/11.
  let text: String

  /// Whether the study has another value: another number or word, or a list or record with another one in it. A text that is
  /// neither, such as 261 rows, and values of two forms are not compared.
  func differs(from written: String) -> Bool {
    guard let own = Form(written) else { return false }
    return text.split(separator: "/").allSatisfy { Form(String($0))?.differs(from: own) ?? false }
      && !text.isEmpty
  }

  private enum Form {
    case number(Double)
    case word(String)
    /// The values of a list or record, by their paths in it.
    case parts([String: String])

    init?(_ text: String) {
      let isNested = text.hasPrefix("{") || text.hasPrefix("[")
      if let number = Double(text) {
        self = .number(number)
      } else if isNested, let parts = Self.parts(of: text) {
        self = .parts(parts)
      } else if !text.isEmpty, text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) {
        self = .word(text)
      } else {
        return nil
      }
    }

    private static func parts(of text: String) -> [String: String]? {
      let log = IssueLog()
      guard let root = YAMLReader(file: log.file(ScenarioBundle.fileName), log: log).read(text) else {
        return nil
      }
      var leaves: [(path: String, text: String)] = []
      if let elements = root.elements, !elements.contains(where: { $0.entries != nil }) {
        leaves = elements.enumerated().map { ("\($0)", $1.flowText) }
      } else {
        root.collectLeaves(at: "", into: &leaves)
      }
      return Dictionary(leaves.map { ($0.path, $0.text) }) { one, _ in one }
    }

    func differs(from other: Form) -> Bool {
      switch (self, other) {
      case (.number(let one), .number(let two)): abs(one - two) > 1e-9 * max(abs(one), abs(two))
      case (.word(let one), .word(let two)): one != two
      case (.parts(let one), .parts(let two)):
        Set(one.keys) != Set(two.keys) || one.contains { Self.leafDiffers($0.value, two[$0.key] ?? "") }
      default: false
      }
    }

    private static func leafDiffers(_ one: String, _ other: String) -> Bool {
      guard let first = Form(one), let second = Form(other) else { return one != other }
      if case .number = first, case .number = second { return first.differs(from: second) }
      if case .parts = first, case .parts = second { return first.differs(from: second) }
      return one != other
    }
  }
}
