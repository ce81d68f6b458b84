/// The road graph with every arc turned round, in compressed rows: a search from a destination gives the times
/// from every place to it.
struct ReverseRoads: Sendable {
  let start: [Int32]
  let target: [Int32]
  let seconds: [Double]

  init(_ geography: Geography, speeds: [Double]) {
    var arcs: [(from: Int, to: Int, seconds: Double)] = []
    for place in 0..<geography.placeCount {
      for arc in geography.network[place] where arc.isForward {
        arcs.append((place, Int(arc.to), arc.kilometers / speeds[Int(arc.roadClass)] * 3_600))
      }
    }
    self.init(placeCount: geography.placeCount, arcs: arcs)
  }

  init(placeCount: Int, arcs: [(from: Int, to: Int, seconds: Double)]) {
    var lists = [[(origin: Int32, seconds: Double)]](repeating: [], count: placeCount)
    for arc in arcs {
      lists[arc.to].append((Int32(arc.from), arc.seconds))
    }
    var start: [Int32] = [0]
    for list in lists {
      start.append((start.last ?? 0) + Int32(list.count))
    }
    self.start = start
    target = lists.flatMap { $0.map(\.origin) }
    seconds = lists.flatMap { $0.map(\.seconds) }
  }
}

/// One-to-all shortest paths, by labels in buckets of equal width (Dial, 1969; Denardo and Fox, 1979).
///
/// A bucket is as wide as the shortest arc, so that a place is mostly looked at once; where that would take too many
/// buckets they are wider, and a place whose label falls again is looked at again. The times are those of Dijkstra's
/// algorithm, to the bit: each is the least sum over the ways to a place, whatever the order in which it is found.
struct ShortestPaths {
  private let roads: ReverseRoads
  private(set) var seconds: [Double]
  /// The label with which a place was last looked at.
  private var settled: [Double]
  /// The places whose labels are in each bucket, used in turn.
  private var buckets: [[Int32]]
  private let perSecond: Double

  /// Buckets at most: more would be longer to go through than to search in.
  private static let bucketLimit = 4_096

  init(_ roads: ReverseRoads) {
    self.roads = roads
    let places = roads.start.count - 1
    (seconds, settled) = (
      Array(repeating: .infinity, count: places), Array(repeating: .infinity, count: places)
    )
    let longest = roads.seconds.max() ?? 0
    let shortest = roads.seconds.filter { $0 > 0 }.min() ?? 1
    let width = max(shortest, longest / Double(Self.bucketLimit - 2), .leastNormalMagnitude)
    perSecond = 1 / width
    buckets = Array(repeating: [], count: Int(longest / width) + 3)
  }

  /// Finds the times from every place to `destination`; infinite where there is no way.
  mutating func run(from destination: Int) {
    for place in seconds.indices { (seconds[place], settled[place]) = (.infinity, .infinity) }
    seconds[destination] = 0
    buckets[0].append(Int32(destination))
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
