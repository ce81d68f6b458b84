import DunjingScenario
import Testing

/// What the YAML library reports is told in the language of the user.
@Suite struct YAMLReaderTests {
  private func texts(_ old: String, _ new: String) throws -> [String] {
    try EditedStudy.issues { $0.replacing(old, with: new) }.map { $0.text(in: .zh) }
  }

  @Test(arguments: [
    ("\n  zone:", "\n\tzone:", "10:1", "此处有制表符（Tab）；YAML 只用空格缩进，请把制表符换成空格"),
    ("zone: Asia", "zone: @Asia", "10:9", "值不能以这个字符开头；请给文字加引号"),
    ("en: East station}", "en: East station", "25:3", "大括号中缺少逗号或 '}'；请检查逗号、引号和括号"),
    ("zone: Asia", "zone: a: Asia", "10:10", "此处不应出现冒号；请检查缩进；含冒号的文字请加引号"),
    (
      "name: {zh: 示例小城, en: A small town}", "name", "5:1",
      "这一行或上一行缺少“键: 值”中的冒号；请在键后写半角冒号和一个空格"
    )
  ])
  func aSyntaxErrorIsToldInChinese(old: String, new: String, place: String, text: String) throws {
    #expect(try texts(old, new) == ["scenario.yaml:\(place): 错误：\(text)"])
  }
}
