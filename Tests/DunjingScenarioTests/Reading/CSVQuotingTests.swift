import DunjingScenario
import Testing

@Suite struct CSVQuotingTests {
  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("a \"b\"", "\"a \"\"b\"\"\""), ("a\nb", "\"a\nb\""),
    ("a\r\nb", "\"a\r\nb\""), (" a", "\" a\""), ("a\t", "\"a\t\""), ("接警，出警", "接警，出警")
  ])
  func `a cell is quoted where it would be read as something else`(text: String, cell: String) {
    #expect(CSVQuoting.cell(text) == cell)
  }
}
