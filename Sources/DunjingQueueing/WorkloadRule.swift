/// Rules of thumb about how much of patrol time incidents may take.
///
/// No queueing theory: they bound a workload, whatever the waits. Sources: the "rule of 60" of the Center for Public
/// Safety Management (J. McCabe, 2013, "An analysis of police department staffing: how many officers do you really
/// need?", ICMA): at most 60 % of patrol time is committed, and about 60 % of officers are on patrol; the split of time in
/// thirds of W. Stenzel & R. Michelson (1993), "Police Allocation Manual", Northwestern University.
public struct WorkloadRule: Sendable, Equatable {
  /// The greatest share of time that incidents may take.
  public let greatestWorkload: Double

  /// Creates a rule.
  /// - Precondition: the share is in (0, 1].
  public init(greatestWorkload: Double) {
    precondition(greatestWorkload > 0 && greatestWorkload <= 1, "a share of time lies between 0 and 1")
    self.greatestWorkload = greatestWorkload
  }

  /// At most 60 % of patrol time.
  public static let sixty = WorkloadRule(greatestWorkload: 0.6)
  /// A third for incidents, a third for patrol and a third for other work.
  public static let thirds = WorkloadRule(greatestWorkload: 1.0 / 3)

  /// Returns the units for a load in erlangs.
  /// - Precondition: `load` ≥ 0 and finite.
  public func units(load: Double) -> Int {
    precondition(load >= 0 && load < 1e15, "no units for a load of \(load)")
    // What is whole but for rounding stays whole.
    return Int((load / greatestWorkload - 1e-9).rounded(.up))
  }

  /// Whether units at a load keep the rule.
  public func isKept(load: Double, units: Int) -> Bool {
    load <= greatestWorkload * Double(units) * (1 + 1e-12)
  }
}

/// How the time on duty of a number of units divides.
public struct TimeSplit: Sendable, Equatable {
  /// The share of time with incidents.
  public let reactive: Double
  /// The share of time away on other work: administration, breaks, escorts.
  public let other: Double
  /// The share of time left for patrol and prevention.
  public var proactive: Double { 1 - reactive - other }

  /// Divides the time; nil if incidents and other work need more than there is.
  /// - Precondition: `load` ≥ 0 in erlangs, `units` > 0, `otherShare` from 0 to 1.
  public init?(load: Double, units: Double, otherShare: Double = 0) {
    precondition(load >= 0 && units > 0 && (0...1).contains(otherShare), "time is split among units")
    guard load / units + otherShare <= 1 else { return nil }
    (reactive, other) = (load / units, otherShare)
  }
}

/// Officers on the roster for one post that is always filled (shift relief factor).
public enum ShiftRelief {
  /// Returns the factor: hours in which the post is filled over hours that one officer works, in a year.
  /// - Parameters:
  ///   - hoursPerDay: how long the post is filled on a day.
  ///   - daysPerWeek: on how many days of the week.
  ///   - hoursPerOfficer: the hours of an officer on the roster in a year, before absences.
  ///   - absentShare: the share of them lost to leave, illness, training and court.
  /// - Precondition: hours are positive and `absentShare` is from 0 to below 1.
  public static func factor(
    hoursPerDay: Double, daysPerWeek: Double = 7, hoursPerOfficer: Double, absentShare: Double = 0
  ) -> Double {
    precondition(
      hoursPerDay > 0 && daysPerWeek > 0 && hoursPerOfficer > 0 && absentShare >= 0 && absentShare < 1,
      "a relief factor needs hours")
    return hoursPerDay * daysPerWeek / 7 * 365 / (hoursPerOfficer * (1 - absentShare))
  }
}
