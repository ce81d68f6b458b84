import Testing

@testable import DunjingRandom

private let purpose = StreamPurpose(rawValue: 7)

@Suite struct RandomStreamTests {
  @Test func `a stream is two words`() {
    #expect(MemoryLayout<RandomStream>.size == 16)
  }

  @Test func `the same key gives the same numbers, and they never change`() {
    var stream = RandomStream(seed: 2026, replication: 3, purpose: purpose, entity: 11)
    let same = RandomStream(StreamKey(seed: 2026, replication: 3, purpose: purpose, entity: 11))
    #expect(stream == same)
    #expect(
      (0..<3).map { _ in stream.next() }
        == [4_182_377_144_217_527_516, 8_639_783_687_616_061_817, 3_260_832_522_695_280_120])
  }

  @Test func `variates have the bits they had on the first machine`() {
    var stream = RandomStream(seed: 1, purpose: purpose)
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func include(_ value: Double) { hash = (hash ^ value.bitPattern) &* 0x100_0000_01b3 }
    for _ in 0..<1_000 {
      include(stream.nextUnit())
      include(stream.nextExponential())
      include(stream.nextNormal())
      include(stream.nextGamma(shape: 0.4))
      include(stream.nextGamma(shape: 3.5))
      include(Double(stream.nextPoisson(mean: 4)))
      include(Double(stream.nextPoisson(mean: 90)))
      include(Double(stream.nextInteger(below: 77)))
      include(Distribution.weibull(scale: 2, shape: 0.7).sample(using: &stream))
      include(Distribution.logNormal(median: 2, sigma: 0.7).sample(using: &stream))
    }
    #expect(hash == 8_695_118_563_278_205_034)
  }

  @Test func `each part of the key matters`() {
    let key = StreamKey(seed: 5, replication: 6, purpose: purpose, entity: 8)
    var others = [key, key, key, key.with(entity: 9)]
    others[0].seed = 6
    others[1].replication = 5
    others[2].purpose = StreamPurpose(rawValue: 8)
    for other in others {
      #expect(RandomStream(other) != RandomStream(key))
      #expect(RandomStream(other).gamma != RandomStream(key).gamma)
    }
  }

  @Test func `no two of many small keys share a first number, and every gamma is odd`() {
    var seen: Set<UInt64> = []
    for seed in 0..<5 {
      for replication in 0..<10 {
        for use in 0..<10 {
          for entity in 0..<40 {
            var stream = RandomStream(
              seed: UInt64(seed), replication: replication, purpose: StreamPurpose(rawValue: UInt32(use)),
              entity: UInt64(entity))
            #expect(stream.gamma & 1 == 1)
            seen.insert(stream.next())
          }
        }
      }
    }
    #expect(seen.count == 20_000)
  }

  @Test func `uniform numbers stay inside the open interval`() {
    // A gamma of zero repeats one output for ever: here all zeros, then all ones.
    var zeros = RandomStream(state: 0, gamma: 0)
    var ones = RandomStream(state: inverseMix(.max), gamma: 0)
    #expect([zeros.nextUnit(), ones.nextUnit()] == [0x1p-54, 1 - 0x1p-53])
    #expect([0, 1e-300].map { zeros.nextTrial(probability: $0) } == [false, true])
    #expect([0.999, 1].map { ones.nextTrial(probability: $0) } == [false, true])
  }

  @Test func `integers cover their range evenly`() {
    var stream = RandomStream(seed: 4, purpose: purpose)
    var counts = [Int](repeating: 0, count: 6)
    for _ in 0..<6_000 { counts[stream.nextInteger(below: 6)] += 1 }
    #expect(counts.allSatisfy { abs($0 - 1_000) < 130 })
    #expect(stream.nextInteger(below: 1) == 0)
    #expect((0..<100).allSatisfy { _ in (0..<Int.max).contains(stream.nextInteger(below: .max)) })
  }

  @Test func `no events are expected from a mean of zero`() {
    var stream = RandomStream(seed: 4, purpose: purpose)
    #expect(stream.nextPoisson(mean: 0) == 0)
  }

  /// The argument whose mix is `word`, by undoing each bijective step.
  private func inverseMix(_ word: UInt64) -> UInt64 {
    var z = word ^ (word >> 31) ^ (word >> 62)
    z = z &* 0x3196_42b2_d24d_8ec3
    z = z ^ (z >> 27) ^ (z >> 54)
    z = z &* 0x96de_1b17_3f11_9089
    return z ^ (z >> 30) ^ (z >> 60)
  }
}
