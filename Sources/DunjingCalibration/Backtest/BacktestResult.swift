import DunjingNumerics
import DunjingRecords
import DunjingScenario
import DunjingStatistics
import DunjingWorld

/// What was simulated beside what was recorded.
public struct BacktestResult: Sendable {
  /// Recorded incidents that are played.
  public let incidents: Int
  /// Replications.
  public let replications: Int
  /// Incidents that no unit reached, mean of the replications.
  public let unreached: Double
  /// Hours on scene in all, mean of the replications.
  public let serviceHours: Double
  /// Incidents at which a unit of each facility came first, mean of the replications.
  public let firstArrivals: [Double]
  /// Minutes of travel of the first unit, mean over incidents and replications; nil if none came.
  public let meanTravelMinutes: Double?
  /// Minutes of travel if a unit at the nearest facility with units had set out to each incident, in the mean.
  public let nearestTravelMinutes: Double?
  /// Records that have a response to compare with, reached in the simulation or not.
  public let recordedResponses: Int
  /// The comparisons of what is on record, where at least ``leastCount`` records have it.
  public let comparisons: [BacktestComparison]
  /// Response by the hour of the day of the call, recorded and simulated, over the records that have it; nil for hours
  /// without any.
  public let responseByHour: [(recorded: Double, simulated: Double, count: Int)?]
  /// The share of incidents that wait for a unit to be free, of those that get one.
  public let waitingShare: Double
  /// The share of their time on duty that the units of each group work on incidents, way and paperwork included; nil for
  /// groups that are never on duty.
  public let workShares: [Double?]
  /// Minutes of each measure by incident, mean of the replications; nil where none was reached.
  public let simulated: [BacktestMeasure: [Double?]]

  /// The fewest records worth a comparison.
  public static let leastCount = 20

  init(_ test: Backtest, _ plays: [BacktestPlay]) {
    incidents = test.incidents.count
    replications = plays.count
    let number = Double(max(plays.count, 1))
    unreached = Double(plays.reduce(0) { $0 + $1.unit.count { $0 < 0 } }) / number
    serviceHours = NeumaierSum(plays.flatMap { $0.service.compactMap(\.self) }).value / 3_600 / number
    var arrivals = test.world.scenario.facilities.map { _ in 0.0 }
    for play in plays {
      for unit in play.unit where unit >= 0 { arrivals[test.world.units[unit].facility] += 1 / number }
    }
    firstArrivals = arrivals
    let travel = plays.flatMap { $0.travel.compactMap(\.self) }
    meanTravelMinutes = travel.isEmpty ? nil : NeumaierSum(travel).value / Double(travel.count) / 60
    nearestTravelMinutes = test.nearestTravelMinutes
    let means = Dictionary(
      uniqueKeysWithValues: BacktestMeasure.allCases.map { measure in
        (measure, Self.means(measure, test.records, plays))
      })
    simulated = means
    recordedResponses = test.records.count { record in
      [.order, .travel, .response].contains { (measure: BacktestMeasure) in measure.recorded(record) != nil }
    }
    let ordered = plays.reduce(0) { $0 + $1.order.count { $0 != nil } }
    waitingShare = Double(plays.reduce(0) { $0 + $1.wait.count { $0 != nil } }) / Double(max(ordered, 1))
    workShares = Self.workShares(test.world, plays)
    comparisons = BacktestMeasure.allCases.compactMap { BacktestComparison($0, test.records, plays) }
    responseByHour = Self.byHour(test.records, means[.response] ?? [])
  }

  private static func workShares(_ world: World, _ plays: [BacktestPlay]) -> [Double?] {
    world.scenario.units.indices.map { group in
      let units = world.units.indices.filter { world.units[$0].group == group }
      func sum(_ seconds: KeyPath<BacktestDuty, [Double]>) -> Double {
        plays.reduce(0) { sum, play in units.reduce(sum) { $0 + play.duty[keyPath: seconds][$1] } }
      }
      let duty = sum(\.duty)
      // A crew whose shift has ended finishes its work.
      return duty > 0 ? min(1, sum(\.work) / duty) : nil
    }
  }

