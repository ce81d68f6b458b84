import DunjingScenario

/// A response unit as the simulator sees it; times in seconds.
public struct CompiledUnit: Sendable {
  /// The index of its group in the scenario.
  public let group: Int
  /// The facility it stands at, in scenario order.
  public let facility: Int
  /// Its number among the units of its group at the facility, from 0.
  public let number: Int
  /// The place it stands at.
  public let base: Int
  /// The facility index of its station; −1 where there is none.
  public let station: Int
  /// The index of the county of its facility.
  public let county: Int
  /// The grid it is bound to; −1 when it is not.
  public let grid: Int
  /// The index of its mode of travel.
  public let mode: Int
  /// Skills as bits.
  public let skills: UInt64
  /// Skills as bits with those of a merged corps.
  public let mergedSkills: UInt64
  /// Where it may be sent.
  public let area: ServiceArea
  /// The index of its roster.
  public let roster: Int
  /// The index of its own post.
  public let post: Int
  /// Turnout when standing, in seconds.
  public let turnoutSeconds: Double
  /// Turnout when moving, in seconds.
  public let movingTurnoutSeconds: Double
  /// Preference in the own district, in seconds of travel.
  public let preferenceSeconds: Double
  /// Share of time away on other work.
  public let unavailableShare: Double
  /// Mean length of an absence, in seconds.
  public let unavailableMeanSeconds: Double
  /// Whether it only comes first.
  public let isFirstResponderOnly: Bool
  /// Whether it stands at a reserve site, staffed only by a treatment that buys its shifts.
  public let isReserve: Bool
}

/// Where units of a group stand by: at a facility, or going round from it.
public struct StandbyPost: Sendable {
  /// The index of the group in the scenario.
  public let group: Int
  /// The facility, in scenario order.
  public let facility: Int
  /// The place of the facility.
  public let place: Int
  /// The index of the patrol route; −1 where units stand.
  public let route: Int
  /// The index of the route under targeted patrol; −1 where units stand, or no treatment asks for it.
  public let targetedRoute: Int

  /// Returns the index of the route under a treatment; −1 where units stand.
  @inlinable
  public func route(isTargeted: Bool) -> Int { isTargeted ? targetedRoute : route }
}

/// All units of a scenario, their posts, and the patrol routes that start there.
struct UnitRoster {
  let units: [CompiledUnit]
  let posts: [StandbyPost]
  let routes: [PatrolRoute]

  /// The units of a world.
  init(_ world: World) { (units, posts, routes) = (world.units, world.posts, world.routes) }

  init(
    _ scenario: Scenario, geography: Geography, stations: [Int], travel: [TravelTable]?,
    counties: CountyIndex, patrol: any PatrolPolicy
  ) {
    let skills = SkillBits(scenario)
    var units: [CompiledUnit] = []
    var posts: [StandbyPost] = []
    var routes: [PatrolRoute] = []
    let isTargeted = scenario.treatments.contains(where: \.switches.targetedPatrol)
    let policies = [patrol] + (isTargeted ? [HotSpots(dwellMinutes: scenario.patrol.hotSpotMinutes)] : [])
    for (index, group) in scenario.units.enumerated() {
      let bases = Self.bases(of: group, in: scenario)
      let reserve =
        scenario.force.streetShift.group == group.id
        ? scenario.facilities.indices.filter { scenario.facilities[$0].kind == .reserveSite } : []
      let firstRoute = routes.count
      if group.movingShare > 0 {
        let mode = scenario.travel.modes.firstIndex { $0.id == group.mode } ?? 0
        let map = PatrolMap(scenario, geography: geography, mode: mode, travel: travel)
        for policy in policies {
          routes += Self.routes(from: bases, reserve, share: group.movingShare, map, policy)
        }
      }
      for (position, facility) in (bases + reserve).enumerated() {
        posts.append(
          StandbyPost(
            group: index, facility: facility, place: Int(geography.placeOfFacility[facility]),
            route: group.movingShare > 0 ? firstRoute + position : -1,
            targetedRoute: group.movingShare > 0 && isTargeted
              ? firstRoute + bases.count + reserve.count + position : -1))
        let isReserve = position >= bases.count
        let count = isReserve ? 1 : Self.greatestCount(of: group, in: scenario)
        for number in 0..<count {
          units.append(
            CompiledUnit(
              group: index, definition: group, facility: facility, number: number, scenario: scenario,
              geography: geography,
              stations: stations, counties: counties,
              skills: skills,
              post: posts.count - 1, isReserve: isReserve))
        }
      }
    }
    self.units = units
    self.posts = posts
    self.routes = routes
  }

