import DunjingKernel

/// An open incident.
struct IncidentState: Sendable {
  var kind: Int32
  var grid: Int32
  var place: Int32
  var priority: Int32
  /// Units needed; those that only come first are not counted.
  var needed: Int32
  /// Units sent or on scene.
  var assigned: Int32 = 0
  /// Units on scene.
  var onScene: Int32 = 0
  /// The unit that leads, −1 until one arrives.
  var lead: Int32 = -1
  /// Whether all units have been on scene together.
  var isComplete = false
  var isWaiting = false
  /// Whether it waits though no unit of the plan in force may ever be sent to it.
  var isStranded = false
  /// Since when it has waited in the queue, if it does.
  var waitingSince: Double = 0
  var isMeasured: Bool
  /// Whether it was called in while a shock was on.
  var isInShock = false
  /// Whether a unit of another county helps.
  var hasAid = false
  /// Whether its time on scene is all that keeps a unit busy, paperwork included.
  var includesPaperwork = false
  /// The order of waiting among equals.
  var number: Int
  var received: Double
  /// When an order could first be given.
  var ready: Double = -1
  /// When the first order was given to any unit.
  var firstOrder: Double = -1
  /// When the first order was given to a full unit.
  var firstFullOrder: Double = -1
  var firstArrival: Double = -1
  /// Time still needed on scene, in seconds.
  var sceneSeconds: Double
  var fullSceneSeconds: Double
  var sceneEnd: Double = 0
  var clearTicket = EventTicket.none
}

/// An incident that will happen: from a hazard, or because of another.
struct PendingIncident: Sendable {
  /// Why it happens.
  enum Cause: UInt8, Sendable {
    case hazard
    /// Another incident climbed.
    case climb
    /// An incident comes again that was not resolved.
    case again
  }

  var kind: Int32
  var grid: Int32
  var cause: Cause
  var entity: UInt64
}

/// What a unit is doing.
enum UnitActivity: UInt8, Sendable {
  case idle
  case enRoute
  case onScene
  case paperwork
}

/// A unit now.
struct UnitState: Sendable {
  var activity = UnitActivity.idle
  var isOnDuty = false
  /// Whether the crew still has to go to its base for a handover or a break, in seconds of standing there.
  var owedStanding: Double = 0
  var incident: Int32 = -1
  var busySince: Double = 0
  var ticket = EventTicket.none
  /// Where it was when it became idle, or started for an incident.
  var origin: Int32
  /// The post at which it stands by.
  var post: Int32
  var idleSince: Double = 0
  /// Seconds to the place where it goes on.
  var returnSeconds: Double = 0
  var returnPlace: Int32
  /// Seconds it stands there before it goes on with its route.
  var standingSeconds: Double = 0
  /// Seconds from there to its route after a handover or a break.
  var resumeSeconds: Double = 0
  /// Where it joins its route then.
  var resumePlace: Int32 = 0
  /// Seconds by which it is ahead of the clock on its route.
  var routeOffset: Double
  /// Since when the crew has worked past the end of its shift; negative when it has not.
  var overrunSince: Double = -1
  /// Whether it goes on along a route at all.
  var followsRoute = false
  var departure: Double = 0
  var arrival: Double = 0
  /// Absence on other work: whether away now, and until when that holds.
  var isAway = false
  var awayUntil: Double = .infinity
  /// The county it helps; −1 while it works in its own.
  var aidedCounty: Int32 = -1
}

/// What a hazard is waiting for.
enum HazardStage: UInt8, Sendable {
  case latent
  case mediating
}

/// A hazard that nobody has closed yet.
struct HazardState: Sendable {
  var kind: Int32
  var grid: Int32
  var stage = HazardStage.latent
  var escalation: Double
  /// Cumulative effective visits of its beat at which it is found.
  var visitTarget: Double
  var ticket = EventTicket.none
  var entity: UInt64
  /// How often it was found.
  var round: UInt64 = 0
  /// Decides whether the mediation under way closes it.
  var closureDraw = 0.0
  /// Effective visits until it is found again, if the mediation fails.
  var nextEffort = 0.0
  /// The partner that joins the mediation, and the seconds it takes at a capacity of one case a second.
  var partner: Int32 = -1
  var partnerEffort = 0.0
  /// Seconds from the partner's work to the end.
  var handOffSeconds = 0.0
}

/// A list of slots that are used again.
struct SlotList<Element: Sendable>: Sendable {
  private(set) var elements: [Element] = []
  private(set) var isOpen: [Bool] = []
  private var free: [Int32] = []

  var openCount: Int { elements.count - free.count }

  mutating func insert(_ element: Element) -> Int {
    if let slot = free.popLast() {
      elements[Int(slot)] = element
      isOpen[Int(slot)] = true
      return Int(slot)
    }
    elements.append(element)
    isOpen.append(true)
    return elements.count - 1
  }

  mutating func remove(_ slot: Int) {
    isOpen[slot] = false
    free.append(Int32(slot))
  }

  subscript(slot: Int) -> Element {
    get { elements[slot] }
    _modify { yield &elements[slot] }
  }
}
