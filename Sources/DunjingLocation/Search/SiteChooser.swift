/// Chooses the sites of a relaxed plan: the fixed ones and the best of the others.
struct SiteChooser: Sendable {
  private let fixed: [Int]
  private let free: [Int]
  private let freeCount: Int
  /// The number of sites of a plan.
  let number: Int

  /// - Parameter number: the number of sites of a plan, the fixed ones included.
  init(_ rules: SiteRules, number: Int) {
    let isFixed = rules.isFixed
    self.number = number
    fixed = rules.fixed
    free = rules.allowed.filter { !isFixed[$0] }
    freeCount = min(number - rules.fixed.count, free.count)
  }

  /// Chooses the least values, ties by the lower site, and returns their sum.
  func choose(leastOf values: [Double], into chosen: inout [Bool]) -> Double {
    for site in chosen.indices { chosen[site] = false }
    var total = 0.0
    for site in fixed {
      chosen[site] = true
      total += values[site]
    }
    guard freeCount > 0 else { return total }
    let threshold = threshold(values)
    var left = freeCount
    for site in free where values[site] < threshold {
      chosen[site] = true
      total += values[site]
      left -= 1
    }
    for site in free where left > 0 && values[site] == threshold {
      chosen[site] = true
      total += threshold
      left -= 1
    }
    return total
  }

  /// The greatest value among those chosen.
  private func threshold(_ values: [Double]) -> Double {
    var heap = LargestOnTop(capacity: freeCount)
    for site in free { heap.offer(values[site]) }
    return heap.top
  }

  /// Returns the sites whose change alone costs at least `slack`: (to be kept, to be left out).
  func decided(_ values: [Double], _ chosen: [Bool], slack: Double) -> (inside: [Int], outside: [Int]) {
    guard freeCount > 0 else { return ([], free) }
    let worstInside = free.filter { chosen[$0] }.map { values[$0] }.max() ?? .infinity
    let bestOutside = free.filter { !chosen[$0] }.map { values[$0] }.min() ?? .infinity
    // A hair more than the slack, for the last bits of the sums.
    let needed = slack + 1e-7 * max(1, slack.magnitude)
    return (
      free.filter { chosen[$0] && bestOutside - values[$0] >= needed },
      free.filter { !chosen[$0] && values[$0] - worstInside >= needed }
    )
  }
}

/// The least values offered, with the greatest of them on top: a binary heap.
struct LargestOnTop {
  private var values: [Double] = []
  private let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    values.reserveCapacity(capacity)
  }

  /// The greatest of the values kept.
  var top: Double { values[0] }

  /// Keeps a value if it is among the least.
  mutating func offer(_ value: Double) {
    if values.count < capacity {
      values.append(value)
      rise(values.count - 1)
    } else if value < values[0] {
      values[0] = value
      sink()
    }
  }

  private mutating func rise(_ start: Int) {
    var index = start
    while index > 0, values[(index - 1) / 2] < values[index] {
      values.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  private mutating func sink() {
    var index = 0
    while true {
      var child = 2 * index + 1
      guard child < values.count else { return }
      if child + 1 < values.count, values[child + 1] > values[child] { child += 1 }
      guard values[child] > values[index] else { return }
      values.swapAt(index, child)
      index = child
    }
  }
}
