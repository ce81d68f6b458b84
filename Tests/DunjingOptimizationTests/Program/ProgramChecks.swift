import DunjingDense
import DunjingOptimization
import DunjingRandom
import DunjingTestSupport
import Testing

extension QuadraticSolution {
  /// Checks the conditions of Karush, Kuhn and Tucker, which are sufficient in a convex program, on their own terms.
  func expectBest(in program: QuadraticProgram, _ tolerance: Double, _ comment: Comment? = nil) {
    #expect(status == .optimal, comment)
    guard status == .optimal else { return }
    #expect(program.violation(at: point) <= tolerance, comment)
    #expect(inequalityMultipliers.allSatisfy { $0 >= 0 }, comment)
    #expect((lowerMultipliers + upperMultipliers).allSatisfy { $0 >= 0 }, comment)
    let curve = program.curvature.times(point)
    let ofEqualities = program.equalities.matrix.transposedTimes(equalityMultipliers)
    let ofInequalities = program.inequalities.matrix.transposedTimes(inequalityMultipliers)
    for index in point.indices {
      let pull = ofEqualities[index] + ofInequalities[index]
      let bounds = upperMultipliers[index] - lowerMultipliers[index]
      #expect(abs(curve[index] + program.costs[index] + pull + bounds) <= tolerance, comment)
      #expect(
        lowerMultipliers[index] == 0
          || lowerMultipliers[index] * (point[index] - program.lower[index]) <= tolerance)
      #expect(
        upperMultipliers[index] == 0
          || upperMultipliers[index] * (program.upper[index] - point[index]) <= tolerance)
    }
    let excess = program.inequalities.excess(at: point)
    for (price, rest) in zip(inequalityMultipliers, excess) {
      #expect(price == 0 || abs(price * rest) <= tolerance, comment)
    }
  }
}

func isNear(_ values: [Double], _ expected: [Double], _ tolerance: Double = 1e-7) -> Bool {
  values.count == expected.count && zip(values, expected).allSatisfy { abs($0 - $1) <= tolerance }
}

/// Random numbers of the tests of programs.
struct ProgramNumbers {
  var stream: RandomStream

  init(_ seed: UInt64) { stream = RandomStream(seed: seed, replication: 0, purpose: .init(rawValue: 7)) }

  mutating func vector(_ count: Int) -> [Double] { (0..<count).map { _ in stream.nextNormal() } }

  mutating func matrix(_ rows: Int, _ columns: Int) -> DenseMatrix {
    var matrix = DenseMatrix(rows: rows, columns: columns)
    for row in 0..<rows {
      for column in 0..<columns { matrix[row, column] = stream.nextNormal() }
    }
    return matrix
  }

  /// F Fᵀ, which is positive semidefinite of at most the given rank.
  mutating func square(_ count: Int, rank: Int) -> DenseMatrix {
    let factor = matrix(count, rank)
    var square = factor.product(factor.transposed)
    for column in 0..<count {
      for row in 0..<column { square[row, column] = square[column, row] }
    }
    return square
  }
}

extension QuadraticProgram {
  init(_ plain: PlainProgram) {
    func rows(_ kinds: [PlainProgram.Kind]) -> LinearRows {
      let chosen = plain.rows.filter { kinds.contains($0.kind) }
      var matrix = DenseMatrix(rows: chosen.count, columns: plain.costs.count)
      for (number, row) in chosen.enumerated() {
        let sign = row.kind == .atLeast ? -1.0 : 1
        for term in row.terms { matrix[number, term.variable] = sign * term.value }
      }
      return LinearRows(matrix, chosen.map { $0.kind == .atLeast ? -$0.limit : $0.limit })
    }
    self.init(
      costs: plain.costs, equalities: rows([.equal]), inequalities: rows([.atMost, .atLeast]),
      lower: plain.lower, upper: plain.upper)
  }
}
