import DunjingScenario
import DunjingSimulation
import DunjingStatistics
import DunjingWorld

/// What happened in one county under a treatment.
public struct CountyOutcome: Sendable, Equatable {
  /// The id of the county.
  public var id: String
  /// The name.
  public var name: LocalizedText
  /// The prefecture it belongs to; may be empty.
  public var prefecture: LocalizedText
  /// Officers sunk there.
  public var sunk: Int
  /// Of these, officers who staff street shifts.
  public var toStreet: Int
  /// What was measured, in the order of the cases of ``CountyMeasure``; one without data is absent.
  public var values: [CountyValue]

  /// Returns a measured value; nil without data.
  public subscript(measure: CountyMeasure) -> CountyValue? { values.first { $0.measure == measure } }
}

/// What is measured in each county.
public enum CountyMeasure: String, Sendable, Equatable, CaseIterable {
  /// Incidents per year.
  case incidents
  /// Share of incidents within the target of their grid.
  case withinTarget
  /// Mean response time in minutes, on the clock of the targets.
  case responseMean
  /// Hazards that escalate per year.
  case hazardsEscalated
  /// Busy unit-hours as a share of unit-hours on duty.
  case unitUtilization
  /// Work that arrives at the departments as a share of their capacity.
  case departmentUtilization
  /// Backlog of the departments at the end, in officer-days.
  case backlogEnd

  /// Whether it has no steady value where dispatch does not keep up.
  var isOfResponse: Bool { [.withinTarget, .responseMean, .unitUtilization].contains(self) }

  /// Returns the value of one replication; nil without data.
  func value(_ county: CountyResult, years: Double) -> Double? {
    switch self {
    case .incidents: Double(county.kindCounts.reduce(0, +)) / years
    case .withinTarget: county.incidents > 0 ? Double(county.withinTarget) / Double(county.incidents) : nil
    case .responseMean: county.reached > 0 ? county.responseSeconds / Double(county.reached) / 60 : nil
    case .hazardsEscalated: Double(county.escalated) / years
    case .unitUtilization: county.dutySeconds > 0 ? county.busySeconds / county.dutySeconds : nil
    case .departmentUtilization: county.departmentUtilization
    case .backlogEnd: county.backlog
    }
  }
}

/// A value of a county, mean over replications, and its paired difference to the baseline.
public struct CountyValue: Sendable, Equatable {
  /// What it is.
  public var measure: CountyMeasure
  /// The mean over replications.
  public var mean: Double
  /// The mean difference to the baseline on the same incidents; nil for the baseline itself.
  public var difference: Double?
  /// Half the width of the interval of that difference alone; nil for a single replication.
  ///
  /// It is not simultaneous: among sixty counties some such intervals miss.
  public var halfWidth: Double?
}

extension Experiment {
  /// What happened in each county; empty in a study of one.
  func counties(_ position: Int, _ results: [[ReplicationResult]], baseline: Int) -> [CountyOutcome] {
    guard let first = results.first, !first[position].counties.isEmpty else { return [] }
    let plan = world.plans[treatments[position]]
    // Means without a steady value are neither shown nor compared.
    let isUnstable = [position, baseline].map { place in results.contains { $0[place].isQueueGrowing == true }
    }
    let measures = CountyMeasure.allCases.filter { !$0.isOfResponse || !isUnstable[0] }
    return world.counties.enumerated().map { number, county in
      CountyOutcome(
        id: county.county.id, name: county.county.name, prefecture: county.county.prefectureName,
        sunk: plan.counties[number].sunk, toStreet: plan.counties[number].destination.toStreet,
        values: measures.compactMap { measure in
          let isCompared = position != baseline && !(measure.isOfResponse && isUnstable[1])
          return value(
            of: measure, own: results.map { $0[position].counties[number] },
            baseline: isCompared ? results.map { $0[baseline].counties[number] } : nil)
        })
    }
  }

  private func value(
    of measure: CountyMeasure, own: [CountyResult], baseline: [CountyResult]?
  ) -> CountyValue? {
    let years = world.measuredYears
    let values = observations(own.map { measure.value($0, years: years) })
    guard !values.isEmpty else { return nil }
    let pairs = zip(own, baseline ?? []).map { after, before -> Double? in
      guard let a = measure.value(after, years: years), let b = measure.value(before, years: years)
      else { return nil }
      return a - b
    }
    let differences = observations(pairs)
    let interval = ConfidenceInterval(differences, level: world.scenario.experiment.confidence)
    return CountyValue(
      measure: measure, mean: values.reduce(0, +) / Double(values.count),
      difference: differences.isEmpty ? nil : differences.reduce(0, +) / Double(differences.count),
      halfWidth: interval?.halfWidth)
  }
}
