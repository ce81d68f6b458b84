/// What a record of the bundle may hold: the one table that the decoder, the validator and the schema share.
struct RecordShape: Sendable {
  let name: String
  let keys: [KeyShape]
  /// What the geometry of a feature gives to a row of a GeoJSON table.
  let geometry: GeometryUse
  private let positions: [String: Int]

  init(_ name: String, _ keys: [KeyShape], geometry: GeometryUse = .nothing) {
    self.name = name
    self.keys = keys
    self.geometry = geometry
    positions = Dictionary(keys.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns the shape of a key, or nil if there is no such key.
  subscript(key: String) -> KeyShape? {
    positions[key].map { keys[$0] }
  }

  /// The names of all keys.
  var names: [String] { keys.map(\.name) }
}

/// A key of a record with its kind of value.
struct KeyShape: Sendable {
  let name: String
  let value: ValueShape
  var isRequired = false

  static func key(_ name: String, _ value: ValueShape) -> KeyShape {
    KeyShape(name: name, value: value)
  }

  static func required(_ name: String, _ value: ValueShape) -> KeyShape {
    KeyShape(name: name, value: value, isRequired: true)
  }

  /// The range of a number, of any value of a list of numbers, or any number.
  var range: NumberRange { Self.range(of: value) }

  private static func range(of value: ValueShape) -> NumberRange {
    switch value {
    case .number(let range), .integer(let range), .keyedNumbers(let range): range
    case .weights: .nonnegative
    case .either(let choices): choices.map(range).first { $0 != .any } ?? .any
    default: .any
    }
  }
}

/// A kind of value.
indirect enum ValueShape: Sendable {
  case number(NumberRange)
  case integer(NumberRange)
  case flag
  case text
  case localizedText
  case timeOfDay
  case day
  case choice([String])
  case choices([String])
  case distribution
  case weights(count: Int)
  case texts
  case integers
  case record(RecordShape)
  case list(RecordShape)
  case table(RecordShape)
  case keyed(RecordShape)
  case keyedNumbers(NumberRange)
  case literal(String)
  case either([ValueShape])

  static var share: ValueShape { .number(.share) }
  static var nonnegative: ValueShape { .number(.nonnegative) }
  static var positive: ValueShape { .number(.positive) }
}
