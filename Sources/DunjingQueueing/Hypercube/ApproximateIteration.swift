/// The fixed point of the approximate hypercube: workloads make dispatches, and dispatches make workloads.
struct ApproximateIteration: DampedIteration {
  private let model: ApproximateHypercube
  private let meanServices: [Double]
  private let ranks: RankTable
  private let longest: Int
  /// Whether the load does not depend on who is sent.
  private let isLoadKnown: Bool
  /// The mean service time of a dispatch.
  private(set) var meanService: Double
  private(set) var factors: CorrectionFactors
  private(set) var workloads: [Double]
  var steps = DampedSteps()

  init(_ model: ApproximateHypercube) {
    self.model = model
    meanServices = model.meanServiceTimes
    ranks = RankTable(model)
    longest = model.preferences.reduce(0) { max($0, $1.count) }
    isLoadKnown = model.serviceTimes.areEqual
    let total = model.arrivalRate
    meanService = model.preferences.enumerated().reduce(0) {
      $0 + model.arrivalRates[$1.offset] / total * model.serviceTimes.mean($1.element[0], $1.offset)
    }
    factors = model.factors(load: model.arrivalRate * meanService, count: longest)
    workloads = [Double](repeating: factors.workload, count: model.units)
  }

  /// Whether the load, as it came out, is one that the units can do or lose.
  var isBounded: Bool {
    let load = model.arrivalRate * meanService
    return model.line == .zero || model.bounded(load) == load
  }

  /// One round; returns the largest change of a workload.
  mutating func round() -> Double {
    let (sent, meanService) = offers
    // When all are busy, each unit takes from the line as fast as it serves.
    let delayed = delayedRate
    var next = sent.map { ($0 + delayed) / (1 + $0) }
    let scale = factors.workload * Double(model.units) / next.reduce(0, +)
    next = next.map { min(1, $0 * scale) }
    let change = zip(next, workloads).reduce(0) { max($0, abs($1.0 - $1.1)) }
    let step = steps.step
    workloads = step == 1 ? next : zip(workloads, next).map { $0 + step * ($1 - $0) }
    guard !isLoadKnown else { return change }
    let move = abs(meanService / self.meanService - 1)
    self.meanService += step * (meanService - self.meanService)
    factors = model.factors(load: model.arrivalRate * meanService, count: longest)
    return max(change, move)
  }

  /// The work of each unit with incidents that did not wait, while it is free, and the mean service time of a dispatch.
  private var offers: (work: [Double], meanService: Double) {
    var work = [Double](repeating: 0, count: model.units)
    var (service, total) = (0.0, 0.0)
    let ratios = workloads.map { $0 / factors.workload }
    for (atom, rate) in model.arrivalRates.enumerated() where rate > 0 {
      var (found, time, product) = (0.0, 0.0, 1.0)
      let first = ranks.offsets[atom]
      for rank in first..<ranks.offsets[atom + 1] {
        let unit = Int(ranks.units[rank])
        let probability = factors.scaled[rank - first] * product
        let mean = ranks.services[rank]
        work[unit] += rate * mean * probability
        let share = probability * (1 - workloads[unit])
        found += share
        time += share * mean
        if probability * workloads[unit] < ApproximateHypercube.truncation { break }
        product *= ratios[unit]
      }
      service += rate * time / found
      total += rate
    }
    return (work, mixed(service / total))
  }

  /// The mean service time of all dispatches, from that of those without a wait.
  private func mixed(_ immediate: Double) -> Double {
    guard model.line == .infinite else { return immediate }
    let afterWait = Double(model.units) / meanServices.reduce(0) { $0 + 1 / $1 }
    return (1 - factors.allBusy) * immediate + factors.allBusy * afterWait
  }

  /// The share of its time that a unit works for incidents that waited: P Λ (μₙ/Σμ) / μₙ.
  private var delayedRate: Double {
    guard model.line == .infinite else { return 0 }
    return factors.allBusy * model.arrivalRate / meanServices.reduce(0) { $0 + 1 / $1 }
  }

  /// Goes along the list of an atom with the probability that the units before are busy, until it is negligible.
  func forEachRank(_ atom: Int, _ body: (Int, Double) -> Void) {
    var product = 1.0
    for (rank, unit) in model.preferences[atom].enumerated() {
      let probability = factors.scaled[rank] * product
      body(unit, probability)
      product *= workloads[unit] / factors.workload
      if probability * workloads[unit] < ApproximateHypercube.truncation { break }
    }
  }
}

/// The preference lists of all atoms one after the other, with the service time at each rank.
struct RankTable {
  /// Where the list of each atom begins, and at last where all end.
  let offsets: [Int]
  let units: [Int32]
  let services: [Double]

  init(_ model: ApproximateHypercube) {
    var (offsets, units, services) = ([0], [Int32](), [Double]())
    let count = model.preferences.reduce(0) { $0 + $1.count }
    units.reserveCapacity(count)
    services.reserveCapacity(count)
    for (atom, order) in model.preferences.enumerated() {
      for unit in order { units.append(Int32(unit)) }
      switch model.serviceTimes {
      case .byUnit(let times): for unit in order { services.append(times[unit]) }
      case .byUnitAndAtom(let times): for unit in order { services.append(times[unit][atom]) }
      }
      offsets.append(units.count)
    }
    (self.offsets, self.units, self.services) = (offsets, units, services)
  }
}
