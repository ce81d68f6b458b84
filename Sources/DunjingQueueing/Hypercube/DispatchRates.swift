import DunjingParallel

/// The rate at which each busy unit of each state became busy, stored for the states of one parity.
///
/// Unit i is sent in state s for the incidents of those atoms whose units before i are all busy, so that its rate is
/// a sum over subsets of s: rᵢ(s) = Σ cᵢ(B), B ⊆ s, with cᵢ(B) the rate of the atoms that want exactly the units B before
/// i. As i is not in B, this is also the rate of getting into s ∪ {i} through i. The sums over the low units are done
/// for all states of a block at once (the zeta transform of F. Yates, 1937), whatever the number of atoms.
///
/// Only the rates into a state are kept, one for each of its busy units: N · 2ᴺ⁻¹ numbers for both parities.
struct DispatchRates: Sendable {
  /// The rates into the even and the odd states, state after state, by busy unit in ascending order.
  let values: [[Double]]
  /// Where each block begins, by parity.
  let offsets: [[Int]]

  /// Adds up the rates, in parallel over blocks.
  /// - Complexity: O(2ᴺ N) and, for each block, O(distinct preference lists · N).
  init(_ model: HypercubeModel, grid: StateGrid, threads: Int) {
    let terms = Self.terms(model)
    let offsets = (0..<2).map { grid.offsets(parity: $0) }
    var even = [Double](repeating: 0, count: offsets[0][grid.blockCount])
    var odd = [Double](repeating: 0, count: offsets[1][grid.blockCount])
    even.withUnsafeMutableBufferPointer { even in
      odd.withUnsafeMutableBufferPointer { odd in
        nonisolated(unsafe) let targets = [even, odd]
        Parallel.forEach(grid.blockCount, threads: threads) { block in
          let sums = Self.sums(terms, block: block, grid: grid)
          for parity in 0..<2 {
            Self.store(sums, block: block, grid: grid, parity: parity) { index, value in
              targets[parity][offsets[parity][block] + index] = value
            }
          }
        }
      }
    }
    (values, self.offsets) = ([even, odd], offsets)
  }

  /// The incidents, by unit, that want a set of units before it.
  struct Term: Sendable {
    let before: Int
    let unit: Int
    var rate: Double
  }

  /// The terms of a model, those of equal set and unit added up, in order of first mention.
  static func terms(_ model: HypercubeModel) -> [Term] {
    struct Key: Hashable {
      let before: Int
      let unit: Int
    }
    var terms: [Term] = []
    var index: [Key: Int] = [:]
    for (order, rate) in model.ratesByPreference where rate > 0 {
      var before = 0
      for unit in order {
        let key = Key(before: before, unit: unit)
        if let known = index[key] {
          terms[known].rate += rate
        } else {
          index[key] = terms.count
          terms.append(Term(before: before, unit: unit, rate: rate))
        }
        before |= 1 << unit
      }
    }
    return terms
  }

  /// The rates of all units in the states of a block, unit after unit.
  private static func sums(_ terms: [Term], block: Int, grid: StateGrid) -> [Double] {
    let size = grid.blockSize * 2
    let high = block * size
    var sums = [Double](repeating: 0, count: grid.units * size)
    for term in terms where (term.before & ~high) < size {
      sums[term.unit * size + (term.before & (size - 1))] += term.rate
    }
    sums.withUnsafeMutableBufferPointer { sums in
      var stride = 1
      while stride < size {
        var start = 0
        while start < sums.count {
          for index in start..<(start + stride) { sums[index + stride] += sums[index] }
          start += 2 * stride
        }
        stride *= 2
      }
    }
    return sums
  }

  private static func store(
    _ sums: [Double], block: Int, grid: StateGrid, parity: Int, _ body: (Int, Double) -> Void
  ) {
    let size = grid.blockSize * 2
    var index = 0
    for half in 0..<grid.blockSize {
      let state = grid.state(block * grid.blockSize + half, parity: parity)
      var busy = state
      while busy != 0 {
        let unit = busy.trailingZeroBitCount
        busy &= busy - 1
        body(index, sums[unit * size + (state & (size - 1))])
        index += 1
      }
    }
  }
}
