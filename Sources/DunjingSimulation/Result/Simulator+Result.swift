import DunjingKernel
import DunjingScenario
import DunjingStatistics
import DunjingWorld

extension Simulator {
  /// Closes the books at the end of the horizon.
  public func result() -> ReplicationResult {
    var closing = self
    closing.closeBooks()
    return closing.summary()
  }

  /// What is counted by unit, place and hour, at the end of the horizon.
  public func detail() -> OperationalDetail {
    var closing = self
    closing.closeBooks()
    return OperationalDetail(closing.recorder, at: queue.now)
  }

  private mutating func closeBooks() {
    for ended in shocks.unrecovered where ended < queue.now { recorder.recovered(seconds: queue.now - ended) }
    for unit in units.indices {
      endAid(unit)
      if units[unit].activity == .idle {
        endIdling(unit)
      } else {
        recorder.busy(unit, from: units[unit].busySince, to: queue.now, calendar: world.calendar)
      }
    }
    for slot in incidents.elements.indices where incidents.isOpen[slot] {
      let incident = incidents[slot]
      recorder.occupancy.count(incident, at: queue.now)
      guard incident.isMeasured else { continue }
      recorder.ended(incident)
      if incident.firstArrival < 0 { recorder.unreached(incident) }
      if incident.firstFullOrder < 0 && incident.ready >= 0 {
        // No full unit was sent within the horizon: the wait so far is a lower bound.
        recorder.ordered(incident, at: queue.now, calendar: world.calendar)
      }
    }
  }

  private func summary() -> ReplicationResult {
    let departments = world.scenario.departments.indices
    let hours = headquarters.capacityHours
    let unreached = (0..<3).map { areaClass in
      recorder.classCounts[areaClass] - Int(recorder.histograms[areaClass].reduce(0, +))
    }
    var values: [Indicator: Double] = [:]
    addResponse(to: &values, unreached: unreached.reduce(0, +))
    addPrevention(to: &values)
    addHeadquarters(to: &values, capacityHours: hours)
    addMechanisms(to: &values)
    addWindows(to: &values)
    addOverall(to: &values)
    return ReplicationResult(
      indicators: Indicator.allCases.map { values[$0] }, histograms: recorder.histograms,
      unreached: unreached,
      gridCounts: recorder.grids.map { Int($0.incidents) },
      gridReached: recorder.grids.map { Int($0.reached) },
      gridSeconds: recorder.grids.map(\.responseSeconds),
      gridWithin: recorder.grids.map { Int($0.withinTarget) }, gridSeen: recorder.visibility.seenByGrid,
      observations: recorder.visibility.moments, hourVisibility: recorder.visibility.shareByHour,
      pointVisitRates: rates(recorder.pointVisits, of: requiredVisits),
      linePassRates: rates(recorder.linePasses, of: requiredPasses), unitUtilization: unitUtilization,
      kindCounts: recorder.kindCounts,
      kindQueueMinutes: means(recorder.kindQueueSeconds, recorder.kindOrders),
      kindResponseMinutes: means(recorder.kindResponseSeconds, recorder.kindReached),
      hourIncidents: recorder.hourIncidents, hourBusy: recorder.hourBusy,
      departmentUtilization: departments.map { headquarters.utilization(of: $0) },
      departmentDelay: departments.map { headquarters.meanDelay(of: $0) },
      departmentBacklog: departments.map { headquarters.officerDays(of: $0) },
      weeklyBacklog: recorder.weeklyBacklog, isQueueGrowing: recorder.isQueueGrowing,
      isDepartmentGrowing: departments.map { headquarters.isGrowing($0) }, counties: countyResults,
      events: eventCount)
  }

  private func share(_ part: Int, of whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }

  private func means(_ seconds: [Double], _ counts: [Int]) -> [Double?] {
    zip(seconds, counts).map { $1 > 0 ? $0 / Double($1) / 60 : nil }
  }

