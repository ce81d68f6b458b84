/// How the states of a hypercube are laid out: by the parity of the number of busy units.
///
/// A transition makes one unit busy or free and so changes the parity: even states depend on odd ones only, and the
/// other way round. Each parity is an array of 2ᴺ⁻¹ states, in which the index gives the units from 1 on and the
/// parity the unit 0. Work is cut into blocks of a fixed size, so that sums do not depend on the number of threads.
struct StateGrid: Sendable {
  /// The number of units.
  let units: Int

  /// The number of states of one parity.
  var halfCount: Int { 1 << (units - 1) }
  /// The number of states of one parity in a block.
  var blockSize: Int { min(halfCount, 1 << 10) }
  /// The number of blocks of one parity.
  var blockCount: Int { halfCount / blockSize }

  /// The state at an index of a parity; bit n is set if unit n is busy.
  func state(_ index: Int, parity: Int) -> Int {
    index << 1 | ((index.nonzeroBitCount ^ parity) & 1)
  }

  /// Where the busy units of each block begin when those of all states are counted one after the other.
  func offsets(parity: Int) -> [Int] {
    // In a block, the low bits go through all values once.
    let bits = blockSize.trailingZeroBitCount
    var offsets = [0]
    for block in 0..<blockCount {
      let inIndices = blockSize * block.nonzeroBitCount + blockSize / 2 * bits
      let unitZero =
        bits > 0 ? blockSize / 2 : (block.nonzeroBitCount ^ parity) & 1
      offsets.append(offsets[block] + inIndices + unitZero)
    }
    return offsets
  }
}
