import DunjingNumerics
import DunjingOptimization
import Testing

/// sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁ on [−π, π]³ (T. Ishigami & T. Homma, 1990).
private func ishigami(_ x: [Double]) -> Double {
  let (first, second) = (PortableMath.sine(x[0]), PortableMath.sine(x[1]))
  return first + 7 * second * second + 0.1 * x[2] * x[2] * x[2] * x[2] * first
}

private let ishigamiBox = Box(
  lower: [-Double.pi, -Double.pi, -Double.pi], upper: [Double.pi, Double.pi, Double.pi])

struct MorrisScreeningTests {
  @Test func `A linear function has its coefficients as effects, and no deviation`() {
    let box = Box(lower: [0, -1, 10], upper: [2, 1, 11])
    let screening = MorrisScreening(box: box, trajectories: 6, seed: 3)
    #expect(screening.points.count == 24)
    let effects = screening.effects(of: screening.points.map { 3 * $0[0] - 5 * $0[1] + 7 })
    // Per length of the interval: 3 · 2 and −5 · 2.
    #expect(zip(effects, [6, -10, 0]).allSatisfy { abs($0.mean - $1) < 1e-12 })
    #expect(zip(effects, [6, 10, 0]).allSatisfy { abs($0.absoluteMean - $1) < 1e-12 })
    #expect(effects.allSatisfy { $0.deviation < 1e-12 && $0.standardError < 1e-12 })
  }

  @Test func `Points of a trajectory differ in one coordinate by two thirds of its interval`() {
    let screening = MorrisScreening(
      box: Box(lower: [0, 0], upper: [3, 3]), trajectories: 5, draws: 40, seed: 1)
    for start in stride(from: 0, to: 15, by: 3) {
      for step in 0..<2 {
        let (a, b) = (screening.points[start + step], screening.points[start + step + 1])
        let changes = zip(a, b).map { abs($0 - $1) }.filter { $0 > 0 }
        #expect(changes.count == 1 && abs(changes[0] - 2) < 1e-12)
      }
    }
    #expect(screening.points.joined().allSatisfy { abs($0 - $0.rounded()) < 1e-12 && $0 >= 0 && $0 <= 3 })
  }

  @Test func `Of a product, the effect of each factor is a half, and its deviation comes from the other`() {
    // Effects of x₁ x₂ are the other factor, uniform on {0, ⅓, ⅔, 1}: mean ½, deviation √5 / 6 = 0.373.
    let box = Box(lower: [0, 0], upper: [1, 1])
    let screening = MorrisScreening(box: box, trajectories: 2000, seed: 5)
    let effects = screening.effects(of: screening.points.map { $0[0] * $0[1] })
    for effect in effects {
      #expect(abs(effect.mean - 0.5) < 4 * effect.standardError)
      #expect(abs(effect.deviation - 0.3727) < 0.02)
    }
  }

  @Test func `Ishigami's third coordinate has no mean effect but a magnitude`() {
    let screening = MorrisScreening(box: ishigamiBox, trajectories: 400, draws: 400, seed: 2)
    let effects = screening.effects(of: screening.points.map(ishigami))
    // By x₃ from ∓π to ±π/3 the function changes by 0.1 (π⁴ − (π/3)⁴) sin x₁ or less.
    #expect(abs(effects[2].mean) < 4 * effects[2].deviation / 20)
    #expect(effects[2].absoluteMean > 10 * effects[2].standardError)
    #expect(effects[0].absoluteMean > 10 * effects[0].standardError)
  }

  @Test func `Trajectories chosen from many lie farther apart than the first ones`() {
    func spread(_ screening: MorrisScreening) -> Double {
      var sum = 0.0
      for (a, first) in screening.points.enumerated() {
        for (b, second) in screening.points.enumerated() where a / 5 < b / 5 {
          sum += zip(first, second).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
        }
      }
      return sum
    }
    let box = Box(lower: [0, 0, 0, 0], upper: [1, 1, 1, 1])
    let first = MorrisScreening(box: box, trajectories: 4, seed: 7)
    let chosen = MorrisScreening(box: box, trajectories: 4, draws: 200, seed: 7)
    #expect(spread(chosen) > 1.1 * spread(first))
  }
}

struct SobolIndicesTests {
  @Test func `Ishigami's indices are the analytic ones, inside their intervals`() throws {
    let design = SobolIndices(box: ishigamiBox, rows: 4096, seed: 1)
    #expect(design.points.count == 4096 * 5)
    let shares = try #require(design.indices(of: design.points.map(ishigami), resamples: 100))
    for (share, theory) in zip(shares, [(0.3139, 0.5576), (0.4424, 0.4424), (0, 0.2437)]) {
      #expect(abs(share.first.value - theory.0) < 0.02, "\(share)")
      #expect(abs(share.total.value - theory.1) < 0.02, "\(share)")
      #expect(share.first.lower <= theory.0 && theory.0 <= share.first.upper, "\(share)")
      #expect(share.total.lower <= theory.1 && theory.1 <= share.total.upper, "\(share)")
    }
  }

  /// g = Π (|4 x − 2| + a) / (1 + a): the variance of a factor is 1 / (3 (1 + a)²) (I. M. Sobol, 1993).
  @Test func `Intervals of the g function cover nine times in ten or more`() throws {
    let weights = [0, 1, 4.5, 99.0]
    let parts = weights.map { 1 / (3 * (1 + $0) * (1 + $0)) }
    let variance = parts.reduce(1) { $0 * (1 + $1) } - 1
    let box = Box(lower: [0, 0, 0, 0], upper: [1, 1, 1, 1])
    var (covered, count) = (0, 0)
    for seed in 1...15 as ClosedRange<UInt64> {
      let design = SobolIndices(box: box, rows: 256, seed: seed)
      let values = design.points.map { point in
        zip(point, weights).reduce(1) { $0 * ((4 * $1.0 - 2).magnitude + $1.1) / (1 + $1.1) }
      }
      let shares = try #require(design.indices(of: values, resamples: 100))
      for (index, share) in shares.enumerated() {
        let first = parts[index] / variance
        let total = parts[index] / (1 + parts[index]) * (1 + variance) / variance
        covered += share.first.lower <= first && first <= share.first.upper ? 1 : 0
        covered += share.total.lower <= total && total <= share.total.upper ? 1 : 0
        count += 2
      }
    }
    #expect(Double(covered) > 0.9 * Double(count), "\(covered) of \(count)")
  }

  @Test func `Values that do not vary have no indices`() {
    let design = SobolIndices(box: ishigamiBox, rows: 4, seed: 1)
    #expect(design.indices(of: design.points.map { _ in 3 }) == nil)
    #expect(design.indices(of: design.points.map { _ in .nan }) == nil)
  }
}
