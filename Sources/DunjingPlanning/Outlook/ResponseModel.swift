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
  /// Parts under plans: those that differ in one part share all others. Worlds that share a cache have one of these each, as
  /// demand differs between them.
  private let outlooks = SharedMemo<PartOutlook.Key, PartOutlook>()

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
      let rules = cache.number(of: rules(plan))
      for cell in parts.indices.flatMap({ cells(of: plan, part: $0, rules: rules) })
      where !cache.surfaces.has(cell.key) && missing[cell.key] == nil {
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
    let rules = cache.number(of: rules(plan))
    var sum = PartOutlook()
    for number in parts.indices { sum.add(part(number, plan, prevention, rules: rules)) }
    return sum.outlook(callTakingSeconds: plan.callTakingSeconds)
  }

  /// How the incidents of a part are reached, looked up where only other parts differ from a plan of before.
  private func part(
    _ number: Int, _ plan: TreatmentPlan, _ prevention: PreventionOutlook, rules: Int
  ) -> PartOutlook {
    let geometry = parts[number]
    let key = PartOutlook.Key(
      part: number, rules: rules, cards: PartDemand.cards(plan, in: world),
      duty: geometry.dutyUnits.map { plan.duty[$0] },
      incidents: geometry.countyShares.map { prevention.incidents[$0.county] })
    return outlooks.value(of: key) {
      let demand = PartDemand(world, part: geometry, classes: classes, prevention: prevention, plan: plan)
      return outlook(of: number, plan, demand, rules: rules)
    }
  }

  private func outlook(
    of number: Int, _ plan: TreatmentPlan, _ demand: PartDemand, rules: Int
  ) -> PartOutlook {
    let geometry = parts[number]
    var outlook = PartOutlook()
    outlook.count(demand, geometry)
    let mean = baseline[number].totalWork
    let units = geometry.part.units.map { world.units[$0] }
    for cell in cells(of: plan, part: number, rules: rules) {
      let surface = surface(cell.key, plan)
      let weights = surface.weights(at: mean > 0 ? demand.workByHour[cell.hour] / mean : 1)
      for position in classes.indices where demand.incidents[position][cell.hour] > 0 {
        surface.add(
          to: &outlook.sums, class: position, weights: weights, postShare: cell.postShare,
          rate: demand.incidents[position][cell.hour] * cell.share)
      }
      outlook.load(units, surface.workloads(weights: weights), crew: cell.key.crew, share: cell.share)
    }
    return outlook
  }

  private func rules(_ plan: TreatmentPlan) -> ResponseCache.Rules {
    let switches = plan.treatment.switches
    return ResponseCache.Rules(
      skills: plan.skills,
      ownFirst: switches.unitAutonomy || world.scenario.dispatch.policy == .districtFirst,
      isTargeted: switches.targetedPatrol, hasSupport: switches.resourceSupport,
      originSeconds: world.scenario.targets.clockOrigin == .call ? plan.callTakingSeconds : 0)
  }

  /// The hours of a part, with equal weekdays taken together.
  private func cells(of plan: TreatmentPlan, part number: Int, rules: Int) -> [Cell] {
    let geometry = parts[number]
    let posts = geometry.posts.values.map(\.unit)
    let duty = DutyTable(world, plan, units: geometry.dutyUnits)
    return (0..<24).flatMap { hour -> [Cell] in
      var crews: [(crew: [UInt64], days: Int, posts: Double)] = []
      for weekday in 0..<7 {
        let crew = duty.crew(geometry.part.units, hourOfWeek: weekday * 24 + hour)
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

  private func surface(_ key: ResponseCache.Key, _ plan: TreatmentPlan) -> ResponseSurface {
    cache.surfaces.value(of: key) {
      let rules = rules(plan)
      let geometry = parts[key.part]
      let presence = geometry.part.units.enumerated().map { position, unit in
        key.crew[position / 64] >> UInt64(position % 64) & 1 == 1 ? 1 - world.units[unit].unavailableShare : 0
      }
      return ResponseSurface(
        DispatchBalance(
          table: table(key, rules), geometry: geometry, presence: presence,
          demands: demands(key.part, rules), origin: rules.originSeconds),
        levels: levels(key.part))
    }
  }

  private func table(_ key: ResponseCache.Key, _ rules: ResponseCache.Rules) -> ArrivalTable {
    let wanted = ResponseCache.TableKey(
      part: key.part, pace: key.pace, ownFirst: rules.ownFirst, isTargeted: rules.isTargeted)
    return cache.tables.value(of: wanted) {
      ArrivalTable(
        world, geometry: parts[key.part], slowness: paces.slowness[key.pace], isTargeted: rules.isTargeted,
        ownFirst: rules.ownFirst)
    }
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
