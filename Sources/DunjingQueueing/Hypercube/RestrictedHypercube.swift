/// The approximate hypercube of units that may not all go everywhere: an atom is served by the units on its list and by no
/// other, even if all of these are busy and others are idle.
///
/// Assumptions: those of ``ApproximateHypercube`` with an infinite line, first come, first served among the incidents that
/// a unit may take. Incidents with the same units on their lists form a set S. They wait with the probability of a queue
/// M/M/|S| that is as loaded as the units of S are by all incidents (Erlang C); those that do not wait are sent as in the
/// approximate hypercube; those that do get one of the units of S, the likelier, the less the unit works for smaller
/// sets, and the fewer of those who wait may have it besides. Exact where a set has its units to itself or is one unit
/// alone; M/M/N where all may go everywhere and serve alike; otherwise the probability of waiting comes out somewhat high:
/// by at most a seventh in the tests of this room, workloads within 0.04.
///
/// There is a steady state only if the incidents that may be served by some units alone are less than these units can do
/// (``tightest``).
public struct RestrictedHypercube: Sendable {
  /// Incidents with the same units on their lists.
  struct Group: Sendable {
    /// The units that may go, ascending.
    let units: [Int]
    /// The atoms.
    let atoms: [Int]
    /// Incidents per unit of time.
    let rate: Double
    /// The work that the incidents would be to each unit of the model if it served all.
    let work: [Double]
    /// Whether each unit of the model may go.
    let isMember: [Bool]
    /// Groups whose units are some of these, but not all.
    var smaller: [Int] = []
  }

  /// Rates, lists and service times; its lists name all units that may go.
  public let model: ApproximateHypercube
  let groups: [Group]
  let groupOfAtom: [Int]

  /// Creates a model.
  /// - Parameter model: rates, lists and service times; its lists name all units that may go.
  /// - Precondition: the line is infinite.
  /// - Complexity: O(units · atoms + groups²), a group being all atoms with the same units on their lists.
  public init(_ model: ApproximateHypercube) {
    precondition(model.line == .infinite, "incidents wait for the units that may go")
    self.model = model
    var numbers: [[Int]: Int] = [:]
    var atoms: [[Int]] = []
    groupOfAtom = model.preferences.enumerated().map { atom, list in
      let units = list.sorted()
      if let known = numbers[units] {
        atoms[known].append(atom)
        return known
      }
      numbers[units] = atoms.count
      atoms.append([atom])
      return atoms.count - 1
    }
    groups = Self.related(
      numbers.sorted { $0.value < $1.value }.map { Self.group(model, $0.key, atoms[$0.value]) })
  }

  private static func group(_ model: ApproximateHypercube, _ units: [Int], _ atoms: [Int]) -> Group {
    var isMember = [Bool](repeating: false, count: model.units)
    for unit in units { isMember[unit] = true }
    return Group(
      units: units, atoms: atoms, rate: atoms.reduce(0) { $0 + model.arrivalRates[$1] },
      work: (0..<model.units).map { unit in
        atoms.reduce(0) { $0 + model.arrivalRates[$1] * model.serviceTimes.mean(unit, $1) }
      }, isMember: isMember)
  }

  /// The groups with the smaller ones of each.
  private static func related(_ groups: [Group]) -> [Group] {
    groups.map { group in
      var group = group
      group.smaller = groups.indices.filter {
        groups[$0].units.count < group.units.count && groups[$0].units.allSatisfy { group.isMember[$0] }
      }
      return group
    }
  }

  /// The units that have the least room for the incidents that only they may serve, ascending, and how much of such incidents
  /// arrives as a share of what they can serve. No units if no atom has incidents.
  public var tightest: (units: [Int], load: Double) {
    groups.filter { $0.rate > 0 }.map {
      ($0.units, load(of: $0.smaller.map { groups[$0] } + [$0], on: $0.units))
    }
    .max { $0.load < $1.load } ?? ([], 0)
  }

  /// What arrives of some groups as a share of what units can serve of it.
  private func load(of groups: [Group], on units: [Int]) -> Double {
    units.isEmpty ? 0 : 1 / units.reduce(0) { sum, unit in sum + 1 / groups.reduce(0) { $0 + $1.work[unit] } }
  }

  /// What arrives, as a share of what they can serve, of incidents that only units may serve that are always busy.
  private func load(ofBusy isBusy: [Bool]) -> Double {
    load(
      of: groups.filter { $0.rate > 0 && $0.units.allSatisfy { isBusy[$0] } },
      on: isBusy.indices.filter { isBusy[$0] })
  }

  /// Finds the fixed point: workloads that make dispatches that make the same workloads, to within 10⁻¹⁰.
  /// - Complexity: some dozens of rounds of O(lengths of the lists + groups · units), then O(units · atoms).
  public func solve() -> HypercubeOutcome<RestrictedHypercubeSolution> {
    let load = tightest.load
    if load >= 1 { return .saturated(load: load) }
    guard model.arrivalRate > 0 else {
      let zeros = [[Double]](repeating: model.arrivalRates.map { _ in 0 }, count: model.units)
      return .solved(
        RestrictedHypercubeSolution(
          model: model, workloads: zeros.map { _ in 0 },
          waitingProbabilities: model.arrivalRates.map { _ in 0 },
          dispatchFractions: zeros, delayedDispatchFractions: zeros,
          meanServiceTime: model.meanServiceTimes[0]))
    }
    var iteration = RestrictedIteration(self)
    if iteration.run(tolerance: 1e-10, rounds: 2_000) { return .solved(iteration.solution) }
    // Groups that share units may be too much together for units that no group has to itself.
    let together = self.load(ofBusy: iteration.isAlwaysBusy)
    return together >= 1 && together.isFinite ? .saturated(load: together) : .notConverged
  }
}
