/// One pass over the states of a parity: each gets the weight that balances it, over-relaxed.
///
/// What flows into a state with the busy units S is Σ p(S ∖ i) rᵢ(S ∖ i), i ∈ S, from the level below and
/// Σ p(S ∪ i) μᵢ, i ∉ S, from the level above (R. C. Larson, 1974, eq. 7).
struct RelaxationPass: Sendable {
  let grid: StateGrid
  let parity: Int
  /// The factor of over-relaxation; one is Gauss–Seidel.
  let factor: Double
  let arrivalRate: Double
  /// Weights of the other parity, before the factors.
  let source: DoubleBuffer
  /// Weights of this parity, before the factors; they are replaced by new ones, which have none.
  let target: DoubleBuffer
  let rates: DispatchRates
  let serviceRates: [Double]
  let lowRates: [Double]
  /// What the weights of each level have to be multiplied with.
  let factors: [Double]
  let sums: BlockSums

  /// Balances the states of a block.
  func relax(block: Int) {
    let size = grid.blockSize
    let sums = sums.block(block)
    let last = 2 * grid.halfCount - 1
    let highRate = highRate(block)
    var inflow = Inflow(self, block: block)
    var change = 0.0
    for low in 0..<size {
      let index = block * size + low
      let population = low.nonzeroBitCount + block.nonzeroBitCount
      let first = (population ^ parity) & 1
      let level = population + first
      inflow.add(index, first: first)
      let rate = highRate + lowRates[low << 1 | first]
      let out = index << 1 | first == last ? rate : rate + arrivalRate
      let below = level > 0 ? inflow.up * factors[level - 1] : 0
      let above = level < grid.units ? inflow.down * factors[level + 1] : 0
      let old = target.values[index] * factors[level]
      let step = factor * ((below + above) / out - old)
      target.values[index] = old + step
      sums[2 * level] += old + step
      sums[2 * level + 1] += (old + step) * rate
      change += abs(step)
    }
    sums[self.sums.changeIndex] = change
  }

  /// The rate at which the busy units beyond the block's own become free.
  private func highRate(_ block: Int) -> Double {
    let low = (2 * grid.blockSize).trailingZeroBitCount
    return serviceRates.indices.dropFirst(low).reduce(0) {
      block >> ($1 - low) & 1 == 1 ? $0 + serviceRates[$1] : $0
    }
  }
}

/// What flows into one state after the other of a block.
private struct Inflow {
  /// From the level below.
  var up = 0.0
  /// From the level above.
  var down = 0.0
  private let source: UnsafePointer<Double>
  private let services: [Double]
  private let indexMask: Int
  private let rates: [Double]
  private var next: Int

  init(_ pass: RelaxationPass, block: Int) {
    source = UnsafePointer(pass.source.values.baseAddress.unsafelyUnwrapped)
    services = pass.serviceRates
    indexMask = pass.grid.halfCount - 1
    rates = pass.rates.values[pass.parity]
    next = pass.rates.offsets[pass.parity][block]
  }

  /// Goes through the units that are busy and then through those that are free.
  mutating func add(_ index: Int, first: Int) {
    if first == 1 {
      (up, down) = (rates[next] * source[index], 0)
      next += 1
    } else {
      (up, down) = (0, services[0] * source[index])
    }
    var busy = index
    while busy != 0 {
      let unit = busy & -busy
      up += rates[next] * source[index ^ unit]
      next += 1
      busy ^= unit
    }
    var free = ~index & indexMask
    while free != 0 {
      let unit = free & -free
      down += services[free.trailingZeroBitCount + 1] * source[index ^ unit]
      free ^= unit
    }
  }
}
