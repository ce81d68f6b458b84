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

/// One-to-all shortest paths. Source: E. W. Dijkstra (1959), with a binary heap that keeps stale entries.
struct ShortestPaths {
  private let roads: ReverseRoads
  private(set) var seconds: [Double]
  private var heap: [(seconds: Double, place: Int32)] = []

  init(_ roads: ReverseRoads) {
    self.roads = roads
    seconds = Array(repeating: .infinity, count: roads.start.count - 1)
  }

  /// Finds the times from every place to `destination`; infinite where there is no way.
  mutating func run(from destination: Int) {
    for place in seconds.indices {
      seconds[place] = .infinity
    }
    seconds[destination] = 0
    heap.removeAll(keepingCapacity: true)
    push(0, Int32(destination))
    while let (time, place) = pop() {
      guard time <= seconds[Int(place)] else { continue }
      for arc in Int(roads.start[Int(place)])..<Int(roads.start[Int(place) + 1]) {
        let next = roads.target[arc]
        let candidate = time + roads.seconds[arc]
        if candidate < seconds[Int(next)] {
          seconds[Int(next)] = candidate
          push(candidate, next)
        }
      }
    }
  }

  private mutating func push(_ time: Double, _ place: Int32) {
    heap.append((time, place))
    var index = heap.count - 1
    while index > 0 {
      let parent = (index - 1) / 2
      guard time < heap[parent].seconds else { break }
      heap[index] = heap[parent]
      index = parent
    }
    heap[index] = (time, place)
  }

  private mutating func pop() -> (Double, Int32)? {
    guard let top = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return (top.seconds, top.place) }
    var index = 0
    while true {
      var child = 2 * index + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count && heap[child + 1].seconds < heap[child].seconds { child += 1 }
      guard heap[child].seconds < last.seconds else { break }
      heap[index] = heap[child]
      index = child
    }
    heap[index] = last
    return (top.seconds, top.place)
  }
}
