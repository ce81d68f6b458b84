import DunjingParallel
import DunjingScenario
import DunjingWorld

/// Response under a plan: every part of the study in every hour, with the units on duty then and the demand of the plan.
///
/// The response of a part with the same units on duty at the same pace depends on the plan by its demand alone; it is
/// solved once (``ResponseSurface``) and kept.
struct ResponseModel: Sendable {
  let world: World
  let parts: [PartGeometry]
  let classes: [UInt64]
  let paces: PaceClasses
  /// The demand of each part under the baseline.
  let baseline: [PartDemand]
  let cache: ResponseCache

  init(_ world: World, baseline prevention: PreventionOutlook, threads: Int) {
    (self.world, cache) = (world, ResponseCache())
    let units = world.units.indices.filter { !world.units[$0].isFirstResponderOnly }
    let areas = DispatchPart.all(of: world, units: units).filter { part in
      part.grids.contains { world.grids[$0].demandShare > 0 }
    }
    let parts = Parallel.map(areas.count, threads: threads) { PartGeometry(world, part: areas[$0]) }
    let classes = PartDemand.classes(of: world)
    let plan = world.plans[world.baseline]
    baseline = parts.map {
      PartDemand(world, part: $0, classes: classes, prevention: prevention, plan: plan)
    }
    (self.parts, self.classes, paces) = (parts, classes, PaceClasses(world))
  }

  /// One hour of the day of one part, with the units that are on duty on some weekdays.
  private struct Cell {
    var hour: Int
    var share: Double
    var postShare: Double
    var key: ResponseCache.Key
  }

  /// Solves all that some plans need and is not known yet.
  func prepare(_ plans: [TreatmentPlan], threads: Int) {
    var missing: [ResponseCache.Key: Int] = [:]
    for (number, plan) in plans.enumerated() {
      for cell in cells(of: plan) where cache.surface(cell.key) == nil && missing[cell.key] == nil {
        missing[cell.key] = number
      }
    }
    let jobs = Array(missing)
    Parallel.forEach(jobs.count, threads: threads) { number in
      _ = surface(jobs[number].key, plans[jobs[number].value])
    }
  }

  /// How incidents are reached under a plan.
  func outlook(of plan: TreatmentPlan, _ prevention: PreventionOutlook) -> ResponseOutlook {
    let demands = parts.map {
      PartDemand(world, part: $0, classes: classes, prevention: prevention, plan: plan)
    }
    var sums = ResponseSums()
    var load = UnitLoad()
    for cell in cells(of: plan) {
      let part = cell.key.part
      let surface = surface(cell.key, plan)
      let mean = baseline[part].totalWork
      let weights = surface.weights(at: mean > 0 ? demands[part].workByHour[cell.hour] / mean : 1)
      for number in classes.indices where demands[part].incidents[number][cell.hour] > 0 {
        surface.add(
          to: &sums, class: number, weights: weights, postShare: cell.postShare,
          rate: demands[part].incidents[number][cell.hour] * cell.share)
      }
      for (unit, workload) in zip(parts[part].part.units, surface.workloads(weights: weights)) {
        load.add(world.units[unit], workload, share: cell.share)
      }
      load.count(cell.key.crew, parts[part].part.units.map { world.units[$0] }, share: cell.share)
    }
    return summary(sums, demands, load, plan)
  }

  /// Busy units and units on duty, as means over the hours of the week.
  private struct UnitLoad {
    var street = (busy: 0.0, duty: 0.0)
    var station = (busy: 0.0, duty: 0.0)

    mutating func add(_ unit: CompiledUnit, _ workload: Double, share: Double) {
      if unit.area == .district { station.busy += workload * share } else { street.busy += workload * share }
    }

    mutating func count(_ crew: [UInt64], _ units: [CompiledUnit], share: Double) {
      for (number, unit) in units.enumerated() where crew[number / 64] >> UInt64(number % 64) & 1 == 1 {
        if unit.area == .district { station.duty += share } else { street.duty += share }
      }
    }
  }

  private func summary(
    _ sums: ResponseSums, _ demands: [PartDemand], _ load: UnitLoad, _ plan: TreatmentPlan
  ) -> ResponseOutlook {
    var outlook = ResponseOutlook()
    var byClass = AreaClass.allCases.map { _ in 0.0 }
    for (part, demand) in zip(parts, demands) {
      let incidents = demand.incidents.reduce(0) { $0 + $1.reduce(0, +) }
      outlook.incidents += incidents
      for (areaClass, share) in zip(part.classes, part.shares) {
        byClass[areaClass] += incidents * share / part.share
      }
    }
    for (number, areaClass) in AreaClass.allCases.enumerated() where byClass[number] > 0 {
      outlook.withinTarget[areaClass] = min(1, max(0, sums.within(number) / byClass[number]))
      outlook.inTime += min(byClass[number], max(0, sums.within(number)))
      outlook.withinFive += sums.withinFive(number) / outlook.incidents
    }
    let reached = AreaClass.allCases.indices.reduce(0) { $0 + sums.reached($1) }
    if reached > 0 {
      outlook.meanFromDispatch = sums.seconds / reached / 60
      outlook.meanFromCall = outlook.meanFromDispatch + plan.callTakingSeconds / 60
    }
    outlook.percentile90 = Self.quantile(0.9 * outlook.incidents, sums.histogram)
    outlook.streetUtilization = load.street.duty > 0 ? load.street.busy / load.street.duty : nil
    outlook.stationUtilization = load.station.duty > 0 ? load.station.busy / load.station.duty : nil
    return outlook
  }

