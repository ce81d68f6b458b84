/// What a record of the bundle may hold: the one table that the decoder, the validator, the schema and the
/// reference of keys share.
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
