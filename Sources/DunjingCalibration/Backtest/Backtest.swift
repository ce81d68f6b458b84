import DunjingNumerics
import DunjingParallel
import DunjingRecords
import DunjingScenario
import DunjingSimulation
import DunjingWorld

/// Recorded incidents played through a study in place of sampled ones: the check planners ask for first, whether the
/// simulated units come when the real ones came.
///
/// Every incident keeps its time, position, priority and length of service as far as they are on record; what is not is
/// drawn as its kind's. Units stand where the study has them, idle at the beginning of the first day. What is on record
/// about dispatch, travel and arrival is not used: it is what the simulation is compared with.
public struct Backtest: Sendable {
  /// How records become incidents of a study.
  public struct Settings: Sendable {
    /// The kinds of the study for recorded kinds; those of no kind are left out.
    public var kinds = KindMap()
    /// Whether incidents that officers came upon are played as well.
    public var includesOnView = false
    /// The treatment under which they are played, by id; nil for the baseline.
    public var treatment: String?
    /// Independent replications, which differ in what is not on record.
    public var replications = 10
    /// The master seed; nil for that of the study.
    public var seed: UInt64?

    /// Creates settings.
    public init() {}
  }

  /// The study, with places for the recorded positions.
  public let world: World
  /// The records that are played, in the order of their times.
  public let records: [IncidentRecord]
  /// The same as incidents.
  public let incidents: [RecordedIncident]
  /// Meters from each recorded position to where it is played, ascending: to the nearest node on roads, else 0.
  public let snapMeters: [Double]
  /// Why records are not played, with the rows.
  public let leftOut: [(reason: RecordGap, rows: [Int])]
  /// Recorded kinds that are no kind of the study, of records that could be played otherwise.
  public let unmapped: NamedKinds
  /// Recorded kinds that were taken for one of the study by their usual names.
  public let alike: NamedKinds
  /// The first day.
  public let firstDay: CalendarDay
  /// The days from the first call to the last.
  public let days: Int
  /// Incidents of a day that the study expects, by formula.
  public let expectedPerDay: Double
  /// The index of the treatment.
  public let treatment: Int
  /// The settings.
  public let settings: Settings

  /// Prepares records for a study.
  /// - Throws: Why none can be played, or what is wrong with the study on the days of the records.
  /// - Parameters:
  ///   - scenario: the study through which records are played, from their first day to their last.
  ///   - all: the records, in any order; those that cannot be played are left out, with the reasons.
  ///   - settings: how records become incidents, how often they are played and under which treatment.
  ///   - travelStore: where travel times may have been kept, and are kept.
  public init(
    _ scenario: Scenario, records all: [IncidentRecord], settings: Settings = Settings(),
    travelStore: (any TravelStore)? = nil
  ) throws(BacktestProblem) {
    let map = StudyMap(scenario)
    let selection = RecordSelection(all, for: scenario, on: map, settings)
    let outside = selection.gaps.first { $0.reason == .outsideMap }?.rows.count ?? 0
    guard outside <= selection.usable.count else { throw .elsewhere(count: outside) }
    guard let first = selection.usable.first, let last = selection.usable.last else {
      throw .nothingToPlay(selection.gaps, unmapped: selection.unmapped)
    }
    guard let treatment = Self.treatment(settings, in: scenario) else {
      throw .noTreatment(settings.treatment ?? "")
    }
    expectedPerDay = ExpectedDemand(scenario).incidentsPerYear.reduce(0, +) / 365
    var scenario = scenario
    firstDay = first.record.day
    days = last.record.day.daysSinceEpoch - firstDay.daysSinceEpoch + 1
    scenario.time.start = firstDay
    (scenario.time.warmUpDays, scenario.time.settlingDays) = (0, 0)
    // What is open at the last midnight may end.
    scenario.time.horizonDays = days + 2
    scenario.shocks = []
    let valid: ValidScenario
    do { valid = try scenario.validated() } catch { throw .invalid(error) }
    let world = World(
      compiling: valid, recordedAt: selection.usable.map { ($0.x, $0.y) }, travelStore: travelStore)
    self.world = world
    snapMeters = Self.snapMeters(of: selection.usable, map, world.geography)
    let origin = Double(firstDay.daysSinceEpoch) * World.daySeconds
    incidents = selection.usable.enumerated().map { number, usable in
      let place = Int(world.geography.recordedPlaces[number])
      return RecordedIncident(
        seconds: usable.seconds - origin, kind: usable.kind, grid: Int(world.geography.gridOfPlace[place]),
        place: place, priority: usable.record.priority,
        serviceSeconds: BacktestMeasure.service.recorded(usable.record).map { $0 * 60 })
    }
    records = selection.usable.map(\.record)
    (leftOut, unmapped, alike) = (selection.gaps, selection.unmapped, selection.alike)
    (self.treatment, self.settings) = (treatment, settings)
  }

