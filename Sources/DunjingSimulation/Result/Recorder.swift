import DunjingScenario
import DunjingStatistics
import DunjingWorld

/// Sufficient statistics of one replication, streamed as it runs.
struct Recorder: Sendable {
  /// Width of a bin of response times, in seconds.
  static let binSeconds = 5.0
  /// Bins of response times: an hour, and one for everything longer.
  static let bins = 721

  var isMeasuring = false
  var start = 0.0
  private let clockOrigin: ClockOrigin
  private let fiveMinutes = 300.0
  private let horizonDays: Int
  private(set) var kindCounts: [Int]
  private(set) var kindOrders: [Int]
  private(set) var kindQueueSeconds: [Double]
  private(set) var kindReached: [Int]
  private(set) var kindResponseSeconds: [Double]
  private(set) var climbs = 0
  private(set) var deterred = 0
  private(set) var classCounts = [0, 0, 0]
  private(set) var classWithin = [0, 0, 0]
  private(set) var withinFive = 0
  private(set) var reached = 0
  private(set) var responseFromCall = 0.0
  private(set) var responseFromOrder = 0.0
  private(set) var histograms: [[UInt32]]
  /// Orders to full units, by unit and then by grid.
  private(set) var unitGridOrders: [UInt32] = []
  private(set) var handedOver = 0
  /// Incidents that had to wait, by the hour of the week in which an order could first have been given.
  private(set) var hourQueued = [Int](repeating: 0, count: 168)
  var occupancy = Occupancy()
  private(set) var queued = 0
  private(set) var queueSeconds = 0.0
  private(set) var orders = 0
  private(set) var availableWithin = 0
  private(set) var availableAsked = 0
  private(set) var stages = StageTimes()
  private(set) var preemptions = 0
  private(set) var clearedCount = 0
  private(set) var grids: [GridTally]
  private(set) var busySeconds: [Double]
  private(set) var hourIncidents = [Int](repeating: 0, count: 168)
  private(set) var hourBusy = [Double](repeating: 0, count: 168)
  private(set) var pointVisits: [Int]
  private(set) var linePasses: [Int]
  private(set) var overrunSeconds = 0.0
  /// Work past the end of a shift after which nobody took over, by unit.
  private(set) var overtimeSeconds: [Double]
  /// Incidents by county and then by kind; empty in a study of one county.
  private(set) var countyKindCounts: [Int]
  /// Escalated hazards by county; empty in a study of one county.
  private(set) var countyEscalated: [Int]
  private(set) var arisen = 0
  private(set) var found = 0
  private(set) var closed = 0
  private(set) var escalated = 0
  private(set) var mediationHours = 0.0
  private(set) var mediated = 0
  private(set) var mediationSeconds = 0.0
  private(set) var weeklyBacklog: [Double] = []
  /// Incidents that wait for units, by queue and day by day.
  var waiting: [BacklogGrowth] = []
  var mechanisms: MechanismTally
  var visibility: Visibility
  private let fullSeconds: Double
  private var days = 0

  init(_ world: World, keepsOrders: Bool = false) {
    clockOrigin = world.scenario.targets.clockOrigin
    horizonDays = world.scenario.time.horizonDays
    grids = world.grids.map { GridTally(targetSeconds: $0.targetSeconds, areaClass: $0.areaClass) }
    kindCounts = Array(repeating: 0, count: world.kinds.count)
    kindOrders = kindCounts
    kindReached = kindCounts
    kindQueueSeconds = Array(repeating: 0, count: world.kinds.count)
    kindResponseSeconds = kindQueueSeconds
    histograms = Array(repeating: Array(repeating: 0, count: Self.bins), count: 3)
    busySeconds = Array(repeating: 0, count: world.units.count)
    overtimeSeconds = busySeconds
    if keepsOrders { unitGridOrders = Array(repeating: 0, count: world.units.count * world.grids.count) }
    let counties = world.counties.count > 1 ? world.counties.count : 0
    countyKindCounts = Array(repeating: 0, count: counties * world.kinds.count)
    countyEscalated = Array(repeating: 0, count: counties)
    mechanisms = MechanismTally(world)
    visibility = Visibility(gridCount: world.grids.count)
    fullSeconds = world.scenario.targets.fullMinutes * 60
    pointVisits = Array(repeating: 0, count: world.scenario.patrol.points.count)
    linePasses = Array(repeating: 0, count: world.scenario.patrol.lines.count)
  }

  mutating func received(kind: Int, county: Int, _ origin: IncidentOrigin, hour: Int) {
    guard isMeasuring else { return }
    if !countyKindCounts.isEmpty { countyKindCounts[county * kindCounts.count + kind] += 1 }
    kindCounts[kind] += 1
    climbs += origin == .climb ? 1 : 0
    mechanisms.repeats += origin == .again ? 1 : 0
    hourIncidents[hour] += 1
  }

  mutating func available(isWithinTarget: Bool, _ incident: IncidentState) {
    guard incident.isMeasured else { return }
    availableAsked += 1
    availableWithin += isWithinTarget ? 1 : 0
  }

  /// The first order to a full unit: the wait for it counts for every incident.
  mutating func ordered(_ incident: IncidentState, at time: Double, calendar: Calendar) {
    guard incident.isMeasured else { return }
    orders += 1
    kindOrders[Int(incident.kind)] += 1
    kindQueueSeconds[Int(incident.kind)] += time - incident.ready
    queueSeconds += time - incident.ready
    guard time > incident.ready else { return }
    queued += 1
    hourQueued[calendar.hourOfWeek(at: incident.ready)] += 1
  }

