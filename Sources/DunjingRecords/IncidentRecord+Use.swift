// What a record can be used for, by what it has and what the audit found: the same rules for the audit, estimation and
// backtests (Documentation/Records.md).
extension IncidentRecord {
  /// Whether it counts as demand of its day: the day is known, and it repeats no other row.
  public var servesDemandByDay: Bool { received != nil && !has(.duplicate) }

  /// Whether it counts as demand of its hour: the hour is known as well, and its clock does not jump.
  public var servesDemandByHour: Bool { servesDemandByDay && received?.hour != nil && !has(.zoneJump) }

  /// Whether times between its stages up to the arrival are measures of response: it was a call, nothing is in disorder or
  /// too long, the arrival is not in the second of the call, and its clock does not jump.
  public var servesResponse: Bool { !isOddAmongTimes }

  /// Whether its time on scene, or its recorded length of service, is a measure of service.
  public var servesService: Bool {
    !hasAny([.negativeScene, .negativeService, .longScene, .longService, .zoneJump, .duplicate])
      && sceneMinutes != nil
  }

  /// Whether its position can be on the map.
  public var servesPlaces: Bool { hasPlace }
}
