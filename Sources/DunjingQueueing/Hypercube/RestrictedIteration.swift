/// The fixed point of the restricted hypercube: workloads make dispatches, and dispatches make workloads.
struct RestrictedIteration: DampedIteration {
  private let hypercube: RestrictedHypercube
  private let model: ApproximateHypercube
  private let ranks: RankTable
  private let longest: Int
  private var factors: CorrectionFactors
  private(set) var workloads: [Double]
  /// The work that each unit is asked to do, as a share of its time; more than it can where the rounds have no fixed point.
  private(set) var wanted: [Double]
  /// By how much fewer of those who wait a unit gets, as otherwise it were asked to do more than it can.
  private var scarcity: [Double]
  /// The work of each unit for the incidents of each group, by group and then by unit.
  private var work: [[Double]]
  /// The probability of waiting, by group.
  private var waits: [Double]
  var steps = DampedSteps()

  /// The workload up to which units are believed to be busy: with more the fixed point is not reached from below.
  private static let greatest = 1 - 1e-9

  init(_ hypercube: RestrictedHypercube) {
    (self.hypercube, model) = (hypercube, hypercube.model)
    ranks = RankTable(model)
    longest = model.preferences.reduce(0) { max($0, $1.count) }
    let load = hypercube.groups.reduce(0) { sum, group in
      sum + group.units.reduce(0) { $0 + group.work[$1] } / Double(group.units.count)
    }
    factors = model.factors(load: load, count: longest)
    workloads = [Double](repeating: min(factors.workload, Self.greatest), count: model.units)
    wanted = workloads
    scarcity = workloads.map { _ in 1 }
    work = hypercube.groups.map { _ in [Double](repeating: 0, count: hypercube.model.units) }
    waits = hypercube.groups.map { _ in 0 }
  }

  /// One round; returns the largest change of a workload or a probability of waiting.
  mutating func round() -> Double {
    let found = hypercube.groups.map(waitingProbability)
    let waiting = waitingByUnit
    let chances = hypercube.groups.map { chancesAfterWait($0, waiting: waiting) }
    var change = zip(found, waits).reduce(0) { max($0, abs($1.0 - $1.1)) }
    waits = zip(waits, found).map { $0 + steps.step * ($1 - $0) }
    var next = work.map { $0.map { _ in 0.0 } }
    for (number, group) in hypercube.groups.enumerated() where group.rate > 0 {
      for atom in group.atoms where model.arrivalRates[atom] > 0 {
        forEachSent(atom) { unit, share, mean in next[number][unit] += model.arrivalRates[atom] * mean * share
        }
      }
      for (unit, chance) in zip(group.units, chances[number]) {
        next[number][unit] += waits[number] * chance * group.work[unit]
      }
    }
    for unit in workloads.indices {
      let sum = next.indices.reduce(0) { $0 + next[$1][unit] }
      change = max(change, abs(sum - workloads[unit]))
      wanted[unit] = sum
      if sum > Self.greatest || scarcity[unit] > 1 {
        scarcity[unit] = max(1, scarcity[unit] * (1 + steps.step * (sum - 1)))
      }
      workloads[unit] = min(Self.greatest, workloads[unit] + steps.step * (sum - workloads[unit]))
      for number in next.indices {
        work[number][unit] += steps.step * (next[number][unit] - work[number][unit])
      }
    }
    factors = model.factors(load: workloads.reduce(0, +), count: longest)
    return change
  }

  /// Erlang C, but no more than the workload of any of the units: if all are busy, so is each.
  private func waitingProbability(_ group: RestrictedHypercube.Group) -> Double {
    let load = group.units.reduce(0) { $0 + workloads[$1] }
    let least = group.units.reduce(1) { min($0, workloads[$1]) }
    return min(ErlangC.delayProbability(servers: group.units.count, load: load) ?? 1, least)
  }

  /// The chances that an incident of a group that waited gets each of its units; they add up to one.
  private func chancesAfterWait(_ group: RestrictedHypercube.Group, waiting: [Double]) -> [Double] {
    let chances = group.units.map { unit in
      var (smallerWork, others) = (0.0, waiting[unit])
      for number in group.smaller where hypercube.groups[number].isMember[unit] {
        smallerWork += work[number][unit]
        others -= hypercube.groups[number].rate * waits[number]
      }
      return max(1e-9, 1 - smallerWork) / max(1e-300, others) / scarcity[unit]
    }
    let total = chances.reduce(0, +)
    return chances.map { $0 / total }
  }

  /// Incidents per unit of time that wait and may be served by each unit.
  private var waitingByUnit: [Double] {
    var waiting = workloads.map { _ in 0.0 }
    for (number, group) in hypercube.groups.enumerated() {
      for unit in group.units { waiting[unit] += group.rate * waits[number] }
    }
    return waiting
  }

  /// Goes along the list of an atom: the share of its incidents that a unit is sent to at once, and how long it takes.
  private func forEachSent(_ atom: Int, _ body: (_ unit: Int, _ share: Double, _ mean: Double) -> Void) {
    let first = ranks.offsets[atom]
    var (product, found, end) = (1.0, 0.0, first)
    while end < ranks.offsets[atom + 1], product >= ApproximateHypercube.truncation {
      found += factors.scaled[end - first] * product * (1 - workloads[Int(ranks.units[end])])
      product *= workloads[Int(ranks.units[end])] / factors.workload
      end += 1
    }
    let scale = (1 - waits[hypercube.groupOfAtom[atom]]) / found
    product = 1
    for rank in first..<end {
      let unit = Int(ranks.units[rank])
      body(unit, factors.scaled[rank - first] * product * (1 - workloads[unit]) * scale, ranks.services[rank])
      product *= workloads[unit] / factors.workload
    }
  }

  /// Whether each unit never is idle, as far as the rounds went.
  var isAlwaysBusy: [Bool] { workloads.map { $0 > 1 - 1e-3 } }

  /// The probability of waiting, by atom.
  var waitingProbabilities: [Double] { hypercube.groupOfAtom.map { waits[$0] } }

  /// The share of dispatches that are of a unit to an atom after a wait, by unit and then by atom.
  var delayedFractions: [[Double]] {
    let total = model.arrivalRate
    let waiting = waitingByUnit
    var delayed = workloads.map { _ in model.arrivalRates.map { _ in 0.0 } }
    for (number, group) in hypercube.groups.enumerated() {
      for (unit, chance) in zip(group.units, chancesAfterWait(group, waiting: waiting)) {
        for atom in group.atoms {
          delayed[unit][atom] = model.arrivalRates[atom] / total * waits[number] * chance
        }
      }
    }
    return delayed
  }

  /// The share of dispatches that are of a unit to an atom at once, by unit and then by atom.
  var immediateFractions: [[Double]] {
    let total = model.arrivalRate
    var fractions = workloads.map { _ in model.arrivalRates.map { _ in 0.0 } }
    for (atom, rate) in model.arrivalRates.enumerated() where rate > 0 {
      forEachSent(atom) { unit, share, _ in fractions[unit][atom] += rate / total * share }
    }
    return fractions
  }
}
