import DunjingRandom
import DunjingScenario
import DunjingWorld

/// How much work a part of a study that is dispatched by itself has for its units, on the mean of the week by formula.
///
/// The work of an incident is the way from the nearest post, the scene and paperwork; what nobody may go to is left out. The
/// nearest unit is not always idle, so that the load is at least this.
public struct PartLoad: Sendable, Equatable {
  /// The grids, by index.
  public let grids: [Int]
  /// The units on duty at any time, by index.
  public let units: [Int]
  /// Incidents a day.
  public let incidentsPerDay: Double
  /// Hours of work of units in a day.
  public let workHours: Double
  /// Hours in a day that units are on duty and not away.
  public let availableHours: Double

  /// The work as a share of what the units can do.
  public var load: Double { workHours / availableHours }

  /// The parts of a study under its baseline that have units and incidents, in order of their first grid.
  /// - Parameters:
  ///   - world: the study, compiled.
  ///   - minutes: minutes to each place from the nearest post that may serve it.
  public static func all(of world: World, minutesToPlace minutes: [Double]) -> [PartLoad] {
    let plan = world.plans[world.baseline]
    let reach = UnitReach(world, plan)
    let demand = ExpectedDemand(world.scenario).incidentsPerYear
    return DispatchPart.all(of: world, plan: plan).compactMap { part -> PartLoad? in
      var (incidents, work) = (0.0, 0.0)
      for grid in part.grids where world.grids[grid].demandShare > 0 {
        let places = world.geography.placesOfGrid[grid].map { minutes[Int($0)] }.filter(\.isFinite)
        let way = places.isEmpty ? 0 : places.reduce(0, +) / Double(places.count) / 60
        for kind in world.kinds.indices
        where reach.serves(world.grids[grid], at: grid, skills: world.kinds[kind].skills) {
          let perDay = demand[kind] / 365 * world.grids[grid].demandShare
          incidents += perDay
          work += world.hours(of: kind, perDay) + perDay * way * world.kinds[kind].meanUnits
        }
      }
      let available = world.hoursAvailable(part.units) / 365
      guard incidents > 0, available > 0 else { return nil }
      return PartLoad(
        grids: part.grids, units: part.units, incidentsPerDay: incidents, workHours: work,
        availableHours: available)
    }
  }
}
