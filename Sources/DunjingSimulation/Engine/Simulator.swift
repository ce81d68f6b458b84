import DunjingKernel
import DunjingRandom
import DunjingScenario
import DunjingStatistics
import DunjingWorld

/// One replication of one treatment: a value, advanced event by event.
///
/// Copy it to branch: all treatments share one warm-up under the baseline and start from the same state.
/// Randomness comes only from streams keyed by seed, replication, purpose and entity.
public struct Simulator: Sendable {
  let world: World
  let seed: UInt64
  let replication: Int
  var plan: TreatmentPlan
  /// Later steps of the treatment.
  var phases: [(seconds: Double, plan: TreatmentPlan)] = []
  var policy: any DispatchPolicy
  /// Whether the policy is the caller's own, which may let incidents wait although a unit is there.
  let holdsBack: Bool
  /// Travel times by mode, on the roads that are open now.
  var travel: [TravelTable]
  /// Whether some roads are closed now; units then stand at their posts instead of going round.
  var roadsAreCut = false
  /// Shocks that are on.
  var shocks: ShockState
  /// When each partner is free for its next case, county by county.
  var partners: PartnerState
  var discipline: any QueueDiscipline
  var relocation: (any RelocationPolicy)?
  var queue = EventQueue(span: World.daySeconds / 4)
  var incidents = SlotList<IncidentState>()
  var pending = SlotList<PendingIncident>()
  var hazards = SlotList<HazardState>()
  var units: [UnitState]
  var absences: [RandomStream]
  /// Incidents that wait for units which may be sent to them, by queue.
  var waiting: [[Int32]]
  /// Incidents that wait though no unit of the plan may ever be sent to them, by queue and in no order.
  var stranded: [[Int32]]
  /// Incidents that wait, in all queues.
  var waitingCount = 0
  /// To which incidents some unit of the plan may be sent at all.
  var reach: UnitReach
  /// Units that may be sent to the incident scanned last.
  var candidates: [DispatchCandidate] = []
  /// Which units can be sent, and from where.
  var board: IdleBoard
  /// The metric that all units travel by; nil on roads.
  let metric: Metric?
  /// Free-flow seconds for a kilometer along the metric, by mode; empty on roads.
  let paces: [Double]
  /// Whether all units go anywhere along a metric, so that one loop serves every incident.
  let isOneFleet: Bool
  /// Whether a policy asks how many units are idle.
  let countsIdle: Bool
  /// Posts that come ahead to that incident.
  var firstResponders: [DispatchCandidate] = []
  /// Idle units that serve that queue at that scan; counted only where a policy asks.
  var idleCount = 0
  /// The hour that is on, counted from the start of the run.
  var hour = -1
  /// Factor on free-flow times in that hour, by mode.
  var slowness: [Double]
  var boundaries: [ShiftBoundary] = []
  var callTimes: [RandomStream]
  var callCounts: [UInt64]
  var hazardTimes: [RandomStream]
  var hazardCounts: [UInt64]
  var nextNumber = 0
  /// Incidents that were recorded and are played instead of sampled ones, by time; nil where they are sampled.
  let recorded: [RecordedIncident]?
  /// The number of the recorded incident that is played next.
  var nextRecorded = 0
  var ledger = Ledger()
  /// Effective visits of the beats.
  var visits: VisitSchedules
  var desks: [MediationDesk]
  var headquarters: HeadquartersState
  var recorder: Recorder
  /// When a unit was last on patrol in each grid, in stretches that are over; empty where patrol deters nothing.
  var presenceBefore: [Double]
  /// What visitors of the service windows find on the measured days; nil without windows.
  let windows: WindowOutcome?
  /// When a queue is looked at again; infinite if it is not.
  var recheckTime: [Double]
  /// What is told of all that happens, such as a ``Trace``; nil when nobody asked for it.
  var trace: (any TraceRecorder)?
  /// Events played before the branch into a treatment.
  var eventsBefore = 0

