import DunjingRandom

/// The random streams of the generator; their numbers lie apart from those of the simulation.
extension StreamPurpose {
  static let density = StreamPurpose(rawValue: 0x4743_0001)
  static let nodePositions = StreamPurpose(rawValue: 0x4743_0002)
  static let edgeLengths = StreamPurpose(rawValue: 0x4743_0003)
  static let missingEdges = StreamPurpose(rawValue: 0x4743_0004)
  static let mustVisitPoints = StreamPurpose(rawValue: 0x4743_0005)
  static let mustPatrolLines = StreamPurpose(rawValue: 0x4743_0006)
  static let travelSample = StreamPurpose(rawValue: 0x4743_0007)
  static let countyPlaces = StreamPurpose(rawValue: 0x4743_0008)
}
