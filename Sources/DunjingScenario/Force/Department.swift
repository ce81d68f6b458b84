/// A department at headquarters (机关部门).
public struct Department: Sendable, Equatable {
  /// The id, unique among departments.
  public var id: String
  /// The name.
  public var name: LocalizedText
  /// Officers of the province and prefecture agencies: the pool the announced ratio applies to.
  public var agencyOfficers: Int
  /// Of these, officers of province agencies.
  public var provinceOfficers = 0
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
  /// Whether it is at headquarters or in the stations.
  public var tier = DepartmentTier.headquarters

  /// All of its officers, of agencies and of counties.
  public var officers: Int { agencyOfficers + countyOfficers }

  /// Its officers of a county who may move under the ratio of a tier.
  public func officers(of tier: DepartmentTier) -> Int { self.tier == tier ? countyOfficers : 0 }
}

/// Where a department is.
public enum DepartmentTier: String, Sendable, Equatable, CaseIterable {
  /// 机关: its officers are sent down, start unskilled and learn.
  case headquarters
  /// 派出所 desk and cases: its officers are all of the county, and move to the community with full skill.
  case station
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
