/// The two-stage procedure of Rinott for selecting the best of several independent systems.
///
/// The first stage estimates each variance; the second takes as many observations of a system as its variance
/// needs, and the best of the overall means is selected. The systems may have unequal variances.
///
/// Source: Y. Rinott (1978), "On two-stage selection procedures and related probability-inequalities":
/// Nᵢ = max(n₀, ⌈(h Sᵢ / δ)²⌉) with h, Rinott's constant.
///
/// Assumptions: independent normal observations, systems independent of each other. Common random numbers are
/// not allowed: use ``KimNelson``, which also needs fewer observations when some systems are far from the best.
public struct Rinott: Sendable, Equatable {
  /// The number of systems, k.
  public let systems: Int
  /// The observations of each system in the first stage, n₀.
  public let firstStage: Int
  /// What is promised.
  public let guarantee: SelectionGuarantee
  /// The constant h.
  public let constant: Double

  /// Creates the procedure.
  /// - Precondition: there are at least two systems, and two observations in the first stage.
  public init(systems: Int, firstStage: Int = 20, guarantee: SelectionGuarantee) {
    precondition(systems >= 2, "a selection needs at least two systems, not \(systems)")
    precondition(firstStage >= 2, "a first stage needs at least two observations, not \(firstStage)")
    let constant = RinottConstant(systems: systems, firstStage: firstStage)
    self.init(systems, firstStage, guarantee, constant: constant.value(probability: guarantee.probability))
  }

  /// Creates the procedure with a constant of one's own.
  init(_ systems: Int, _ firstStage: Int, _ guarantee: SelectionGuarantee, constant: Double) {
    self.systems = systems
    self.firstStage = firstStage
    self.guarantee = guarantee
    self.constant = constant
  }

  /// Returns the observations of both stages that a system needs, Nᵢ; nil if more than `limit`.
  /// - Precondition: the tally has the observations of the first stage.
  public func observations(_ first: Tally, limit: Int = 1_000_000) -> Int? {
    precondition(first.count == firstStage, "the first stage has \(firstStage) observations")
    let ratio = constant * (first.standardDeviation ?? 0) / guarantee.indifferenceZone
    let needed = (ratio * ratio).rounded(.up)
    return needed <= Double(limit) ? max(firstStage, Int(needed)) : nil
  }

  /// Selects the best system.
  ///
  /// `observe` returns the observations of a system in some replications, counted from 0. If a system needs more
  /// than `limit` observations, all stop at the first stage and the result says so.
  public func select(
    limit: Int = 1_000_000, observing observe: (_ system: Int, _ replications: Range<Int>) throws -> [Double]
  ) rethrows -> SelectionResult {
    var tallies = try (0..<systems).map { Tally(try observed($0, 0..<firstStage, observe)) }
    let needed = tallies.compactMap { observations($0, limit: limit) }
    let status: SelectionStatus = needed.count == systems ? .selected : .limit
    if status == .selected {
      for system in 0..<systems where needed[system] > firstStage {
        for value in try observed(system, firstStage..<needed[system], observe) { tallies[system].add(value) }
      }
    }
    let best = guarantee.goal.best(of: tallies.map(\.mean), among: 0..<systems) ?? 0
    return SelectionResult(
      procedure: .rinott, guarantee: guarantee, status: status, tallies: tallies,
      survivors: status == .selected ? [best] : Array(0..<systems), best: best)
  }

  private func observed(
    _ system: Int, _ replications: Range<Int>, _ observe: (Int, Range<Int>) throws -> [Double]
  ) rethrows -> [Double] {
    let values = try observe(system, replications)
    precondition(
      values.count == replications.count && values.allSatisfy(\.isFinite),
      "a selection needs \(replications.count) finite observations of system \(system)")
    return values
  }
}
