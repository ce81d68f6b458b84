import DunjingScenario

/// Keeps tables of travel times, so that roads that have been searched once need not be searched again.
///
/// A store may forget at any time; what it gives back for a key is what was kept for it, to the bit.
public protocol TravelStore: Sendable {
  /// Returns the table kept for a key; nil if there is none.
  func seconds(for key: TravelKey) -> [Float]?

  /// Keeps a table.
  func keep(_ seconds: [Float], for key: TravelKey)
}

/// What a table of travel times was computed from: the arcs with their times, and the stops.
public struct TravelKey: Sendable, Hashable {
  /// The SHA-256 of all that, in hexadecimal digits.
  public let text: String
  /// How much it takes to compute the table: stops times places.
  public let work: Int

  /// Raised whenever tables of the same roads may differ from earlier ones.
  private static let version: UInt64 = 1

  init(_ graph: RoadGraph, _ stops: TravelStops) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(
      8 + 4 * (graph.start.count + graph.target.count + stops.places.count) + 8 * graph.seconds.count)
    func append(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(Self.version)
    append(UInt64(graph.placeCount))
    append(UInt64(graph.target.count))
    graph.start.forEach(append)
    graph.target.forEach(append)
    graph.seconds.forEach { append($0.bitPattern) }
    stops.places.forEach(append)
    text = SHA256.hexadecimal(of: bytes)
    work = stops.places.count * graph.placeCount
  }
}
