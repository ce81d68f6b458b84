import DunjingScenario
import Foundation
import Testing

@testable import DunjingExperiment
@testable import DunjingReport

/// The report as Markdown, CSV and JSON, from the tree of the page.
@Suite struct FormatTests {
  private let report = Report(
    result: Fixture.result(), scenario: Fixture.scenario(),
    provenance: Provenance(
      build: "abc1234", version: "1.0.0", runSeconds: 12.3, finishedAt: "2026-01-31T16:05:00+08:00"))
  private let marks: Set<Character> = [NumberMark.start, NumberMark.middle, NumberMark.end]

  @Test(arguments: Language.allCases)
  func theSummaryHasAnswerTablesAndNoMarks(language: Language) throws {
    let text = report.markdown(in: language, page: "report.html")
    #expect(!text.contains(where: marks.contains))
    #expect(text.hasPrefix("# ") && text.contains("\n> ") && text.contains("[report.html](report.html)"))
    #expect(text.contains(language == .zh ? "## 结论" : "## The answer"))
    #expect(text.contains(language == .zh ? "| 方案 |" : "| Treatment |"))
    // Every row of a table has the columns of its head.
    let blocks = text.components(separatedBy: "\n\n").filter { $0.hasPrefix("| ") }
    #expect(blocks.count >= 3)
    for block in blocks {
      let widths = Set(block.split(separator: "\n").map { $0.replacing("\\|", with: "").count { $0 == "|" } })
      #expect(widths.count == 1, "\(block.prefix(80))")
    }
  }

