import DunjingParallel

/// The balance equations of a hypercube, solved parity by parity with over-relaxation and balanced levels.
///
/// A sweep renews the even states from the odd ones and then the odd from the even: a Gauss–Seidel sweep in which all
/// states of a parity are independent, so that threads share them and the result does not depend on their number.
/// States of two colors are the case of the theory of successive over-relaxation (D. M. Young, 1954), by which
/// ``OverRelaxation`` finds its factor; after each half of a sweep the levels are balanced (``LevelBalance``).
struct BalanceIteration {
  let model: HypercubeModel
  let grid: StateGrid
  let threads: Int
  private let rates: DispatchRates
  /// Weights of the even and the odd states, before the factors of their levels.
  private let halves: [DoubleBuffer]
  private var levels: LevelBalance
  /// The rate at which some unit becomes free in each state of the low units.
  private let lowRates: [Double]

  /// Starts with equal weights in each level.
  init(_ model: HypercubeModel, threads: Int) {
    self.model = model
    self.threads = threads
    grid = StateGrid(units: model.serviceRates.count)
    rates = DispatchRates(model, grid: grid, threads: threads)
    levels = LevelBalance(units: grid.units)
    lowRates = (0..<(2 * grid.blockSize)).map { low in
      model.serviceRates.indices.reduce(0) { low >> $1 & 1 == 1 ? $0 + model.serviceRates[$1] : $0 }
    }
    let count = grid.halfCount
    halves = (0..<2).map { _ in DoubleBuffer(count: count, repeating: 1) }
    levels.startEqual(serviceRates: model.serviceRates, arrivalRate: model.arrivalRate)
  }

  /// Sweeps until the weights change by less than a tolerance, as a share of the total; false if they never do.
  mutating func run(tolerance: Double, sweeps limit: Int) -> Bool {
    var relaxation = OverRelaxation()
    for _ in 0..<limit {
      let change = relax(parity: 0, by: relaxation.factor) + relax(parity: 1, by: relaxation.factor)
      if change <= tolerance { return true }
      if !change.isFinite { restart() }
      relaxation.observe(change)
    }
    return false
  }

  private mutating func restart() {
    for half in halves { half.fill(1) }
    levels.startEqual(serviceRates: model.serviceRates, arrivalRate: model.arrivalRate)
  }

  /// The weight of each state, in the order of the sets of busy units.
  var weights: [Double] {
    var weights = [Double](repeating: 0, count: 2 * grid.halfCount)
    for parity in 0..<2 {
      for index in 0..<grid.halfCount {
        let state = grid.state(index, parity: parity)
        weights[state] = halves[parity].values[index] * levels.factors[state.nonzeroBitCount]
      }
    }
    return weights
  }

  /// Balances the states of one parity; returns the change as a share of the total.
  private mutating func relax(parity: Int, by factor: Double) -> Double {
    let sums = BlockSums(units: grid.units, blocks: grid.blockCount)
    let pass = RelaxationPass(
      grid: grid, parity: parity, factor: factor, arrivalRate: model.arrivalRate,
      source: halves[1 - parity], target: halves[parity], rates: rates, serviceRates: model.serviceRates,
      lowRates: lowRates, factors: levels.factors, sums: sums)
    Parallel.forEach(grid.blockCount, threads: threads) { pass.relax(block: $0) }
    levels.renew(parity: parity, from: sums, arrivalRate: model.arrivalRate)
    return sums.totalChange
  }
}
