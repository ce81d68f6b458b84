/// A value of a scenario file: written as YAML in flow style, as a CSV cell or as JSON.
indirect enum Flow {
  case number(Double)
  case integer(Int)
  case text(String)
  case flag(Bool)
  case list([Flow])
  case record(Record)

  /// A list of numbers.
  static func numbers(_ values: [Double]) -> Flow { .list(values.map(Flow.number)) }

  /// A list of texts.
  static func texts(_ values: [String]) -> Flow { .list(values.map(Flow.text)) }

  /// The value in YAML; JSON at the same time, but for the keys of records.
  func yaml(quotesKeys: Bool = false) -> String {
    switch self {
    case .number(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .text(let text): "\"\(text.replacing("\"", with: "\\\""))\""
    case .flag(let flag): "\(flag)"
    case .list(let items): "[\(items.map { $0.yaml(quotesKeys: quotesKeys) }.joined(separator: ", "))]"
    case .record(let record): record.yaml(quotesKeys: quotesKeys)
    }
  }

  /// The value as a CSV cell.
  var cell: String {
    switch self {
    case .text(let text): text.contains(where: ", \"".contains) ? "\"\(text)\"" : text
    case .list(let items): items.map(\.cell).joined(separator: " ")
    default: yaml()
    }
  }
}

/// Keys with values, in the order they were written.
struct Record {
  private(set) var entries: [(key: String, value: Flow)] = []

  init(_ entries: [(key: String, value: Flow)] = []) {
    self.entries = entries
  }

  subscript(key: String) -> Flow? {
    get { entries.first { $0.key == key }?.value }
    set {
      entries.removeAll { $0.key == key }
      if let newValue { entries.append((key, newValue)) }
    }
  }

  func yaml(quotesKeys: Bool = false) -> String {
    let parts = entries.map { entry in
      let key = quotesKeys ? "\"\(entry.key)\"" : entry.key
      return "\(key): \(entry.value.yaml(quotesKeys: quotesKeys))"
    }
    return "{\(parts.joined(separator: ", "))}"
  }
}
