import DunjingWorld

/// Follows one unit through a trace, and collects what it does.
struct UnitFollower {
  /// The end of what has none yet.
  static let never = 1 << 40

  let unit: Int
  let post: DayReplay.Position
  private(set) var stages: [DayReplay.Stage] = []
  private(set) var activity = DayReplay.Activity.offDuty
  /// The incident it works on; −1 if none.
  private(set) var incident = -1
  private var isOnDuty = false
  /// The places where it set out, and where it goes or is.
  private var origin: Int
  private var place: Int
  private var standby: Int

  init(_ unit: Int, in world: World) {
    self.unit = unit
    (origin, place, standby) = (world.units[unit].base, world.units[unit].base, world.units[unit].base)
    post = world.geography.position(ofPlace: standby)
  }

  /// Whether it works on an incident or on what comes after.
  private var isAtWork: Bool { activity != .offDuty && activity != .atPost }

  mutating func comeOnDuty(at second: Int) {
    isOnDuty = true
    if !isAtWork { enter(.atPost, at: second, from: position(at: second)) }
  }

  mutating func goOffDuty(at second: Int) {
    isOnDuty = false
    if !isAtWork { enter(.offDuty, at: second, from: position(at: second)) }
  }

  mutating func takeOrder(to incident: Int, from origin: Int, at second: Int, in world: World) {
    self.incident = incident
    self.origin = origin
    enter(.turningOut, at: second, from: world.geography.position(ofPlace: origin))
  }

  /// Sets out to an incident.
  mutating func depart(to place: Int, at second: Int, arriving arrival: Int, in world: World) {
    self.place = place
    enter(
      .underWay, at: second, from: world.geography.position(ofPlace: origin),
      to: world.geography.position(ofPlace: place), until: arrival)
  }

  mutating func arrive(at incident: Int, place: Int, second: Int, in world: World) {
    (self.incident, self.place) = (incident, place)
    enter(.onScene, at: second, from: world.geography.position(ofPlace: place))
  }

  mutating func startPaperwork(at second: Int) {
    incident = -1
    enter(.paperwork, at: second, from: position(at: second))
  }

  /// Is free, and goes back to its post if it is on duty.
  mutating func becomeFree(at second: Int, in world: World) {
    let here = position(at: second)
    let isNearOrigin = activity == .turningOut || (activity == .underWay && isInFirstHalf(second))
    incident = -1
    guard isOnDuty else { return enter(.offDuty, at: second, from: here) }
    let table = world.travel[world.units[unit].mode]
    let seconds = table.freeFlowSeconds(from: isNearOrigin ? origin : place, to: standby)
    goToPost(from: here, at: second, taking: seconds, in: world)
  }

  /// Stands by at another place, and goes there if it is free.
  mutating func move(to standby: Int, at second: Int, in world: World) {
    let before = self.standby
    self.standby = standby
    guard activity == .atPost else { return }
    let table = world.travel[world.units[unit].mode]
    goToPost(
      from: position(at: second), at: second,
      taking: table.freeFlowSeconds(from: before, to: standby), in: world)
  }

  /// Whether less than half of the way is behind it; then it is free where it set out, as in the simulation.
  private func isInFirstHalf(_ second: Int) -> Bool {
    guard let stage = stages.last else { return false }
    return second - stage.start < stage.end - second
  }

  private mutating func goToPost(
    from here: DayReplay.Position, at second: Int, taking seconds: Double, in world: World
  ) {
    let target = world.geography.position(ofPlace: standby)
    let arrival = second + Int(min(seconds, 86_400).rounded())
    if arrival > second { enter(.atPost, at: second, from: here, to: target, until: arrival) }
    enter(.atPost, at: arrival, from: target)
  }

  private func position(at second: Int) -> DayReplay.Position {
    (stages.last { $0.start <= second } ?? stages.last)?.position(at: second) ?? post
  }

  /// Ends what the unit does, also a way that is not over, and begins something else.
  private mutating func enter(
    _ activity: DayReplay.Activity, at second: Int, from: DayReplay.Position,
    to: DayReplay.Position? = nil, until end: Int = UnitFollower.never
  ) {
    self.activity = activity
    while let last = stages.last, last.start >= second { stages.removeLast() }
    if let last = stages.last {
      stages[stages.count - 1].to = last.end > second ? last.position(at: second) : last.to
      stages[stages.count - 1].end = second
    }
    stages.append(
      DayReplay.Stage(start: second, end: max(second, end), activity: activity, from: from, to: to ?? from))
  }
}

extension Geography {
  /// The position of a place.
  func position(ofPlace place: Int) -> DayReplay.Position { DayReplay.Position(x: x[place], y: y[place]) }
}
