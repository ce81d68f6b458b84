import DunjingDense
import DunjingNumerics

/// The method of sequential quadratic programs for smooth programs.
///
/// Each step is that of a quadratic program with the curvature of the Lagrange function and linearized constraints; its
/// length is found by backtracking on the ℓ₁ merit function, with a second-order correction where the bend of the
/// constraints would refuse a full step. Where linearized constraints contradict each other, they are relaxed at a price
/// (an elastic program). Sources: S.-P. Han (1977); M. J. D. Powell (1978); J. Nocedal & S. J. Wright (2006), Numerical
/// Optimization, 2nd ed., algorithm 18.3 and sections 18.2 to 18.5.
public struct SequentialQuadratic: Sendable, Equatable {
  /// The share that slopes and constraints may miss.
  public var tolerance: Double
  /// The most steps.
  public var iterationLimit: Int

  /// Creates a solver.
  /// - Precondition: the tolerance is positive and an iteration allowed.
  public init(tolerance: Double = 1e-8, iterationLimit: Int = 300) {
    precondition(tolerance > 0 && iterationLimit > 0, "a solver needs a tolerance and iterations")
    (self.tolerance, self.iterationLimit) = (tolerance, iterationLimit)
  }

  /// Finds a local optimum, the global one in a convex program.
  /// - Parameters:
  ///   - program: the program, with the derivatives of its functions.
  ///   - start: where the search begins; moved within the bounds.
  /// - Precondition: the start has a number for each variable.
  /// - Complexity: an interior-point solution for each step.
  public func minimize(_ program: SmoothProgram, from start: [Double]) -> SmoothSolution {
    precondition(start.count == program.variableCount, "the start has a number for each variable")
    let inside = start.indices.map { max(min(start[$0], program.upper[$0]), program.lower[$0]) }
    var search = SequentialSearch(program, from: inside, tolerance: tolerance)
    var status: ProgramStatus?
    for _ in 0..<iterationLimit where status == nil { status = search.advance() }
    return search.solution(status ?? .iterationLimit)
  }
}

/// The state of the method between two steps.
private struct SequentialSearch {
  private let program: SmoothProgram
  private let tolerance: Double
  private let solver = InteriorPoint(tolerance: 1e-10)
  private var state: SmoothState
  private var learned: LearnedCurvature?
  /// The price of a violation in the merit function.
  private var price = 1.0
  private var multipliers: QuadraticSolution?
  private var iterations = 0
  private var slowSteps = 0

  init(_ program: SmoothProgram, from start: [Double], tolerance: Double) {
    (self.program, self.tolerance) = (program, tolerance)
    state = SmoothState(program, start)
    learned = program.curvature == nil ? LearnedCurvature(count: program.variableCount) : nil
  }

  /// Takes a step; returns how the search ended if it did.
  mutating func advance() -> ProgramStatus? {
    guard state.isFinite else { return .failed }
    if residual <= tolerance && isFeasible { return .optimal }
    guard let (step, isRelaxed) = nextStep() else { return .failed }
    let size = greatestMagnitude(step.point)
    let isStill = size <= 1e-12 * (1 + greatestMagnitude(state.point))
    multipliers = step
    if residual <= tolerance && isFeasible { return .optimal }
    if isStill { return settled(isRelaxed) }
    raisePrice(step)
    guard let next = accepted(step) else { return settled(isRelaxed) }
    let gained = merit(state) - merit(next)
    slowSteps = gained <= 1e-14 * (1 + merit(state).magnitude) ? slowSteps + 1 : 0
    learn(next, step)
    state = next
    return slowSteps > 8 ? settled(isRelaxed) : nil
  }

  /// What a search is that goes no further.
  private func settled(_ isRelaxed: Bool) -> ProgramStatus {
    // Rounding of the slopes may allow no more than this.
    let loose = max(tolerance, 1e-6)
    if isFeasible { return residual <= loose ? .optimal : .failed }
    return isRelaxed || state.greatestBreach > loose ? .infeasible : .failed
  }

  private var isFeasible: Bool {
    state.greatestBreach <= tolerance * (1 + greatestMagnitude(state.point))
  }

  /// How far the point and the multipliers are from the conditions of optimality.
  private var residual: Double {
    guard let multipliers else { return .infinity }
    var slope = state.slope(multipliers.equalityMultipliers, multipliers.inequalityMultipliers)
    for index in slope.indices {
      slope[index] += multipliers.upperMultipliers[index] - multipliers.lowerMultipliers[index]
    }
    let products =
      zip(multipliers.inequalityMultipliers, state.inequalityValues).map { $0 * min($1, 0) }
      + state.point.indices.map { index in
        let (low, high) = (multipliers.lowerMultipliers[index], multipliers.upperMultipliers[index])
        return (low == 0 ? 0 : low * (state.point[index] - program.lower[index]))
          + (high == 0 ? 0 : high * (program.upper[index] - state.point[index]))
      }
    return max(greatestMagnitude(slope), greatestMagnitude(products))
      / (1 + greatestMagnitude(state.objective.gradient))
  }

  // MARK: The quadratic program

  private func curvature() -> Curvature {
    if let learned { return .dense(learned.matrix) }
    let prices = multipliers.map {
      Array($0.equalityMultipliers[program.equalities.count...])
        + Array($0.inequalityMultipliers[program.inequalities.count...])
    }
    let count = program.smoothEqualities.count + program.smoothInequalities.count
    return program.curvature?(state.point, prices ?? [Double](repeating: 0, count: count)) ?? .none
  }

