import Synchronization

/// Times over roads between any two places, searched for when they are asked for: for laying patrol routes on a map of
/// which most places are no stops.
final class RoadRows: Sendable {
  private let forward: RoadGraph
  private let reversed: RoadGraph
  private let found = Mutex<(from: [Int: [Float]], to: [Int: [Float]])>((from: [:], to: [:]))

  init(_ geography: Geography, _ speeds: RoadSpeeds) {
    forward = RoadGraph.forward(geography, speeds)
    reversed = RoadGraph.reversed(geography, speeds)
  }

  /// Searches the ways from some places, which many will be asked for.
  func search(from origins: [Int]) {
    found.withLock { found in
      for origin in origins where found.from[origin] == nil { found.from[origin] = Self.row(forward, origin) }
    }
  }

  /// Searches the ways to a place, so that all times to it add up along a way.
  func search(to destination: Int) {
    found.withLock { found in
      if found.to[destination] == nil { found.to[destination] = Self.row(reversed, destination) }
    }
  }

  /// Returns the seconds between two places.
  func seconds(from origin: Int, to destination: Int) -> Double {
    found.withLock { found in
      if let row = found.to[destination] { return Double(row[origin]) }
      if let row = found.from[origin] { return Double(row[destination]) }
      let row = Self.row(reversed, destination)
      found.to[destination] = row
      return Double(row[origin])
    }
  }

  private static func row(_ graph: RoadGraph, _ place: Int) -> [Float] {
    var search = ShortestPaths(graph)
    search.run(from: place)
    return search.seconds.map { Float($0) }
  }
}
