import DunjingDense

/// The iterates of the predictor–corrector method on a scaled program.
///
/// Each inequality and bound has a slack s > 0 and a price z > 0; the iterates follow s z = μ to μ = 0. Slacks may differ
/// from what the point leaves until the method has closed the difference.
struct PrimalDualIteration {
  enum Ending {
    /// The residuals and the gap are within the tolerance.
    case converged
    /// Prices prove that nothing satisfies the rows.
    case infeasible
    /// A direction keeps to the rows and lowers the objective without end.
    case descending
    case limit
    /// No progress any more.
    case stalled
  }

  struct Iterate {
    var x, y, slacks, prices: [Double]
  }

  private struct Residuals {
    var dual, equality, pair: [Double]
    /// The greatest shares that the rows, the slope and the gap miss.
    var primalError, dualError, gapError: Double
    /// The same gap, when only the size of the scaled objective is of interest.
    var looseError: Double
  }

  private let program: ScaledProgram
  private let limits: [Double]
  private let tolerance: Double
  private let objectiveUnit: Double
  private var system: NewtonSystem
  private(set) var iterate: Iterate
  private var best: (iterate: Iterate, error: Double, loose: Double)?
  private var idleRounds = 0

  var iterations: Int { system.factorizations }

  /// - Parameter objectiveUnit: one unit of the original objective in this one.
  init(_ program: ScaledProgram, tolerance: Double, objectiveUnit: Double) {
    (self.program, self.tolerance) = (program, tolerance)
    self.objectiveUnit = min(1, objectiveUnit)
    limits = program.limits
    system = NewtonSystem(program)
    iterate = Iterate(x: [], y: [], slacks: [], prices: [])
  }

  mutating func run(limit: Int) -> Ending {
    guard start() else { return .stalled }
    for _ in 0..<limit {
      let state = residuals()
      if max(state.primalError, state.dualError, state.gapError) <= tolerance { return .converged }
      if !remember(state) { return settled(.stalled) }
      if provesInfeasible() { return .infeasible }
      if descendsForever() { return .descending }
      if !advance(state) { return settled(.stalled) }
    }
    return settled(.limit)
  }

  /// Goes back to the best iterate, which may be good enough.
  private mutating func settled(_ ending: Ending) -> Ending {
    let state = residuals()
    _ = remember(state)
    guard let best else { return ending }
    iterate = best.iterate
    return best.loose <= 1e-7 ? .converged : ending
  }

  /// Keeps the iterate if it is the best so far; false if there has been none for long.
  private mutating func remember(_ state: Residuals) -> Bool {
    let error = max(state.primalError, state.dualError, state.gapError)
    guard error.isFinite else { return false }
    if let best, error >= 0.9 * best.error { idleRounds += 1 } else { idleRounds = 0 }
    if error < best?.error ?? .infinity {
      best = (iterate, error, max(state.primalError, state.dualError, state.looseError))
    }
    return idleRounds < (best?.loose ?? .infinity <= 1e-7 ? 4 : 20)
  }

  // MARK: The start

  /// Starts at the point of least slack and the prices of least size, both shifted inside (S. Mehrotra, 1992).
  private mutating func start() -> Bool {
    let ones = [Double](repeating: 1, count: program.pairCount)
    guard factor(weights: ones) else { return false }
    let (n, p) = (program.variableCount, program.equalities.count)
    let zeros = [Double](repeating: 0, count: n)
    let costs = program.costs.map { -$0 }
    let isLinear = program.curvature == .none
    let first = direction(
      dual: isLinear ? zeros : costs, equality: program.equalities.limits, pair: limits, weights: ones)
    iterate = Iterate(x: first.x, y: first.y, slacks: first.z.map { -$0 }, prices: first.z)
    if isLinear {
      let second = direction(
        dual: costs, equality: [Double](repeating: 0, count: p), pair: limits.map { _ in 0 }, weights: ones)
      (iterate.y, iterate.prices) = (second.y, second.z)
    }
    Self.moveInside(&iterate.slacks)
    Self.moveInside(&iterate.prices)
    return (iterate.x + iterate.y + iterate.slacks + iterate.prices).allSatisfy(\.isFinite)
  }