  /// Returns the step with its multipliers, and whether constraints had to be relaxed for it.
  private mutating func nextStep() -> (QuadraticSolution, Bool)? {
    let exact = curvature().convexified()
    for attempt in 0..<14 {
      let curvature = attempt == 0 ? exact : exact.stiffened(Double(attempt), count: program.variableCount)
      let quadratic = state.subproblem(program, curvature)
      let solution = solve(quadratic)
      switch solution.status {
      case .optimal: return (solution, false)
      case .infeasible: return relaxedStep(quadratic)
      default: continue
      }
    }
    return nil
  }

  private mutating func solve(_ quadratic: QuadraticProgram) -> QuadraticSolution {
    iterations += 1
    return solver.solve(quadratic)
  }

  /// The step where each violation has a price, which rises until the violation is the least one.
  private mutating func relaxedStep(_ quadratic: QuadraticProgram) -> (QuadraticSolution, Bool)? {
    guard let least = solver.leastRelaxation(of: quadratic) else { return nil }
    for _ in 0..<8 {
      let elastic = quadratic.elastic(
        inequalityWeights: quadratic.inequalities.limits.map { _ in price },
        equalityWeights: quadratic.equalities.limits.map { _ in price },
        base: (quadratic.curvature, quadratic.costs))
      var solution = solve(elastic)
      guard solution.status == .optimal else { return nil }
      let left = solution.point[program.variableCount...].reduce(0, +)
      let (count, point) = (program.variableCount, solution.point)
      solution.point = Array(point[..<count])
      solution.lowerMultipliers = Array(solution.lowerMultipliers[..<count])
      solution.upperMultipliers = Array(solution.upperMultipliers[..<count])
      if left <= least.total + 0.1 * (state.breach - least.total) { return (solution, true) }
      price *= 10
      if price > 1e12 { return (solution, true) }
    }
    return nil
  }

  // MARK: The length of the step

  private func merit(_ state: SmoothState) -> Double {
    state.isFinite ? state.objective.value + price * state.breach : .infinity
  }

  /// Keeps the price of violations above all multipliers.
  private mutating func raisePrice(_ step: QuadraticSolution) {
    let greatest = greatestMagnitude(step.equalityMultipliers + step.inequalityMultipliers)
    if price < 1.1 * greatest { price = 2 * greatest }
  }

  private func moved(_ step: [Double], _ share: Double) -> SmoothState {
    let point = state.point.indices.map { index in
      let value = state.point[index] + share * step[index]
      return max(min(value, program.upper[index]), program.lower[index])
    }
    return SmoothState(program, point)
  }

  /// Returns the first point on the way that lowers the merit function enough; nil if none does.
  private mutating func accepted(_ step: QuadraticSolution) -> SmoothState? {
    let before = merit(state)
    let slope = dot(state.objective.gradient, step.point)
    let predicted = min(slope - price * state.breach, 0)
    let slack = 1e-13 * (1 + before.magnitude)
    func isEnough(_ trial: SmoothState, _ share: Double) -> Bool {
      merit(trial) <= before + 1e-4 * share * predicted + slack
    }
    let full = moved(step.point, 1)
    if isEnough(full, 1) { return full }
    if full.isFinite, full.breach > state.breach || full.breach > 1e-3 * state.breach {
      let correction = solve(
        state.subproblem(program, curvature().convexified(), corrected: full, step: step.point))
      if correction.status == .optimal {
        let corrected = moved(correction.point, 1)
        if isEnough(corrected, 1) { return corrected }
      }
    }
    var share = 0.5
    while share > 1e-12 {
      let trial = moved(step.point, share)
      if isEnough(trial, share) { return trial }
      share *= 0.5
    }
    return nil
  }

  private mutating func learn(_ next: SmoothState, _ step: QuadraticSolution) {
    guard learned != nil, next.isFinite else { return }
    let before = state.slope(step.equalityMultipliers, step.inequalityMultipliers)
    let after = next.slope(step.equalityMultipliers, step.inequalityMultipliers)
    learned?.learn(
      step: zip(next.point, state.point).map { $0 - $1 }, change: zip(after, before).map { $0 - $1 })
  }

  func solution(_ status: ProgramStatus) -> SmoothSolution {
    var solution = SmoothSolution(status: status, point: state.point, objective: state.objective.value)
    if let multipliers {
      solution.equalityMultipliers = multipliers.equalityMultipliers
      solution.inequalityMultipliers = multipliers.inequalityMultipliers
      solution.lowerMultipliers = multipliers.lowerMultipliers
      solution.upperMultipliers = multipliers.upperMultipliers
    }
    (solution.residual, solution.violation) = (residual, state.greatestBreach)
    solution.iterations = iterations
    return solution
  }
}

extension Curvature {
  /// Returns a curvature that bends down nowhere: a diagonal without its negative numbers.
  fileprivate func convexified() -> Curvature {
    guard case .diagonal(let numbers) = self else { return self }
    return .diagonal(numbers.map { max($0, 0) })
  }

  /// Returns a curvature with more on the diagonal, four times as much with each attempt.
  fileprivate func stiffened(_ attempt: Double, count: Int) -> Curvature {
    let size = max(1, greatestMagnitude(diagonal(count: count)))
    let more = 1e-4 * size * PortableMath.exponential(1.4 * attempt)
    switch self {
    case .none: return .diagonal([Double](repeating: more, count: count))
    case .diagonal(let numbers): return .diagonal(numbers.map { $0 + more })
    case .dense(var matrix):
      matrix.addDiagonal([Double](repeating: more, count: count))
      return .dense(matrix)
    }
  }
}
