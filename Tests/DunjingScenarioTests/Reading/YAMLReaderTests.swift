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
    (
      "en: East station}", "en: East station", "24:5",
      "此处打开的括号没有闭合，或第 25 行第 3 列之前缺少逗号；请补上 '}' 或逗号，并检查引号"
    ),
    ("\"2024-01-01\"", "\"2024-01-01", "11:10", "此处的引号没有闭合；请补上结尾的引号"),
    ("\ngrids: grids.csv", "\ngrids grids.csv", "17:1", "此处的键缺少“键: 值”中的冒号；请在键后写半角冒号和一个空格"),
    ("zone: Asia", "zone: \u{1}Asia", "10:9", "文件中有控制字符；请删去该字符，并另存为 UTF-8"),
    ("zone: Asia", "zone: a: Asia", "10:10", "此处不应出现冒号；请检查缩进；含冒号的文字请加引号"),
    (
      "name: {zh: 示例小城, en: A small town}", "name", "4:1",
      "此处的键缺少“键: 值”中的冒号；请在键后写半角冒号和一个空格"
    )
  ])
  func aSyntaxErrorIsToldInChinese(old: String, new: String, place: String, text: String) throws {
    #expect(try texts(old, new) == ["scenario.yaml:\(place): 错误：\(text)"])
  }

  @Test(arguments: [
    (
      "targets: {coreMinutes: 5\n", "57:10: error: the bracket opened here is never closed; close it with '}'"
    ),
    (
      "report: {documentNumber: \"5\n---\n",
      "57:26: error: the quote opened here is not closed before '---'; close it"
    ),
    ("grids: grids.csv\n", "57:1: error: 'grids' is given twice, first in line 17; keep only one of them"),
    ("---\ngrids: grids.csv\n", "57:1: error: a second YAML document starts here; remove the line '---'")
  ])
  func aFaultAtTheEndIsToldWhereItBegins(addition: String, text: String) throws {
    #expect(try StudyCopy(addition: addition).issues() == ["scenario.yaml:" + text])
  }
}
