import DunjingRecords
import DunjingScenario

extension MappedColumn.Basis {
  /// Why a column was taken, in words.
  var words: LocalizedText {
    switch self {
    case .told: LocalizedText(zh: "用户指定", en: "named by an option")
    case .preset(let preset): LocalizedText(zh: "预设 \(preset.rawValue)", en: "preset \(preset.rawValue)")
    case .name: LocalizedText(zh: "按列名猜测", en: "guessed by its name")
    case .contents: LocalizedText(zh: "按内容猜测", en: "guessed by its contents")
    }
  }
}

extension TimeColumnReading.Basis {
  /// How the order of day and month was settled, in words.
  var words: LocalizedText {
    switch self {
    case .notNeeded: LocalizedText(zh: "无歧义", en: "not ambiguous")
    case .told: LocalizedText(zh: "用户指定", en: "named by an option")
    case .number: LocalizedText(zh: "有大于 12 的数", en: "a number above 12")
    case .otherColumn: LocalizedText(zh: "随另一列", en: "as another column")
    case .sequence: LocalizedText(zh: "这样各行大体按时间排列", en: "rows then follow in time")
    case .assumed: LocalizedText(zh: "无从判断，假定", en: "nothing says so: assumed")
    }
  }
}

extension IncidentField {
  /// What a cell has to hold, in words.
  var expected: LocalizedText {
    switch self {
    case .received, .day, .dispatched, .enRoute, .onScene, .cleared:
      LocalizedText(zh: "时间，例如 2024-01-31 08:30:15", en: "a time such as 2024-01-31 08:30:15")
    case .clock: LocalizedText(zh: "钟点，例如 08:30", en: "a clock such as 08:30")
    case .priority:
      LocalizedText(
        zh: "数字，或已知的词，或 --priority-order 中的词", en: "a number, a known word, or one of --priority-order")
    case .position:
      LocalizedText(zh: "两个数，例如 114.31,30.59", en: "two numbers, such as 114.31,30.59")
    default: LocalizedText(zh: "数", en: "a number")
    }
  }
}
