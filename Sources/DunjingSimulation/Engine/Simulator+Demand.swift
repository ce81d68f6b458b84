import DunjingKernel
import DunjingRandom
import DunjingScenario
import DunjingWorld

// How incidents come into being: calls, hazards that escalated, incidents that climbed.
extension Simulator {
  mutating func startDemand() {
    guard recorded == nil else { return scheduleRecorded() }
    for kind in world.kinds.indices {
      scheduleCall(kind)
    }
    for hazard in world.hazards.indices {
      scheduleArising(hazard)
    }
  }

  mutating func scheduleCall(_ kind: Int) {
    guard let arrivals = world.kinds[kind].arrivals,
      let time = arrivals.nextArrival(after: queue.now, using: &callTimes[kind])
    else { return }
    schedule(.call, kind, at: time)
  }

  mutating func receiveCall(_ kind: Int) {
    guard recorded == nil else { return receiveRecorded() }
    let entity = UInt64(kind) << 40 | callCounts[kind]
    callCounts[kind] += 1
    var stream = RandomStream(seed: seed, replication: replication, purpose: .call, entity: entity)
    let grid = world.gridSampler.sample(using: &stream)
    if isDeterred(kind: kind, grid: grid, entity: entity) {
      ledger.deterred += 1
      recorder.callDeterred()
      note(.deterred, kind: kind, grid: grid)
    } else {
      receive(kind: kind, grid: grid, origin: .call, stream: &stream)
    }
    scheduleCall(kind)
  }

  mutating func occur(_ slot: Int) {
    let incident = pending[slot]
    pending.remove(slot)
    ledger.occurred += 1
    var stream = RandomStream(
      seed: seed, replication: replication,
      purpose: incident.cause == .hazard ? .hazardIncident : .climbIncident, entity: incident.entity)
    let origin: IncidentOrigin =
      switch incident.cause {
      case .hazard: .hazard(HazardIdentity(entity: incident.entity))
      case .climb: .climb
      case .again: .again
      }
    receive(kind: Int(incident.kind), grid: Int(incident.grid), origin: origin, stream: &stream)
  }

  /// Draws everything about an incident in a fixed order, so that it is the same under every treatment.
  ///
  /// The kind is read field by field: a copy of it would count references for each of its arrays.
  private mutating func receive(kind: Int, grid: Int, origin: IncidentOrigin, stream: inout RandomStream) {
    let number = stream.nextInteger(below: world.geography.placeCount(ofGrid: grid))
    let place = world.geography.place(number, ofGrid: grid)
    let isUrgent = stream.nextTrial(probability: world.kinds[kind].urgentShare)
    let needsMore = stream.nextTrial(probability: world.kinds[kind].secondUnitProbability)
    let support = plan.treatment.switches.resourceSupport ? world.scenario.dispatch.supportSceneFactor : 1
    let scene = world.kinds[kind].sceneMinutes.sample(using: &stream) * 60 * support
    beget(kind: kind, grid: grid, stream: &stream)
    climb(from: kind, grid: grid, stream: &stream)
    recorder.received(
      kind: kind, county: world.grids[grid].county, origin, hour: world.calendar.hourOfWeek(at: queue.now))
    let isByCard = world.kinds[kind].usesContactCard && isAnsweredByCard(&stream)
    comeAgain(kind: kind, grid: grid, stream: &stream)
    guard !isByCard else { return answer(kind: kind, grid: grid) }
    let slot = incidents.insert(
      IncidentState(
        kind: Int32(kind), grid: Int32(grid), place: place,
        priority: Int32(isUrgent ? world.kinds[kind].urgentPriority : world.kinds[kind].priority),
        needed: Int32(world.kinds[kind].units + (needsMore ? 1 : 0)), isMeasured: recorder.isMeasuring,
        isInShock: shocks.isOn, number: nextNumber, received: queue.now, sceneSeconds: scene,
        fullSceneSeconds: scene))
    nextNumber += 1
    recorder.occupancy.opened(at: queue.now)
    note(.received, incidents[slot], .origin(origin))
    schedule(.order, slot, at: queue.now + plan.callTakingSeconds)
  }

