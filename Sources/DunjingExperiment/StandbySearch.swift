import DunjingParallel
import DunjingScenario
import DunjingSimulation
import DunjingStatistics
import DunjingWorld

/// Looks for the order in which facilities are to be staffed, by local search with the simulation as the judge.
///
/// Neighbors of an order swap two of its entries or put another facility in place of one; the first that is better is
/// taken, until none is or the budget is spent. All orders are judged on the same incidents (common random numbers), and
/// the order found is compared with the first one on replications that the search has not seen.
///
/// Source: the local searches over nested compliance tables and priority lists of S. Ridler, A. J. Mason, A. Raith (2022),
/// "A simulation and optimisation package for emergency medical services", European Journal of Operational Research 298.
public struct StandbySearch: Sendable {
  /// What the order is for.
  public enum Policy: Sendable, Equatable {
    /// A nested `ComplianceTable`.
    case complianceTable
    /// A `PriorityList`.
    case priorityList
  }

  /// What was found.
  public struct Outcome: Sendable, Equatable {
    /// The best order: facilities by index in the scenario.
    public var order: [Int]
    /// The mean of the indicator at the first order, in its unit, on the replications of the search.
    public var firstMean: Double
    /// Its mean at the best order, in the same unit.
    public var mean: Double
    /// Orders that were simulated.
    public var evaluations: Int
    /// Whether no neighbor is better; false where the budget ended the search.
    public var isLocalOptimum: Bool
    /// Best less first order on as many fresh replications; nil with fewer than two.
    public var check: PairedDifference?
  }

  private let world: World
  private let treatment: Int
  private let policy: Policy
  private let objective: Indicator
  private let candidates: [Int]
  /// Replications that judge each order.
  public var replications = 5
  /// Orders to be simulated at most.
  public var budget = 200
  /// Threads; the outcome does not depend on them.
  public var threads = 1

  /// Creates a search.
  /// - Parameters:
  ///   - world: the study, compiled.
  ///   - treatment: the index of the treatment under which orders are judged.
  ///   - policy: what the order is for.
  ///   - objective: the indicator, which is raised or lowered by its direction.
  ///   - candidates: the facilities that may stand in the order, by index in the scenario.
  /// - Precondition: the indicator has a direction.
  public init(
    _ world: World, treatment: Int, policy: Policy, objective: Indicator, candidates: [Int]
  ) {
    precondition(!candidates.isEmpty, "some facility has to be a candidate")
    precondition(objective.direction != .neutral, "\(objective) is neither better high nor low")
    self.world = world
    self.treatment = treatment
    self.policy = policy
    self.objective = objective
    self.candidates = candidates
  }

  /// Searches from an order.
  /// - Parameters:
  ///   - first: the order to begin with: facilities by index in the scenario.
  ///   - progress: called after each order that is better than all before.
  public func run(
    from first: [Int], progress: (_ mean: Double, _ evaluations: Int) -> Void = { _, _ in }
  ) -> Outcome {
    var known: [[Int]: Double] = [:]
    func loss(_ order: [Int]) -> Double {
      if let loss = known[order] { return loss }
      let loss = self.loss(of: values(order, from: 0))
      known[order] = loss
      return loss
    }
    precondition(replications > 0, "an order is judged by replications")
    var (order, best) = (first, loss(first))
    let start = best
    var isLocalOptimum = false
    while !isLocalOptimum && known.count < budget {
      isLocalOptimum = true
      for neighbor in neighbors(of: order) {
        guard known.count < budget || known[neighbor] != nil else {
          isLocalOptimum = false
          break
        }
        guard loss(neighbor) < best else { continue }
        (order, best, isLocalOptimum) = (neighbor, loss(neighbor), false)
        progress(sign * best, known.count)
        break
      }
    }
    return Outcome(
      order: order, firstMean: sign * start, mean: sign * best, evaluations: known.count,
      isLocalOptimum: isLocalOptimum, check: check(order, against: first))
  }

  /// −1 where more is better.
  private var sign: Double { objective.direction == .higherIsBetter ? -1 : 1 }

  /// The mean, with the sign that makes less better; an order without a value in some replication is worse than any
  /// other.
  private func loss(of values: [Double?]) -> Double {
    let known = values.compactMap(\.self)
    return known.count == values.count ? sign * Tally(known).mean : .infinity
  }

  /// The paired difference on fresh replications, of those in which both orders have a value.
  private func check(_ order: [Int], against first: [Int]) -> PairedDifference? {
    let pairs = zip(values(first, from: replications), values(order, from: replications)).compactMap {
      before, after in
      before.flatMap { before in after.map { (before, $0) } }
    }
    return PairedComparison(baseline: pairs.map(\.0), treatments: [pairs.map(\.1)])?.differences[0]
  }

  /// Orders that differ by a swap of two entries or by one entry, in a fixed order.
  private func neighbors(of order: [Int]) -> [[Int]] {
    var result: [[Int]] = []
    for i in order.indices {
      for j in order.indices where j > i && order[i] != order[j] {
        var neighbor = order
        neighbor.swapAt(i, j)
        result.append(neighbor)
      }
      for facility in candidates where facility != order[i] {
        var neighbor = order
        neighbor[i] = facility
        result.append(neighbor)
      }
    }
    return result
  }

  /// The indicator in each replication; nil where it has no value.
  private func values(_ order: [Int], from first: Int) -> [Double?] {
    Parallel.map(replications, threads: threads) { play(order, replication: first + $0)[objective] }
  }

  private func play(_ order: [Int], replication: Int) -> ReplicationResult {
    let relocation: any RelocationPolicy =
      switch policy {
      case .complianceTable: ComplianceTable(world, order: order)
      case .priorityList: PriorityList(world, order: order)
      }
    var simulator = Simulator(
      world, seed: world.scenario.experiment.seed, replication: replication, relocation: relocation)
    simulator.run(until: world.implementation)
    simulator.apply(world.plans[treatment])
    simulator.run(until: world.measurementStart)
    simulator.startMeasuring()
    simulator.run(until: world.end)
    return simulator.result()
  }
}