  private static func moveInside(_ numbers: inout [Double]) {
    guard let least = numbers.min() else { return }
    let size = max(1, numbers.reduce(0) { $0 + $1.magnitude } / Double(numbers.count))
    guard least < 1e-2 * size else { return }
    for index in numbers.indices { numbers[index] += size - least }
  }

  // MARK: The step

  /// Factors with the given weights of rows and bounds.
  private mutating func factor(weights: [Double]) -> Bool {
    let count = program.inequalities.count
    var ofBounds = [Double](repeating: 0, count: program.variableCount)
    for (bound, weight) in zip(program.bounds, weights[count...]) { ofBounds[bound.variable] += weight }
    return system.factor(boundWeights: ofBounds, rowWeights: Array(weights[..<count]))
  }

  /// Solves Q x + Aᵀ y + Eᵀ z = dual, A x = equality, E x − W⁻¹ z = pair, E being rows and bounds and W the weights.
  private mutating func direction(dual: [Double], equality: [Double], pair: [Double], weights: [Double])
    -> NewtonSystem.Vector
  {
    let count = program.inequalities.count
    var right = NewtonSystem.Vector(x: dual, y: equality, z: Array(pair[..<count]))
    for (index, bound) in program.bounds.enumerated() {
      right.x[bound.variable] += bound.sign * weights[count + index] * pair[count + index]
    }
    var (solution, residual) = system.solved(right)
    if residual > 1e-6 && system.form != .whole {
      system.useWholeMatrix()
      (solution, residual) = system.solved(right)
    }
    solution.z += program.bounds.indices.map { index in
      let bound = program.bounds[index]
      return weights[count + index] * (bound.sign * solution.x[bound.variable] - pair[count + index])
    }
    return solution
  }

  /// Returns the change of the iterate that takes the products s z to zero plus `targets`.
  private mutating func change(_ state: Residuals, products: [Double], weights: [Double]) -> Iterate {
    var pair = state.pair
    for index in pair.indices { pair[index] = -pair[index] - products[index] / iterate.prices[index] }
    let step = direction(
      dual: state.dual.map { -$0 }, equality: state.equality.map { -$0 }, pair: pair, weights: weights)
    let uses = program.uses(step.x)
    let slacks = uses.indices.map { -state.pair[$0] - uses[$0] }
    return Iterate(x: step.x, y: step.y, slacks: slacks, prices: step.z)
  }

  private mutating func advance(_ state: Residuals) -> Bool {
    let count = program.pairCount
    let weights = (0..<count).map { iterate.prices[$0] / iterate.slacks[$0] }
    guard factor(weights: weights) else { return false }
    // Where the gap closes before the residuals do, rounding has to be pressed further.
    system.goal = max(state.primalError, state.dualError) > state.gapError ? 1e-17 : 1e-12
    let products = (0..<count).map { -iterate.slacks[$0] * iterate.prices[$0] }
    var step = change(state, products: products, weights: weights)
    if count > 0 {
      let mean = dot(iterate.slacks, iterate.prices) / Double(count)
      let target = centering(step, mean)
      let corrected = (0..<count).map { products[$0] + target - step.slacks[$0] * step.prices[$0] }
      step = change(state, products: corrected, weights: weights)
      step = centered(step, state, corrected, target, weights)
    }
    var (primal, dual) = lengths(step)
    let reach = max(0.995, 1 - 10 * max(state.gapError, 1e-9))
    (primal, dual) = (min(1, reach * primal), min(1, reach * dual))
    move(step, primal, dual)
    return max(primal, dual) > 1e-10 && (iterate.x + iterate.y).allSatisfy(\.isFinite)
  }

  /// Mehrotra's rule: the mean product to aim at, from how far the step without centering goes.
  private func centering(_ step: Iterate, _ mean: Double) -> Double {
    let (primal, dual) = lengths(step)
    let after = (0..<program.pairCount).reduce(0) { sum, index in
      let slack = iterate.slacks[index] + min(1, primal) * step.slacks[index]
      return sum + slack * (iterate.prices[index] + min(1, dual) * step.prices[index])
    }
    let share = after / Double(program.pairCount) / mean
    return share * share * share * mean
  }

