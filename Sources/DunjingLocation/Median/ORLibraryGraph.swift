/// A p-median instance of the OR-Library: a graph whose nodes are both sites and demand points.
///
/// Source: J. E. Beasley (1985), "A note on solving large p-median problems"; OR-Library, files pmed1 … pmed40. The
/// first line has the nodes, the edges and p; each further line an edge: its two nodes, from 1, and its length. Where an
/// edge occurs more than once, the last line holds. Distances are those of shortest paths, each node weighs 1.
public struct ORLibraryGraph: Sendable, Equatable {
  /// What is wrong with a text, and where.
  public struct Fault: Error, Equatable {
    /// The number of the line, from 1.
    public let line: Int
    /// What the line should have.
    public let expected: Expectation
  }

  /// What a line should have.
  public enum Expectation: Equatable, Sendable {
    /// The number of nodes, the number of edges and p.
    case head
    /// As many edges as follow.
    case edges(Int)
    /// Nodes up to this number.
    case nodes(Int)
    /// Two nodes and a length.
    case edge
  }

  /// The number of nodes.
  public let nodeCount: Int
  /// The number of sites asked for.
  public let number: Int
  /// The edges, each once, by nodes from 0.
  public let edges: [(from: Int, to: Int, length: Double)]

  /// Reads the text of a file.
  /// - Throws: ``Fault`` at the first line that is not as described.
  public init(parsing text: String) throws(Fault) {
    let lines = try Self.lines(of: text)
    guard let head = lines.first else { throw Fault(line: 1, expected: .head) }
    let nodes = Int(head.numbers[0])
    guard lines.count - 1 == Int(head.numbers[1]) else {
      throw Fault(line: head.number, expected: .edges(lines.count - 1))
    }
    var lengths: [Int: (order: Int, length: Double)] = [:]
    for (order, line) in lines.dropFirst().enumerated() {
      let (from, to) = (Int(line.numbers[0]), Int(line.numbers[1]))
      guard from >= 1, to >= 1, from <= nodes, to <= nodes else {
        throw Fault(line: line.number, expected: .nodes(nodes))
      }
      lengths[(min(from, to) - 1) * nodes + max(from, to) - 1] = (order, line.numbers[2])
    }
    (nodeCount, number) = (nodes, Int(head.numbers[2]))
    edges = lengths.sorted { $0.value.order < $1.value.order }
      .map { ($0.key / nodes, $0.key % nodes, $0.value.length) }
  }

  /// The lines that are not empty, with their numbers.
  private static func lines(
    of text: String
  ) throws(Fault) -> [(number: Int, numbers: [Double])] {
    var lines: [(number: Int, numbers: [Double])] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = line.split(whereSeparator: \.isWhitespace)
      if words.isEmpty { continue }
      let numbers = words.compactMap { Double($0) }
      guard numbers.count == 3, words.count == 3, numbers.allSatisfy({ $0 >= 0 && $0 < 1e9 }) else {
        throw Fault(line: index + 1, expected: lines.isEmpty ? .head : .edge)
      }
      lines.append((index + 1, numbers))
    }
    return lines
  }

  /// Whether two graphs have the same nodes, number of medians and edges in the same order.
  public static func == (one: ORLibraryGraph, other: ORLibraryGraph) -> Bool {
    one.nodeCount == other.nodeCount && one.number == other.number
      && one.edges.elementsEqual(other.edges, by: ==)
  }

  /// Returns the distances between all nodes by shortest paths.
  /// - Complexity: O(nodes · edges · log nodes), on `threads` threads.
  public func distances(threads: Int = 2) -> TravelMatrix {
    RoadPaths(nodeCount: nodeCount, edges: edges).travel(from: Array(0..<nodeCount), threads: threads)
  }
}
