import DunjingScenario
import Testing

/// Percentages and dates as people write them: accepted, or answered with what to write.
@Suite struct ValueFormTests {
  private func texts(_ old: String, _ new: String) throws -> [String] {
    try EditedStudy.issues { text in
      #expect(text.contains(old), "the study has no text \(old)")
      return text.replacing(old, with: new)
    }.map(\.description)
  }

  @Test(arguments: ["40%", "40 %", "40％"])
  func aPercentageIsAnsweredWithItsShare(written: String) throws {
    #expect(
      try texts("sinkRatio: 0.4", "sinkRatio: \(written)") == [
        "scenario.yaml:54:63: error: the value of 'treatments[2].sinkRatio' is '\(written)'; "
          + "write percentages as a share: 0.4"
      ])
  }

  @Test func aNumberForAPercentageIsAnsweredWithItsShare() throws {
    #expect(
      try texts("sinkRatio: 0.4", "sinkRatio: 40") == [
        "scenario.yaml:54:63: error: 'treatments[2].sinkRatio' is 40; it must be from 0 to 1; write 40 % as 0.4"
      ])
  }

  @Test(arguments: [("1.4", "0.014"), ("2.9", "0.029"), ("33.3", "0.333"), ("12.125", "0.12125")])
  func sharesOfPercentHaveNoDigitsOfRounding(written: String, share: String) throws {
    #expect(
      try texts("sinkRatio: 0.4", "sinkRatio: \(written)")[0].hasSuffix("write \(written) % as \(share)"))
    #expect(try texts("sinkRatio: 0.4", "sinkRatio: \(written)%")[0].hasSuffix("as a share: \(share)"))
  }

  @Test func aDateNeedsNoQuotes() throws {
    #expect(try texts("\"2024-01-01\"", "2024-01-01") == [])
  }

  @Test(arguments: [
    ("2024-02-30", "the calendar has no day 2024-02-30; write a day that exists"),
    ("2024/1/1", "'time.start', '2024/1/1', is not a date of this form; write it as 2024-01-01"),
    ("2024年1月1日", "'time.start', '2024年1月1日', is not a date of this form; write it as 2024-01-01")
  ])
  func anotherDateIsAnswered(written: String, text: String) throws {
    #expect(try texts("\"2024-01-01\"", written) == ["scenario.yaml:11:10: error: \(text)"])
  }
}
