import DunjingRandom
import DunjingStatistics
import DunjingTestSupport
import Testing

@Suite struct MSER5Tests {
  private static let reference = "reference/mser5_series.txt"

  @Test(.enabled(if: SharedData.exists(reference), "needs the reference data beside the package"))
  func `the reference series is truncated after 15 observations`() throws {
    let result = try #require(MSER5(SharedData.numbers(Self.reference)))
    #expect(result.truncation == 15)
    #expect(result.isConclusive)
  }

  @Test func `a jump is cut off`() throws {
    var stream = RandomStream(seed: 2, purpose: StreamPurpose(rawValue: 1))
    let series = (0..<1_000).map { ($0 < 100 ? 50 : 0) + stream.nextNormal() }
    let result = try #require(MSER5(series))
    #expect((100...120).contains(result.truncation))
    #expect(result.isConclusive)
    #expect(result.truncatedMean.magnitude < 0.2)
  }

  @Test func `a series that never settles is too short`() throws {
    let result = try #require(MSER5((0..<200).map { Double($0) }))
    #expect(!result.isConclusive)
    #expect(MSER5([1, 2, 3]) == nil)
  }

  @Test func `a constant series needs no truncation`() throws {
    #expect(try #require(MSER5([Double](repeating: 4, count: 60))).truncation == 0)
  }
}

@Suite struct BatchMeansTests {
  @Test func `the first observations that fill no batch are left out`() throws {
    let batches = try #require(BatchMeans([100, 1, 3, 5, 7, 9, 11], batches: 3))
    #expect(batches.means == [2, 6, 10])
    #expect(batches.batchSize == 2)
    #expect(try #require(batches.interval()).mean == 6)
    #expect(BatchMeans([1, 2], batches: 3) == nil)
    #expect(BatchMeans([1, 2], batches: 1) == nil)
  }

  @Test func `correlation of neighbors is seen`() throws {
    let trend = try #require(BatchMeans((0..<400).map { Double($0) }, batches: 20))
    #expect(trend.correlation > 0.8)
    let alternating = try #require(BatchMeans((0..<20).map { Double($0 % 2) }, batches: 20))
    #expect(alternating.correlation < -0.8)
    #expect(try #require(BatchMeans([1, 1, 1], batches: 3)).correlation == 0)
  }
}

@Suite struct InequalityTests {
  @Test func `the Gini coefficient of simple cases`() throws {
    #expect(Inequality.gini([3, 3, 3]) == 0)
    #expect((try #require(Inequality.gini([0, 0, 0, 8])) - 0.75).magnitude < 1e-15)
    #expect((try #require(Inequality.gini([1, 2, 3, 4])) - 0.25).magnitude < 1e-15)
    #expect(Inequality.gini([0, 0]) == nil)
    #expect(Inequality.gini([]) == nil)
    #expect(Inequality.gini([-1, 2]) == nil)
  }

  @Test func `a weight stands for repetition`() throws {
    let weighted = try #require(Inequality.gini([1, 5, 2], weights: [3, 1, 2]))
    let repeated = try #require(Inequality.gini([1, 1, 1, 5, 2, 2]))
    #expect((weighted - repeated).magnitude < 1e-15)
    #expect(Inequality.gini([1, 2], weights: [1]) == nil)
    #expect(Inequality.gini([1, 2], weights: [1, -1]) == nil)
  }

  @Test func `the worst tenth includes part of the value at its border`() throws {
    #expect(Inequality.worstDecileMean((1...10).map(Double.init)) == 10)
    #expect(
      (try #require(Inequality.worstDecileMean((1...15).map(Double.init))) - 44.0 / 3).magnitude < 1e-13)
    #expect(Inequality.worstDecileMean([4]) == 4)
    #expect(Inequality.worstDecileMean([]) == nil)
    #expect(Inequality.worstDecileMean([1, 9], weights: [95, 5]) == 5)
  }
}