  /// The time in minutes below which so many incidents lie, linear inside a bin.
  private static func quantile(_ wanted: Double, _ histogram: ArraySlice<Double>) -> Double? {
    guard wanted > 0 else { return nil }
    var below = 0.0
    for (bin, count) in histogram.dropLast().enumerated() {
      if count > 0 && below + count >= wanted {
        return (Double(bin) + (wanted - below) / count) * ResponseSums.binSeconds / 60
      }
      below += count
    }
    return nil
  }

  private func rules(_ plan: TreatmentPlan) -> ResponseCache.Rules {
    let switches = plan.treatment.switches
    return ResponseCache.Rules(
      skills: plan.skills,
      ownFirst: switches.unitAutonomy || world.scenario.dispatch.policy == .districtFirst,
      isTargeted: switches.targetedPatrol, hasSupport: switches.resourceSupport,
      originSeconds: world.scenario.targets.clockOrigin == .call ? plan.callTakingSeconds : 0)
  }

  /// The hours of all parts, with equal weekdays taken together.
  private func cells(of plan: TreatmentPlan) -> [Cell] {
    let rules = cache.number(of: rules(plan))
    let duty = DutyTable(world, plan)
    return parts.indices.flatMap { number in
      let units = parts[number].part.units
      let posts = parts[number].posts.values.map(\.unit)
      return (0..<24).flatMap { hour -> [Cell] in
        var crews: [(crew: [UInt64], days: Int, posts: Double)] = []
        for weekday in 0..<7 {
          let crew = duty.crew(units, hourOfWeek: weekday * 24 + hour)
          let present = Double(posts.count { duty.isOn($0, hourOfWeek: weekday * 24 + hour) })
          if let known = crews.firstIndex(where: { $0.crew == crew }) {
            crews[known].days += 1
            crews[known].posts += present
          } else {
            crews.append((crew, 1, present))
          }
        }
        return crews.flatMap { crew in
          paces.ofHour[hour].map { pace in
            Cell(
              hour: hour, share: Double(crew.days) / 7 * pace.share,
              postShare: posts.isEmpty ? 0 : crew.posts / Double(crew.days * posts.count),
              key: ResponseCache.Key(part: number, pace: pace.pace, rules: rules, crew: crew.crew))
          }
        }
      }
    }
  }

  private func surface(_ key: ResponseCache.Key, _ plan: TreatmentPlan) -> ResponseSurface {
    if let known = cache.surface(key) { return known }
    let rules = rules(plan)
    let geometry = parts[key.part]
    let table = cache.table(
      ResponseCache.TableKey(
        part: key.part, pace: key.pace, ownFirst: rules.ownFirst, isTargeted: rules.isTargeted)
    ) {
      ArrivalTable(
        world, geometry: geometry, slowness: paces.slowness[key.pace], isTargeted: rules.isTargeted,
        ownFirst: rules.ownFirst)
    }
    let presence = geometry.part.units.enumerated().map { position, unit in
      key.crew[position / 64] >> UInt64(position % 64) & 1 == 1 ? 1 - world.units[unit].unavailableShare : 0
    }
    let surface = ResponseSurface(
      DispatchBalance(
        table: table, geometry: geometry, presence: presence,
        demands: demands(key.part, rules), origin: rules.originSeconds),
      levels: levels(key.part))
    cache.keep(surface, of: key)
    return surface
  }

  /// The classes of incidents of a part at the mean of the baseline.
  private func demands(_ number: Int, _ rules: ResponseCache.Rules) -> [DispatchBalance.Demand] {
    let (part, demand) = (parts[number], baseline[number])
    let saved = rules.hasSupport ? 1 - world.scenario.dispatch.supportSceneFactor : 0
    return classes.indices.map { position in
      let skills = classes[position]
      let dispatches = demand.dispatches[position]
      let work = demand.work[position] - saved * demand.scenes[position]
      return DispatchBalance.Demand(
        rate: dispatches / (365 * World.daySeconds),
        service: dispatches > 0 ? work / dispatches : 0,
        mayGo: part.part.units.map { rules.skills[$0] & skills == skills },
        hasPosts: part.posts.values.allSatisfy { rules.skills[$0.unit] & skills == skills })
    }
  }

  /// Multiples of the mean demand that a day goes through, with some room for plans.
  private func levels(_ part: Int) -> [Double] {
    let demand = baseline[part]
    guard demand.totalWork > 0 else { return [0, 1, 2] }
    let hours = demand.workByHour.map { $0 / demand.totalWork }
    let low = 0.6 * (hours.min() ?? 1)
    let high = 1.2 * (hours.max() ?? 1)
    return [low, (low + high) / 2, high]
  }
}
