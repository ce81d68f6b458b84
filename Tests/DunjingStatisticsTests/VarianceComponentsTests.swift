import DunjingStatistics
import Testing

@Suite struct VarianceComponentsTests {
  /// Means 3, 6, 12 with a variance of 2 within each; the variance of the means is 21.
  @Test func `components are those worked out by hand`() throws {
    let found = try #require(VarianceComponents([[2, 4], [5, 7], [11, 13]]))
    #expect(found.within == 2 && found.between == 20)
    #expect(found.groups == 3 && found.size == 2)
  }

  @Test func `what chance alone explains is no variance between groups`() throws {
    let found = try #require(VarianceComponents([[0, 10], [1, 9], [10, 0]]))
    #expect(found.between == 0 && found.within > 40)
  }

  @Test func `one group, or one member each, tells nothing`() {
    #expect(VarianceComponents([[1, 2]]) == nil)
    #expect(VarianceComponents([[1], [2]]) == nil)
    #expect(VarianceComponents([]) == nil)
  }
}
