import DunjingKernel
import DunjingScenario
import DunjingWorld

// Mutual aid across boundaries (区域警务一体化): where no unit of its own county can come, an incident gets one of another
// county that can be there in time. Asked once, when the incident would begin to wait; from then on its own units serve
// it. The county that lends pays: the hours are its units'.
extension Simulator {
  /// Sends units of other counties, the soonest first, as long as any may come.
  mutating func callAid(to slot: Int) {
    guard !world.sharesQueue else { return }
    while incidents[slot].assigned < incidents[slot].needed, let aid = soonestAid(for: slot) {
      incidents[slot].hasAid = true
      units[aid.unit].aidedCounty = Int32(world.grids[Int(incidents[slot].grid)].county)
      send(aid.unit, to: slot, arriving: queue.now + aid.seconds)
      recorder.aided()
    }
  }

  private mutating func soonestAid(for slot: Int) -> (unit: Int, seconds: Double)? {
    let incident = incidents[slot]
    let county = world.grids[Int(incident.grid)].county
    let skills = world.kinds[Int(incident.kind)].skills
    var best: (unit: Int, seconds: Double)?
    for unit in units.indices
    where board.isIdle(unit) && world.units[unit].area == .county && world.units[unit].county != county
      && plan.skills[unit] & skills == skills && isFree(unit)
    {
      let seconds = secondsOfAid(unit, to: Int(incident.place))
      if seconds <= world.scenario.dispatch.mutualAidMinutes * 60, seconds < best?.seconds ?? .infinity {
        best = (unit, seconds)
      }
    }
    return best
  }

  private func secondsOfAid(_ unit: Int, to place: Int) -> Double {
    let (from, isStanding) = position(of: unit, at: queue.now)
    return departureSeconds(of: unit, isStanding: isStanding) + world.scenario.dispatch.accessSeconds
      + travelSeconds(mode: world.units[unit].mode, from: from, to: place)
  }

  /// The units that may be at work on an incident: those of its queue, or all where another county helps.
  func unitsAtWork(on slot: Int) -> [Int] {
    incidents[slot].hasAid ? Array(units.indices) : unitsOfQueue(of: slot)
  }

  /// Notes what a unit that is free again has cost the county it is of.
  mutating func endAid(_ unit: Int) {
    guard units[unit].aidedCounty >= 0 else { return }
    recorder.aidEnded(
      from: world.units[unit].county, to: Int(units[unit].aidedCounty),
      seconds: queue.now - units[unit].busySince)
    units[unit].aidedCounty = -1
  }
}
