import Dunjing

/// The approximate hypercube of a world on an average day: a list of units for each grid and class of incidents.
///
/// Assumptions: those of ``ApproximateHypercube``; demand is spread evenly over the day and the year; units stand at their
/// base; a unit that is away on other work or off duty for a share of the time is always there, but as much slower; and an
/// incident for two units counts as two. Kinds that need the same skills are one class.
public struct PreferenceModel: Sendable {
  /// The class of each incident kind.
  public let classOfKind: [Int]
  /// The units of the model, by index in the world.
  public let units: [Int]
  /// The lists by grid and then by class, of positions in ``units``, the soonest first; of the units that may go.
  public private(set) var nearestFirst: [[Int]] = []
  /// Incidents per hour, by list.
  private var rates: [Double] = []
  /// By unit and then by list.
  private var responseMinutes: [[Double]]
  private var serviceHours: [[Double]]
  private let line: HypercubeModel.Line

  /// Creates the model of a treatment.
  public init(_ world: World, treatment: Int) {
    let plan = world.plans[treatment]
    let presence = world.units.indices.map { Self.presence(of: $0, in: world, plan) }
    let members = world.units.indices.filter { !world.units[$0].isFirstResponderOnly && presence[$0] > 0 }
    let skills = world.kinds.map(\.skills)
    let classes = skills.reduce(into: [UInt64]()) { if !$0.contains($1) { $0.append($1) } }
    let yearly = ExpectedDemand(world.scenario).incidentsPerYear
    units = members
    classOfKind = skills.map { skills in classes.firstIndex(of: skills) ?? 0 }
    line = world.scenario.dispatch.waitingLimit == 0 ? .zero : .infinite
    (responseMinutes, serviceHours) = (members.map { _ in [] }, members.map { _ in [] })
    for grid in world.grids.indices {
      let minutes = members.map { Self.minutes(of: $0, to: grid, in: world) }
      for (number, needed) in classes.enumerated() {
        let mayGo = members.indices.filter {
          plan.skills[members[$0]] & needed == needed
            && world.units[members[$0]].mayServe(world.grids[grid], at: grid)
        }
        add(Demand(of: number, classOfKind, yearly, in: world, grid: grid), minutes, mayGo: mayGo)
        for (position, unit) in members.enumerated() {
          serviceHours[position][rates.count - 1] /= presence[unit]
        }
      }
    }
  }

  /// Adds the list of a grid and class.
  private mutating func add(_ demand: Demand, _ minutes: [Double], mayGo: [Int]) {
    // Where nobody may go there is nothing to decide: the list of all units has no demand.
    rates.append(mayGo.isEmpty ? 0 : demand.perHour)
    let named = mayGo.isEmpty ? Array(minutes.indices) : mayGo
    nearestFirst.append(named.sorted { (minutes[$0], $0) < (minutes[$1], $1) })
    for position in minutes.indices {
      responseMinutes[position].append(minutes[position])
      serviceHours[position].append((minutes[position] + demand.minutes) / 60)
    }
  }

  /// Returns the mean minutes from the order to the arrival that the model expects; nil where the load is too great, or no
  /// solution was found.
  public func meanResponseMinutes(_ lists: [[Int]]) -> Double? {
    ApproximateHypercube(
      arrivalRates: rates, preferences: lists, serviceTimes: .byUnitAndAtom(serviceHours),
      travelTimes: responseMinutes, line: line
    ).solve().solution?.meanTravelTime
  }

  /// Returns lists with units by index in the world.
  public func worldLists(_ lists: [[Int]]) -> [[Int]] { lists.map { $0.map { units[$0] } } }

  /// Dispatches of a class in a grid per hour, and the mean minutes on scene and at paperwork.
  private struct Demand {
    var perHour = 0.0
    var minutes = 0.0

    init(of number: Int, _ classOfKind: [Int], _ yearly: [Double], in world: World, grid: Int) {
      for (index, kind) in world.kinds.enumerated() where classOfKind[index] == number && yearly[index] > 0 {
        let needed = kind.meanUnits
        let rate = yearly[index] / 8_760 * needed * world.grids[grid].demandShare
        guard rate > 0 else { continue }
        perHour += rate
        minutes += (kind.sceneMinutes.mean + kind.paperworkSeconds / 60 / needed - minutes) * rate / perHour
      }
    }
  }

  /// The share of time that a unit is there.
  private static func presence(of unit: Int, in world: World, _ plan: TreatmentPlan) -> Double {
    world.dutyShare(of: unit, in: plan) * (1 - min(world.units[unit].unavailableShare, 0.99))
  }

  /// Acknowledgement, turnout and free-flow travel, in minutes: the mean over the places of a grid.
  private static func minutes(of unit: Int, to grid: Int, in world: World) -> Double {
    let compiled = world.units[unit]
    let places = world.geography.placesOfGrid[grid]
    let travel = places.reduce(0) {
      $0 + world.travel[compiled.mode].freeFlowSeconds(from: compiled.base, to: Int($1))
    }
    // Where there is no way, it is a day.
    let seconds = min(travel / Double(places.count), World.daySeconds)
    return (world.scenario.dispatch.fixedSeconds + compiled.turnoutSeconds + seconds) / 60
  }
}