  /// Creates the state at the start of the warm-up, under the baseline.
  ///
  /// Policies that are not given are those that the scenario names.
  /// - Parameters:
  ///   - world: the study, compiled.
  ///   - seed: of all streams of the replication.
  ///   - replication: the number of the replication, from 0, which names its streams with the seed.
  ///   - policy: which unit is sent to an incident.
  ///   - discipline: which waiting incident comes first.
  ///   - relocation: where idle units stand by.
  ///   - recorded: incidents to play in place of all that would be sampled, in the order of their times; no hazards
  ///     arise then, and nothing climbs or comes again, as all of that is on record.
  public init(
    _ world: World, seed: UInt64, replication: Int, policy: (any DispatchPolicy)? = nil,
    discipline: any QueueDiscipline = PriorityThenFirstCome(), relocation: (any RelocationPolicy)? = nil,
    recorded: [RecordedIncident]? = nil
  ) {
    self.world = world
    self.seed = seed
    self.replication = replication
    self.recorded = recorded
    plan = world.plans[world.baseline]
    self.policy = policy ?? Self.policy(of: world.plans[world.baseline], in: world)
    travel = world.travel
    shocks = ShockState(world)
    partners = PartnerState(world)
    holdsBack = policy != nil
    self.discipline = discipline
    self.relocation = relocation ?? world.scenario.dispatch.makeRelocation(world)
    units = world.units.map {
      UnitState(
        origin: Int32($0.base), post: Int32($0.post), returnPlace: Int32($0.base),
        routeOffset: Self.routeOffset(of: $0, under: world.plans[world.baseline], in: world))
    }
    metric = world.travel[0].straight?.metric
    paces = world.travel.compactMap(\.straight?.secondsPerKilometer)
    isOneFleet = world.units.allSatisfy { $0.area == .city } && metric != nil
    countsIdle = policy != nil || world.scenario.dispatch.reserveUnits > 0
    board = IdleBoard(unitCount: world.units.count)
    absences = world.units.indices.map {
      RandomStream(seed: seed, replication: replication, purpose: .absence, entity: UInt64($0))
    }
    func times(_ purpose: StreamPurpose, _ count: Int) -> [RandomStream] {
      (0..<count).map {
        RandomStream(seed: seed, replication: replication, purpose: purpose, entity: UInt64($0))
      }
    }
    callTimes = times(.callTimes, world.kinds.count)
    callCounts = Array(repeating: 0, count: world.kinds.count)
    hazardTimes = times(.hazardTimes, world.hazards.count)
    hazardCounts = Array(repeating: 0, count: world.hazards.count)
    visits = VisitSchedules(world, plan: plan)
    waiting = world.unitsOfQueue.map { _ in [] }
    stranded = waiting
    reach = UnitReach(world, plan)
    recheckTime = world.unitsOfQueue.map { _ in .infinity }
    desks = Array(repeating: MediationDesk(), count: world.scenario.facilities.count + 1)
    headquarters = HeadquartersState(world)
    recorder = Recorder(world)
    windows = WindowOutcome(world, seed: seed, replication: replication)
    presenceBefore = world.presence.map { $0.passesOfGrid.map { _ in -.infinity } } ?? []
    slowness = Array(repeating: 1, count: world.travel.count)
    setPaces()
    enterHour(0)
    startUnits()
    startDemand()
    schedule(.day, 0, at: World.daySeconds)
    scheduleShocks()
  }

  /// Plays all events up to and including a time.
  /// - Parameter end: seconds since the start of the warm-up.
  public mutating func run(until end: Double) {
    while let event = queue.next(upTo: end) {
      handle(event)
      assert(invariantViolation == nil, invariantViolation ?? "")
    }
  }

  /// Puts a treatment into effect now; the one already in force goes on undisturbed.
  ///
  /// Sent-down officers of another treatment start anew, unskilled.
  public mutating func apply(_ newPlan: TreatmentPlan) {
    eventsBefore = queue.scheduledCount - queue.count
    phases = newPlan.phases
    for (step, phase) in phases.enumerated() { schedule(.phase, step, at: queue.now + phase.seconds) }
    guard newPlan.treatment.id != plan.treatment.id else { return }
    enter(newPlan)
  }

