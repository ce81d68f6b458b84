import DunjingKernel
import DunjingNumerics
import DunjingRandom
import DunjingScenario
import DunjingWorld

// Hazards: they arise, are found by visits, are mediated, return or are closed, or escalate.
// The delay-time model of Christer & Waller (1984), with Poisson visits.
extension Simulator {
  mutating func scheduleArising(_ hazard: Int) {
    let rate = world.hazards[hazard].ratePerSecond
    guard rate > 0 else { return }
    let time = queue.now + hazardTimes[hazard].nextExponential() / rate
    // One in so many years would be at infinity.
    if time <= world.end { schedule(.arise, hazard, at: time) }
  }

  mutating func ariseHazard(_ kind: Int) {
    let entity = UInt64(kind) << 40 | hazardCounts[kind]
    hazardCounts[kind] += 1
    guard !isAverted(kind, entity) else {
      ledger.averted += 1
      recorder.hazardAverted()
      let hazard = HazardState(
        kind: Int32(kind), grid: -1, escalation: .infinity, visitTarget: .infinity, entity: entity)
      note(.averted, hazard)
      return scheduleArising(kind)
    }
    var stream = RandomStream(seed: seed, replication: replication, purpose: .hazard, entity: entity)
    let grid = world.gridSampler.sample(using: &stream)
    let incubation = world.hazards[kind].incubationDays.sample(using: &stream) * World.daySeconds
    let target =
      visits.visits(inGrid: grid, at: queue.now) + effort(world.hazards[kind].detection, &stream)
    let slot = hazards.insert(
      HazardState(
        kind: Int32(kind), grid: Int32(grid), escalation: queue.now + incubation, visitTarget: target,
        entity: entity))
    recorder.hazardArose()
    note(.hazardArose, hazards[slot])
    scheduleNext(slot)
    scheduleArising(kind)
  }

  /// Whether programs keep a hazard from arising; the draw is the same under every treatment.
  private func isAverted(_ kind: Int, _ entity: UInt64) -> Bool {
    let share = plan.averted(hazard: kind, after: queue.now - world.implementation)
    guard share > 0 else { return false }
    var stream = RandomStream(seed: seed, replication: replication, purpose: .aversion, entity: entity)
    return stream.nextUnit() < share
  }

  /// Effective visits until the hazard is found.
  private func effort(_ detection: Double, _ stream: inout RandomStream) -> Double {
    let draw = stream.nextExponential()
    return detection > 0 ? draw / detection : .infinity
  }

  private mutating func scheduleNext(_ slot: Int) {
    let hazard = hazards[slot]
    let found = visits.time(inGrid: Int(hazard.grid), of: hazard.visitTarget, after: queue.now)
    let isFoundFirst = found < hazard.escalation
    hazards[slot].ticket = schedule(
      isFoundFirst ? .found : .escalate, slot, at: max(queue.now, isFoundFirst ? found : hazard.escalation))
  }

  /// After a change of visits every latent hazard is found earlier or later; the effort left stays the same.
  mutating func rescheduleHazards() {
    for slot in hazards.elements.indices where hazards.isOpen[slot] && hazards[slot].stage == .latent {
      scheduleNext(slot)
    }
  }

  mutating func findHazard(_ slot: Int, _ ticket: EventTicket) {
    guard hazards[slot].ticket == ticket else { return }
    recorder.hazardFound()
    hazards[slot].stage = .mediating
    hazards[slot].round += 1
    hazards[slot].ticket = schedule(.escalate, slot, at: max(queue.now, hazards[slot].escalation))
    let hazard = hazards[slot]
    note(.hazardFound, hazard, .round(Int(hazard.round)))
    let desk = world.grids[Int(hazard.grid)].station + 1
    desks[desk].add(
      MediationDesk.Case(
        slot: Int32(slot), entity: hazard.entity, round: hazard.round, found: queue.now))
    if !desks[desk].isBusy { serveDesk(desk) }
  }

