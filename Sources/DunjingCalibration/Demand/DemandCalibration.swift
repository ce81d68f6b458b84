import DunjingFitting
import DunjingNumerics
import DunjingRecords
import DunjingScenario
import DunjingWorld

/// Demand of a study, estimated from recorded incidents.
public struct DemandCalibration: Sendable {
  /// When incidents were recorded.
  public let period: ObservedPeriod
  /// The kinds with incidents, in the order of the study.
  public let kinds: [KindCalibration]
  /// Kinds of the study of which nothing was recorded.
  public let unseenKinds: [String]
  /// Recorded kinds that are no kind of the study, with their numbers.
  public let unmapped: NamedKinds
  /// Recorded kinds that were taken for one of the study by their usual names.
  public let alike: NamedKinds
  /// How many incidents have the kind that was given to all kinds that are not mapped.
  public let restCount: Int
  /// Recorded kinds that are mapped and no record has.
  public let unusedKinds: [String]
  /// Records without a time.
  public let withoutTime: Int
  /// Records that repeat another one.
  public let duplicates: Int
  /// Records that are marked as not valid.
  public let invalid: Int
  /// Incidents that officers came upon, which were left out.
  public let onView: Int
  /// Records of days outside of the period that was asked for, or years from all others.
  public let outsidePeriod: Int
  /// How incidents are spread over grids; nil where positions are not recorded.
  public let grids: GridCalibration?
  /// The share of positions that are far from any grid: near 1 where records and study have other coordinates.
  public let misplacedShare: Double
  /// The speed of driving; nil where it is not recorded.
  public let speed: SpeedCalibration?
  /// Near repeats; nil where hours or positions are not recorded.
  public let nearRepeats: NearRepeatCalibration?
  /// Whether most positions are those of grids of the study, so that nothing can be told of shorter distances.
  public let areAtGrids: Bool
  /// Whether positions are in degrees.
  public let isInDegrees: Bool
  /// The settings.
  public let settings: DemandSettings
  /// By what recorded numbers were multiplied so that the study keeps its number of incidents; nil where it takes theirs.
  public let levelFactor: Double?
  /// What the hours of the day hang on: as many incidents as the common profile counts for.
  public let hourConcentration: Double

  /// The number of incidents used.
  public var count: Int { kinds.reduce(0) { $0 + $1.count } }

  /// Estimates the demand; nil where no record has a time and a kind.
  /// - Parameters:
  ///   - records: the records, in any order.
  ///   - study: the study whose kinds, grids and facilities count; nil makes all from the records.
  ///   - settings: which records count, and the sizes and seeds of the estimates.
  /// - Complexity: O(records + grids) for grids that are spread evenly, and the tests of the fits.
  public init?(_ records: [IncidentRecord], study: Scenario?, _ settings: DemandSettings) {
    guard let sample = DemandSample(records, study: study, settings) else { return nil }
    let tables = DemandTables(sample, study: study)
    let rates = tables.rates
    (period, unmapped, alike) = (sample.period, sample.unmapped, sample.alike)
    self.settings = settings
    (restCount, unusedKinds) = (sample.rest, settings.kinds.unused(by: records))
    withoutTime = sample.leftOut.withoutTime
    (duplicates, onView) = (sample.leftOut.duplicates, sample.leftOut.onView)
    invalid = sample.leftOut.invalid
    outsidePeriod = sample.leftOut.outsidePeriod
    hourConcentration = rates.hours.concentration
    let seen = tables.seen
    unseenKinds = sample.kinds.indices.filter { !seen.contains($0) }.map { sample.kinds[$0] }
    var kinds = seen.indices.map { tables.calibration($0, study: study, settings) }
    let total = study.flatMap { settings.keepsTotal ? KeptTotal(kinds, $0) : nil }
    levelFactor = total?.factor
    if let parts = total?.parts(of: kinds) {
      for (index, part) in parts.enumerated() { kinds[index].perYear = part }
    }
    if let study { Self.setExogenous(&kinds, study) }
    self.kinds = kinds
    let positions = sample.incidents.map { incident -> (x: Double, y: Double)? in
      guard incident.record.servesPlaces, let x = incident.record.x, let y = incident.record.y else {
        return nil
      }
      return (x, y)
    }
    let known = positions.compactMap(\.self)
    let map = PlaneMap(known, system: study?.coordinates)
    isInDegrees = map.isInDegrees
    let found = GridCalibration(positions, study: study, map: map, cellKilometers: settings.cellKilometers)
    misplacedShare = found.map { Double($0.outside) / Double(max(known.count, 1)) } ?? 0
    grids = found.flatMap { $0.outside < known.count ? $0 : nil }
    speed = study.flatMap { SpeedCalibration(sample, study: $0, map: map) }
    areAtGrids = study.map { Self.areAtGrids(known, of: $0, map) } ?? false
    nearRepeats =
      areAtGrids
      ? nil
      : NearRepeatCalibration(
        sample, hours: rates.hours.common,
        weekdays: rates.weekdays?.common ?? [Double](repeating: 1, count: 7),
        map: map, settings)
  }

  /// Whether more than half of the positions are within meters of a grid, as an import writes them that keeps them from
  /// being known.
  private static func areAtGrids(_ positions: [(x: Double, y: Double)], of study: Scenario, _ map: PlaneMap)
    -> Bool
  {
    struct Spot: Hashable {
      let (east, north): (Int, Int)
      init(_ place: (x: Double, y: Double), _ map: PlaneMap) {
        let plane = map.kilometers(place.x, place.y)
        (east, north) = (Int((plane.x * 200).rounded()), Int((plane.y * 200).rounded()))
      }
    }
    let spots = Set(study.grids.map { Spot(($0.x, $0.y), map) })
    return !positions.isEmpty && 2 * positions.count { spots.contains(Spot($0, map)) } > positions.count
  }

  /// Takes what grows from hazards, climbs and repeats of the study off the rates, so that all together are as recorded.
  private static func setExogenous(_ kinds: inout [KindCalibration], _ study: Scenario) {
    var scenario = study
    for _ in 0..<30 {
      let expected = ExpectedDemand(scenario).incidentsPerYear
      for (index, kind) in scenario.incidentKinds.enumerated() {
        guard let found = kinds.first(where: { $0.id == kind.id }) else { continue }
        let other = expected[index] - kind.exogenousPerYear
        scenario.incidentKinds[index].exogenousPerYear = max(0, found.perYear.value - other)
      }
    }
    for index in kinds.indices {
      guard let kind = scenario.incidentKinds.first(where: { $0.id == kinds[index].id }) else { continue }
      let (all, value) = (kinds[index].perYear, kind.exogenousPerYear)
      let grown = all.value - value
      kinds[index].exogenousPerYear = ParameterEstimate(
        value: value, standardError: all.standardError, lower: all.lower.map { max(0, $0 - grown) },
        upper: all.upper.map { max(0, $0 - grown) })
    }
  }
}
