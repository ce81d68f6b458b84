/// How calls are taken and units chosen.
public struct DispatchRules: Sendable, Equatable {
  /// Seconds from the call to the order, with a free unit (接派警).
  public var callTakingSeconds: Double
  /// The same with one-click dispatch (一键调度), in seconds.
  public var oneClickSeconds: Double
  /// Seconds until the unit signs for the order (指令签收).
  public var acknowledgeSeconds: Double
  /// Seconds of each drive to an incident that do not hang on its length: finding the address, parking, walking up.
  public var accessSeconds: Double
  /// How a unit is chosen.
  public var policy: DispatchPolicyName
  /// Whether and when an urgent incident takes a unit from a less urgent one.
  public var preemption: Preemption
  /// Whether interrupted work goes on where it stopped or starts again.
  public var resumesAfterPreemption: Bool
  /// Priorities up to this one may preempt (1 is the most urgent).
  public var preemptingPriority: Int
  /// Idle units of the city kept back for preempting priorities.
  public var reserveUnits: Int
  /// Incidents that may wait for their first unit; further ones are handed over to other forces (移交). Nil where there
  /// is no limit, zero in a system where nobody waits.
  public var waitingLimit: Int?
  /// Where units stand by that have become idle.
  public var relocation: RelocationPolicyName
  /// The share of time that a unit is expected to be busy, for ``RelocationPolicyName/dynamicMEXCLP`` and
  /// ``RelocationPolicyName/slotBenefits``.
  public var busyFraction: Double
  /// The longest expected time to arrive of a unit of another county, in minutes, under the switch `mutualAid`.
  public var mutualAidMinutes = 30.0
  /// Factor on the time on scene under the switch `resourceSupport`.
  public var supportSceneFactor = 0.9
  /// Factor on the share of incidents that come again under the switch `resourceSupport`.
  public var supportRepeatFactor = 0.8
  /// Where idle units are wanted.
  public var standby = StandbyRules()

  /// Seconds from an order to the arrival that are neither turnout nor hang on the way.
  public var fixedSeconds: Double { acknowledgeSeconds + accessSeconds }
}

/// The shipped relocation policies.
public enum RelocationPolicyName: String, Sendable, Equatable, CaseIterable {
  /// Every unit goes back to its own post.
  case homePost
  /// City-wide units go to the post where they add most expected coverage.
  case dynamicMEXCLP
  /// City-wide units keep the facilities staffed that a table names for the number of idle units.
  case complianceTable
  /// A city-wide unit that becomes idle goes to the first facility of a list that lacks one.
  case priorityList
  /// City-wide units move so that most demand is covered twice.
  case doubleStandard
  /// An integer program assigns all idle city-wide units to posts.
  case slotBenefits
}

/// The shipped dispatch policies.
public enum DispatchPolicyName: String, Sendable, Equatable, CaseIterable {
  /// The unit that arrives first, by expected time.
  case nearest
  /// Units of the own district first, then the nearest.
  case districtFirst
  /// Any idle unit, the one longest idle first.
  case longestIdle
}

/// When an urgent incident may take a unit from a less urgent one.
public enum Preemption: String, Sendable, Equatable, CaseIterable {
  /// Never.
  case never
  /// While the unit is still on its way.
  case enRoute
  /// On its way or on the scene.
  case onScene
}