  /// Hands the work that an incident begets to the departments.
  private mutating func beget(kind: Int, grid: Int, stream: inout RandomStream) {
    for index in world.kinds[kind].followUps.indices {
      headquarters.add(
        world.kinds[kind].followUps[index].hours.sample(using: &stream),
        to: world.kinds[kind].followUps[index].department, of: world.grids[grid].county)
    }
  }

  private mutating func climb(from kind: Int, grid: Int, stream: inout RandomStream) {
    for climb in world.climbs[kind] {
      let entity = stream.next()
      let happens = stream.nextTrial(probability: climb.probability)
      let delay = stream.nextExponential() * climb.meanDelaySeconds
      guard happens else { continue }
      schedulePending(
        PendingIncident(kind: Int32(climb.to), grid: Int32(grid), cause: .climb, entity: entity),
        after: queue.now + delay, stream: &stream)
    }
  }

  /// Whether the resident calls the community officer by the number on a card; the draw is the same under every plan.
  private func isAnsweredByCard(_ stream: inout RandomStream) -> Bool {
    let uses = stream.nextTrial(probability: world.scenario.community.contactCards.share)
    return uses && plan.treatment.switches.contactCards
  }

  /// The community officer sees to it: it is an incident, and no unit ever hears of it.
  private mutating func answer(kind: Int, grid: Int) {
    ledger.answered += 1
    recorder.answeredByCard()
    note(.answered, kind: kind, grid: grid)
  }

  /// An incident that is not resolved comes again, of the same kind and in the same grid.
  private mutating func comeAgain(kind: Int, grid: Int, stream: inout RandomStream) {
    guard world.kinds[kind].repeatShare > 0 else { return }
    let entity = stream.next()
    let draw = stream.nextUnit()
    let delay = stream.nextExponential() * world.kinds[kind].repeatMeanSeconds
    let factor = plan.treatment.switches.resourceSupport ? world.scenario.dispatch.supportRepeatFactor : 1
    guard draw < world.kinds[kind].repeatShare * factor else { return }
    schedulePending(
      PendingIncident(kind: Int32(kind), grid: Int32(grid), cause: .again, entity: entity),
      after: queue.now + delay, stream: &stream)
  }

  /// A mass event: an incident that keeps its units until a time.
  mutating func receiveMassEvent(kind: Int, grid: Int, units: Int, seconds: Double, shock: Int) {
    var stream = RandomStream(
      seed: seed, replication: replication, purpose: .massEvent, entity: UInt64(shock))
    let number = stream.nextInteger(below: world.geography.placeCount(ofGrid: grid))
    ledger.massEvents += 1
    recorder.received(
      kind: kind, county: world.grids[grid].county, .massEvent,
      hour: world.calendar.hourOfWeek(at: queue.now))
    let slot = incidents.insert(
      IncidentState(
        kind: Int32(kind), grid: Int32(grid), place: world.geography.place(number, ofGrid: grid),
        priority: Int32(world.kinds[kind].urgentPriority), needed: Int32(units),
        isMeasured: recorder.isMeasuring, isInShock: true, number: nextNumber, received: queue.now,
        sceneSeconds: seconds, fullSceneSeconds: seconds))
    nextNumber += 1
    recorder.occupancy.opened(at: queue.now)
    note(.received, incidents[slot], .origin(.massEvent))
    schedule(.order, slot, at: queue.now + plan.callTakingSeconds)
  }

  /// Schedules an incident at the first occurrence, after a time, of an hour drawn from its kind's day.
  mutating func schedulePending(_ incident: PendingIncident, after time: Double, stream: inout RandomStream) {
    var moment = time
    if let hours = world.kinds[Int(incident.kind)].hourSampler {
      let timeOfDay = (Double(hours.sample(using: &stream)) + stream.nextUnit()) * 3_600
      let day = (time / World.daySeconds).rounded(.down)
      moment = day * World.daySeconds + timeOfDay
      if moment < time { moment += World.daySeconds }
    }
    guard moment <= world.end else { return }
    ledger.putOff += 1
    schedule(.occur, pending.insert(incident), at: moment)
  }
}