  private static func routes(
    from bases: [Int], _ reserve: [Int], share: Double, _ map: PatrolMap, _ policy: any PatrolPolicy
  ) -> [PatrolRoute] {
    let builder = PatrolRouteBuilder(map, policy: policy)
    let places = map.geography.placeOfFacility
    return builder.routes(bases: bases.map { Int(places[$0]) }, movingShare: share)
      + reserve.map { builder.route(freeBase: Int(places[$0]), movingShare: share) }
  }

  private static func bases(of group: UnitGroup, in scenario: Scenario) -> [Int] {
    scenario.facilities.indices.filter { group.stands(at: scenario.facilities[$0]) }
  }

  private static func greatestCount(of group: UnitGroup, in scenario: Scenario) -> Int {
    scenario.treatments.flatMap(\.unitsPerFacility).filter { $0.group == group.id }.map(\.units)
      .reduce(group.unitsPerFacility, max)
  }
}

extension CompiledUnit {
  /// Whether it may be sent to a grid, which has an index.
  public func mayServe(_ grid: CompiledGrid, at index: Int) -> Bool {
    switch area {
    case .city: true
    case .county: county == grid.county
    case .district: station == grid.station
    case .grid: self.grid == index
    }
  }

  init(
    group: Int, definition: UnitGroup, facility: Int, number: Int, scenario: Scenario, geography: Geography,
    stations: [Int], counties: CountyIndex, skills: SkillBits, post: Int, isReserve: Bool
  ) {
    let base = Int(geography.placeOfFacility[facility])
    func square(_ station: Int) -> Double {
      let place = Int(geography.placeOfFacility[station])
      let (dx, dy) = (geography.x[place] - geography.x[base], geography.y[place] - geography.y[base])
      return dx * dx + dy * dy
    }
    let county = counties.ofFacility[facility]
    let own = stations.filter { counties.ofFacility[$0] == county }
    let isStation = scenario.facilities[facility].kind == .station
    let boundGrid = scenario.facilities[facility].grid.flatMap { id in
      scenario.grids.firstIndex { $0.id == id }
    }
    self.init(
      group: group, facility: facility, number: number, base: base,
      station: isStation ? facility : own.min { square($0) < square($1) } ?? -1, county: county,
      grid: boundGrid ?? Int(geography.gridOfPlace[base]),
      mode: scenario.travel.modes.firstIndex { $0.id == definition.mode } ?? 0,
      skills: skills.bits(of: definition.skills),
      mergedSkills: skills.bits(of: definition.skills + definition.mergedSkills),
      // The county of a study of one is all of it.
      area: definition.area == .county && counties.all.count == 1 ? .city : definition.area,
      roster: scenario.rosters.firstIndex { $0.id == definition.roster } ?? 0,
      post: post, turnoutSeconds: definition.turnoutSeconds,
      movingTurnoutSeconds: definition.movingTurnoutSeconds,
      preferenceSeconds: definition.preferenceSeconds, unavailableShare: definition.unavailableShare,
      unavailableMeanSeconds: definition.unavailableMeanMinutes * 60,
      isFirstResponderOnly: definition.isFirstResponderOnly, isReserve: isReserve)
  }
}
