/// What a key path of a scenario takes, if it names a number.
struct NumberKey {
  /// The numbers it takes.
  let range: NumberRange
  /// Whether it takes whole numbers only.
  let isWhole: Bool

  /// Finds the number that a key path names; nil where it names none.
  /// - Parameter path: as in ``ScenarioOverride``, with `*` for every record of a list or every name.
  init?(_ path: String) {
    let steps = KeyPathStep.steps(of: path)
    guard !steps.isEmpty, let found = Self.find(steps[...], .record(Shapes.scenario)) else { return nil }
    self = found
  }

  private init(_ range: NumberRange, isWhole: Bool = false) {
    (self.range, self.isWhole) = (range, isWhole)
  }

  private static func find(_ steps: ArraySlice<KeyPathStep>, _ shape: ValueShape) -> NumberKey? {
    if case .either(let choices) = shape { return choices.lazy.compactMap { find(steps, $0) }.first }
    guard let step = steps.first else {
      return switch shape {
      case .number(let range): NumberKey(range)
      case .integer(let range): NumberKey(range, isWhole: true)
      default: nil
      }
    }
    let rest = steps.dropFirst()
    switch (shape, step) {
    case (.record(let record), .key(let name)): return record[name].flatMap { find(rest, $0.value) }
    case (.keyed(let record), .key), (.list(let record), _), (.table(let record), _):
      return find(rest, .record(record))
    case (.keyedNumbers(let range), .key), (.numbers(let range), .index):
      return rest.isEmpty ? NumberKey(range) : nil
    case (.weights, .index): return rest.isEmpty ? NumberKey(.nonnegative) : nil
    case (.distribution, .key(let name)):
      guard let form = DistributionForm(rawValue: name), case .key(let parameter)? = rest.first,
        rest.count == 1, form.parameters.contains(parameter)
      else { return nil }
      return NumberKey(.any)
    default: return nil
    }
  }
}
