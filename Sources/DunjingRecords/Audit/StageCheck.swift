import DunjingScenario

/// Checks the order of the stages and the time between them.
///
/// Two stages are out of order only if they surely are, whatever their precision leaves open: days are compared with days.
struct StageCheck {
  private let limits: AuditLimits
  private let hasArrivals: Bool

  init(_ limits: AuditLimits, _ table: MappedTable) {
    self.limits = limits
    hasArrivals = table.cells[.onScene] != nil
  }

  /// Checks every record.
  func check(_ records: inout [IncidentRecord], _ log: inout FindingLog) {
    for index in records.indices {
      check(&records[index], &log)
      guard hasArrivals, let received = records[index].received, let arrived = records[index].onScene,
        arrived.precision == .second, received == arrived
      else { continue }
      log.add(.immediateArrival, to: &records[index])
    }
  }

  private func check(_ record: inout IncidentRecord, _ log: inout FindingLog) {
    var earlier: (stage: IncidentStage, time: RecordTime)?
    for stage in IncidentStage.allCases {
      guard let time = record[stage] else { continue }
      if let earlier, let findings = AuditFinding.misplaced(stage) {
        if time.isSurelyBefore(earlier.time) {
          log.add(findings.negative, to: &record)
        } else if time.leastMinutes(since: earlier.time) > limit(stage, since: earlier.stage) * 60 {
          log.add(findings.long, to: &record)
        }
      }
      earlier = (stage, time)
    }
  }

  /// The most hours to a stage from the last one recorded before it.
  private func limit(_ stage: IncidentStage, since earlier: IncidentStage) -> Double {
    switch stage {
    case .received, .dispatched: limits.dispatchHours
    case .enRoute: earlier == .received ? limits.dispatchHours : limits.travelHours
    case .onScene:
      earlier == .received ? limits.dispatchHours + limits.travelHours : limits.travelHours
    case .cleared:
      earlier == .onScene ? limits.sceneHours : limits.dispatchHours + limits.travelHours + limits.sceneHours
    }
  }
}

/// Finds incidents that stand in the table twice.
struct IdentityCheck {
  private struct Call: Hashable {
    var second: Int
    var x: Double
    var y: Double
    var kind: String
  }

  /// Flags rows whose id, or whose time to the minute with place and kind, an earlier row has; calls that are not valid neither
  /// are compared nor take the place of one that is.
  func check(_ records: inout [IncidentRecord], _ log: inout FindingLog) {
    var ids: Set<String> = []
    var calls: Set<Call> = []
    for index in records.indices where !records[index].has(.invalid) {
      let record = records[index]
      if !record.id.isEmpty, !ids.insert(record.id).inserted {
        log.add(.duplicate, to: &records[index])
      } else if let time = record.received, time.knowsClock, let x = record.x, let y = record.y,
        !calls.insert(Call(second: time.firstSecond, x: x, y: y, kind: record.kind)).inserted
      {
        log.add(.repeatedCall, to: &records[index])
      }
    }
  }
}
