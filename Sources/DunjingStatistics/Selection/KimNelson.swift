import DunjingNumerics

/// The fully sequential procedure of Kim and Nelson (KN) for selecting the best of several systems.
///
/// After a first stage one replication at a time is taken of every system still in the race, and systems that
/// are clearly worse than another are eliminated. It works under common random numbers, and profits from them,
/// because all it uses of the variances is those of differences.
///
/// Source: S.-H. Kim & B. L. Nelson (2001), "A fully sequential procedure for indifference-zone selection in
/// simulation", with c = 1: η = ½ {[2α / (k − 1)]^(−2 / (n₀ − 1)) − 1} and h² = 2 η (n₀ − 1).
///
/// Assumption: normal observations, independent from one replication to the next.
public struct KimNelson: Sendable, Equatable {
  /// The number of systems, k.
  public let systems: Int
  /// The observations of each system in the first stage, n₀.
  public let firstStage: Int
  /// What is promised.
  public let guarantee: SelectionGuarantee
  /// The constant η.
  public let eta: Double

  /// Creates the procedure.
  /// - Precondition: there are at least two systems, and two observations in the first stage.
  public init(systems: Int, firstStage: Int = 20, guarantee: SelectionGuarantee) {
    precondition(systems >= 2, "a selection needs at least two systems, not \(systems)")
    precondition(firstStage >= 2, "a first stage needs at least two observations, not \(firstStage)")
    let base = 2 * (1 - guarantee.probability) / Double(systems - 1)
    let growth = PortableMath.power(base, -2 / Double(firstStage - 1))
    self.init(systems, firstStage, guarantee, eta: max(0, 0.5 * (growth - 1)))
  }

  /// Creates the procedure with a constant of one's own.
  init(_ systems: Int, _ firstStage: Int, _ guarantee: SelectionGuarantee, eta: Double) {
    self.systems = systems
    self.firstStage = firstStage
    self.guarantee = guarantee
    self.eta = eta
  }

  /// The constant h² by which the variances of differences are multiplied.
  public var squaredConstant: Double { 2 * eta * Double(firstStage - 1) }

  /// Selects the best system.
  ///
  /// `observe` returns the observations of a system in some replications, counted from 0; under common random
  /// numbers the same replication of two systems has the same numbers. Use ``KimNelsonRace`` to make the
  /// replications of all systems at once.
  public func select(
    step: Int = 1, limit: Int = 1_000_000,
    observing observe: (_ system: Int, _ replications: Range<Int>) throws -> [Double]
  ) rethrows -> SelectionResult {
    var race = KimNelsonRace(self, step: step, limit: limit)
    while let replications = race.replications {
      race.add(try race.survivors.map { try observe($0, replications) })
    }
    return race.result
  }
}
