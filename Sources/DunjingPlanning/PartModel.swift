import DunjingQueueing
import DunjingScenario
import DunjingWorld

/// The hypercube of one part of a study in one hour of the day.
///
/// An atom is a grid and a class of incidents. Units stand at their base; a service is turnout, travel, scene and
/// paperwork, and longer by the share of time that a unit is away on other work, so that its capacity is right.
///
/// Where some unit may not go to some atom, for want of a skill or out of its area, the atom waits for one that may
/// (``RestrictedHypercube``). Otherwise, with more than ``exactLimit`` units, it is solved by the approximation with a
/// service time for each unit and atom; with fewer exactly, with the mean service time of each unit that the approximation
/// finds (the calibration of R. C. Larson, 1974). Where nobody may wait, units that an atom may not have stand at the end
/// of its list instead.
struct PartModel {
  /// The number of units up to which the exact model is solved.
  static let exactLimit = 18
  /// The same in a study of many parts, of which each has 24 models and more.
  static let exactLimitOfManyParts = 12

  private let world: World
  private let hour: Int
  private let units: [Int]
  private var rates: [Double] = []
  private var orders: [[Int]] = []
  private var classes: [AreaClass] = []
  private var targets: [Double] = []
  /// Minutes by unit and then by atom.
  private var travel: [[Double]]
  private var response: [[Double]]
  private var service: [[Double]]
  private var unserved: [AreaClass: Double] = [:]
  private let callSeconds: Double
  private let line: HypercubeModel.Line

  init(
    _ world: World, plan: TreatmentPlan, part: DispatchPart, units: [Int], demand: HourlyDemand, hour: Int,
    travel table: PartTravel
  ) {
    (self.world, self.hour, self.units) = (world, hour, units)
    let rules = world.scenario.dispatch
    line = rules.waitingLimit == 0 ? .zero : .infinite
    callSeconds = world.scenario.targets.clockOrigin == .call ? plan.callTakingSeconds : 0
    (travel, response, service) = (units.map { _ in [] }, units.map { _ in [] }, units.map { _ in [] })
    for (position, grid) in part.grids.enumerated() where world.grids[grid].demandShare > 0 {
      let access = rules.accessSeconds / 60
      let minutes = units.map { table.minutes(unit: $0, grid: position, hour: hour) + access }
      for demand in demand.classes where demand.ratePerHour[hour] > 0 {
        add(grid, demand, minutes, plan: plan)
      }
    }
  }

  private mutating func add(
    _ grid: Int, _ demand: HourlyDemand.Class, _ minutes: [Double], plan: TreatmentPlan
  ) {
    let compiled = world.grids[grid]
    let rate = demand.ratePerHour[hour] * compiled.demandShare
    let mayGo = units.map { unit in
      plan.skills[unit] & demand.skills == demand.skills && world.units[unit].mayServe(compiled, at: grid)
    }
    guard mayGo.contains(true) else {
      unserved[compiled.areaClass, default: 0] += rate
      return
    }
    let ownFirst =
      plan.treatment.switches.unitAutonomy || world.scenario.dispatch.policy == .districtFirst
    let order = order(compiled, minutes, mayGo: mayGo, ownFirst: ownFirst)
    orders.append(line == .infinite ? order.filter { mayGo[$0] } : order)
    rates.append(rate)
    classes.append(compiled.areaClass)
    targets.append(compiled.targetSeconds / 60)
    for (position, index) in units.enumerated() {
      let unit = world.units[index]
      let way = unit.turnoutSeconds / 60 + minutes[position]
      travel[position].append(minutes[position])
      response[position].append((callSeconds + world.scenario.dispatch.acknowledgeSeconds) / 60 + way)
      service[position].append((way + demand.minutes[hour]) / (1 - min(unit.unavailableShare, 0.99)))
    }
  }

  /// The units as an atom wants them: those that may go, if need be those of its own district, and the soonest first.
  private func order(
    _ grid: CompiledGrid, _ minutes: [Double], mayGo: [Bool], ownFirst: Bool
  ) -> [Int] {
    struct Key {
      let rank: Int
      let minutes: Double
    }
    let keys = units.indices.map { position -> Key in
      let unit = world.units[units[position]]
      let isOwn = unit.station == grid.station
      let preference = isOwn ? unit.preferenceSeconds : 0
      return Key(
        rank: (mayGo[position] ? 0 : 2) + (ownFirst && !isOwn ? 1 : 0),
        minutes: minutes[position] + (unit.turnoutSeconds - preference) / 60)
    }
    return units.indices.sorted {
      (keys[$0].rank, keys[$0].minutes, $0) < (keys[$1].rank, keys[$1].minutes, $1)
    }
  }

