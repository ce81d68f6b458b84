import Testing

@testable import DunjingRandom

@Suite struct AliasTableTests {
  /// The exact probability of each index that the thresholds stand for.
  private func probabilities(_ table: AliasTable) -> [Double] {
    var result = [Double](repeating: 0, count: table.count)
    for index in result.indices {
      let kept = Int(table.aliases[index]) == index ? 1 : Double(table.thresholds[index]) * 0x1p-64
      result[index] += kept / Double(table.count)
      result[Int(table.aliases[index])] += (1 - kept) / Double(table.count)
    }
    return result
  }

  @Test(arguments: [[1.0], [1, 1], [1, 2, 3, 4], [0, 5, 0, 1, 0], [1e-9, 1, 1e9], [0.1, 0.2, 0.3, 0.4, 0, 7]])
  func `the table stands for the weights`(weights: [Double]) throws {
    let table = try #require(AliasTable(weights: weights))
    let total = weights.reduce(0, +)
    for (probability, weight) in zip(probabilities(table), weights) {
      #expect((probability - weight / total).magnitude < 1e-15)
      #expect(weight > 0 || probability == 0)
    }
  }

  @Test func `many uneven weights are kept`() throws {
    let weights = (0..<1_000).map { Double(($0 * 7_919) % 1_009) }
    let table = try #require(AliasTable(weights: weights))
    let total = weights.reduce(0, +)
    #expect(zip(probabilities(table), weights).allSatisfy { ($0 - $1 / total).magnitude < 1e-15 })
  }

  @Test func `choices follow the weights and never take a weightless index`() throws {
    let table = try #require(AliasTable(weights: [3, 0, 1]))
    var stream = RandomStream(seed: 8, purpose: StreamPurpose(rawValue: 2))
    var counts = [0, 0, 0]
    for _ in 0..<4_000 { counts[table.sample(using: &stream)] += 1 }
    #expect(counts[1] == 0)
    #expect(abs(counts[0] - 3_000) < 110)
  }

  @Test func `weights that give no choice are refused`() {
    #expect(AliasTable(weights: []) == nil)
    #expect(AliasTable(weights: [0, 0]) == nil)
    #expect(AliasTable(weights: [1, -1]) == nil)
    #expect(AliasTable(weights: [1, .nan]) == nil)
    #expect(AliasTable(weights: [1, .infinity]) == nil)
  }
}
