import DunjingOptimization

/// The objective and the limits of a goal around a point: a parabola in each decision, without products of two of them.
///
/// Shares are those of the decision's range. Each parabola goes through the point and fits four others at half and at all of
/// the radius to either side by least squares, so that the jumps of whole officers are leveled.
struct SeparableModel {
  /// Slope and curvature in each decision.
  struct Parabola {
    var slope = 0.0
    var curvature = 0.0
  }

  private let objective: [Parabola]
  /// By limit and then by decision.
  private let limits: [[Parabola]]
  private let excesses: [Double]

  /// - Parameters:
  ///   - center: the forecast at the point.
  ///   - steps: how far each decision was moved.
  ///   - forecasts: what came of it, by decision and then by step.
  init(center: PlanForecast, steps: [[Double]], forecasts: [[PlanForecast]]) {
    func parabolas(_ value: (PlanForecast) -> Double) -> [Parabola] {
      zip(steps, forecasts).map { steps, forecasts in
        Self.parabola(steps, forecasts.map { value($0) - value(center) })
      }
    }
    objective = parabolas(\.difference)
    limits = center.excesses.indices.map { limit in parabolas { $0.excesses[limit] } }
    excesses = center.excesses
  }

  /// The parabola through zero that fits some rises best; a straight line where the steps tell no more.
  static func parabola(_ steps: [Double], _ rises: [Double]) -> Parabola {
    var (second, third, fourth, first, square) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for (step, rise) in zip(steps, rises) {
      second += step * step
      third += step * step * step
      fourth += step * step * step * step
      first += step * rise
      square += step * step * rise
    }
    guard second > 0 else { return Parabola() }
    let determinant = second * fourth - third * third
    guard determinant > 1e-9 * second * fourth else { return Parabola(slope: first / second) }
    return Parabola(
      slope: (first * fourth - square * third) / determinant,
      curvature: 2 * (square * second - first * third) / determinant)
  }

  /// The step that the model thinks best, within bounds, and the price of each limit.
  ///
  /// A quadratic program: the curvature is that of the Lagrange function at the prices of before, where it bends upward;
  /// limits are straight. Limits that no step within the bounds keeps are relaxed as little as possible, measured by what
  /// they allow.
  func step(
    lower: [Double], upper: [Double], prices: [Double], allowed: [Double]
  ) -> (step: [Double], prices: [Double])? {
    let bends = objective.indices.map { decision in
      limits.indices.reduce(objective[decision].curvature) {
        $0 + prices[$1] * limits[$1][decision].curvature
      }
    }
    let rows = limits.indices.map { limit in limits[limit].map { $0.slope / allowed[limit] } }
    var bounds = limits.indices.map { -excesses[$0] / allowed[$0] }
    func program() -> QuadraticProgram {
      QuadraticProgram(
        curvature: .diagonal(bends.map { max($0, 0) }), costs: objective.map(\.slope),
        inequalities: limits.isEmpty ? nil : LinearRows(rows, bounds), lower: lower, upper: upper)
    }
    let solver = InteriorPoint()
    var solution = solver.solve(program())
    if solution.status == .infeasible, let least = solver.leastRelaxation(of: program()) {
      for limit in limits.indices { bounds[limit] += least.inequalities[limit] * (1 + 1e-9) + 1e-12 }
      solution = solver.solve(program())
    }
    guard solution.status == .optimal else { return nil }
    return (solution.point, limits.indices.map { solution.inequalityMultipliers[$0] / allowed[$0] })
  }

  /// By how much a step lowers the objective and what breaks the limits, at prices of a unit of excess.
  func fall(_ step: [Double], penalties: [Double]) -> Double {
    func change(_ parabolas: [Parabola]) -> Double {
      zip(parabolas, step).reduce(0) { $0 + $1.1 * ($1.0.slope + 0.5 * $1.0.curvature * $1.1) }
    }
    return limits.indices.reduce(-change(objective)) { fall, limit in
      let after = excesses[limit] + change(limits[limit])
      return fall + penalties[limit] * (max(0, excesses[limit]) - max(0, after))
    }
  }
}
