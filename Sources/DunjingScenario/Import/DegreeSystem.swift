/// The system of the longitudes and latitudes in files to import.
public enum DegreeSystem: String, Sendable, CaseIterable {
  /// WGS-84, what satellites give and OpenStreetMap has.
  case wgs84 = "WGS-84"
  /// CGCS2000, equal to WGS-84 within centimeters.
  case cgcs2000 = "CGCS2000"
  /// GCJ-02 (火星坐标), the shifted system of most Chinese map services.
  case gcj02 = "GCJ-02"
  /// BD-09 (百度坐标), shifted once more.
  case bd09 = "BD-09"

  /// Reads the name of a system, with or without its hyphen; nil for any other.
  public init?(name: String) {
    let name = name.uppercased().filter { $0 != "-" }
    guard let system = Self.allCases.first(where: { $0.rawValue.filter { $0 != "-" } == name }) else {
      return nil
    }
    self = system
  }

  /// The system that a heading names, as 中心点坐标（GCJ-02） and 百度经度 do; nil where it names none.
  package init?(heading: String) {
    let text = heading.uppercased().filter { !"-_ ".contains($0) }
    let words: [(DegreeSystem, [String])] = [
      (.gcj02, ["GCJ02", "火星", "高德", "腾讯"]), (.bd09, ["BD09", "百度"]), (.wgs84, ["WGS84"]),
      (.cgcs2000, ["CGCS2000", "国家2000", "2000国家"])
    ]
    guard let system = words.first(where: { $0.1.contains(where: text.contains) })?.0 else { return nil }
    self = system
  }

  /// The shift of the system; nil where there is none.
  var shift: ShiftedCoordinates? {
    switch self {
    case .wgs84, .cgcs2000: nil
    case .gcj02: .gcj02
    case .bd09: .bd09
    }
  }

  /// Returns a position of this system in WGS-84, to a millimeter where it was shifted.
  func wgs84(_ position: Position) -> Position {
    guard let shift else { return position }
    let place = shift.wgs84(longitude: position.x, latitude: position.y)
    return Position(
      x: (place.longitude * 1e8).rounded() / 1e8, y: (place.latitude * 1e8).rounded() / 1e8)
  }

  /// Returns a position in WGS-84 in this system.
  func shifted(_ position: Position) -> Position {
    guard let shift else { return position }
    let place = shift.shifted(longitude: position.x, latitude: position.y)
    return Position(x: place.longitude, y: place.latitude)
  }
}
