/// The balance equations of a hypercube in which some incidents need two units (K. R. Chelst & Z. Barlach, 1981).
///
/// Gauss–Seidel sweeps in the order of the number of busy units, up and down by turns, with balanced levels: what crosses
/// from n busy units or fewer to more is Λ Pₙ + Λ₂ Pₙ₋₁, and comes down from level n + 1.
struct PairIteration {
  private let model: HypercubeModel
  /// Where the sources of each state begin, and the sources themselves with their rates.
  private let offsets: [Int]
  private let sources: [Int]
  private let rates: [Double]
  /// The states, those with fewer busy units first.
  private let order: [Int]
  private let completionRates: [Double]
  private let arrivalRate: Double
  /// The weight of each state.
  private(set) var weights: [Double]

  init(_ model: HypercubeModel) {
    self.model = model
    let states = 1 << model.serviceRates.count
    var inward = [[Int: Double]](repeating: [:], count: states)
    for (from, to, rate) in Self.dispatches(model) { inward[to][from, default: 0] += rate }
    for state in 0..<states {
      for (unit, rate) in model.serviceRates.enumerated() where state >> unit & 1 == 1 {
        inward[state ^ 1 << unit][state, default: 0] += rate
      }
    }
    var (offsets, sources, rates) = ([0], [Int](), [Double]())
    for edges in inward {
      for (source, rate) in edges.sorted(by: { $0.key < $1.key }) {
        sources.append(source)
        rates.append(rate)
      }
      offsets.append(sources.count)
    }
    (self.offsets, self.sources, self.rates) = (offsets, sources, rates)
    order = (0..<states).sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
    completionRates = (0..<states).map { state in
      model.serviceRates.enumerated().reduce(0) { state >> $1.offset & 1 == 1 ? $0 + $1.element : $0 }
    }
    arrivalRate = model.arrivalRate
    weights = [Double](repeating: 1, count: states)
    balanceLevels()
  }

  /// All transitions by a dispatch, each with its rate.
  private static func dispatches(_ model: HypercubeModel) -> [(from: Int, to: Int, rate: Double)] {
    var list: [(from: Int, to: Int, rate: Double)] = []
    let states = 1 << model.serviceRates.count
    for (sent, rates) in [(1, model.arrivalRates), (2, model.pairRates ?? [])] {
      for (order, rate) in model.groups(rates) where rate > 0 {
        for state in 0..<(states - 1) {
          let free = order.lazy.filter { state >> $0 & 1 == 0 }.prefix(sent)
          list.append((state, free.reduce(state) { $0 | 1 << $1 }, rate))
        }
      }
    }
    return list
  }

  /// Sweeps until the weights change by less than a tolerance, as a share of the total; false if they never do.
  mutating func run(tolerance: Double, sweeps limit: Int) -> Bool {
    for sweep in 0..<limit {
      var change = 0.0
      for position in order.indices {
        change += renew(order[sweep.isMultiple(of: 2) ? position : order.count - 1 - position])
      }
      balanceLevels()
      if change <= tolerance { return true }
    }
    return false
  }

  /// Balances a state; returns the change.
  private mutating func renew(_ state: Int) -> Double {
    var inflow = 0.0
    for edge in offsets[state]..<offsets[state + 1] { inflow += weights[sources[edge]] * rates[edge] }
    let outflow = completionRates[state] + (state == weights.count - 1 ? 0 : arrivalRate)
    let weight = inflow / outflow
    let change = abs(weight - weights[state])
    weights[state] = weight
    return change
  }

  private mutating func balanceLevels() {
    let units = model.serviceRates.count
    var (totals, completions) = (
      [Double](repeating: 0, count: units + 1), [Double](repeating: 0, count: units + 1)
    )
    for state in weights.indices {
      totals[state.nonzeroBitCount] += weights[state]
      completions[state.nonzeroBitCount] += weights[state] * completionRates[state]
    }
    var factors = [1.0]
    for level in 1...units {
      let pairs = level > 1 ? factors[level - 2] * totals[level - 2] * model.pairRate : 0
      let up = factors[level - 1] * totals[level - 1] * model.arrivalRate + pairs
      factors.append(up / completions[level])
    }
    let total = zip(factors, totals).reduce(0) { $0 + $1.0 * $1.1 }
    for state in weights.indices { weights[state] *= factors[state.nonzeroBitCount] / total }
  }
}

extension HypercubeModel {
  /// The share of dispatches that are of a unit to an atom; a pair counts as two.
  func pairFractions(_ probabilities: [Double]) -> [[Double]] {
    let atoms = arrivalRates.count
    var fractions = [[Double]](repeating: [Double](repeating: 0, count: atoms), count: serviceRates.count)
    var total = 0.0
    for (atom, order) in preferences.enumerated() {
      let (one, two) = (arrivalRates[atom], pairRates?[atom] ?? 0)
      for state in 0..<(probabilities.count - 1) {
        for (rank, unit) in order.lazy.filter({ state >> $0 & 1 == 0 }).prefix(2).enumerated() {
          let rate = probabilities[state] * (rank == 0 ? one + two : two)
          fractions[unit][atom] += rate
          total += rate
        }
      }
    }
    return fractions.map { $0.map { $0 / total } }
  }
}
