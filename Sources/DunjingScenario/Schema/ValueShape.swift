/// A kind of value.
indirect enum ValueShape: Sendable {
  case number(NumberRange)
  case integer(NumberRange)
  case flag
  case text
  case localizedText
  case timeOfDay
  case day
  case choice([ChoiceShape])
  case choices([String])
  case distribution
  case weights(count: Int)
  case numbers(NumberRange)
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

  /// One of the values of a type.
  static func choice<Choice: DescribedChoice>(of type: Choice.Type) -> ValueShape {
    .choice(Choice.allCases.map { ChoiceShape(name: $0.rawValue, meaning: $0.meaning) })
  }

  /// The range of a number, or of any value of a list of numbers; nil where none is set.
  var range: NumberRange? {
    switch self {
    case .number(let range), .integer(let range), .keyedNumbers(let range), .numbers(let range): range
    case .weights: .nonnegative
    case .either(let choices): choices.lazy.compactMap(\.range).first
    default: nil
    }
  }

  /// The record that the value is or holds, or nil.
  var record: RecordShape? {
    switch self {
    case .record(let shape), .list(let shape), .table(let shape), .keyed(let shape): shape
    case .either(let choices): choices.lazy.compactMap(\.record).first
    default: nil
    }
  }

  /// Whether the value is a number for each of names that the user chose.
  var takesNames: Bool {
    switch self {
    case .keyedNumbers: true
    case .either(let choices): choices.contains(where: \.takesNames)
    default: false
    }
  }

  /// What a choice may be, with the meanings; empty for other kinds.
  var choices: [ChoiceShape] {
    if case .choice(let choices) = self { choices } else { [] }
  }
}

/// One value of a choice.
struct ChoiceShape: Sendable {
  let name: String
  let meaning: LocalizedText
}

/// A set of names that a key may take, each with its meaning.
protocol DescribedChoice: RawRepresentable, CaseIterable where RawValue == String {
  /// What the value says, in a few words.
  var meaning: LocalizedText { get }
}
