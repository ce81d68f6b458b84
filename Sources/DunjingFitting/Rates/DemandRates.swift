import DunjingNumerics

/// Counts of incidents by kind and time, with how much of each time was observed.
public struct DemandCounts: Sendable, Equatable {
  /// By kind and hour of the day, of incidents whose hour is known.
  public var hours: [[Double]]
  /// By kind and then weekday · 12 + month, weekdays from Monday, months from January, of all incidents with a date.
  public var days: [[Double]]
  /// How many times each hour of the day was observed.
  public var hourExposure: [Double]
  /// How many days of each weekday and month were observed, in the order of ``days``.
  public var dayExposure: [Double]

  /// Creates the counts.
  /// - Precondition: 24 hours and 84 pairs of weekday and month.
  public init(hours: [[Double]], days: [[Double]], hourExposure: [Double], dayExposure: [Double]) {
    precondition(
      hours.count == days.count && hours.allSatisfy { $0.count == 24 } && days.allSatisfy { $0.count == 84 }
        && hourExposure.count == 24 && dayExposure.count == 84, "24 hours, and 7 weekdays by 12 months")
    (self.hours, self.days) = (hours, days)
    (self.hourExposure, self.dayExposure) = (hourExposure, dayExposure)
  }
}

/// Rates λ = rate of the kind · hour · weekday · month, each factor drawn to that of all kinds, and that to no difference.
///
/// Weekdays and months are fitted together, in turn until they stay, because a period that is not whole years sees some
/// pairs of both more often than others. The rate of a kind is its count by the exposure weighted with the factors.
///
/// Source: the log-linear model of rates with exposures, N. E. Breslow & N. E. Day (1987), Statistical Methods in Cancer
/// Research II, §4.2, with the shrinkage of ``ShrunkProfiles``.
public struct DemandRates: Sendable, Equatable {
  /// The profiles over the hours of the day.
  public let hours: ShrunkProfiles
  /// The profiles over the days of the week; nil where they were given.
  public let weekdays: ShrunkProfiles?
  /// The profiles over the months; nil where they were given.
  public let months: ShrunkProfiles?
  /// Incidents a day by kind, in a day of mean weight.
  public let daily: [ParameterEstimate]
  /// Days weighted with the factors of each kind.
  public let exposures: [Double]

  /// Fits the model.
  /// - Parameters:
  ///   - counts: the counts with their exposures.
  ///   - knownWeekdays: relative rates of the weekdays by kind, where too few weeks were observed to fit them.
  ///   - knownMonths: relative rates of the months by kind, where too little of the year was observed to fit them.
  ///   - dispersion: by kind, the index of dispersion that widens the intervals of the rates; at least 1 is used.
  public init(
    _ counts: DemandCounts, knownWeekdays: [[Double]]? = nil, knownMonths: [[Double]]? = nil,
    dispersion: [Double]? = nil
  ) {
    let kinds = counts.hours.indices
    hours = Self.profiles(counts.hours, kinds.map { _ in counts.hourExposure })
    var months = knownMonths ?? kinds.map { _ in [Double](repeating: 1, count: 12) }
    var weekdays = knownWeekdays ?? kinds.map { _ in [Double](repeating: 1, count: 7) }
    var fitted = (weekdays: ShrunkProfiles?.none, months: ShrunkProfiles?.none)
    for _ in 0..<(knownMonths == nil && knownWeekdays == nil ? 12 : 1) {
      if knownWeekdays == nil {
        let profiles = Self.weekdayProfiles(counts, months)
        weekdays = kinds.map(profiles.weights)
        fitted.weekdays = profiles
      }
      if knownMonths == nil {
        let profiles = Self.monthProfiles(counts, weekdays)
        months = kinds.map(profiles.weights)
        fitted.months = profiles
      }
    }
    (self.weekdays, self.months) = fitted
    let exposures = kinds.map { Self.exposure(counts, weekdays[$0], months[$0]) }
    self.exposures = exposures
    daily = kinds.map { kind in
      let count = counts.days[kind].reduce(0, +)
      let index = max(1, dispersion?[kind] ?? 1)
      // Jeffreys' prior for a Poisson rate adds half an incident.
      let rate = count > 0 ? count / exposures[kind] : 0.5 / exposures[kind]
      return ParameterEstimate(
        gammaMean: rate, variance: index * max(count, 0.5) / (exposures[kind] * exposures[kind]))
    }
  }

  /// Profiles of kinds around that of all kinds, which is itself drawn to no difference.
  private static func profiles(_ counts: [[Double]], _ exposures: [[Double]]) -> ShrunkProfiles {
    let categories = exposures.first?.count ?? 0
    let flat = [Double](repeating: 1, count: categories)
    func sums(_ table: [[Double]]) -> [Double] {
      table.reduce([Double](repeating: 0, count: categories)) { zip($0, $1).map(+) }
    }
    let whole = ShrunkProfiles(counts: [sums(counts)], exposures: [sums(exposures)], around: flat)
    let errors = (0..<categories).map { category in
      let estimate = whole.estimate(0, category)
      return (estimate.standardError ?? 0) / max(estimate.value, 1e-12)
    }
    return ShrunkProfiles(
      counts: counts, exposures: exposures, around: whole.weights(0), commonErrors: errors)
  }

  private static func weekdayProfiles(_ counts: DemandCounts, _ months: [[Double]]) -> ShrunkProfiles {
    func folded(_ cells: [Double], _ weights: [Double]) -> [Double] {
      (0..<7).map { weekday in (0..<12).reduce(0) { $0 + cells[weekday * 12 + $1] * weights[$1] } }
    }
    let ones = [Double](repeating: 1, count: 12)
    return profiles(
      counts.days.map { folded($0, ones) }, months.map { folded(counts.dayExposure, $0) })
  }

  private static func monthProfiles(_ counts: DemandCounts, _ weekdays: [[Double]]) -> ShrunkProfiles {
    func folded(_ cells: [Double], _ weights: [Double]) -> [Double] {
      (0..<12).map { month in (0..<7).reduce(0) { $0 + cells[$1 * 12 + month] * weights[$1] } }
    }
    let ones = [Double](repeating: 1, count: 7)
    return profiles(
      counts.days.map { folded($0, ones) }, weekdays.map { folded(counts.dayExposure, $0) })
  }

  private static func exposure(_ counts: DemandCounts, _ weekdays: [Double], _ months: [Double]) -> Double {
    (0..<84).reduce(0) { $0 + counts.dayExposure[$1] * weekdays[$1 / 12] * months[$1 % 12] }
  }
}
