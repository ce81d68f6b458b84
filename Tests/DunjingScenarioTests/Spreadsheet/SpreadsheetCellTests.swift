import Testing

@testable import DunjingScenario

/// What Excel does to cells, and what is kept of them.
@Suite struct SpreadsheetCellTests {
  @Test(arguments: [
    "01", "1-2", "1/2", "2024-01-01", "08:00", "8:00:00", "=1", "-x", "+x", "@x", "mar-5", "5 Dec", "1E5",
    "true", "FALSE",
    "1,234", "5%", "¥5", "5月1日", "123456789012", "0.60", "1.0"
  ]) func textsThatExcelWouldChangeAreFormulas(_ text: String) {
    let cell = SpreadsheetCell.written(text, .text)
    #expect(cell == "\"=\"\"\(text)\"\"\"")
    var scanner = CSVScanner(cell)
    #expect(scanner.next()?.first.map { SpreadsheetCell.meant($0.text) } == text)
  }

  @Test(arguments: [
    "g01", "s220102-01", "220102", "0.5", "东站", "261 rows", "一中 2号", "core", "marvin 5",
    "60 km² in 240 cells", "[1, 2]", ""
  ]) func otherTextsStayAsTheyAre(_ text: String) {
    let kind = text.hasPrefix("[") ? SpreadsheetCell.Kind.free : .text
    #expect(SpreadsheetCell.written(text, kind) == CSVQuoting.cell(text))
  }

  @Test func numbersKeepTheirDigits() {
    #expect(SpreadsheetCell.written("122.83123456789012", .number) == "122.83123456789012")
    #expect(SpreadsheetCell.written("294.90", .number) == "294.90")
  }

  @Test(arguments: [
    ("294.9", "294.90", SpreadsheetCell.Kind.number), ("1125", "1125.0", .number),
    ("122.8312346", "122.83123456789", .number),
    ("1.6461E-06", "0.0000016461", .number), ("1.23457E+11", "123456789012", .number),
    ("TRUE", "true", .flag), ("1", "01", .text),
    ("2024/1/1", "2024-01-01", .text), ("8:00", "08:00", .text), ("8:00:00", "08:00", .text),
    ("1月2日", "1-2", .text),
    ("0.6", "0.60", .text), ("TRUE", "true", .text)
  ]) func whatASpreadsheetShowsIsNoChange(_ saved: String, _ original: String, _ kind: SpreadsheetCell.Kind) {
    #expect(SpreadsheetCell.isSame(saved, as: original, kind))
  }

  @Test(arguments: [
    ("295", "294.90", SpreadsheetCell.Kind.number), ("122.8312345", "122.83123456789", .number),
    ("122.83", "122.8312", .number),
    ("1.23458E+11", "123456789012", .number), ("FALSE", "true", .flag), ("2", "01", .text),
    ("2024/1/2", "2024-01-01", .text),
    ("", "01", .text), ("1", "1.5", .text), ("core", "key", .text), ("9:00", "08:00", .text)
  ]) func otherValuesAreChanges(_ saved: String, _ original: String, _ kind: SpreadsheetCell.Kind) {
    #expect(!SpreadsheetCell.isSame(saved, as: original, kind))
  }
}
