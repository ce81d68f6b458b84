import DunjingDense
import DunjingNumerics

/// What earlier events leave: Σ e, Σ s e and Σ s² e, with s the time since each and e = exp(−β s).
struct ExcitationMemory {
  private(set) var plain = 0.0
  private(set) var first = 0.0
  private(set) var second = 0.0
  private var last: Double?

  /// Moves to the next event; what it leaves itself counts from the next one on.
  mutating func move(to time: Double, decay: Double) {
    defer { last = time }
    guard let last else { return }
    let step = time - last
    let fading = PortableMath.exponential(-decay * step)
    let before = 1 + plain
    second = fading * (second + 2 * step * first + step * step * before)
    first = fading * (first + step * before)
    plain = fading * before
  }
}

/// The derivatives of Σ log λ less an integral, by the logarithms of up to four parameters, summed up event by event.
struct LogIntensitySum {
  /// The rows of a symmetric matrix.
  typealias Rows = (SIMD4<Double>, SIMD4<Double>, SIMD4<Double>, SIMD4<Double>)

  private var gradient = SIMD4<Double>.zero
  private var rows: Rows = (.zero, .zero, .zero, .zero)

  /// Adds log λ of an event.
  /// - Parameters:
  ///   - first: the derivatives of λ.
  ///   - second: its second derivatives.
  mutating func add(first: SIMD4<Double>, second: Rows, intensity: Double) {
    let share = first / intensity
    gradient += share
    rows.0 += second.0 / intensity - share[0] * share
    rows.1 += second.1 / intensity - share[1] * share
    rows.2 += second.2 / intensity - share[2] * share
    rows.3 += second.3 / intensity - share[3] * share
  }

  /// Subtracts a part of the integral.
  mutating func subtract(first: SIMD4<Double>, second: Rows) {
    gradient -= first
    rows.0 -= second.0
    rows.1 -= second.1
    rows.2 -= second.2
    rows.3 -= second.3
  }

  /// The sums for the first parameters.
  func curvature(count: Int) -> SmoothLikelihood.Curvature {
    let all = [rows.0, rows.1, rows.2, rows.3]
    return SmoothLikelihood.Curvature(
      gradient: (0..<count).map { gradient[$0] },
      hessian: DenseMatrix(rows: (0..<count).map { row in (0..<count).map { all[row][$0] } }))
  }
}
