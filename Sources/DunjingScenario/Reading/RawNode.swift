/// A value as it stands in a file, with its place: what YAML, CSV and GeoJSON are read into before decoding.
struct RawNode: Sendable {
  var content: RawContent
  var place: Place
}

/// What a raw value is.
enum RawContent: Sendable {
  /// A text without structure; quoted texts are never numbers or flags.
  case scalar(String, isQuoted: Bool)
  /// A list.
  case list([RawNode])
  /// Keys and values in file order; a key may occur twice.
  case mapping([RawEntry])
  /// A key without a value.
  case empty
}

/// One key of a mapping with its value.
struct RawEntry: Sendable {
  var key: String
  var place: Place
  var value: RawNode
}

/// A place in a file of the bundle; lines and columns count from 1.
struct Place: Sendable, Equatable {
  /// Index into the log's file names.
  var file: Int
  var line: Int
  var column: Int
}

extension RawNode {
  /// The entries, or nil if the value is not a mapping.
  var entries: [RawEntry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The elements, or nil if the value is not a list.
  var elements: [RawNode]? {
    if case .list(let elements) = content { elements } else { nil }
  }

  /// The text of a scalar, or nil.
  var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The value of a key, or nil.
  subscript(key: String) -> RawNode? {
    entries?.first { $0.key == key }?.value
  }

  /// The value as a short text on one line, for messages and tables.
  var flowText: String {
    switch content {
    case .scalar(let text, _): text
    case .empty: ""
    case .list(let elements): "[" + elements.map(\.flowText).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.key): \($0.value.flowText)" }.joined(separator: ", ") + "}"
    }
  }

  /// The value as messages show it: cut after 40 characters.
  var shownText: String {
    let text = flowText
    return text.count > 40 ? text.prefix(40) + "…" : text
  }
}