  private mutating func enter(_ newPlan: TreatmentPlan) {
    let isRerouted = newPlan.treatment.switches.targetedPatrol != plan.treatment.switches.targetedPatrol
    let isRetrained = newPlan.skills != plan.skills
    if isRerouted { stopIdling() }
    plan = newPlan
    if !holdsBack { policy = Self.policy(of: newPlan, in: world) }
    noteTreatment()
    let day = Int(queue.now / World.daySeconds + 0.5)
    visits = VisitSchedules(world, plan: newPlan, after: visits, from: day)
    headquarters.apply(newPlan, world)
    if isRerouted { resumeIdling() }
    sortOutStranded()
    updateDuty()
    if isRetrained {
      for line in waiting.indices { recheckWaiting(line) }
    }
    rescheduleHazards()
  }

  /// The dispatch policy of a treatment.
  private static func policy(of plan: TreatmentPlan, in world: World) -> any DispatchPolicy {
    var rules = world.scenario.dispatch
    if plan.treatment.switches.unitAutonomy { rules.policy = .districtFirst }
    return rules.makePolicy
  }

  /// Forgets what was recorded and measures from now on.
  /// - Parameter keepsOrders: whether orders are counted by unit and grid too, for ``detail()``.
  public mutating func startMeasuring(keepsOrders: Bool = false) {
    recorder = Recorder(world, keepsOrders: keepsOrders)
    recorder.isMeasuring = true
    recorder.start = queue.now
    recorder.occupancy = Occupancy(at: queue.now, waiting: waitingCount, open: incidents.openCount)
    recorder.waiting = waiting.indices.map { BacklogGrowth(level: Double(countInLine($0))) }
    for unit in units.indices where units[unit].activity != .idle {
      units[unit].busySince = queue.now
    }
    headquarters.startMeasuring()
    startObserving()
    for slot in incidents.elements.indices where incidents.isOpen[slot] {
      incidents[slot].isMeasured = false
    }
  }

  /// The events played since the branch into a treatment.
  public var eventCount: Int { queue.scheduledCount - queue.count - eventsBefore }

  /// Units of one base follow one another at equal distances along their route.
  static func routeOffset(of unit: CompiledUnit, under plan: TreatmentPlan, in world: World) -> Double {
    let route = world.posts[unit.post].route(isTargeted: plan.treatment.switches.targetedPatrol)
    guard route >= 0 else { return 0 }
    let count = world.units.count { $0.post == unit.post }
    return world.routes[route].cycleSeconds * Double(unit.number) / Double(count)
  }

  mutating func handle(_ event: ScheduledEvent) {
    guard let kind = EventKind(rawValue: event.kind) else { return }
    let now = Int(event.time / 3_600)
    if now != hour { enterHour(now) }
    switch kind {
    case .day: closeDay()
    case .phase: enter(phases[event.subject].plan)
    case .shock: event.subject % 2 == 0 ? beginShock(event.subject / 2) : endShock(event.subject / 2)
    case .shift: changeShift(event.subject)
    case .breakStart: startBreaks(event.subject)
    case .available: becomeAvailable(event.subject, event.ticket)
    case .clear: clearScene(event.subject, event.ticket)
    case .arrive: arrive(event.subject, event.ticket)
    case .mediated: finishMediation(event.subject, event.ticket)
    case .referred: refer(event.subject, event.ticket)
    case .found: findHazard(event.subject, event.ticket)
    case .escalate: escalate(event.subject, event.ticket)
    case .arise: ariseHazard(event.subject)
    case .occur: occur(event.subject)
    case .call: receiveCall(event.subject)
    case .order: giveFirstOrders(event.subject)
    case .recheck: recheckWaiting(event.subject)
    case .deskFree: serveDesk(event.subject)
    case .observe: observe(event.subject)
    }
  }

  @discardableResult
  mutating func schedule(_ kind: EventKind, _ subject: Int, at time: Double) -> EventTicket {
    queue.schedule(kind.rawValue, for: subject, at: time)
  }
}
