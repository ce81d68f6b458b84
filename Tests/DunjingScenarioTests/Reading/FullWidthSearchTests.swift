import DunjingScenario
import Testing

/// Full-width punctuation in `scenario.yaml` is named where it stands, and left alone where it is text.
@Suite struct FullWidthSearchTests {
  private func texts(_ old: String, _ new: String, in language: TextLanguage) throws -> [String] {
    try EditedStudy.issues { text in
      #expect(text.contains(old), "the study has no text \(old)")
      return text.replacing(old, with: new)
    }.map { $0.text(in: language) }
  }

  @Test(arguments: [
    ("\nname: ", "\nname：", "4:5", "：", "colon", "':' and a blank"),
    ("\nname: ", "\u{C}\nname：", "4:5", "：", "colon", "':' and a blank"),
    ("  zone: ", "  zone：", "10:7", "：", "colon", "':' and a blank"),
    ("  zone: ", "  zone:　", "10:8", "　", "space", "blank"),
    ("城东派出所, en", "城东派出所，en", "24:30", "，", "comma", "','"),
    ("unitsPerFacility: 2,", "unitsPerFacility: 2，", "37:105", "，", "comma", "','"),
    ("\"2024-01-01\"", "‘2024-01-01’", "11:10", "‘", "quote", "'\"'"),
    ("\"2024-01-01\"", "“2024-01-01”", "11:10", "“", "quote", "'\"'"),
    ("horizonDays: 182", "horizonDays: １８２", "14:16", "１", "digit", "'1'"),
    ("sinkRatio: 0.4", "sinkRatio: （0.4）", "54:63", "（", "bracket", "'('")
  ])
  func itIsNamedWithWhatToType(
    old: String, new: String, place: String, found: String, noun: String, instead: String
  ) throws {
    #expect(
      try texts(old, new, in: .en) == [
        "scenario.yaml:\(place): error: '\(found)' is a full-width \(noun); type the half-width \(instead) instead"
      ])
  }

  @Test func itIsNamedInChinese() throws {
    #expect(
      try texts("\nname: ", "\nname：", in: .zh) == [
        "scenario.yaml:4:5: 错误：此处的“：”是全角冒号；请改用半角 ':'，其后加一个空格"
      ])
  }

  @Test func aQuoteIsNotNamedInQuotes() throws {
    #expect(
      try texts("\"2024-01-01\"", "“2024-01-01”", in: .zh) == [
        "scenario.yaml:11:10: 错误：此处的 “ 是全角引号；请改用半角 '\"'"
      ])
    #expect(
      try texts("\n  zone: ", "\n  zone:　", in: .zh) == [
        "scenario.yaml:10:8: 错误：此处的“　”是全角空格；请改用半角空格"
      ])
  }

  @Test(arguments: [
    ("zh: 城东派出所,", "zh: 城东派出所（新），“东区”：一,"),
    ("zh: 示例小城,", "zh: “示例”小城,"),
    ("zh: 示例小城,", "zh: ２０２４,"),
    ("zh: 示例小城,", "zh: \"key：value\","),
    ("  zh: 最小的可用方案", "  # key：value\n  zh: 最小的可用方案"),
    ("summary:\n", "summary:\n  zh: |\n    key：value\n    and：more\n"),
    ("coordinates: local", "coordinates: local   # 备用，en：x")
  ])
  func itIsLeftAloneInTexts(old: String, new: String) throws {
    let issues = try EditedStudy.issues { text in
      #expect(text.contains(old), "the study has no text \(old)")
      let edited = text.replacing(old, with: new)
      return new.hasPrefix("summary") ? edited.replacing(/\n  zh: 最小[^\n]*/, with: "") : edited
    }
    #expect(issues.map(\.description) == [])
  }

  @Test func aTextIsNotBlamedForAnotherMistake() throws {
    let issues = try EditedStudy.issues {
      $0.replacing("zh: 城东派出所,", with: "zh: 城东派出所（新），")
        .replacing("sinkRatio: 0.4", with: "sinkRatio: 4")
    }
    #expect(issues.map(\.keyPath) != ["treatments[2].sinkRatio"])
    let other = try EditedStudy.issues {
      $0.replacing("zh: 下沉40%,", with: "zh: 下沉（40%）,").replacing("sinkRatio: 0.4", with: "sinkRatio: 4")
    }
    #expect(other.map(\.keyPath) == ["treatments[2].sinkRatio"])
  }
}
