import DunjingScenario
import DunjingWorld

/// What one replication of one treatment says about a county.
public struct CountyResult: Sendable, Equatable, Codable {
  /// Incidents.
  public var incidents: Int
  /// Incidents within the target of their grid.
  public var withinTarget: Int
  /// Incidents that a unit reached.
  public var reached: Int
  /// Sum of response seconds of reached incidents.
  public var responseSeconds: Double
  /// Incidents by kind, in scenario order.
  public var kindCounts: [Int]
  /// Hazards that escalated.
  public var escalated: Int
  /// Busy unit-seconds.
  public var busySeconds: Double
  /// Unit-seconds on duty.
  public var dutySeconds: Double
  /// Work that arrived at its departments as a share of their capacity.
  public var departmentUtilization: Double
  /// Backlog of its departments at the end, in officer-days.
  public var backlog: Double
  /// Unit-seconds that its units worked for other counties.
  public var aidGiven: Double
  /// Unit-seconds that units of other counties worked for it.
  public var aidReceived: Double
}

extension Simulator {
  /// What happened in each county; empty in a study of one.
  var countyResults: [CountyResult] {
    guard world.counties.count > 1 else { return [] }
    let kinds = world.kinds.count
    var results = world.counties.indices.map { county in
      CountyResult(
        incidents: 0, withinTarget: 0, reached: 0, responseSeconds: 0,
        kindCounts: Array(recorder.countyKindCounts[county * kinds..<(county + 1) * kinds]),
        escalated: recorder.countyEscalated[county], busySeconds: 0, dutySeconds: 0,
        departmentUtilization: headquarters.utilization(ofCounty: county),
        backlog: headquarters.officerDays(ofCounty: county),
        aidGiven: recorder.mechanisms.aidGiven[county],
        aidReceived: recorder.mechanisms.aidReceived[county])
    }
    for (grid, compiled) in world.grids.enumerated() {
      results[compiled.county].incidents += Int(recorder.grids[grid].incidents)
      results[compiled.county].withinTarget += Int(recorder.grids[grid].withinTarget)
      results[compiled.county].reached += Int(recorder.grids[grid].reached)
      results[compiled.county].responseSeconds += recorder.grids[grid].responseSeconds
    }
    let duty = DutyHours(world, plan: plan)
    for (unit, compiled) in world.units.enumerated() where !compiled.isFirstResponderOnly {
      results[compiled.county].busySeconds += recorder.busySeconds[unit]
      results[compiled.county].dutySeconds +=
        duty.measuredHours(of: unit) * 3_600 + recorder.overtimeSeconds[unit]
    }
    return results
  }
}