  @Test func charactersThatMeanSomethingAreEscaped() {
    #expect(MarkdownText.line("a_b*c | <d>") == "a\\_b\\*c \\| &lt;d&gt;")
    #expect(MarkdownText.line("of **two** kinds") == "of **two** kinds")
    #expect(MarkdownText.line("取**20%**的") == "取<strong>20%</strong>的")
    #expect(
      MarkdownText.paragraph("1. first") == "1\\. first" && MarkdownText.paragraph("1.5 h") == "1.5 h"
        && MarkdownText.paragraph("# x") == "\\# x")
  }

  @Test(arguments: Language.allCases)
  func everyTableBecomesCSVOfOneShape(language: Language) throws {
    let files = report.tables(in: language)
    #expect(files.count > 8 && files.last?.name == "index.csv" && Set(files.map(\.name)).count == files.count)
    for file in files {
      #expect(file.text.hasPrefix("\u{FEFF}") && file.text.hasSuffix("\r\n"))
      #expect(!file.text.contains(where: marks.contains) && !file.text.contains("±"), "\(file.name)")
      let rows = Self.rows(file.text)
      #expect(Set(rows.map(\.count)).count == 1, "\(file.name)")
    }
  }

  @Test func numbersAreWrittenPlainly() throws {
    let file = try #require(report.tables(in: .en).first { $0.text.contains("half width") })
    let rows = Self.rows(file.text)
    let column = try #require(rows[0].firstIndex { $0.hasSuffix(": half width") })
    #expect(rows.dropFirst().contains { Double($0[column]) != nil })
    #expect(rows.dropFirst().allSatisfy { $0[column].isEmpty || Double($0[column]) != nil })
    #expect(!file.text.contains("\u{202F}") && !file.text.contains("−"))
  }

  @Test func aColumnIsTakenApart() {
    let cells = [
      DataTable.Cell("+61.2%", note: "± 0.8"), DataTable.Cell("−9.7%°", note: "± 10.0"), .missing
    ]
    let column = TableColumn(head: "Share", cells: cells, language: .en)
    #expect(column.heads == ["Share (%)", "Share: half width", "Share: significant"])
    var text = CSVText(column.heads)
    for row in cells.indices { text.add(column.fields(ofRow: row)) }
    #expect(
      text.text
        == "\u{FEFF}Share (%),Share: half width,Share: significant\r\n61.2,0.8,yes\r\n-9.7,10.0,no\r\n,,\r\n")
  }

  @Test func anIntervalBecomesTwoColumns() {
    let column = TableColumn(
      head: "Interval", cells: [DataTable.Cell("+0.1 to +1.3"), DataTable.Cell("−6.0% to −3.6%")],
      language: .en)
    #expect(column.heads == ["Interval: lower", "Interval: upper", "Interval: unit"])
    var text = CSVText(column.heads)
    for row in 0..<2 { text.add(column.fields(ofRow: row)) }
    #expect(text.text.hasSuffix("unit\r\n0.1,1.3,\r\n-6.0,-3.6,%\r\n"))
  }

  @Test func whatStandsAfterAValueIsItsHalfWidth() {
    let cells = [DataTable.Cell("+2.8 ± 0.5"), DataTable.Cell("0.0", note: "± <0.1%")]
    let column = TableColumn(head: "Change", cells: cells, language: .en)
    var text = CSVText(column.heads)
    for row in 0..<2 { text.add(column.fields(ofRow: row)) }
    #expect(text.text == "\u{FEFF}Change,Change: half width\r\n2.8,0.5\r\n0.0,<0.1%\r\n")
  }

  @Test func aChangeBelowItsLevelIsAColumn() {
    let cells = [
      DataTable.Cell("96.2%", note: "+0.5 ± 0.1"), DataTable.Cell("84.3%", note: "−0.7° ± 0.9"),
      DataTable.Cell("80.0%", note: "0.0")
    ]
    let column = TableColumn(head: "Within", cells: cells, language: .en)
    var text = CSVText(column.heads)
    for row in cells.indices { text.add(column.fields(ofRow: row)) }
    #expect(
      text.text
        == "\u{FEFF}Within (%),Within: change,Within: half width,Within: significant,Within: note\r\n"
        + "96.2,0.5,0.1,yes,\r\n84.3,-0.7,0.9,no,\r\n80.0,,,,0.0\r\n")
  }

  @Test func aTextThatLooksLikeAFormulaIsGuarded() {
    var text = CSVText(["a"])
    for field in ["=1+1", "@x", "-2+3", "＝A1", "plain"] { text.add([TableColumn.field(field)]) }
    text.add([TableColumn.field("−4.5")])
    #expect(text.text == "\u{FEFF}a\r\n'=1+1\r\n'@x\r\n'-2+3\r\n'＝A1\r\nplain\r\n-4.5\r\n")
  }

  @Test func printedNumbersAreReadBack() {
    #expect(PrintedNumber("2\u{202F}214.30")?.value == 2214.3 && PrintedNumber("+4.18")?.text == "4.18")
    #expect(PrintedNumber("−9.7%")?.unit == "%" && PrintedNumber("−9.7%")?.value == -9.7)
    #expect(PrintedNumber("<0.01") == nil && PrintedNumber("12 · 3") == nil && PrintedNumber("") == nil)
    #expect(PrintedNumber(halfWidth: "± 0.80")?.text == "0.80" && PrintedNumber(halfWidth: "0.8") == nil)
  }

  @Test(arguments: Language.allCases)
  func theTreeIsJSONWithValues(language: Language) throws {
    let data = try JSONEncoder().encode(report.document(in: language))
    let text = String(decoding: data, as: UTF8.self)
    #expect(!text.contains(where: marks.contains))
    let tree = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(tree["schema"] as? String == "dunjing-report/1" && tree["language"] as? String == language.tag)
    let sections = try #require(tree["sections"] as? [[String: Any]])
    #expect(sections.first?["id"] as? String == "answer")
    let blocks = sections.flatMap { $0["blocks"] as? [[String: Any]] ?? [] }
    #expect(
      Set(blocks.compactMap { $0["type"] as? String }).isSuperset(of: ["answer", "cards", "table", "figure"]))
    let tables = blocks.compactMap { $0["table"] as? [String: Any] }
    let cells = tables.flatMap { ($0["rows"] as? [[String: Any]] ?? []) }.flatMap {
      $0["cells"] as? [[String: Any]] ?? []
    }
    #expect(cells.contains { $0["value"] is Double && $0["halfWidth"] is Double && $0["number"] is String })
  }

  /// An independent reading of RFC 4180.
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var (row, cell, isQuoted) = ([String](), "", false)
    for character in text.dropFirst(text.hasPrefix("\u{FEFF}") ? 1 : 0) {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: (row, cell) = (row + [cell], "")
      case "\r\n" where !isQuoted:
        rows.append(row + [cell])
        (row, cell) = ([], "")
      default: cell.append(character)
      }
    }
    return rows
  }
}
