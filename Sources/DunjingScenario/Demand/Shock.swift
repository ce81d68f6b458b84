/// What strikes the city on a given day: the same under every treatment.
public struct Shock: Sendable, Equatable {
  /// The id, unique among shocks.
  public var id: String
  /// The name.
  public var name: LocalizedText
  /// The day it begins.
  public var day: CalendarDay
  /// When it begins, in minutes after midnight.
  public var startMinute: Int
  /// How long it lasts, in hours.
  public var hours: Double
  /// What it is.
  public var effect: ShockEffect
}

/// What a shock does.
public enum ShockEffect: Sendable, Equatable {
  /// A festival or a cold wave: incidents of some kinds, all when empty, are so many times as many.
  case surge(kinds: [String], factor: Double)
  /// A mass event: one incident of a kind in a grid keeps so many units for the whole time.
  case massEvent(kind: String, grid: String, units: Int)
  /// Stations or workstations are lost: their units are off duty.
  case facilityLoss(facilities: [String])
  /// Roads are closed between each node and the next of the list, in both directions.
  case roadCut(nodes: [String])

  /// Its name in a scenario.
  public var name: ShockName {
    switch self {
    case .surge: .surge
    case .massEvent: .massEvent
    case .facilityLoss: .facilityLoss
    case .roadCut: .roadCut
    }
  }
}

/// The kinds of shocks.
public enum ShockName: String, Sendable, Equatable, CaseIterable {
  /// More incidents.
  case surge
  /// One incident that keeps many units.
  case massEvent
  /// Units that are off duty.
  case facilityLoss
  /// Roads that are closed.
  case roadCut
}
