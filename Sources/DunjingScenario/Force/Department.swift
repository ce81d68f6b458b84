/// A department at headquarters (机关部门).
public struct Department: Sendable, Equatable {
  /// The id, unique among departments.
  public var id: String
  /// The name.
  public var name: LocalizedText
  /// Officers of the province and prefecture agencies: the pool the announced ratio applies to.
  public var agencyOfficers: Int
  /// Officers at county level.
  public var countyOfficers: Int
  /// Least officers of the agency that must stay.
  public var agencyFloor: Int
  /// Least officers at county level that must stay.
  public var countyFloor: Int
  /// Work per year that no incident begets, in hours.
  public var fixedHoursPerYear: Double
  /// Weight of its delay in the weighted delay and the harm index.
  public var delayWeight: Double
}

/// How headquarters works.
public struct HeadquartersRules: Sendable, Equatable {
  /// Productive hours of one officer in a year.
  public var productiveHoursPerYear: Double
  /// Coefficient of variation of the hours of one case (gamma).
  public var caseVariation: Double
  /// Coefficient of variation of a day's fixed work (gamma).
  public var fixedLoadVariation: Double
}
