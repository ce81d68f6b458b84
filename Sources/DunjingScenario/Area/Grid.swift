/// A small area of the city (网格): the place an incident belongs to.
public struct Grid: Sendable, Equatable {
  /// The id, unique among grids.
  public var id: String
  /// Position east, in kilometers (`local`), or longitude in degrees.
  public var x: Double
  /// Position north, in kilometers (`local`), or latitude in degrees.
  public var y: Double
  /// Residents: a number of people.
  public var population: Double
  /// Share of the demand, relative to other grids; the population unless given.
  public var demandWeight: Double
  /// Core, key or general area.
  public var areaClass: AreaClass
  /// The id of the station in whose district the grid lies; the nearest station unless given.
  public var station: String?
  /// The community the grid belongs to; may be empty.
  public var community: String
  /// The county the grid belongs to: an id where the study has counties, else free text that may be empty.
  public var county: String
  /// The id of the road node that stands for the grid when no node names the grid; the nearest unless given.
  public var node: String?
}

/// The class of an area, which sets its response target.
public enum AreaClass: String, Sendable, Equatable, CaseIterable, Codable {
  /// 核心区域: one minute in the announced reform.
  case core
  /// 重点区域: three minutes.
  case key
  /// Everywhere else: five minutes.
  case general
}

/// How positions are to be read.
public enum CoordinateSystem: String, Sendable, Equatable, CaseIterable {
  /// Kilometers east and north in a plane.
  case local
  /// Longitude and latitude in degrees.
  case wgs84 = "WGS-84"
  /// Longitude and latitude of CGCS2000, equal to WGS-84 within centimeters.
  case cgcs2000 = "CGCS2000"
}

/// Response targets by area class, in minutes, and the clock they are measured by.
public struct ResponseTargets: Sendable, Equatable {
  /// Target in core areas, in minutes.
  public var coreMinutes: Double
  /// Target in key areas, in minutes.
  public var keyMinutes: Double
  /// Target elsewhere, in minutes.
  public var generalMinutes: Double
  /// When the clock starts.
  public var clockOrigin: ClockOrigin
  /// Target for the last unit of those an incident needs (增援), in minutes.
  public var fullMinutes = 5.0

  /// Returns the target of an area class, in minutes.
  public func minutes(for areaClass: AreaClass) -> Double {
    switch areaClass {
    case .core: coreMinutes
    case .key: keyMinutes
    case .general: generalMinutes
    }
  }
}

/// When the response clock starts.
public enum ClockOrigin: String, Sendable, Equatable, CaseIterable {
  /// When the call is received.
  case call
  /// When the order to a unit is given (派警).
  case dispatch
}
