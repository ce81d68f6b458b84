import DunjingFitting
import DunjingNumerics
import DunjingRecords
import DunjingScenario

/// Counts by kind and time, and the rates fitted to them.
struct DemandTables {
  let sample: DemandSample
  /// The kinds with incidents.
  let seen: [Int]
  let counts: DemandCounts
  let rates: DemandRates
  let dispersions: [Dispersion?]
  private let members: [[DemandSample.Incident]]

  init(_ sample: DemandSample, study: Scenario?) {
    let groups = Dictionary(grouping: sample.incidents, by: \.kind)
    let seen = groups.keys.sorted()
    let members = seen.map { groups[$0] ?? [] }
    let counts = DemandCounts(
      hours: members.map { incidents in
        var row = [Double](repeating: 0, count: 24)
        for incident in incidents where incident.record.servesDemandByHour {
          if let hour = incident.time.hour { row[hour] += 1 }
        }
        return row
      },
      days: members.map { incidents in
        var row = [Double](repeating: 0, count: 84)
        for incident in incidents { row[incident.time.day.weekday * 12 + incident.time.day.month - 1] += 1 }
        return row
      }, hourExposure: sample.period.hourExposure, dayExposure: sample.period.dayExposure)
    func known(_ count: Int, _ weights: KeyPath<IncidentKind, [Double]>) -> [[Double]] {
      seen.map { study?.incidentKinds[$0][keyPath: weights] ?? [Double](repeating: 1, count: count) }
    }
    let weekdays = sample.period.tellsWeekdays ? nil : known(7, \.weekdayWeights)
    let months = sample.period.tellsMonths ? nil : known(12, \.monthWeights)
    let first = DemandRates(counts, knownWeekdays: weekdays, knownMonths: months)
    let dispersions = members.indices.map { index in
      Self.dispersion(
        members[index], sample.period, daily: first.daily[index].value,
        weekdays: weekdays?[index] ?? first.weekdays?.weights(index) ?? [],
        months: months?[index] ?? first.months?.weights(index) ?? [])
    }
    rates = DemandRates(
      counts, knownWeekdays: weekdays, knownMonths: months, dispersion: dispersions.map { $0?.index ?? 1 })
    (self.sample, self.seen, self.counts, self.members) = (sample, seen, counts, members)
    self.dispersions = dispersions
  }

  /// The scatter of daily numbers about the rates.
  private static func dispersion(
    _ incidents: [DemandSample.Incident], _ period: ObservedPeriod, daily: Double, weekdays: [Double],
    months: [Double]
  ) -> Dispersion? {
    guard weekdays.count == 7, months.count == 12, period.shares.count >= 7 else { return nil }
    let start = period.first.daysSinceEpoch
    var counts = [Double](repeating: 0, count: period.shares.count)
    for incident in incidents { counts[incident.time.day.daysSinceEpoch - start] += 1 }
    let expected = period.shares.indices.map { offset in
      let day = CalendarDay(daysSinceEpoch: start + offset)
      return daily * period.shares[offset] * weekdays[day.weekday] * months[day.month - 1]
    }
    return Dispersion(counts: counts, expected: expected)
  }

  /// All that was found about a kind, by its position among ``seen``.
  func calibration(_ index: Int, study: Scenario?, _ settings: DemandSettings) -> KindCalibration {
    let id = sample.kinds[seen[index]]
    let kind = study?.incidentKinds[seen[index]] ?? DefaultCatalog.incidentKinds.first { $0.id == id }
    let priorities = members[index].compactMap(\.record.priority)
    let common = Dictionary(grouping: priorities) { $0 }.max {
      ($0.value.count, $1.key) < ($1.value.count, $0.key)
    }?.key
    let perYear = rates.daily[index].scaled(by: 365)
    return KindCalibration(
      id: id, name: kind?.name ?? LocalizedText(sample.names[seen[index]]), count: members[index].count,
      hourCounts: counts.hours[index], hours: (0..<24).map { rates.hours.estimate(index, $0) },
      weekdays: rates.weekdays.map { profiles in (0..<7).map { profiles.estimate(index, $0) } },
      months: rates.months.map { profiles in (0..<12).map { profiles.estimate(index, $0) } },
      perYear: perYear, dispersion: dispersions[index], commonPriority: common,
      urgentShare: Self.urgentShare(priorities, study == nil ? nil : kind, common: common),
      scene: SceneCalibration(
        members[index].map(\.record).filter(\.servesService).compactMap(\.sceneMinutes),
        samples: settings.fitSamples, seed: settings.seed),
      exogenousPerYear: perYear)
  }

  /// The share at least as urgent as the kind's urgent priority; of a kind without one, more urgent than most.
  private static func urgentShare(_ priorities: [Int], _ kind: IncidentKind?, common: Int?)
    -> ParameterEstimate?
  {
    guard priorities.count >= 10, let common else { return nil }
    let bound = kind.map { $0.urgentPriority < $0.priority ? $0.urgentPriority : 0 } ?? common - 1
    guard bound > 0, kind != nil || priorities.contains(where: { $0 <= bound }) else { return nil }
    // Jeffreys' prior for a share adds half an incident to each side.
    let alpha = Double(priorities.count { $0 <= bound }) + 0.5
    let beta = Double(priorities.count { $0 > bound }) + 0.5
    let mean = alpha / (alpha + beta)
    let bounds = [0.025, 0.975].map { probability in
      MonotoneRoot.find(between: 0, and: 1) {
        SpecialFunctions.regularizedBeta(alpha, beta, at: $0) - probability
      }
    }
    return ParameterEstimate(
      value: mean, standardError: (mean * (1 - mean) / (alpha + beta + 1)).squareRoot(), lower: bounds[0],
      upper: bounds[1])
  }
}
