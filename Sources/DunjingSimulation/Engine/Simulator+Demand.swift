import DunjingKernel
import DunjingRandom
import DunjingWorld

// How incidents come into being: calls, hazards that escalated, incidents that climbed.
extension Simulator {
  mutating func startDemand() {
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
      seed: seed, replication: replication, purpose: incident.isClimb ? .climbIncident : .hazardIncident,
      entity: incident.entity)
    let origin = incident.isClimb ? .climb : IncidentOrigin.hazard(HazardIdentity(entity: incident.entity))
    receive(kind: Int(incident.kind), grid: Int(incident.grid), origin: origin, stream: &stream)
  }

  /// Draws everything about an incident in a fixed order, so that it is the same under every treatment.
  private mutating func receive(kind: Int, grid: Int, origin: IncidentOrigin, stream: inout RandomStream) {
    let number = stream.nextInteger(below: world.geography.placeCount(ofGrid: grid))
    let place = world.geography.place(number, ofGrid: grid)
    let compiled = world.kinds[kind]
    let isUrgent = stream.nextTrial(probability: compiled.urgentShare)
    let needsMore = stream.nextTrial(probability: compiled.secondUnitProbability)
    let scene = compiled.sceneMinutes.sample(using: &stream) * 60
    for followUp in compiled.followUps {
      headquarters.add(
        followUp.hours.sample(using: &stream), to: followUp.department, of: world.grids[grid].county)
    }
    climb(from: kind, grid: grid, stream: &stream)
    let slot = incidents.insert(
      IncidentState(
        kind: Int32(kind), grid: Int32(grid), place: place,
        priority: Int32(isUrgent ? compiled.urgentPriority : compiled.priority),
        needed: Int32(compiled.units + (needsMore ? 1 : 0)), isMeasured: recorder.isMeasuring,
        number: nextNumber, received: queue.now, sceneSeconds: scene, fullSceneSeconds: scene))
    nextNumber += 1
    recorder.occupancy.opened(at: queue.now)
    recorder.received(
      kind: kind, county: world.grids[grid].county, isClimb: origin == .climb,
      hour: world.calendar.hourOfWeek(at: queue.now))
    note(.received, incidents[slot], .origin(origin))
    schedule(.order, slot, at: queue.now + plan.callTakingSeconds)
  }

  private mutating func climb(from kind: Int, grid: Int, stream: inout RandomStream) {
    for climb in world.climbs[kind] {
      let entity = stream.next()
      let happens = stream.nextTrial(probability: climb.probability)
      let delay = stream.nextExponential() * climb.meanDelaySeconds
      guard happens else { continue }
      schedulePending(
        PendingIncident(kind: Int32(climb.to), grid: Int32(grid), isClimb: true, entity: entity),
        after: queue.now + delay, stream: &stream)
    }
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