  /// The officers of a district take their next case that has not escalated meanwhile.
  mutating func serveDesk(_ desk: Int) {
    desks[desk].isBusy = false
    let hoursPerDay = world.mediationHoursPerDay(ofDistrict: desk, under: plan)
    while let next = desks[desk].next() {
      let slot = Int(next.slot)
      guard hazards.isOpen[slot], hazards[slot].entity == next.entity, hazards[slot].round == next.round
      else {
        continue
      }
      let hours = world.hazards[Int(hazards[slot].kind)].mediationHours
      // Without any capacity nothing is ever mediated.
      guard hours == 0 || hoursPerDay > 0 else { continue }
      let ready = queue.now + (hours == 0 ? 0 : hours / hoursPerDay * World.daySeconds)
      guard ready <= world.end else {
        // The officers are on this case until the end.
        desks[desk].isBusy = true
        return
      }
      recorder.hazardMediated(hours: hours, seconds: ready - next.found)
      note(.mediationBegan, hazards[slot])
      mediate(slot, readyAt: ready)
      guard hours > 0 else { continue }
      desks[desk].isBusy = true
      schedule(.deskFree, desk, at: ready)
      return
    }
  }

  /// Draws how a mediation ends; a department that has to join takes its own time after the officers.
  private mutating func mediate(_ slot: Int, readyAt ready: Double) {
    let hazard = hazards[slot]
    let kind = Int(hazard.kind)
    // Numbers about a mediation depend on the hazard and on how often it was found.
    var stream = RandomStream(
      seed: seed, replication: replication, purpose: .mediation,
      entity: hazard.entity | (hazard.round - 1) << 48)
    let isJoint = stream.nextTrial(probability: world.hazards[kind].jointShare)
    let handOff = stream.nextExponential()
    hazards[slot].closureDraw = stream.nextUnit()
    hazards[slot].nextEffort = effort(world.hazards[kind].detection, &stream)
    let seconds = handOff * handOffDays(world.grids[Int(hazard.grid)].station + 1) * World.daySeconds
    guard isJoint && partners.isOpen else {
      let done = ready + (isJoint ? seconds : 0)
      if done < hazard.escalation { hazards[slot].ticket = schedule(.mediated, slot, at: done) }
      return
    }
    hazards[slot].handOffSeconds = seconds
    drawPartner(slot)
    if ready < hazard.escalation { hazards[slot].ticket = schedule(.referred, slot, at: ready) }
  }

  /// Mean days that a hand-off takes in a district: fewer where the chief is in township leadership.
  private func handOffDays(_ district: Int) -> Double {
    let community = world.scenario.community
    guard plan.treatment.switches.jointMediation else { return community.jointHandOffDays }
    // Multiples of the golden ratio spread the chiefs evenly over the stations, and more chiefs include fewer.
    let hasChief =
      GoldenRatio.fraction(district) < plan.treatment.chiefShare || plan.treatment.chiefShare == 1
    return hasChief ? community.jointHandOffDaysWithChiefs : community.jointHandOffDays
  }

  mutating func finishMediation(_ slot: Int, _ ticket: EventTicket) {
    guard hazards[slot].ticket == ticket else { return }
    let hazard = hazards[slot]
    let gain = plan.treatment.switches.jointMediation ? world.scenario.community.closureGain : 0
    let isClosed = hazard.closureDraw < world.hazards[Int(hazard.kind)].closure + gain
    note(.mediated, hazard, .isClosed(isClosed))
    if isClosed {
      recorder.hazardClosed()
      ledger.closed += 1
      hazards.remove(slot)
      return
    }
    hazards[slot].stage = .latent
    hazards[slot].visitTarget =
      visits.visits(inGrid: Int(hazard.grid), at: queue.now) + hazard.nextEffort
    scheduleNext(slot)
  }

  mutating func escalate(_ slot: Int, _ ticket: EventTicket) {
    guard hazards[slot].ticket == ticket else { return }
    let hazard = hazards[slot]
    hazards.remove(slot)
    recorder.hazardEscalated(county: world.grids[Int(hazard.grid)].county)
    ledger.escalated += 1
    var stream = RandomStream(
      seed: seed, replication: replication, purpose: .outcome, entity: hazard.entity)
    let draw = stream.nextUnit()
    let outcomes = world.hazards[Int(hazard.kind)].becomes
    guard let outcome = outcomes.first(where: { draw <= $0.cumulative }) ?? outcomes.last else { return }
    note(.escalated, hazard, .kind(outcome.kind))
    schedulePending(
      PendingIncident(kind: Int32(outcome.kind), grid: hazard.grid, cause: .hazard, entity: hazard.entity),
      after: queue.now, stream: &stream)
  }
}
