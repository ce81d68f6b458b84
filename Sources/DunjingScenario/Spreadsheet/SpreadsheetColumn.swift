/// A column of a table for a spreadsheet.
struct SpreadsheetColumn: Equatable {
  /// What stands in the first row: a key of the record, or the path of a value inside of it, such as `sceneMinutes.constant`.
  let header: String
  /// The keys that lead to the value.
  let steps: [String]
  /// What its cells hold.
  let kind: SpreadsheetCell.Kind

  /// A column of a table in a file.
  init(_ name: String, of shape: RecordShape) {
    self.init(header: name, steps: [name], of: shape)
  }

  /// A column of values inside of records.
  init(header: String, steps: [String], of shape: RecordShape) {
    (self.header, self.steps) = (header, steps)
    var value = shape[steps[0]]?.value
    for step in steps.dropFirst() {
      if case .localizedText = value { continue }
      value = value?.record?[step]?.value
    }
    kind = Self.kind(of: value)
  }

  private static func kind(of value: ValueShape?) -> SpreadsheetCell.Kind {
    switch value {
    case .number, .integer: .number
    case .flag: .flag
    case .text, .localizedText, .timeOfDay, .day, .choice, .literal: .text
    default: .free
    }
  }
}
