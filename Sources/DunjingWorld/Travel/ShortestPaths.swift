/// One-to-all shortest paths, by labels in buckets of equal width (Dial, 1969; Denardo and Fox, 1979).
///
/// A bucket is as wide as the shortest arc, so that a place is mostly looked at once; where that would take too many
/// buckets they are wider, and a place whose label falls again is looked at again. The times are those of Dijkstra's
/// algorithm, to the bit: each is the least sum over the ways to a place, whatever the order in which it is found.
struct ShortestPaths {
  private let roads: RoadGraph
  private(set) var seconds: [Double]
  /// The label with which a place was last looked at.
  private var settled: [Double]
  /// The places whose labels are in each bucket, used in turn.
  private var buckets: [[Int32]]
  private let perSecond: Double

  /// Buckets at most: more would be longer to go through than to search in.
  private static let bucketLimit = 4_096

  init(_ roads: RoadGraph) {
    self.roads = roads
    let places = roads.placeCount
    (seconds, settled) = (
      Array(repeating: .infinity, count: places), Array(repeating: .infinity, count: places)
    )
    let longest = roads.seconds.max() ?? 0
    let shortest = roads.seconds.filter { $0 > 0 }.min() ?? 1
    let width = max(shortest, longest / Double(Self.bucketLimit - 2), .leastNormalMagnitude)
    perSecond = 1 / width
    buckets = Array(repeating: [], count: Int(longest / width) + 3)
  }

  /// Finds the times between every place and `start`, against the arcs of the graph if it is a reversed one; infinite
  /// where there is no way.
  mutating func run(from start: Int) {
    for place in seconds.indices { (seconds[place], settled[place]) = (.infinity, .infinity) }
    seconds[start] = 0
    buckets[0].append(Int32(start))
    var (open, number) = (1, 0)
    while open > 0 {
      let slot = number % buckets.count
      var next = 0
      while next < buckets[slot].count {
        open += look(at: Int(buckets[slot][next])) - 1
        next += 1
      }
      buckets[slot].removeAll(keepingCapacity: true)
      number += 1
    }
  }

  /// Writes the times of some places, in single precision.
  func copy(at places: [Int32], into row: UnsafeMutableBufferPointer<Float>) {
    for (column, place) in places.enumerated() { row[column] = Float(seconds[Int(place)]) }
  }

  /// Passes the label of a place on, and returns how many places were put in buckets.
  private mutating func look(at place: Int) -> Int {
    let time = seconds[place]
    guard time < settled[place] else { return 0 }
    settled[place] = time
    var added = 0
    for arc in Int(roads.start[place])..<Int(roads.start[place + 1]) {
      let (next, candidate) = (Int(roads.target[arc]), time + roads.seconds[arc])
      guard candidate < seconds[next] else { continue }
      seconds[next] = candidate
      buckets[Int(candidate * perSecond) % buckets.count].append(Int32(next))
      added += 1
    }
    return added
  }
}
