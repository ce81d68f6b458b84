import DunjingNumerics
import Testing

@Suite struct ApportionmentTests {
  /// Balinski & Young (1982), table A1.1 in small: remainders decide, ties go to the first.
  @Test func remaindersDecide() {
    #expect(Apportionment.largestRemainder(of: 21, weights: [7_270, 1_230, 2_220]) == [14, 3, 4])
    #expect(Apportionment.largestRemainder(of: 3, weights: [1, 1]) == [2, 1])
    #expect(Apportionment.largestRemainder(of: 5, weights: [0, 0]) == [0, 0])
    #expect(Apportionment.largestRemainder(of: 0, weights: [1, 2]) == [0, 0])
  }

  @Test(arguments: [1, 7, 100, 8_855]) func partsAddUpAndKeepToTheirQuota(total: Int) {
    let weights = (1...60).map { Double($0 * $0 % 97 + 1) }
    let parts = Apportionment.largestRemainder(of: total, weights: weights)
    let sum = weights.reduce(0, +)
    #expect(parts.reduce(0, +) == total)
    for (part, weight) in zip(parts, weights) {
      #expect(abs(Double(part) - Double(total) * weight / sum) < 1)
    }
  }
}
