/// What a pass over the states of one parity adds up, block by block, so that threads do not change the sums.
struct BlockSums: Sendable {
  private let units: Int
  private let blocks: Int
  private let buffer: DoubleBuffer

  init(units: Int, blocks: Int) {
    (self.units, self.blocks) = (units, blocks)
    buffer = DoubleBuffer(count: blocks * (2 * units + 3), repeating: 0)
  }

  private var width: Int { 2 * units + 3 }

  /// The sums of a block: weight and rate of completions of each level by turns, then the change.
  func block(_ block: Int) -> UnsafeMutablePointer<Double> {
    buffer.values.baseAddress.unsafelyUnwrapped + block * width
  }

  /// Where the change is among the sums of a block.
  var changeIndex: Int { width - 1 }

  var totalChange: Double { total(changeIndex) }
  func weight(of level: Int) -> Double { total(2 * level) }
  func completions(of level: Int) -> Double { total(2 * level + 1) }

  private func total(_ index: Int) -> Double {
    (0..<blocks).reduce(0) { $0 + buffer.values[$1 * width + index] }
  }
}
