import DunjingScenario
import Foundation
import Testing

/// Tables as other programs save them: one error for the table, not one for each row.
@Suite struct CSVReaderTests {
  private let header = "id,x,y,population\n"
  private let rows = (0..<12).map { "g\($0),\($0),0,100\n" }.joined()

  private func issues(_ grids: String) throws -> [String] {
    try StudyCopy(files: ["grids.csv": grids]).issues()
  }

  @Test(arguments: [(";", "semicolons"), ("\t", "tabs"), ("，", "full-width commas")])
  func anotherSeparatorIsNamedOnce(separator: String, name: String) throws {
    #expect(
      try issues((header + rows).replacing(",", with: separator)) == [
        "grids.csv:1:3: error: the columns are separated by \(name), not by commas; "
          + "separate them by commas (\"CSV UTF-8 (Comma delimited)\" in Excel)"
      ])
  }

  @Test(arguments: ["\n", "\r", "\r\n"])
  func everyEndOfALineIsCountedInQuotes(end: String) throws {
    let texts = try issues(header + "\"g\(end)1\" x,1,1,1\n")
    #expect(texts.first?.hasPrefix("grids.csv:3:3: error: there is text after the closing quote") == true)
  }

  @Test func aWorkbookIsNamed() throws {
    #expect(
      try issues("PK\u{3}\u{4}\u{14}\u{0}") == [
        "grids.csv:1:1: error: this is a workbook (Excel, WPS) or an archive, not CSV; \(Workbook.remedy.en)"
      ])
  }

  @Test func aMissingColumnIsNamedOnceWithTheColumnsThereAre() throws {
    #expect(
      try issues("id,x,y\ng1,1,1\ng2,2,2\n") == [
        "grids.csv:1:1: error: the table has no column 'population'; add it; the columns are id, x, y"
      ])
  }

  @Test func anEmptyCellIsNamedByItsColumn() throws {
    #expect(
      try issues(header + "g1,1,1,\ng2,2,2,50\n") == [
        "grids.csv:2:8: error: the cell in the column 'population' is empty; fill it in, for example with 1"
      ])
  }

  @Test func rowsSayNothingOfAColumnWhoseHeadingIsRefused() throws {
    var copy = StudyCopy(files: ["posts.csv": "id,kind,east,north\ns1,station,3.5,1.5\ns2,station,0.5,1.5\n"])
    copy.facilityTable = "posts.csv"
    let found = try copy.issues()
    #expect(
      found.count == 2 && found.allSatisfy { $0.contains("the table cannot have a column") }, "\(found)")
  }

  @Test func oneCellIsNotCells() throws {
    let found = try issues(header + rows + "g99\n")
    #expect(found.count == 1)
    #expect(
      found.contains { $0.contains("this row has 1 cell, but the header has 4 columns; add the missing") })
  }

  @Test func tooManyCellsHaveTooManyCommas() throws {
    let found = try issues(header + rows + "g99,1,1,5,5\n")
    #expect(found.count == 1)
    #expect(
      found.first?.contains("5 cells, but the header has 4 columns; remove the commas that are too") == true)
  }
}
