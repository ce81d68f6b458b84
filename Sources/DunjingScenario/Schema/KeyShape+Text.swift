extension KeyShape {
  /// What kind of value it takes, in words.
  var typeText: LocalizedText { value.typeText }

  /// The default in words; nil where there is none.
  var defaultText: LocalizedText? {
    isRequired ? LocalizedText(zh: "必填", en: "required") : fallback?.text
  }

  /// What the key changes; nil for records, whose keys differ.
  var effectText: LocalizedText? { value.record == nil || unit != nil ? effect.text : nil }

  /// Meaning, unit, values, default and effect in one text, for editors.
  func description(in language: TextLanguage) -> String {
    let isChinese = language == .zh
    var parts = [meaning.text(in: language)]
    if let unit {
      parts.append((isChinese ? "单位：" : "Unit: ") + unit.text.text(in: language) + stop(language))
    }
    if !value.choices.isEmpty {
      let list = value.choices.map { "\($0.name): \($0.meaning.text(in: language))" }
      parts.append(list.joined(separator: isChinese ? "；" : "; ") + stop(language))
    }
    if case .rule(let text)? = fallback {
      parts.append((isChinese ? "默认：" : "Default: ") + text.text(in: language) + stop(language))
    }
    if value.record == nil, effect == .information || effect == .evaluation {
      parts.append((isChinese ? "作用：" : "Effect: ") + effect.text.text(in: language) + stop(language))
    }
    return parts.joined(separator: isChinese ? "" : " ")
  }

  private func stop(_ language: TextLanguage) -> String { language == .zh ? "。" : "." }
}

extension ValueShape {
  /// The kind of value with its range, in a few words.
  var typeText: LocalizedText {
    switch self {
    case .number(let range): Self.ranged(LocalizedText(zh: "数", en: "number"), range)
    case .integer(let range): Self.ranged(LocalizedText(zh: "整数", en: "whole number"), range)
    case .flag: LocalizedText("true, false")
    case .text: LocalizedText(zh: "文字", en: "text")
    case .localizedText: LocalizedText(zh: "文字或 {zh, en}", en: "text or {zh, en}")
    case .timeOfDay: LocalizedText(zh: "时刻 \"08:00\"", en: "time \"08:00\"")
    case .day: LocalizedText(zh: "日期 \"2024-01-01\"", en: "date \"2024-01-01\"")
    case .choice(let choices): LocalizedText(choices.map(\.name).joined(separator: ", "))
    case .choices: LocalizedText(zh: "名称列表", en: "list of names")
    case .distribution: LocalizedText(zh: "数或分布", en: "number or distribution")
    case .weights(let count): LocalizedText(zh: "\(count) 个数的列表", en: "list of \(count) numbers")
    case .numbers(let range): Self.ranged(LocalizedText(zh: "数的列表", en: "list of numbers"), range)
    case .texts: LocalizedText(zh: "文字列表", en: "list of texts")
    case .integers: LocalizedText(zh: "整数列表", en: "list of whole numbers")
    default: structureTypeText
    }
  }

  private var structureTypeText: LocalizedText {
    switch self {
    case .record: LocalizedText(zh: "记录", en: "record")
    case .list: LocalizedText(zh: "记录列表", en: "list of records")
    case .table: LocalizedText(zh: "表：文件或列表", en: "table: file or list")
    case .keyed: LocalizedText(zh: "名称和记录", en: "records by name")
    case .keyedNumbers(let range): Self.ranged(LocalizedText(zh: "名称和数", en: "numbers by name"), range)
    case .literal(let text): LocalizedText(text)
    case .either(let choices):
      LocalizedText(
        zh: choices.map(\.typeText.zh).joined(separator: " 或 "),
        en: choices.map(\.typeText.en).joined(separator: " or "))
    default: LocalizedText("")
    }
  }

  private static func ranged(_ kind: LocalizedText, _ range: NumberRange) -> LocalizedText {
    guard range.low > -1e12 else { return kind }
    return LocalizedText(zh: "\(kind.zh)，\(range.text.zh)", en: "\(kind.en), \(range.text.en)")
  }
}
