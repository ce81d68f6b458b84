/// A number in JSON, or `null` where there is none: the key is always there.
struct NumberOrNull: Encodable {
  let value: Double?

  init(_ value: Double?) {
    self.value = value
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value { try container.encode(value) } else { try container.encodeNil() }
  }
}