  private func addResponse(to values: inout [Indicator: Double], unreached: Int) {
    let counts = recorder.classCounts
    let within = recorder.classWithin
    values[.coreWithinTarget] = share(within[0], of: counts[0])
    values[.keyWithinTarget] = share(within[1], of: counts[1])
    values[.generalWithinTarget] = share(within[2], of: counts[2])
    let all = counts.reduce(0, +)
    values[.withinTarget] = share(within.reduce(0, +), of: all)
    values[.withinFiveMinutes] = share(recorder.withinFive, of: all)
    if recorder.reached > 0 {
      values[.responseMeanFromCall] = recorder.responseFromCall / Double(recorder.reached) / 60
      values[.responseMeanFromDispatch] = recorder.responseFromOrder / Double(recorder.reached) / 60
    }
    values[.responseP90] = quantile(0.9, total: all)
    values[.dispatchMean] = recorder.stages.dispatch.meanMinutes
    values[.turnoutMean] = recorder.stages.turnout.meanMinutes
    values[.travelMean] = recorder.stages.travel.meanMinutes
    values[.fullComplementMean] = recorder.stages.fullComplement.meanMinutes
    values[.handlingMean] = recorder.stages.handling.meanMinutes
    values[.queuedShare] = share(recorder.queued, of: recorder.orders)
    if recorder.orders > 0 { values[.queueMean] = recorder.queueSeconds / Double(recorder.orders) / 60 }
    values[.unreached] = Double(unreached - recorder.handedOver) / world.measuredYears
    if world.scenario.dispatch.waitingLimit != nil {
      values[.handedOverShare] = share(recorder.handedOver, of: recorder.availableAsked)
    }
    values[.potentialCoverage] = PotentialCoverage(world, plan: plan).weightedShare
    values[.availableCoverage] = share(recorder.availableWithin, of: recorder.availableAsked)
    addEquity(to: &values)
    values[.overrunHours] = recorder.overrunSeconds / 3_600 / world.measuredYears
    values[.preemptions] = Double(recorder.preemptions) / world.measuredYears
    values[.streetUtilization] = utilization {
      ($0.area == .city || $0.area == .county) && !$0.isFirstResponderOnly
    }
    values[.stationUtilization] = utilization { $0.area == .district && !$0.isFirstResponderOnly }
    addPatrol(to: &values)
  }

  /// The response time that a share of all incidents stays under, in minutes: linear inside a bin, unreached
  /// incidents above all others; nil where it is longer than the bins.
  private func quantile(_ probability: Double, total: Int) -> Double? {
    guard total > 0 else { return nil }
    let wanted = probability * Double(total)
    var below = 0.0
    for bin in 0..<(Recorder.bins - 1) {
      let count = Double(recorder.histograms.reduce(0) { $0 + $1[bin] })
      if count > 0 && below + count >= wanted {
        return (Double(bin) + (wanted - below) / count) * Recorder.binSeconds / 60
      }
      below += count
    }
    return nil
  }

  private func addEquity(to values: inout [Indicator: Double]) {
    let served = recorder.grids.filter { $0.reached > 0 }
    guard served.count > 1 else { return }
    let means = served.map { $0.responseSeconds / Double($0.reached) / 60 }
    let weights = served.map { Double($0.incidents) }
    values[.responseGini] = Inequality.gini(means, weights: weights)
    values[.worstDecileResponse] = Inequality.worstDecileMean(means, weights: weights)
  }

  private func utilization(of isCounted: (CompiledUnit) -> Bool) -> Double? {
    var busy = 0.0
    var duty = 0.0
    for unit in world.units.indices where isCounted(world.units[unit]) {
      busy += recorder.busySeconds[unit]
      duty += DutyHours(world, plan: plan).measuredHours(of: unit) * 3_600 + recorder.overtimeSeconds[unit]
    }
    return duty > 0 ? busy / duty : nil
  }

