import DunjingRandom
import DunjingScenario

/// A scenario compiled for simulation: names gone, dense tables by index, nothing changes any more.
///
/// A *place* is a road node, or a grid's position where the scenario has no roads. Grids, places, kinds, units and
/// departments are indices in scenario order.
public struct World: Sendable {
  /// The scenario it was compiled from.
  public internal(set) var scenario: Scenario
  /// Weekday, month and hour of every simulated day.
  public let calendar: Calendar
  /// Positions and distances.
  public let geography: Geography
  /// Travel time tables by mode, in scenario order.
  public let travel: [TravelTable]
  /// The counties; at least one.
  public internal(set) var counties: [CompiledCounty]
  /// The county of each facility, in scenario order.
  public let countyOfFacility: [Int]
  /// The place of each facility among the stations of its county, in scenario order; −1 for facilities of other kinds.
  public let stationNumbers: [Int]
  /// The grids.
  public let grids: [CompiledGrid]
  /// Draws the grid of an incident or hazard by demand weight.
  public let gridSampler: AliasTable
  /// The incident kinds.
  public let kinds: [CompiledKind]
  /// The hazard kinds.
  public internal(set) var hazards: [CompiledHazard]
  /// Climbs by the kind they start from.
  public internal(set) var climbs: [[CompiledClimb]]
  /// All units that any treatment puts on the street.
  public let units: [CompiledUnit]
  /// The units that may be sent to a district, by index: 0 for grids without a station, then by facility plus one.
  public let unitsOfDistrict: [[Int32]]
  /// The units of each queue of incidents, by index: one queue for each county, or one for all where some unit may be
  /// sent anywhere.
  public let unitsOfQueue: [[Int]]
  /// Whether any unit only comes first and holds the scene.
  public let hasFirstResponders: Bool
  /// Whether all counties share one queue.
  public let sharesQueue: Bool
  /// The posts at which units stand by.
  public let posts: [StandbyPost]
  /// Patrol routes; a post names its route.
  public let routes: [PatrolRoute]
  /// What strikes on given days, in scenario order.
  public let shocks: [CompiledShock]
  /// When the routes pass through the grids; nil where patrol deters nothing.
  public let presence: PatrolPresence?
  /// Share of the demand by station: index 0 for grids without one, then by facility plus one.
  public let districtShares: [Double]
  /// What each treatment changes, in scenario order.
  public internal(set) var plans: [TreatmentPlan]
  /// The index of the baseline treatment.
  public let baseline: Int

  /// Compiles a scenario that has been validated.
  /// - Parameters:
  ///   - valid: the scenario, which has been found to be sound.
  ///   - patrol: how units on moving standby go round; what the scenario names unless given.
  ///   - destination: where sunk officers go; what each treatment names unless given.
  ///   - other: a world of which map, travel times, units and routes are used again if they are the same, as far as the
  ///     scenarios say; compiled with the same policy of patrol.
  ///   - mode: a mode of travel to know the times of, besides those of the units.
  ///   - positions: where incidents on record were, in the coordinates of the scenario: places of their own along a
  ///     metric, the nearest nodes on roads, in ``Geography/recordedPlaces``; a world that is shared has none.
  ///   - store: where travel times over these roads may have been kept, and are kept.
  public init(
    compiling valid: ValidScenario, patrol: (any PatrolPolicy)? = nil,
    destination: (any DestinationPolicy)? = nil, sharing other: World? = nil,
    travelingAlsoBy mode: String? = nil, recordedAt positions: [(x: Double, y: Double)] = [],
    travelStore store: (any TravelStore)? = nil
  ) {
    let scenario = valid.scenario
    self.scenario = scenario
    calendar = Calendar(scenario.time)
    let shared = other.flatMap { $0.scenario.hasMap(of: scenario) ? $0 : nil }
    let geography = shared?.geography ?? Geography(scenario, recordedAt: positions)
    self.geography = geography
    let stations = scenario.facilities.indices.filter { scenario.facilities[$0].kind == .station }
    let index = CountyIndex(scenario)
    grids =
      shared?.grids ?? CompiledGrid.all(of: scenario, in: geography, stations: stations, counties: index)
    countyOfFacility = index.ofFacility
    counties = CompiledCounty.all(of: scenario, index, grids: grids)
    var stationNumbers = scenario.facilities.map { _ in -1 }
    for county in counties {
      for (number, station) in county.stations.enumerated() { stationNumbers[station.facility] = number }
    }
    self.stationNumbers = stationNumbers
    var districtShares = [Double](repeating: 0, count: scenario.facilities.count + 1)
    for grid in grids {
      districtShares[grid.station + 1] += grid.demandShare
    }
    self.districtShares = districtShares
    gridSampler =
      shared?.gridSampler ?? AliasTable(weights: scenario.grids.map(\.demandWeight)) ?? AliasTable.single
    kinds = CompiledKind.all(of: scenario, calendar: calendar)
    hazards = CompiledHazard.all(of: scenario)
    climbs = CompiledClimb.all(of: scenario)
    let (roster, travel) =
      shared.map { (UnitRoster($0), $0.travel) }
      ?? Self.rosterAndTravel(
        scenario, geography, stations, index, patrol ?? scenario.patrol.makePolicy,
        scenario.modesInUse.union(mode.map { [$0] } ?? []), store)
    self.travel = travel
    units = roster.units
    hasFirstResponders = roster.units.contains(where: \.isFirstResponderOnly)
    unitsOfDistrict =
      shared?.unitsOfDistrict ?? Self.unitsOfDistrict(roster.units, grids, counties: index.ofFacility)
    let sharesQueue = counties.count == 1 || roster.units.contains { $0.area == .city }
    self.sharesQueue = sharesQueue
    unitsOfQueue =
      sharesQueue
      ? [Array(roster.units.indices)]
      : counties.indices.map { county in
        roster.units.indices.filter { roster.units[$0].county == county }
      }
    shocks = CompiledShock.all(
      of: scenario, calendar: calendar, between: TravelStops(geography, routes: roster.routes))
    posts = roster.posts
    routes = roster.routes
    presence =
      scenario.incidentKinds.contains { $0.deterrence != nil }
      ? shared?.presence
        ?? PatrolPresence(
          routes: roster.routes, gridOfPlace: geography.gridOfPlace, gridCount: scenario.grids.count) : nil
    let counties = counties
    plans = scenario.treatments.map {
      TreatmentPlan(
        $0, scenario: scenario, counties: counties, units: roster.units,
        destination: destination ?? $0.destinationRule.makePolicy)
    }
    baseline = scenario.treatments.firstIndex { $0.id == scenario.experiment.baseline } ?? 0
  }

