/// A key of a record: its kind of value and all that the reference says about it.
struct KeyShape: Sendable {
  let name: String
  let value: ValueShape
  /// What it is and does, in one sentence.
  let meaning: LocalizedText
  /// The unit of its numbers.
  let unit: KeyUnit?
  /// What a scenario has that does not give it; nil where nothing takes its place.
  let fallback: KeyDefault?
  /// What it changes.
  let effect: KeyEffect
  var isRequired = false

  /// A key that may be left out.
  static func key(
    _ name: String, _ value: ValueShape, zh: String, en: String, unit: KeyUnit? = nil,
    default fallback: KeyDefault? = nil, effect: KeyEffect = .simulation
  ) -> KeyShape {
    KeyShape(
      name: name, value: value, meaning: LocalizedText(zh: zh, en: en), unit: unit, fallback: fallback,
      effect: effect)
  }

  /// A key that has to be given.
  static func required(
    _ name: String, _ value: ValueShape, zh: String, en: String, unit: KeyUnit? = nil,
    effect: KeyEffect = .simulation
  ) -> KeyShape {
    KeyShape(
      name: name, value: value, meaning: LocalizedText(zh: zh, en: en), unit: unit, fallback: nil,
      effect: effect, isRequired: true)
  }

  /// The range of a number, of any value of a list of numbers, or any number.
  var range: NumberRange { value.range ?? .any }
}
