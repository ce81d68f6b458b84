/// What a record can be used for, by its values and its findings: the one place of these rules, which the audit, the calibration
/// and the backtest follow.
///
/// A duplicate serves nothing, as the incident is counted where it stands first, nor does a call that is marked as not valid: it
/// costs the time of a call-taker, which is not simulated, and sends no unit. A record whose clock jumps by a zone still has
/// its day, but neither its hour nor its lengths of time are held to be known.
extension IncidentRecord {
  /// Whether it is no incident of its own: a duplicate, or marked as not valid.
  var isNoIncident: Bool { hasAny(Self.noIncident) }

  private static let noIncident: [AuditFinding] = [.duplicate, .invalid]

  /// Whether it counts as an incident of its day: the day of the call is known and not years from all others, and it is no
  /// duplicate and valid.
  public var servesDemandByDay: Bool { received != nil && !isNoIncident && !has(.strayDate) }

  /// Whether it counts as an incident of its hour: it serves demand by day, the hour is known, and the clock does not jump.
  public var servesDemandByHour: Bool {
    servesDemandByDay && received?.hour != nil && !has(.zoneJump)
  }

  /// Whether the time from the call to the arrival counts: both known to the minute, and no stage is odd.
  ///
  /// Stages are odd where one is in disorder or too long, where the clock jumps, where officers came upon the incident, or
  /// where the arrival is recorded at the second of the call.
  public var servesResponse: Bool {
    minutes(from: .received, to: .onScene) != nil && !isOddAmongTimes
  }

  /// Whether the time of the drive counts: known to the minute, and no stage is odd, as for ``servesResponse``.
  public var servesTravel: Bool { travelMinutes != nil && !isOddAmongTimes }

  /// Whether the time on scene counts: it is known, neither negative nor too long, and the clock does not jump.
  ///
  /// Incidents that officers came upon count here, as they take time on scene like any other.
  public var servesService: Bool {
    sceneMinutes != nil && !isNoIncident
      && !hasAny([.zoneJump, .negativeScene, .negativeService, .longScene, .longService])
  }

  /// Whether its place counts: the position is known and can be on the map.
  public var servesPlaces: Bool {
    x != nil && y != nil && !isNoIncident && !has(.outsideMap)
  }

  /// Whether the record has any of these findings.
  func hasAny(_ findings: [AuditFinding]) -> Bool {
    !flags.isEmpty && findings.contains { has($0) }
  }

  /// Whether its stages are no measure of the service: in disorder, too long, jumped, on view, a duplicate, or not valid.
  var isOddAmongTimes: Bool { isOnView || isNoIncident || hasAny(Self.oddities) }

  private static let oddities: [AuditFinding] =
    AuditFinding.disorder + AuditFinding.excess + [.zoneJump, .immediateArrival, .onView]
}