  /// The units with their routes, and the travel times.
  ///
  /// Where every place is a stop the times come first and routes are read off them; otherwise the routes come first, as
  /// the places they go through are stops.
  private static func rosterAndTravel(
    _ scenario: Scenario, _ geography: Geography, _ stations: [Int], _ counties: CountyIndex,
    _ patrol: any PatrolPolicy, _ modes: Set<String>, _ store: (any TravelStore)?
  ) -> (UnitRoster, [TravelTable]) {
    let stops = TravelStops(geography)
    let isWhole = stops.areAllPlaces || !scenario.travelsOnRoads
    let known =
      isWhole
      ? TravelTable.tables(for: scenario, in: geography, between: stops, by: modes, store: store) : nil
    let roster = UnitRoster(
      scenario, geography: geography, stations: stations, travel: known, counties: counties, patrol: patrol)
    let travel =
      known
      ?? TravelTable.tables(
        for: scenario, in: geography, between: TravelStops(geography, routes: roster.routes), by: modes,
        store: store)
    return (roster, travel)
  }

  private static func unitsOfDistrict(
    _ units: [CompiledUnit], _ grids: [CompiledGrid], counties: [Int]
  ) -> [[Int32]] {
    (-1..<counties.count).map { station in
      units.indices.filter { index in
        let unit = units[index]
        return switch unit.area {
        case .city: true
        // Every grid of a study of many counties has a station.
        case .county: station < 0 || counties[station] == unit.county
        case .district: unit.station == station
        case .grid: grids[unit.grid].station == station
        }
      }.map(Int32.init)
    }
  }

  /// Returns the share of a county's mediation that falls to a district: 0 for grids without a station, then by facility
  /// plus one.
  public func countyShare(ofDistrict district: Int) -> Double {
    let county = counties[county(ofDistrict: district)]
    guard !county.isWhole else { return districtShares[district] }
    return county.demandShare > 0 ? districtShares[district] / county.demandShare : 0
  }

  /// Returns the officer-hours of mediation in a day of the officers of a district under a plan.
  public func mediationHoursPerDay(ofDistrict district: Int, under plan: TreatmentPlan) -> Double {
    let (county, share) = (county(ofDistrict: district), countyShare(ofDistrict: district))
    guard district > 0 else { return plan.counties[county].mediationHoursPerDay * share }
    return plan.counties[county].mediationHoursPerDay(
      ofStation: stationNumbers[district - 1], demandShare: share)
  }

  /// Returns the county of a district.
  public func county(ofDistrict district: Int) -> Int { district == 0 ? 0 : countyOfFacility[district - 1] }

  /// Returns the queue in which incidents of a grid wait.
  @inlinable
  public func queue(ofGrid grid: Int) -> Int { sharesQueue ? 0 : grids[grid].county }

  /// Returns the queue that a unit serves.
  @inlinable
  public func queue(ofUnit unit: Int) -> Int { sharesQueue ? 0 : units[unit].county }

  /// Seconds in a day.
  public static let daySeconds = 86_400.0

  /// The time at which the treatments take effect, in seconds.
  public var implementation: Double {
    Double(scenario.time.warmUpDays) * Self.daySeconds
  }

  /// The time at which measurement starts, in seconds.
  public var measurementStart: Double {
    implementation + Double(scenario.time.settlingDays) * Self.daySeconds
  }

  /// The end of the horizon, in seconds.
  public var end: Double {
    measurementStart + Double(scenario.time.horizonDays) * Self.daySeconds
  }

  /// Measured days that are a Monday, a Tuesday, …
  public var measuredDaysByWeekday: [Int] {
    let first = scenario.time.warmUpDays + scenario.time.settlingDays
    var counts = [Int](repeating: 0, count: 7)
    for day in first..<(first + scenario.time.horizonDays) { counts[Int(calendar.weekday[day])] += 1 }
    return counts
  }

  /// Measured years.
  public var measuredYears: Double {
    Double(scenario.time.horizonDays) / 365
  }
}

extension AliasTable {
  /// The table of a single choice.
  static var single: AliasTable {
    guard let table = AliasTable(weights: [1]) else { preconditionFailure("one weight makes a table") }
    return table
  }
}
