import DunjingStatistics
import Testing

@Suite struct TallyTests {
  @Test func `moments of a small sample`() throws {
    let tally = Tally([2, 4, 4, 4, 5, 5, 7, 9])
    #expect(tally.count == 8)
    #expect(tally.mean == 5)
    #expect(tally.sum == 40)
    #expect((try #require(tally.variance) - 32.0 / 7).magnitude < 1e-14)
    #expect((try #require(tally.standardError) - (4.0 / 7).squareRoot()).magnitude < 1e-14)
    #expect(tally.minimum == 2)
    #expect(tally.maximum == 9)
  }

  @Test func `a large offset does not spoil the variance`() throws {
    let tally = Tally([4, 7, 13, 16].map { $0 + 1e9 })
    #expect((try #require(tally.variance) - 30).magnitude < 1e-6)
  }

  @Test func `merging any parts equals adding all`() throws {
    let values = (0..<50).map { Double(($0 * 37) % 23) - 4 }
    let whole = Tally(values)
    for cut in 0...50 {
      var merged = Tally(values[..<cut])
      merged.merge(Tally(values[cut...]))
      #expect(merged.count == whole.count)
      #expect((merged.mean - whole.mean).magnitude < 1e-13)
      #expect((try #require(merged.variance) - #require(whole.variance)).magnitude < 1e-11)
      #expect(merged.minimum == whole.minimum)
      #expect(merged.maximum == whole.maximum)
    }
  }

  @Test func `what is not known is nil`() {
    #expect(Tally().minimum == nil)
    #expect(Tally().maximum == nil)
    #expect(Tally([1]).variance == nil)
    #expect(Tally([1]).standardError == nil)
  }
}