  private static func means(
    _ measure: BacktestMeasure, _ records: [IncidentRecord], _ plays: [BacktestPlay]
  ) -> [Double?] {
    records.enumerated().map { number, record in
      let reached = plays.compactMap { measure.simulated($0, number, record) }
      return reached.isEmpty ? nil : reached.reduce(0, +) / Double(reached.count)
    }
  }

  private static func byHour(
    _ records: [IncidentRecord], _ simulated: [Double?]
  ) -> [(recorded: Double, simulated: Double, count: Int)?] {
    var sums = [(recorded: Double, simulated: Double, count: Int)](repeating: (0, 0, 0), count: 24)
    for (record, minutes) in zip(records, simulated) {
      guard let hour = record.received?.hour, let minutes,
        let known = BacktestMeasure.response.recorded(record)
      else {
        continue
      }
      sums[hour] = (sums[hour].recorded + known, sums[hour].simulated + minutes, sums[hour].count + 1)
    }
    return sums.map { sum in
      sum.count == 0 ? nil : (sum.recorded / Double(sum.count), sum.simulated / Double(sum.count), sum.count)
    }
  }
}

/// One measure, recorded and simulated, over the records that have it.
public struct BacktestComparison: Sendable {
  /// What is compared.
  public let measure: BacktestMeasure
  /// Records that have it and were reached in the simulation.
  public let count: Int
  /// Recorded minutes, ascending.
  public let recorded: [Double]
  /// Simulated minutes of the same incidents in all replications, ascending.
  public let simulated: [Double]
  /// Simulated less recorded minutes of the same incident, in the mean: a paired comparison.
  public let difference: ConfidenceInterval?
  /// Simulated minutes of these incidents that they wait for a unit to be free, in the mean; 0 for what begins after the order.
  public let waitMinutes: Double
  /// The greatest distance of the two distribution functions (Kolmogorov, Smirnov), 0 to 1.
  public let distance: Double

  init?(_ measure: BacktestMeasure, _ records: [IncidentRecord], _ plays: [BacktestPlay]) {
    var (recorded, simulated, differences): ([Double], [Double], [Double]) = ([], [], [])
    var waits: [Double] = []
    for (number, record) in records.enumerated() {
      let reached = plays.compactMap { measure.simulated($0, number, record) }
      guard let known = measure.recorded(record), !reached.isEmpty else { continue }
      recorded.append(known)
      simulated += reached
      differences.append(reached.reduce(0, +) / Double(reached.count) - known)
      waits.append(
        plays.filter { measure.simulated($0, number, record) != nil }.reduce(0) {
          $0 + ($1.wait[number] ?? 0)
        }
          / Double(reached.count) / 60)
    }
    guard recorded.count >= BacktestResult.leastCount else { return nil }
    (self.measure, count) = (measure, recorded.count)
    (self.recorded, self.simulated) = (recorded.sorted(), simulated.sorted())
    difference = ConfidenceInterval(differences)
    waitMinutes = measure.holdsWait ? waits.reduce(0, +) / Double(waits.count) : 0
    distance = Self.distance(self.recorded, self.simulated)
  }

  /// Mean, median and ninth decile of recorded and simulated minutes.
  public var levels: [(recorded: Double, simulated: Double)] {
    func levels(_ values: [Double]) -> [Double] {
      [
        values.reduce(0, +) / Double(values.count), Quantile.ofSorted(values, at: 0.5) ?? 0,
        Quantile.ofSorted(values, at: 0.9) ?? 0
      ]
    }
    return zip(levels(recorded), levels(simulated)).map { ($0, $1) }
  }

  /// The greatest distance of the distribution functions of two sorted samples.
  static func distance(_ first: [Double], _ second: [Double]) -> Double {
    var (i, j, greatest) = (0, 0, 0.0)
    while i < first.count && j < second.count {
      let value = min(first[i], second[j])
      while i < first.count && first[i] <= value { i += 1 }
      while j < second.count && second[j] <= value { j += 1 }
      greatest = max(greatest, abs(Double(i) / Double(first.count) - Double(j) / Double(second.count)))
    }
    return greatest
  }
}
