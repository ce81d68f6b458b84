import DunjingNumerics
import DunjingRandom
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

  /// Values of R: 1 - pf(42 / 2, 2, 3), and the limits worked out with qchisq and qf.
  @Test func `the F test is that of tables`() throws {
    let found = try #require(VarianceComponents([[2, 4], [5, 7], [11, 13]]))
    #expect(abs(found.probability - 0.017213259316477408) < 1e-9)
    // (42 − 2)² / (42² / 2 + 2² / 3)
    #expect(abs(found.degreesOfFreedom - 1_600 / (882 + 4.0 / 3)) < 1e-9)
    #expect(found.isTold)
  }

  /// Ranges have to hold groups to come as often as they say, whether chance is small or large beside the groups.
  @Test(arguments: [(5, 0.1), (5, 2.0), (10, 1.0), (10, 3.0), (30, 0.5), (30, 1.5)])
  func `ranges hold as often as they say`(groups: Int, chance: Double) {
    var covered = 0.0
    let trials = 4_000
    for trial in 0..<trials {
      var stream = RandomStream(seed: 11, replication: trial, purpose: StreamPurpose(rawValue: 0x5661_7201))
      let values = (0..<groups).map { _ in
        let group = stream.nextNormal()
        return [group + chance * stream.nextNormal(), group + chance * stream.nextNormal()]
      }
      let half = VarianceComponents(values)?.halfWidth(level: 0.95) ?? 0
      covered += 2 * SpecialFunctions.normalCumulative(half) - 1
    }
    #expect(covered / Double(trials) > 0.943 && covered / Double(trials) < 0.992)
  }

  @Test func `groups without differences have no range`() throws {
    let found = try #require(VarianceComponents([[1, 1], [1, 1]]))
    #expect(found.halfWidth(level: 0.95) == 0 && found.isTold)
  }
}
