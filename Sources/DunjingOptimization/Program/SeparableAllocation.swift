import DunjingNumerics

/// Whole units of a budget spread over places so that the sum of convex costs is least.
///
/// Unit by unit goes where it lowers the cost most, which is optimal because each further unit at a place lowers its cost
/// by no more than the one before. Sources: B. L. Fox (1966), "Discrete optimization via marginal analysis", Management
/// Science 13; T. Ibaraki & N. Katoh (1988), Resource Allocation Problems, section 4.2.
public struct SeparableAllocation: Sendable, Equatable {
  /// The units at each place.
  public let units: [Int]
  /// The sum of the costs.
  public let total: Double
  /// By how much the last unit lowered the sum; nil if every place has its least number.
  public let lastGain: Double?
  /// By how much one more unit would lower the sum; nil if no place has room.
  public let nextGain: Double?

  /// Spreads units; nil if they are too few for the least numbers or, where all of them have to be spent, too many for
  /// the greatest, or if a cost on the way is infinite at every place that has room.
  /// - Parameters:
  ///   - budget: the number of units.
  ///   - bounds: the least and the greatest number at each place.
  ///   - spendsAll: whether units have to be spent that raise the sum.
  ///   - cost: the cost of a number of units at a place, convex in that number; it may be infinite at few units.
  /// - Precondition: bounds are not negative, and no cost is minus infinity or not a number.
  /// - Complexity: O(budget · log places), and two costs for each unit and place.
  public init?(
    budget: Int, bounds: [ClosedRange<Int>], spendsAll: Bool = true,
    cost: (_ place: Int, _ units: Int) -> Double
  ) {
    precondition(bounds.allSatisfy { $0.lowerBound >= 0 }, "a place cannot have fewer than no units")
    var units = bounds.map(\.lowerBound)
    let spare = budget - units.reduce(0, +)
    guard spare >= 0, !spendsAll || spare <= bounds.reduce(0, { $0 + $1.count - 1 }) else { return nil }
    var costs = units.indices.map { cost($0, units[$0]) }
    precondition(costs.allSatisfy { $0 > -.infinity }, "a cost is a number")
    var gains = GainHeap()
    func offer(_ place: Int) {
      guard units[place] < bounds[place].upperBound else { return }
      let next = cost(place, units[place] + 1)
      precondition(next > -.infinity, "a cost is a number")
      gains.insert(.init(place: place, next: next, gain: Self.gain(from: costs[place], to: next)))
    }
    for place in units.indices { offer(place) }
    var last: Double?
    for _ in 0..<spare {
      guard let best = gains.first, spendsAll || best.gain > 0 else { break }
      gains.removeFirst()
      units[best.place] += 1
      costs[best.place] = best.next
      last = best.gain
      offer(best.place)
    }
    var sum = NeumaierSum()
    for cost in costs { sum.add(cost) }
    guard sum.value < .infinity else { return nil }
    (self.units, total, lastGain, nextGain) = (units, sum.value, last, gains.first?.gain)
  }

  /// An infinite cost is left before anything else, even if the next one is infinite too.
  private static func gain(from cost: Double, to next: Double) -> Double {
    cost == .infinity ? .infinity : cost - next
  }
}

/// Gains of one more unit, the greatest first; of equal ones that of the first place.
private struct GainHeap {
  struct Entry {
    let place: Int
    let next: Double
    let gain: Double

    func isBefore(_ other: Entry) -> Bool {
      gain != other.gain ? gain > other.gain : place < other.place
    }
  }

  private var entries: [Entry] = []

  var first: Entry? { entries.first }

  mutating func insert(_ entry: Entry) {
    entries.append(entry)
    var child = entries.count - 1
    while child > 0, entries[child].isBefore(entries[(child - 1) / 2]) {
      entries.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func removeFirst() {
    entries.swapAt(0, entries.count - 1)
    entries.removeLast()
    var parent = 0
    while 2 * parent + 1 < entries.count {
      var child = 2 * parent + 1
      if child + 1 < entries.count, entries[child + 1].isBefore(entries[child]) { child += 1 }
      guard entries[child].isBefore(entries[parent]) else { return }
      entries.swapAt(child, parent)
      parent = child
    }
  }
}
