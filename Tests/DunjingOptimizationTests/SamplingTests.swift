import DunjingOptimization
import Testing

struct LatinHypercubeTests {
  @Test(arguments: [1, 7, 40]) func `Each coordinate has one point in each slice`(count: Int) {
    let points = LatinHypercube(count: count, dimension: 5, seed: 3).points
    for coordinate in 0..<5 {
      let slices = points.map { Int($0[coordinate] * Double(count)) }
      #expect(slices.sorted() == Array(0..<count))
    }
  }

  @Test func `The points are those of the seed, and another seed gives others`() {
    let hypercube = LatinHypercube(count: 9, dimension: 2, seed: 8)
    #expect(hypercube == LatinHypercube(count: 9, dimension: 2, seed: 8))
    #expect(hypercube != LatinHypercube(count: 9, dimension: 2, seed: 9))
    #expect(LatinHypercube(count: 0, dimension: 2, seed: 1).points.isEmpty)
  }

  @Test func `The two closest points of the best of fifty draws are farther apart than those of the first`() {
    func leastDistance(_ points: [[Double]]) -> Double {
      var least = Double.infinity
      for first in points.indices {
        for second in 0..<first {
          let differences = zip(points[first], points[second]).map { $0 - $1 }
          least = min(least, differences.reduce(0) { $0 + $1 * $1 })
        }
      }
      return least
    }
    for seed in 1...5 as ClosedRange<UInt64> {
      let one = LatinHypercube(count: 12, dimension: 3, draws: 1, seed: seed)
      let best = LatinHypercube(count: 12, dimension: 3, draws: 50, seed: seed)
      #expect(leastDistance(best.points) > leastDistance(one.points))
    }
  }
}

struct SobolSequenceTests {
  @Test func `The first points are those of Joe and Kuo`() {
    var sequence = SobolSequence(dimension: 3)
    let expected: [[Double]] = [
      [0, 0, 0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75], [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125], [0.625, 0.125, 0.875], [0.125, 0.625, 0.375]
    ]
    #expect(sequence.points(8) == expected)
  }

  /// Values of SciPy 1.17, `qmc.Sobol(160, scramble=False)`, which has the table of Joe and Kuo too.
  @Test func `Points of 160 dimensions are those of another implementation`() throws {
    var sequence = SobolSequence(dimension: 160, position: 1234)
    let next = sequence.next()
    let point = try #require(next)
    let expected = [
      0.86474609375, 0.41943359375, 0.55029296875, 0.22802734375, 0.60888671875, 0.77685546875,
      0.10009765625
    ]
    #expect([0, 1, 9, 50, 100, 128, 159].map { point[$0] } == expected)
  }

  @Test func `A position that is left out gives the same points as a sequence that went there`() {
    var whole = SobolSequence(dimension: 4, scramblingSeed: 2)
    let points = whole.points(30)
    var late = SobolSequence(dimension: 4, scramblingSeed: 2, position: 13)
    #expect(late.points(17) == Array(points[13...]))
    #expect(late.position == 30)
  }

  @Test(arguments: [nil, 5, 6] as [UInt64?])
  func `Each coordinate of 2ᵐ points has one in each of 2ᵐ slices`(seed: UInt64?) {
    var sequence = SobolSequence(dimension: SobolSequence.largestDimension, scramblingSeed: seed)
    let points = sequence.points(64)
    for coordinate in 0..<sequence.dimension {
      #expect(points.map { Int($0[coordinate] * 64) }.sorted() == Array(0..<64))
    }
  }

  @Test func `The first two dimensions have one point in each of sixteen squares and oblongs`() {
    for seed in [nil, 1, 2] as [UInt64?] {
      var sequence = SobolSequence(dimension: 2, scramblingSeed: seed)
      let points = sequence.points(16)
      for (wide, high) in [(1, 16), (2, 8), (4, 4), (8, 2), (16, 1)] {
        let cells = points.map { Int($0[0] * Double(wide)) * high + Int($0[1] * Double(high)) }
        #expect(cells.sorted() == Array(0..<16))
      }
    }
  }

  @Test func `A scrambled sequence integrates a smooth function ten times better than random points`() {
    // The mean of Π (1 + (xⱼ − ½) / j) is 1; that of 4,096 random points would have the standard error 0.0055.
    var errors = 0.0
    for seed in 1...8 as ClosedRange<UInt64> {
      var sequence = SobolSequence(dimension: 5, scramblingSeed: seed)
      var sum = 0.0
      for point in sequence.points(4096) {
        sum += point.enumerated().reduce(1) { $0 * (1 + ($1.element - 0.5) / Double($1.offset + 1)) }
      }
      errors += (sum / 4096 - 1) * (sum / 4096 - 1)
    }
    #expect((errors / 8).squareRoot() < 0.00055)
  }
}

struct FactorGridTests {
  @Test func `A grid has every combination, the last factor changing fastest`() {
    let grid = FactorGrid(levels: [[1, 2], [10, 20, 30]])
    #expect(Array(grid) == [[1, 10], [1, 20], [1, 30], [2, 10], [2, 20], [2, 30]])
    #expect(FactorGrid(levels: [[1], []]).isEmpty)
    #expect(Array(FactorGrid(levels: [])) == [[]])
  }

  @Test func `A grid of a box has the ends of its intervals`() {
    let grid = FactorGrid(box: Box(lower: [0, 5], upper: [1, 7]), counts: [3, 1])
    #expect(Array(grid) == [[0, 6], [0.5, 6], [1, 6]])
  }
}