  /// Solves the model.
  func solved(exactLimit: Int) -> PartHour {
    let total = rates.reduce(0, +)
    guard !units.isEmpty, total > 0 else {
      return part(.idle, serviceMinutes: 0, capacity: 1)
    }
    let near = ApproximateHypercube(
      arrivalRates: rates, preferences: orders,
      serviceTimes: .byUnitAndAtom(service.map { $0.map { $0 / 60 } }),
      travelTimes: response, line: line)
    if orders.contains(where: { $0.count < units.count }) { return restricted(near) }
    switch near.solve() {
    case .saturated(let load): return saturated(load)
    case .notConverged: return part(.notConverged, serviceMinutes: meanService(nil), capacity: capacity)
    case .solved(let solution):
      guard units.count <= exactLimit else {
        return result(.approximate, solution, solution.availableCoverage(within: targets))
      }
      return exact(solution)
    }
  }

  private func restricted(_ lists: ApproximateHypercube) -> PartHour {
    let model = RestrictedHypercube(lists)
    guard let solution = model.solve() else {
      return part(.notConverged, serviceMinutes: meanService(nil), capacity: capacity)
    }
    let worst = solution.overloads.max { $0.load < $1.load }
    var hour = result(
      worst == nil ? .approximate : .saturated, solution, solution.availableCoverage(within: targets))
    if let worst {
      // Dispatches that are known are those of the rest; the load is that of all, each served by the unit wanted first.
      hour.utilization = worst.load
      hour.serviceMinutes = meanService(nil)
      hour.load = hour.arrivalRate * hour.serviceMinutes / 60
    }
    let tightest = worst ?? model.tightest
    hour.tightest = PartHour.Tightest(units: tightest.units.map { units[$0] }, load: tightest.load)
    return hour
  }

  private func saturated(_ load: Double) -> PartHour {
    part(.saturated, serviceMinutes: meanService(nil), capacity: rates.reduce(0, +) / load)
  }

  private func exact(_ near: ApproximateHypercubeSolution) -> PartHour {
    let minutes = units.indices.map { meanService($0, near.dispatchFractions[$0]) }
    let model = HypercubeModel(
      arrivalRates: rates, preferences: orders, serviceRates: minutes.map { 60 / $0 }, travelTimes: response,
      line: line)
    switch model.solve() {
    case .saturated(let load):
      return part(
        .saturated, serviceMinutes: meanService(near.dispatchFractions), capacity: model.arrivalRate / load)
    case .notConverged:
      return part(.notConverged, serviceMinutes: meanService(near.dispatchFractions), capacity: capacity)
    case .solved(let solution):
      return result(.exact, solution, solution.availableCoverage(within: targets))
    }
  }

  /// The mean service time of a unit over its dispatches; over all atoms if it is never sent.
  private func meanService(_ unit: Int, _ fractions: [Double]) -> Double {
    let total = fractions.reduce(0, +)
    let weights = total > 0 ? fractions : rates
    return zip(service[unit], weights).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
  }

  /// Services per hour when all units are busy, each with its mean over all atoms.
  private var capacity: Double { units.indices.reduce(0) { $0 + 60 / meanService($1, []) } }

  /// The mean service time of all dispatches; of the units wanted first if they are not known.
  private func meanService(_ fractions: [[Double]]?) -> Double {
    if let fractions {
      return units.indices.reduce(0) { $0 + zip(service[$1], fractions[$1]).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    return rates.indices.reduce(0) { $0 + rates[$1] * service[orders[$1][0]][$1] } / rates.reduce(0, +)
  }

  private func part(_ method: PartHour.Method, serviceMinutes: Double, capacity: Double) -> PartHour {
    let total = rates.reduce(0, +)
    var hour = PartHour(
      method: method, units: units.count, arrivalRate: total, load: total * serviceMinutes / 60,
      utilization: total / capacity, serviceMinutes: serviceMinutes)
    hour.demand = unserved
    hour.unservedRate = AreaClass.allCases.reduce(0) { $0 + (unserved[$1] ?? 0) }
    for (atom, rate) in rates.enumerated() { hour.demand[classes[atom], default: 0] += rate }
    return hour
  }

  private func result(
    _ method: PartHour.Method, _ solution: some DispatchMeasures, _ coverage: [Double]?
  ) -> PartHour {
    let fractions = solution.dispatchFractions
    let isAnySent = fractions.contains { $0.contains { $0 > 0 } }
    let capacity = units.indices.reduce(0) { $0 + 60 / meanService($1, fractions[$1]) }
    var hour = part(method, serviceMinutes: meanService(isAnySent ? fractions : nil), capacity: capacity)
    hour.workloads = Dictionary(uniqueKeysWithValues: zip(units, solution.workloads))
    if isAnySent {
      hour.travelMinutes = units.indices.reduce(0) { sum, unit in
        sum + zip(travel[unit], fractions[unit]).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
    hour.waitingProbability = solution.waitingProbability
    hour.interAreaFraction = solution.interAreaFraction
    let shares = solution.sharesReached(within: targets)
    for atom in rates.indices {
      hour.reached[classes[atom], default: 0] += rates[atom] * (shares[atom] ?? 0)
      hour.available[classes[atom], default: 0] += rates[atom] * (coverage?[atom] ?? 0)
    }
    return hour
  }
}
