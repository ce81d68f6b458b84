import Dunjing

extension StudySummary {
  /// The incidents that the measured days can be expected to have, beside those of a year.
  struct MeasuredSummary: Encodable {
    let days: Int
    /// The calendar months that the days touch, 1 … 12, in their order.
    let months: [Int]
    /// Incidents on the mean of a year, by formula.
    let meanPerYear: Double
    /// Incidents in the measured days, with the weights of their months and weekdays, and with surges.
    let incidents: Double
    /// The same as reports count them, in a year.
    let perYear: Double
    /// Keys by which the days differ from a year; empty where they differ by 1 % at most.
    let reasons: [String]
    /// The mode of travel whose speeds differ most from those of a year by month; nil where none does by more than 1 %.
    let speed: SpeedSummary?
  }

  /// How fast a mode is in the measured days.
  struct SpeedSummary: Encodable {
    let mode: String
    /// The mean of its `monthFactors` over the measured days.
    let factor: Double
    /// The mean over a year.
    let factorOfYear: Double

    var difference: Double { abs(factor / factorOfYear - 1) }
  }
}

extension StudySummary.MeasuredSummary {
  /// The difference to a year from which it is told.
  private static let notable = 0.01

  init(_ world: World, _ expected: ExpectedDemand) {
    let (scenario, time) = (world.scenario, world.scenario.time)
    let first = time.warmUpDays + time.settlingDays
    let monthOfDay = world.calendar.month[first..<(first + time.horizonDays)].map(Int.init)
    (days, months) = (time.horizonDays, Self.runs(of: monthOfDay))
    meanPerYear = expected.incidentsPerYear.reduce(0, +)
    perYear = ExpectedDemand(Self.asMeasured(world)).incidentsPerYear.reduce(0, +)
    incidents = perYear * world.measuredYears
    let differs = abs(perYear - meanPerYear) > Self.notable * meanPerYear
    let weekdays = world.measuredDaysByWeekday.enumerated().flatMap { repeatElement($0, count: $1) }
    reasons = differs ? Self.reasons(in: scenario, months: monthOfDay, weekdays: weekdays) : []
    speed = Self.speed(in: scenario, monthOfDay)
  }

  /// The scenario with incidents that do not grow from hazards as frequent as in the measured days.
  private static func asMeasured(_ world: World) -> Scenario {
    var scenario = world.scenario
    for (number, kind) in world.kinds.enumerated() {
      guard let arrivals = kind.arrivals else { continue }
      scenario.incidentKinds[number].exogenousPerYear =
        arrivals.expectedArrivals(from: world.measurementStart, to: world.end) / world.measuredYears
    }
    return scenario
  }

  /// The months in their order, each once; of a year or more those of a year.
  private static func runs(of months: [Int]) -> [Int] {
    var runs: [Int] = []
    for month in months where runs.last != month + 1 && runs.count < 12 { runs.append(month + 1) }
    return runs
  }

  /// The keys that make incidents more or fewer in these days, each by itself.
  private static func reasons(in scenario: Scenario, months: [Int], weekdays: [Int]) -> [String] {
    func differs(_ weights: KeyPath<IncidentKind, [Double]>, _ days: [Int]) -> Bool {
      let (all, here) = scenario.incidentKinds.reduce((0.0, 0.0)) { sums, kind in
        let mean = days.map { kind[keyPath: weights][$0] }.reduce(0, +) / Double(days.count)
        return (sums.0 + kind.exogenousPerYear, sums.1 + kind.exogenousPerYear * mean)
      }
      return abs(here - all) > notable / 2 * all
    }
    let hasSurge = scenario.shocks.contains { $0.effect.name == .surge }
    return (differs(\.monthWeights, months) ? ["monthWeights"] : [])
      + (differs(\.weekdayWeights, weekdays) ? ["weekdayWeights"] : []) + (hasSurge ? ["shocks"] : [])
  }

  private static func speed(in scenario: Scenario, _ months: [Int]) -> StudySummary.SpeedSummary? {
    let used = Set(scenario.units.map(\.mode))
    let speeds = scenario.travel.modes.filter { used.contains($0.id) }.map { mode in
      StudySummary.SpeedSummary(
        mode: mode.id, factor: months.map { mode.monthFactors[$0] }.reduce(0, +) / Double(months.count),
        factorOfYear: mode.monthFactors.reduce(0, +) / 12)
    }
    let most = speeds.max { $0.difference < $1.difference }
    return most.flatMap { $0.difference > notable ? $0 : nil }
  }
}
