extension ValueShape {
  /// What to write, in words, as after "write".
  var text: LocalizedText {
    switch self {
    case .number, .weights(_), .numbers, .integers, .integer: numberText
    case .flag: LocalizedText(zh: " true 或 false", en: "true or false")
    case .text: LocalizedText(zh: "一个文字", en: "a text")
    case .localizedText:
      LocalizedText(zh: "文字，或 {zh: 中文, en: English}", en: "a text, or {zh: 中文, en: English}")
    case .timeOfDay: LocalizedText(zh: "带引号的时刻，例如 \"08:00\"", en: "a quoted time, such as \"08:00\"")
    case .day: LocalizedText(zh: "带引号的日期，例如 \"2024-01-01\"", en: "a quoted date, such as \"2024-01-01\"")
    case .choice(let choices):
      LocalizedText(
        zh: "其中之一：\(choices.map(\.name).joined(separator: ", "))",
        en: "one of \(choices.map(\.name).joined(separator: ", "))")
    case .distribution:
      LocalizedText(
        zh: "一个数，或一种分布，例如 {logNormal: {median: 35, sigma: 0.8}}",
        en: "a number or one distribution, such as {logNormal: {median: 35, sigma: 0.8}}")
    case .literal(let value): LocalizedText(value)
    default: structureText
    }
  }

  private var numberText: LocalizedText {
    switch self {
    case .integer: LocalizedText(zh: "整数，例如 \(example)", en: "a whole number, such as \(example)")
    case .weights(let count): LocalizedText(zh: " \(count) 个数的列表", en: "a list of \(count) numbers")
    case .numbers: LocalizedText(zh: "数的列表，例如 \(example)", en: "a list of numbers, such as \(example)")
    case .integers: LocalizedText(zh: "整数列表，例如 \(example)", en: "a list of whole numbers, such as \(example)")
    default: LocalizedText(zh: "数字，例如 \(example)", en: "a number, such as \(example)")
    }
  }

  private var structureText: LocalizedText {
    switch self {
    case .texts, .choices: LocalizedText(zh: "列表，例如 \(example)", en: "a list, such as \(example)")
    case .record(let shape):
      LocalizedText(
        zh: "键和值，可用的键：\(shape.names.joined(separator: ", "))",
        en: "keys and values; the keys are \(shape.names.joined(separator: ", "))")
    case .list: LocalizedText(zh: "列表，每项以 '- ' 开头", en: "a list, each item after '- '")
    case .table:
      LocalizedText(
        zh: "文件名、{file: 文件名, encoding: GB18030} 或列表",
        en: "a file name, {file: NAME, encoding: GB18030}, or a list")
    case .keyed, .keyedNumbers:
      LocalizedText(zh: "名称和值，例如 \(example)", en: "names with values, such as \(example)")
    case .either(let shapes):
      LocalizedText(
        zh: shapes.map(\.text.zh).joined(separator: "，或"),
        en: shapes.map(\.text.en).joined(separator: ", or "))
    default: LocalizedText("…")
    }
  }

  /// A value that could be written.
  var example: String {
    switch self {
    case .number(let range), .integer(let range):
      range == .share || range == .positiveShare
        ? "0.2" : max(range.low + (range.excludesLow ? 1 : 0), 1).short
    case .flag: "true"
    case .text: "name"
    case .localizedText: "{zh: 名称, en: Name}"
    case .timeOfDay: "\"08:00\""
    case .day: "\"2024-01-01\""
    case .choice(let choices): choices.first?.name ?? ""
    case .distribution: "{logNormal: {median: 35, sigma: 0.8}}"
    case .weights(let count): "[1, 1, … \(count)]"
    case .numbers(let range): range == .share ? "[0.5, 0.3, 0.2]" : "[1, 1.5, 1]"
    case .choices(let choices): "[\(choices.prefix(2).joined(separator: ", "))]"
    case .texts: "[first, second]"
    case .integers: "[5, 4, 6, 3, 2, 1, 0]"
    case .record(let shape): "{\(shape.keys.first.map { "\($0.name): \($0.value.example)" } ?? "")}"
    case .list: "[…]"
    case .table: "table.csv"
    case .keyed, .keyedNumbers: "{name: 1}"
    case .literal(let value): value
    case .either(let shapes): shapes.first?.example ?? ""
    }
  }
}