  private func addPatrol(to values: inout [Indicator: Double]) {
    values[.pointVisitRate] = fulfilled(recorder.pointVisits, of: requiredVisits)
    values[.linePassRate] = fulfilled(recorder.linePasses, of: requiredPasses)
  }

  /// What was done as a share of what is required; more than required at one place does not make up for another.
  private func fulfilled(_ done: [Int], of required: [Double]) -> Double? {
    let total = required.reduce(0, +)
    return total > 0 ? zip(done, required).map { min(Double($0), $1) }.reduce(0, +) / total : nil
  }

  private func addPrevention(to values: inout [Indicator: Double]) {
    let years = world.measuredYears
    let ids: [(String, Indicator)] = [
      ("criminal", .incidentsCriminal), ("fraud", .incidentsFraud), ("order", .incidentsOrder),
      ("dispute", .incidentsDispute), ("traffic", .incidentsTraffic), ("help", .incidentsHelp),
      ("other", .incidentsOther)
    ]
    values[.incidents] = Double(recorder.kindCounts.reduce(0, +)) / years
    for (id, indicator) in ids {
      if let kind = world.scenario.incidentKinds.firstIndex(where: { $0.id == id }) {
        values[indicator] = Double(recorder.kindCounts[kind]) / years
      }
    }
    if !world.scenario.climbs.isEmpty { values[.climbed] = Double(recorder.climbs) / years }
    if world.presence != nil { values[.deterred] = Double(recorder.deterred) / years }
    guard !world.hazards.isEmpty else { return }
    values[.hazardsEscalated] = Double(recorder.escalated) / years
    values[.hazardsFoundShare] = share(recorder.found, of: recorder.found + recorder.escalated)
    values[.hazardsClosedShare] = share(recorder.closed, of: recorder.closed + recorder.escalated)
    values[.mediationHours] = recorder.mediationHours / years
    if recorder.mediated > 0 {
      values[.mediationWait] = recorder.mediationSeconds / Double(recorder.mediated) / World.daySeconds
    }
  }

  private func addHeadquarters(to values: inout [Indicator: Double], capacityHours: [Double]) {
    let departments = world.scenario.departments
    values[.officersSunk] = Double(plan.sunk)
    guard !departments.isEmpty, headquarters.workdays > 0 else { return }
    let capacity = capacityHours.reduce(0, +)
    if capacity > 0 { values[.departmentUtilization] = headquarters.arrivedHours.reduce(0, +) / capacity }
    values[.weightedDelay] = weightedDelay
    values[.backlogEnd] = headquarters.officerDays
    values[.backlogMean] = headquarters.backlogSum / Double(headquarters.workdays)
    values[.departmentsOverloaded] = Double(
      capacityHours.indices.filter { headquarters.arrivedHours[$0] > capacityHours[$0] }.count)
  }

  /// Mean delay of the departments in working days, weighted by what a delay there does.
  private var weightedDelay: Double {
    let weights = world.scenario.departments.map(\.delayWeight)
    let total = weights.reduce(0, +)
    guard total > 0, headquarters.workdays > 0 else { return 0 }
    return zip(weights, weights.indices.map { headquarters.delaySum(of: $0) }).map { $0 * $1 }.reduce(0, +)
      / total
      / Double(headquarters.workdays)
  }

  private func addOverall(to values: inout [Indicator: Double]) {
    let harm = world.scenario.harm
    let years = world.measuredYears
    let incidents = zip(world.kinds, recorder.kindCounts).map { $0.harm * Double($1) }.reduce(0, +)
    let late = Double(recorder.classCounts.reduce(0, +) - recorder.classWithin.reduce(0, +))
    values[.harmIndex] = (incidents + harm.lateArrival * late) / years + harm.delayDayPerYear * weightedDelay
    values[.securityIndex] = securityIndex(values)
    values[.assessmentScore] = assessmentScore(values)
  }
}
