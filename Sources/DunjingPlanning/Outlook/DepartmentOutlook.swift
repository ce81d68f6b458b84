/// The work of one department of one county under a plan, as expected.
public struct DepartmentOutlook: Sendable, Equatable {
  /// The index of the county.
  public let county: Int
  /// The index of the department, in scenario order.
  public let department: Int
  /// The officers who are left.
  public let officers: Int
  /// Hours of work on an average working day, cases of the week-end included.
  public let workHours: Double
  /// Hours that the officers can work on a working day.
  public let capacityHours: Double
  /// The standard deviation of ``workHours``.
  public let deviation: Double
  /// The backlog in hours at the end of a working day, as a mean over those of the measured time.
  public let backlogMean: Double
  /// The backlog in hours at the end of the measured time.
  public let backlogEnd: Double
  /// The probability that more work comes in the measured time than can be done in it.
  public let overloadProbability: Double

  /// Work as a share of capacity; infinite where nobody is left to do it.
  public var utilization: Double { capacityHours > 0 ? workHours / capacityHours : .infinity }
  /// The mean delay of a case in working days; nil where nobody is left.
  public var delay: Double? { capacityHours > 0 ? backlogMean / capacityHours : nil }
}
