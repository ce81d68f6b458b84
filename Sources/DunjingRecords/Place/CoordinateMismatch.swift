import DunjingScenario

/// Positions that cannot be set beside a study: one of the two in degrees, the other in kilometers.
public struct CoordinateMismatch: Sendable, Equatable {
  /// Whether the positions look like longitudes and latitudes, and the study is in kilometers; otherwise the other way.
  public let positionsAreDegrees: Bool

  /// Numbers beyond this are coordinates of a projection, and no kilometers of a city.
  private static let mostKilometers = 5_000.0

  /// Finds it for the positions of records; nil where both may be in one system.
  /// - Complexity: O(n log n) in the records.
  public init?(_ records: [IncidentRecord], study: Scenario) {
    let positions = records.compactMap { record in
      record.x.flatMap { x in record.y.map { Position(x: x, y: $0) } }
    }
    self.init(positions, namesSayDegrees: false, grids: study.grids, study.coordinates)
  }

  /// - Parameter namesSayDegrees: Whether the columns are named like longitudes and latitudes.
  init?(_ positions: [Position], namesSayDegrees: Bool, grids: [Grid], _ system: CoordinateSystem) {
    guard !positions.isEmpty, let extent = Extent(grids) else { return nil }
    let looksLikeDegrees = Self.areDegrees(positions.map { ($0.x, $0.y) })
    let isLocal = system == .local
    guard (namesSayDegrees || looksLikeDegrees) == isLocal else { return nil }
    let outside = positions.count { !extent.contains($0) }
    let isSure = namesSayDegrees && looksLikeDegrees
    guard isSure || 2 * outside > positions.count else { return nil }
    let small = positions.count { max($0.x.magnitude, $0.y.magnitude) <= Self.mostKilometers }
    guard isLocal || 2 * small > positions.count else { return nil }
    positionsAreDegrees = isLocal
  }

  /// Whether positions have the size of degrees away from the equator and nine of ten lie within five of their medians.
  package static func areDegrees(_ positions: [(x: Double, y: Double)]) -> Bool {
    let (east, north) = (median(positions.map(\.x)), median(positions.map(\.y)))
    let near = positions.count { ($0.x - east).magnitude < 5 && ($0.y - north).magnitude < 5 }
    return north.magnitude <= 90 && east.magnitude <= 180 && (north.magnitude > 5 || east.magnitude > 60)
      && near * 10 >= positions.count * 9
  }

  private static func median(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }

  /// What does not fit, in words.
  public var problem: LocalizedText {
    positionsAreDegrees
      ? LocalizedText(
        zh: "位置是经纬度，而研究用公里坐标",
        en: "the positions are longitudes and latitudes, and the study is in kilometers")
      : LocalizedText(
        zh: "位置是公里坐标，而研究用经纬度",
        en: "the positions are kilometers, and the study is in longitudes and latitudes")
  }

  /// What to do about it.
  public var remedy: LocalizedText {
    positionsAreDegrees
      ? LocalizedText(zh: "请去掉 --study，或换用经纬度的研究", en: "leave --study out, or use a study in degrees")
      : LocalizedText(zh: "请去掉 --study，或换用公里坐标的研究", en: "leave --study out, or use a study in kilometers")
  }
}
