/// Colors that stay apart for color-blind readers, and in lightness when printed in gray.
///
/// They mean the same in every chart: gray dashes are the baseline, orange is the treatment with the least harm index,
/// blue is every other treatment.
enum Palette {
  static let ink = "#1b1f24"
  static let gray = "#5b646f"
  static let grid = "#e3e7ec"
  static let broken = "#b9c0c8"
  static let blue = "#0b5c8a"
  static let lightBlue = "#a9cbdd"
  static let lightOrange = "#f0c9ae"
  static let orange = "#b23a08"
  static let plateau = "#e9eeea"
  static let baseline = "#5b646f"

  /// The color of a treatment's lines.
  static func line(isBest: Bool) -> String { isBest ? orange : blue }

  /// The color of a treatment's areas.
  static func area(isBest: Bool) -> String { isBest ? lightOrange : lightBlue }

  /// The color of one among several treatments that are not the best: the darker, the later.
  static func shade(_ number: Int, of count: Int) -> String {
    let shades = ["#8fbdd6", "#5b9cc0", "#2f7ba6", blue, "#06324b"]
    return count < 2 ? blue : shades[min(shades.count - 1, number * shades.count / count)]
  }
}

/// Keeps labels from covering each other.
enum LabelPlacement {
  /// The first of the places wished for where a label meets none of those that are taken; nil if there is none.
  static func first(of wishes: [Box], clearOf taken: [Box]) -> Box? {
    wishes.first { wish in !taken.contains { $0.meets(wish) } }
  }

  /// Moves positions apart by at least `spacing`, inside `range`, keeping their order and staying near.
  ///
  /// Labels that touch are merged into blocks centered on the mean of their wishes (pool adjacent violators).
  static func spread(_ wishes: [Double], spacing: Double, in range: ClosedRange<Double>) -> [Double] {
    let order = wishes.indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
    var blocks: [(sum: Double, count: Int)] = []
    for (rank, index) in order.enumerated() {
      blocks.append((wishes[index] - Double(rank) * spacing, 1))
      while blocks.count > 1, let last = blocks.last,
        mean(blocks[blocks.count - 2]) > mean(last)
      {
        blocks.removeLast()
        blocks[blocks.count - 1].sum += last.sum
        blocks[blocks.count - 1].count += last.count
      }
    }
    let offsets = blocks.flatMap { block in Array(repeating: mean(block), count: block.count) }
    let highest = max(range.lowerBound, range.upperBound - Double(max(0, wishes.count - 1)) * spacing)
    var positions = wishes
    for (rank, index) in order.enumerated() {
      positions[index] = min(max(offsets[rank], range.lowerBound), highest) + Double(rank) * spacing
    }
    return positions
  }

  private static func mean(_ block: (sum: Double, count: Int)) -> Double { block.sum / Double(block.count) }
}