  /// Incidents that are played in a day, and those of the same days that cannot be.
  public var recordedPerDay: Double {
    let kept = leftOut.filter { !$0.reason.isNoIncident && $0.reason != .onView }
    return Double(records.count + kept.reduce(0) { $0 + $1.rows.count }) / Double(max(days, 1))
  }

  /// Whether records hold far fewer incidents than the study: units are then free more often than they were.
  public var isSample: Bool { RecordedPart.isLikely(recordedPerDay, of: expectedPerDay) }

  private static func snapMeters(
    of usable: [RecordSelection.Usable], _ map: StudyMap, _ geography: Geography
  ) -> [Double] {
    usable.enumerated().map { number, item in
      guard let point = map.plane(item.x, item.y) else { return 0 }
      let place = Int(geography.recordedPlaces[number])
      let (dx, dy) = (geography.x[place] - point.x, geography.y[place] - point.y)
      return (dx * dx + dy * dy).squareRoot() * 1_000
    }.sorted()
  }

  private static func treatment(_ settings: Settings, in scenario: Scenario) -> Int? {
    let id = settings.treatment ?? scenario.experiment.baseline
    return scenario.treatments.firstIndex { $0.id == id }
  }

  /// Minutes of travel from the nearest facility with units to the incidents, in the mean; nil where units have no way to them.
  var nearestTravelMinutes: Double? {
    let access = world.scenario.dispatch.accessSeconds / 60
    let bases = Set(world.units.filter { !$0.isReserve }.map { UnitBase(place: $0.base, mode: $0.mode) })
    let minutes = incidents.compactMap { incident -> Double? in
      let day = CalendarDay(
        daysSinceEpoch: firstDay.daysSinceEpoch + Int(incident.seconds / World.daySeconds))
      let hour = Int(incident.seconds.truncatingRemainder(dividingBy: World.daySeconds) / 3_600)
      return bases.compactMap { base -> Double? in
        let table = world.travel[base.mode]
        guard table.hasTime(from: base.place, to: incident.place) else { return nil }
        return table.freeFlowSeconds(from: base.place, to: incident.place)
          * table.slowness(month: day.month - 1, hour: hour) / 60 + access
      }.min()
    }
    return minutes.isEmpty ? nil : NeumaierSum(minutes).value / Double(minutes.count)
  }

  /// Where units stand, and how they travel.
  private struct UnitBase: Hashable {
    let place: Int
    let mode: Int
  }

  /// The master seed.
  public var seed: UInt64 { settings.seed ?? world.scenario.experiment.seed }

  /// Plays all replications.
  public func run(threads: Int) -> BacktestResult {
    BacktestResult(self, Parallel.map(settings.replications, threads: threads, play))
  }

  private func play(_ replication: Int) -> BacktestPlay {
    var simulator = Simulator(
      world, seed: seed, replication: replication,
      recorded: incidents)
    simulator.apply(world.plans[treatment])
    simulator.startMeasuring()
    simulator.startTracing()
    simulator.run(until: world.end)
    return BacktestPlay(
      simulator.finishTracing(), incidents, units: world.units.count, end: Double(days) * World.daySeconds)
  }
}

/// Why a backtest cannot be made.
public enum BacktestProblem: Error {
  /// No record can be played, for these reasons.
  case nothingToPlay([(reason: RecordGap, rows: [Int])], unmapped: NamedKinds)
  /// So many records, more than lie within, lie outside of the grids: another place, or other coordinates.
  case elsewhere(count: Int)
  /// The study has no such treatment.
  case noTreatment(String)
  /// The study cannot be played on the days of the records.
  case invalid(InvalidScenario)
}

/// Why a record cannot be played.
public enum RecordGap: String, Sendable, CaseIterable, Codable {
  /// The time of the call is not on record.
  case noTime
  /// Only the day of the call is on record.
  case dateOnly
  /// The position is not on record.
  case noPosition
  /// The position lies outside of the grids of the study.
  case outsideMap
  /// Officers came upon it.
  case onView
  /// The study has no such kind.
  case unknownKind
  /// The row repeats another one.
  case duplicate
  /// The row is marked as not valid.
  case invalid
  /// The day lies years from all others.
  case strayDate

  /// Whether the record is no incident of its own, so that nothing is missing without it.
  public var isNoIncident: Bool { self == .duplicate || self == .invalid }
}
