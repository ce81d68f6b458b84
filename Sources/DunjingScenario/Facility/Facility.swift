/// A place units start from or officers work at.
public struct Facility: Sendable, Equatable {
  /// The id, unique among facilities.
  public var id: String
  /// The name.
  public var name: LocalizedText
  /// What it is.
  public var kind: FacilityKind
  /// Position east in kilometers, or longitude in degrees.
  public var x: Double
  /// Position north in kilometers, or latitude in degrees.
  public var y: Double
  /// The id of its road node; the nearest unless given.
  public var node: String?
  /// The id of the grid it serves, for posts bound to one grid.
  public var grid: String?
  /// The id of its county; needed where the study has counties.
  public var county: String?
}

/// What a facility is.
public enum FacilityKind: String, Sendable, Equatable, CaseIterable {
  /// 派出所.
  case station
  /// 街面警务工作站.
  case streetWorkstation
  /// 社区警务室.
  case policeRoom
  /// A fixed post in a core area.
  case corePost
  /// 机关.
  case headquarters
  /// A place where a street shift bought with sunk officers may stand; used in file order.
  case reserveSite
}
