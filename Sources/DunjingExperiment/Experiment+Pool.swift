import DunjingScenario
import DunjingSimulation
import DunjingStatistics
import DunjingWorld

extension Experiment {
  /// Pools replications, in the order given, into the result.
  /// - Parameters:
  ///   - results: by replication, then by treatment in the order of ``treatments``.
  ///   - scenarioHash: the hash of the bundle, which the result keeps.
  public func pool(_ results: [[ReplicationResult]], scenarioHash: String) -> ExperimentResult {
    let scenario = world.scenario
    let baselinePosition = treatments.firstIndex(of: world.baseline) ?? 0
    let comparisons = comparisons(results, baseline: baselinePosition)
    let precision = precisionOutcome(results)
    var result = ExperimentResult(
      name: scenario.name, scenarioHash: scenarioHash, seed: seed, replications: results.count,
      confidence: scenario.experiment.confidence, horizonDays: scenario.time.horizonDays,
      baseline: scenario.treatments[world.baseline].id,
      treatments: treatments.indices.map { position in
        treatmentResult(position, results.map { $0[position] }, comparisons[position])
      },
      warnings: [], precision: precision)
    result.draws = draws.map {
      DrawOutcome(
        numbers: $0.numbers.count,
        draws: (results.count + Self.replicationsPerDraw - 1) / Self.replicationsPerDraw)
    }
    for position in treatments.indices {
      result.treatments[position].spreads = spreads(position, results, baseline: baselinePosition)
      result.treatments[position].counties = counties(position, results, baseline: baselinePosition)
    }
    result.leaveOutComparisonsWithoutMeaning()
    result.warnings =
      result.instabilityWarnings + warnings(results) + result.departmentWarnings + (precision?.warnings ?? [])
      + (result.draws?.warnings ?? [])
    return result
  }

  private func treatmentResult(
    _ position: Int, _ results: [ReplicationResult], _ comparisons: [Comparison]
  ) -> TreatmentResult {
    let plan = world.plans[treatments[position]]
    let headline = SinkRatio.headline(of: world.plans.map(\.treatment.sinkRatio))
    return TreatmentResult(
      id: plan.treatment.id, name: plan.treatment.name,
      sinkRatio: plan.treatment.sinkRatio[keyPath: headline],
      redeployment: redeployment(plan), estimates: estimates(results), comparisons: comparisons,
      responses: responses(results), grids: grids(results, plan: plan),
      weekHours: weekHours(results, plan: plan),
      departments: departments(results, plan: plan),
      harmByReplication: observations(results.map { $0[.harmIndex] }),
      weeklyBacklog: means(results.map(\.weeklyBacklog)), patrol: patrol(results),
      workloads: workloads(results),
      unstableReplications: results.count { $0.isQueueGrowing == true },
      unservedShare: world.unserved(under: plan)?.share ?? 0)
  }

  private func estimates(_ results: [ReplicationResult]) -> [Estimate] {
    Indicator.allCases.compactMap { indicator in
      let values = results.map { $0[indicator] }
      let observations = observations(values)
      guard !observations.isEmpty else { return nil }
      let interval = ConfidenceInterval(observations, level: world.scenario.experiment.confidence)
      return Estimate(
        indicator: indicator, mean: interval?.mean ?? observations[0], halfWidth: interval?.halfWidth ?? .nan,
        count: values.count { $0 != nil })
    }
  }

  private func comparisons(_ results: [[ReplicationResult]], baseline: Int) -> [[Comparison]] {
    var all = [[Comparison]](repeating: [], count: treatments.count)
    let others = treatments.indices.filter { $0 != baseline }
    for indicator in Indicator.allCases {
      let isComplete = results.map { $0.allSatisfy { $0[indicator] != nil } }
      func values(_ position: Int) -> [Double] {
        observations(zip(results, isComplete).map { $1 ? $0[position][indicator] : nil })
      }
      let base = values(baseline)
      guard base.count > 1 else { continue }
      let values = others.map(values)
      guard
        let paired = PairedComparison(
          baseline: base, treatments: values, level: world.scenario.experiment.confidence)
      else { continue }
      let mean = base.reduce(0, +) / Double(base.count)
      for (other, difference) in zip(others, paired.differences) {
        let isRelative = mean != 0
        all[other].append(
          Comparison(
            indicator: indicator, difference: difference.interval.mean,
            halfWidth: difference.interval.halfWidth,
            simultaneousHalfWidth: difference.simultaneousInterval.halfWidth,
            relative: isRelative ? difference.interval.mean / mean : nil,
            relativeHalfWidth: isRelative ? abs(difference.simultaneousInterval.halfWidth / mean) : nil,
            isSignificant: difference.isSignificant))
      }
    }
    return all
  }