  /// One more correction towards the center where that lengthens the step (J. Gondzio, 1996).
  private mutating func centered(
    _ step: Iterate, _ state: Residuals, _ products: [Double], _ target: Double, _ weights: [Double]
  ) -> Iterate {
    let (primal, dual) = lengths(step)
    guard min(primal, dual) < 0.9, target > 0 else { return step }
    let (ahead, behind) = (min(1, primal + 0.3), min(1, dual + 0.3))
    var corrected = products
    for index in corrected.indices {
      let slack = iterate.slacks[index] + ahead * step.slacks[index]
      let product = slack * (iterate.prices[index] + behind * step.prices[index])
      if product < 0.1 * target { corrected[index] += 0.1 * target - product }
      if product > 10 * target { corrected[index] += max(10 * target - product, -10 * target) }
    }
    let trial = change(state, products: corrected, weights: weights)
    let (longer, other) = lengths(trial)
    return min(longer, 1) + min(other, 1) > min(primal, 1) + min(dual, 1) + 0.02 ? trial : step
  }

  /// Returns how far slacks and prices can go; both as far as the shorter where the objective is curved.
  private func lengths(_ step: Iterate) -> (primal: Double, dual: Double) {
    func length(_ numbers: [Double], _ changes: [Double]) -> Double {
      var length = 2.0
      for index in numbers.indices where changes[index] < 0 {
        length = min(length, -numbers[index] / changes[index])
      }
      return length
    }
    let primal = length(iterate.slacks, step.slacks)
    let dual = length(iterate.prices, step.prices)
    return program.curvature == .none ? (primal, dual) : (min(primal, dual), min(primal, dual))
  }

  private mutating func move(_ step: Iterate, _ primal: Double, _ dual: Double) {
    for index in iterate.x.indices { iterate.x[index] += primal * step.x[index] }
    for index in iterate.y.indices { iterate.y[index] += dual * step.y[index] }
    for index in iterate.slacks.indices {
      iterate.slacks[index] += primal * step.slacks[index]
      iterate.prices[index] += dual * step.prices[index]
    }
  }

  // MARK: How far it is

  private func residuals() -> Residuals {
    let bent = program.curvature.times(iterate.x)
    let worth = program.worth(equalities: iterate.y, pairs: iterate.prices)
    let dual = bent.indices.map { bent[$0] + program.costs[$0] + worth[$0] }
    let equality = program.equalities.excess(at: iterate.x)
    let uses = program.uses(iterate.x)
    let pair = uses.indices.map { uses[$0] + iterate.slacks[$0] - limits[$0] }
    let value = (0.5 * dot(iterate.x, bent) + dot(program.costs, iterate.x)).magnitude
    let gap = dot(iterate.slacks, iterate.prices)
    return Residuals(
      dual: dual, equality: equality, pair: pair,
      primalError: max(
        Self.greatestShare(equality, program.equalities.limits), Self.greatestShare(pair, limits)),
      dualError: greatestMagnitude(dual) / (1 + greatestMagnitude(program.costs)),
      gapError: gap / (objectiveUnit + value), looseError: gap / (1 + value))
  }

  private static func greatestShare(_ residuals: [Double], _ limits: [Double]) -> Double {
    greatestMagnitude(residuals.indices.map { residuals[$0] / (1 + limits[$0].magnitude) })
  }

  // MARK: Proofs that there is no solution

  /// Whether prices of rows cancel in every variable but not in the limits (J. Farkas, 1902).
  private func provesInfeasible() -> Bool {
    let value = dot(program.equalities.limits, iterate.y) + dot(limits, iterate.prices)
    guard value < 0 else { return false }
    let worth = greatestMagnitude(program.worth(equalities: iterate.y, pairs: iterate.prices))
    let size = max(1, greatestMagnitude(iterate.x))
    return worth * size <= 1e-8 * -value
  }

  /// Whether the iterate as a direction keeps to all rows and lowers the objective.
  private func descendsForever() -> Bool {
    let slope = dot(program.costs, iterate.x)
    guard slope < 0 else { return false }
    let breach = program.uses(iterate.x).reduce(0) { max($0, $1) }
    let drift = greatestMagnitude(program.equalities.matrix.times(iterate.x))
    let bend = greatestMagnitude(program.curvature.times(iterate.x))
    return max(breach, drift, bend) <= 1e-8 * -slope
  }
}
