/// A place and a time at which something happened.
public struct PlacedEvent: Sendable, Equatable {
  /// When, in whatever unit the caller states.
  public var time: Double
  /// Where to the east, in whatever unit the caller states.
  public var x: Double
  /// Where to the north, in the same unit.
  public var y: Double

  /// Creates an event.
  public init(time: Double, x: Double, y: Double) {
    (self.time, self.x, self.y) = (time, x, y)
  }
}

/// All pairs of events near to each other in time and place, found with cells as wide as the reach.
struct EventPairs {
  /// Where the pairs of each event as the later one begin, with the end of all.
  private(set) var starts: [Int] = [0]
  /// The earlier event of each pair.
  private(set) var earlier: [Int] = []
  /// The time between.
  private(set) var lags: [Double] = []
  /// The square of the distance.
  private(set) var squares: [Double] = []

  private struct Cell: Hashable {
    var column: Int
    var row: Int
  }

  /// Finds the pairs.
  /// - Parameters:
  ///   - events: in order of time.
  ///   - cutoff: the longest time between.
  ///   - reach: the greatest distance.
  /// - Complexity: O(n · events within the cutoff in nine cells).
  init(_ events: [PlacedEvent], cutoff: Double, reach: Double) {
    precondition(cutoff > 0 && reach > 0, "pairs are near in time and place")
    var cells: [Cell: [Int]] = [:]
    for (index, event) in events.enumerated() {
      let home = Cell(
        column: Int((event.x / reach).rounded(.down)), row: Int((event.y / reach).rounded(.down)))
      for column in (home.column - 1)...(home.column + 1) {
        for row in (home.row - 1)...(home.row + 1) {
          guard let members = cells[Cell(column: column, row: row)] else { continue }
          add(members, before: event, in: events, cutoff, reach)
        }
      }
      starts.append(earlier.count)
      cells[home, default: []].append(index)
    }
  }

  private mutating func add(
    _ members: [Int], before event: PlacedEvent, in events: [PlacedEvent], _ cutoff: Double, _ reach: Double
  ) {
    for other in members.reversed() {
      let lag = event.time - events[other].time
      if lag > cutoff { break }
      let (east, north) = (event.x - events[other].x, event.y - events[other].y)
      let square = east * east + north * north
      guard square <= reach * reach else { continue }
      earlier.append(other)
      lags.append(lag)
      squares.append(square)
    }
  }
}
