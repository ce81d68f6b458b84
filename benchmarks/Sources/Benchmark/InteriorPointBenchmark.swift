import Dispatch
import DunjingDense
import DunjingOptimization
import DunjingRandom

/// `interior-point`: a dense quadratic program of N variables within bounds and N / 2 inequalities, with a point strictly
/// inside. Making the instance is not timed.
///
/// The flops that count are those of forming and factoring the matrix of each iteration; next to them the same two routines
/// alone, on a matrix of the same size.
struct InteriorPointBenchmark {
  private var stream: RandomStream

  /// Solves an instance and returns the figures as JSON.
  static func figures(size: Int, seed: UInt64) -> String {
    var benchmark = InteriorPointBenchmark(
      stream: RandomStream(seed: seed, replication: 0, purpose: .init(rawValue: 10)))
    let program = benchmark.program(size: size)
    let (solution, seconds) = timed { InteriorPoint().solve(program) }
    let flops = Double(size) * Double(size) * Double(size) * (0.5 + 1 / 3.0)
    let (factors, alone) = timed { kernels(program, rounds: 3) }
    let (whole, limit) = (flops * Double(solution.iterations) / seconds * 1e-9, 3 * flops / alone * 1e-9)
    return """
      {"size": \(size), "seconds": \(seconds), "iterations": \(solution.iterations), "status": "\(solution.status)", \
      "gap": \(solution.gap), "gflops": \(whole), "gflopsOfKernels": \(limit), "ratio": \(limit / whole), \
      "factored": \(factors)}
      """
  }

  private static func timed<Result>(_ body: () -> Result) -> (Result, seconds: Double) {
    let start = DispatchTime.now().uptimeNanoseconds
    let result = body()
    return (result, Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9)
  }

  /// Forms and factors Q + I + Gᵀ G a few times and returns how often.
  private static func kernels(_ program: QuadraticProgram, rounds: Int) -> Int {
    guard case .dense(let square) = program.curvature else { return 0 }
    let ones = [Double](repeating: 1, count: program.inequalities.count)
    return (0..<rounds).reduce(0) { count, _ in
      var matrix = square
      matrix.addDiagonal([Double](repeating: 1, count: program.variableCount))
      matrix.addGram(of: program.inequalities.matrix, weights: ones)
      return Cholesky(matrix) == nil ? count : count + 1
    }
  }

  private mutating func program(size: Int) -> QuadraticProgram {
    let inside = (0..<size).map { _ in stream.nextNormal() }
    let rows = matrix(size / 2, size)
    let factor = matrix(size, size / 4)
    var square = DenseMatrix(rows: size, columns: size)
    square.addOuter(of: factor, weights: [Double](repeating: 1 / Double(size), count: size / 4))
    for column in 0..<size {
      for row in 0..<column { square[row, column] = square[column, row] }
    }
    return QuadraticProgram(
      curvature: .dense(square), costs: (0..<size).map { _ in stream.nextNormal() },
      inequalities: LinearRows(rows, rows.times(inside).map { $0 + stream.nextUnit() }),
      lower: inside.map { $0 - 0.1 - stream.nextUnit() }, upper: inside.map { $0 + 0.1 + stream.nextUnit() })
  }

  private mutating func matrix(_ rows: Int, _ columns: Int) -> DenseMatrix {
    var matrix = DenseMatrix(rows: rows, columns: columns)
    for column in 0..<columns {
      for row in 0..<rows { matrix[row, column] = stream.nextNormal() }
    }
    return matrix
  }
}
