import Dunjing

/// What has to hold for the result of any replication.
struct ResultCheck {
  let world: World
  let plan: TreatmentPlan

  init(_ world: World, _ plan: TreatmentPlan) {
    (self.world, self.plan) = (world, plan)
  }

  func check(_ result: ReplicationResult) throws(Broken) {
    try checkFinite(result)
    try checkConservation(result)
    try checkOfficers()
  }

  /// Checks what also holds when a run was stopped before its end.
  func checkFinite(_ result: ReplicationResult) throws(Broken) {
    try checkIndicators(result)
    try checkNumbers(result)
  }

  /// Utilizations may exceed one: departments by overload, units by work that began before the horizon.
  private static let unbounded: Set<Indicator> = [
    .departmentUtilization, .streetUtilization, .stationUtilization
  ]

  private func checkIndicators(_ result: ReplicationResult) throws(Broken) {
    for indicator in Indicator.allCases {
      guard let value = result[indicator] else { continue }
      try Broken.unless(value.isFinite, "\(indicator) is \(value)")
      try Broken.unless(value >= 0, "\(indicator) is \(value)")
      if indicator.unit == .share && !Self.unbounded.contains(indicator) {
        try Broken.unless(value <= 1 + 1e-9, "\(indicator) is \(value)")
      }
    }
  }

  private func checkNumbers(_ result: ReplicationResult) throws(Broken) {
    let series: [(String, [Double])] = [
      ("gridSeconds", result.gridSeconds), ("hourBusy", result.hourBusy),
      ("kindQueueMinutes", result.kindQueueMinutes.compactMap(\.self)),
      ("kindResponseMinutes", result.kindResponseMinutes.compactMap(\.self)),
      ("departmentUtilization", result.departmentUtilization), ("departmentDelay", result.departmentDelay),
      ("departmentBacklog", result.departmentBacklog), ("weeklyBacklog", result.weeklyBacklog)
    ]
    for (name, values) in series {
      if let bad = values.first(where: { !($0 >= 0) || $0.isInfinite }) {
        throw Broken(text: "\(name) has \(bad)")
      }
    }
    let counts =
      result.unreached + result.gridCounts + result.gridReached + result.gridWithin + result.kindCounts
      + result.hourIncidents + [result.events]
    try Broken.unless(counts.allSatisfy { $0 >= 0 }, "a count is negative")
  }

  private func checkConservation(_ result: ReplicationResult) throws(Broken) {
    let incidents = result.kindCounts.reduce(0, +)
    try Broken.unless(
      incidents == result.hourIncidents.reduce(0, +), "incidents by kind and by hour have different sums")
    let reached = result.histograms.joined().reduce(0) { $0 + Int($1) }
    try Broken.unless(
      reached == result.gridReached.reduce(0, +), "incidents reached by time and by grid have different sums")
    let unreached = result.unreached.reduce(0, +)
    // No unit hears of what an officer answers by contact card.
    let answered = Int(((result[.contactCardShare] ?? 0) * Double(incidents)).rounded())
    try Broken.unless(
      incidents == reached + unreached + answered,
      "\(incidents) incidents, \(reached) of them reached, \(unreached) not and \(answered) answered by card")
    try Broken.unless(
      result.gridCounts.reduce(0, +) == incidents - answered,
      "incidents by grid and by kind have different sums")
    for grid in result.gridCounts.indices {
      let isOrdered =
        result.gridWithin[grid] <= result.gridReached[grid]
        && result.gridReached[grid] <= result.gridCounts[grid]
      try Broken.unless(isOrdered, "grid \(grid) has more incidents within the target than incidents")
    }
  }

  /// Nobody is gained or lost: who is sunk comes from a department above its floor, and goes to one place.
  private func checkOfficers() throws(Broken) {
    try Broken.unless(
      plan.toStreet >= 0 && plan.toCommunity >= 0 && plan.toStreet + plan.toCommunity == plan.sunk,
      "\(plan.sunk) officers are sunk, \(plan.toStreet) go to the street, \(plan.toCommunity) to the community"
    )
    for (index, department) in world.scenario.departments.enumerated() {
      let agency = plan.takenFromAgencies[index]
      let county = plan.takenFromCounties[index]
      let isAboveFloors =
        agency >= 0 && county >= 0 && department.agencyOfficers - agency >= department.agencyFloor
        && department.countyOfficers - county >= min(department.countyFloor, department.countyOfficers)
      try Broken.unless(isAboveFloors, "department \(department.id) is taken below its floor")
    }
    let shifts = plan.duty.indices.filter { world.units[$0].isReserve }
      .map { plan.duty[$0].nonzeroBitCount }.reduce(0, +)
    try Broken.unless(shifts == plan.unitShiftsPerWeek, "other shifts are staffed than were bought")
  }
}