  private func responses(_ results: [ReplicationResult]) -> [ResponseDistribution] {
    AreaClass.allCases.enumerated().map { number, areaClass in
      var counts = [Double](repeating: 0, count: results.first?.histograms[number].count ?? 0)
      for result in results {
        for (bin, count) in result.histograms[number].enumerated() {
          counts[bin] += Double(count)
        }
      }
      return ResponseDistribution(
        areaClass: areaClass, targetMinutes: world.scenario.targets.minutes(for: areaClass), counts: counts,
        binSeconds: ReplicationResult.binSeconds,
        unreached: Double(results.map { $0.unreached[number] }.reduce(0, +)))
    }
  }

  private func grids(_ results: [ReplicationResult], plan: TreatmentPlan) -> [GridOutcome] {
    let potential = PotentialCoverage(world, plan: plan)
    let years = world.measuredYears * Double(max(results.count, 1))
    let moments = Double(results.map(\.observations).reduce(0, +))
    return world.scenario.grids.enumerated().map { grid, definition in
      let count = results.map { $0.gridCounts[grid] }.reduce(0, +)
      let reached = results.map { $0.gridReached[grid] }.reduce(0, +)
      let seconds = results.map { $0.gridSeconds[grid] }.reduce(0, +)
      let within = results.map { $0.gridWithin[grid] }.reduce(0, +)
      let places = world.geography.placesOfGrid[grid].map { potential.minutes[Int($0)] }
      let nearest = places.reduce(0, +) / Double(places.count)
      return GridOutcome(
        id: definition.id, incidentsPerYear: Double(count) / years,
        meanMinutes: reached > 0 ? seconds / Double(reached) / 60 : nil,
        withinTarget: count > 0 ? Double(within) / Double(count) : nil,
        nearestPostMinutes: nearest.isFinite ? nearest : nil,
        seenShare: moments > 0 ? Double(results.map { $0.gridSeen[grid] }.reduce(0, +)) / moments : nil)
    }
  }

  private func weekHours(_ results: [ReplicationResult], plan: TreatmentPlan) -> [WeekHour] {
    let days = world.measuredDaysByWeekday.map { Double($0 * max(results.count, 1)) }
    let duty = DutyHours(world, plan: plan)
    let (onDuty, available) = (duty.unitsByHourOfWeek(), duty.availableUnitsByHourOfWeek())
    return (0..<168).map { hour in
      let count = days[hour / 24]
      return WeekHour(
        incidents: count > 0 ? Double(results.map { $0.hourIncidents[hour] }.reduce(0, +)) / count : 0,
        busyUnits: count > 0 ? results.map { $0.hourBusy[hour] }.reduce(0, +) / count / 3_600 : 0,
        unitsOnDuty: onDuty[hour], unitsAvailable: available[hour])
    }
  }

  private func departments(_ results: [ReplicationResult], plan: TreatmentPlan) -> [DepartmentOutcome] {
    let utilization = means(results.map(\.departmentUtilization))
    let delay = means(results.map(\.departmentDelay))
    let backlog = means(results.map(\.departmentBacklog))
    return world.scenario.departments.enumerated().map { index, department in
      DepartmentOutcome(
        id: department.id, name: department.name,
        officers: department.officers,
        taken: plan.takenFromAgencies[index] + plan.takenFromCounties[index], utilization: utilization[index],
        delayDays: delay[index], backlogEnd: backlog[index],
        growingReplications: results.count { $0.isDepartmentGrowing[index] == true })
    }
  }

  func means(_ series: [[Double]]) -> [Double] {
    guard let first = series.first else { return [] }
    return first.indices.map { index in series.map { $0[index] }.reduce(0, +) / Double(series.count) }
  }

  private func redeployment(_ plan: TreatmentPlan) -> RedeploymentSummary {
    let categories = world.scenario.force.categories
    func count(_ pools: [OfficerPool]) -> Int {
      categories.filter { pools.contains($0.pool) && $0.isSworn }.map(\.count).reduce(0, +)
    }
    let community = count([.community])
    let stations = community + count([.stationDuty])
    let county =
      stations + count([.patrol, .traffic, .investigation])
      + world.scenario.departments.map(\.countyOfficers).reduce(0, +)
    let agency = plan.takenFromAgencies.reduce(0, +)
    let fromCounty = plan.takenFromCounties.reduce(0, +)
    func share(_ part: Int, _ whole: Int) -> Double? { whole > 0 ? Double(part) / Double(whole) : nil }
    return RedeploymentSummary(
      agencyOfficers: agency, countyOfficers: fromCounty, toCommunity: plan.toCommunity,
      toStreet: plan.toStreet,
      unitShiftsPerDay: Double(plan.unitShiftsPerWeek) / 7,
      communityShare: share(community + plan.toCommunity, stations + plan.toCommunity),
      stationShare: share(stations + plan.toCommunity, county + agency), places: world.officerPlaces(of: plan)
    )
  }
}