  mutating func sent(_ unit: Int, to incident: IncidentState) {
    guard incident.isMeasured, !unitGridOrders.isEmpty else { return }
    unitGridOrders[unit * grids.count + Int(incident.grid)] += 1
  }

  /// An incident that other forces will handle: it counts as late, and never as reached by own units.
  mutating func handedOver(_ incident: IncidentState) {
    guard incident.isMeasured else { return }
    handedOver += 1
    unreached(incident)
  }

  mutating func arrived(_ incident: IncidentState, departure: Double, at time: Double) {
    guard incident.isMeasured else { return }
    stages.dispatch.add(incident.firstOrder - incident.received)
    stages.turnout.add(departure - incident.firstOrder)
    stages.travel.add(time - departure)
    let grid = Int(incident.grid)
    let fromOrder = time - incident.firstOrder
    let response = clockOrigin == .call ? time - incident.received : fromOrder
    let areaClass = Int(grids[grid].areaClass)
    let isWithin = response <= grids[grid].targetSeconds
    reached += 1
    kindReached[Int(incident.kind)] += 1
    kindResponseSeconds[Int(incident.kind)] += response
    responseFromCall += time - incident.received
    responseFromOrder += fromOrder
    withinFive += response <= fiveMinutes ? 1 : 0
    classCounts[areaClass] += 1
    classWithin[areaClass] += isWithin ? 1 : 0
    histograms[areaClass][min(Int(response / Self.binSeconds), Self.bins - 1)] += 1
    grids[grid].reach(after: response, isWithinTarget: isWithin)
    guard incident.isInShock else { return }
    mechanisms.inShock += 1
    mechanisms.inShockWithin += isWithin ? 1 : 0
  }

  /// An incident that nobody reached within the horizon: it counts as late, never as missing.
  mutating func unreached(_ incident: IncidentState) {
    let grid = Int(incident.grid)
    classCounts[Int(grids[grid].areaClass)] += 1
    grids[grid].incidents += 1
    mechanisms.inShock += incident.isInShock ? 1 : 0
  }

  mutating func completed(_ incident: IncidentState, at time: Double) {
    guard incident.isMeasured && incident.needed > 1 else { return }
    stages.fullComplement.add(time - incident.firstOrder)
    let origin = clockOrigin == .call ? incident.received : incident.firstOrder
    mechanisms.severalWithin += time - origin <= fullSeconds ? 1 : 0
  }

  /// An incident that needs several units is over, or the horizon is.
  mutating func ended(_ incident: IncidentState) {
    mechanisms.several += incident.isMeasured && incident.needed > 1 ? 1 : 0
  }

  mutating func cleared(_ incident: IncidentState, at time: Double) {
    clearedCount += isMeasuring ? 1 : 0
    if incident.isMeasured { stages.handling.add(time - incident.firstArrival) }
  }

  mutating func preempted() {
    preemptions += isMeasuring ? 1 : 0
  }

  mutating func busy(_ unit: Int, from: Double, to: Double, calendar: Calendar) {
    guard isMeasuring else { return }
    busySeconds[unit] += to - from
    var time = from
    while time < to {
      let next = min(to, (time / 3_600).rounded(.down) * 3_600 + 3_600)
      hourBusy[calendar.hourOfWeek(at: time)] += next - time
      time = next
    }
  }

  mutating func served(_ duty: PatrolDuty) {
    switch duty {
    case .none: break
    case .visit(let point): pointVisits[point] += 1
    case .pass(let line): linePasses[line] += 1
    }
  }

  mutating func overran(_ unit: Int, from: Double, to: Double, isOffDuty: Bool) {
    guard isMeasuring else { return }
    let seconds = to - max(from, start)
    overrunSeconds += seconds
    if isOffDuty { overtimeSeconds[unit] += seconds }
  }

  mutating func callDeterred() { deterred += isMeasuring ? 1 : 0 }

  /// Whether some queue grows without bound; nil when too little was measured.
  var isQueueGrowing: Bool? {
    let answers = waiting.compactMap(\.isGrowing)
    return answers.isEmpty ? nil : answers.contains(true)
  }

  mutating func hazardArose() { arisen += isMeasuring ? 1 : 0 }

  mutating func hazardFound() { found += isMeasuring ? 1 : 0 }

  /// A case is mediated for some hours of officers' time, ready after some seconds from its discovery.
  mutating func hazardMediated(hours: Double, seconds: Double) {
    guard isMeasuring else { return }
    mediated += 1
    mediationHours += hours
    mediationSeconds += seconds
  }

  mutating func hazardClosed() { closed += isMeasuring ? 1 : 0 }

  mutating func hazardEscalated(county: Int) {
    guard isMeasuring else { return }
    escalated += 1
    if !countyEscalated.isEmpty { countyEscalated[county] += 1 }
  }

  mutating func dayClosed(backlog: Double, waiting counts: [Int]) {
    days += 1
    for line in waiting.indices { waiting[line].closeDay(level: Double(counts[line])) }
    // Weeks are counted back from the end, so that the last value is the backlog at the end.
    if days <= horizonDays && (horizonDays - days) % 7 == 0 { weeklyBacklog.append(backlog) }
  }
}
