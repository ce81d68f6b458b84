import DunjingKernel
import DunjingScenario
import DunjingWorld

// Which post an idle unit stands by at.
extension Simulator {
  /// Asks the relocation policy, if there is one, and carries out its moves.
  mutating func relocate(after change: StandbyChange) {
    guard relocation != nil else { return }
    let view = StandbyView(time: queue.now, units: standbyUnits())
    for move in relocation?.relocate(after: change, in: view) ?? [] {
      precondition(
        view.units.contains { $0.unit == move.unit }
          && world.posts[move.post].group == world.units[move.unit].group,
        "a relocation policy may only move units of its view, to posts of their group")
      guard units[move.unit].post != Int32(move.post) else { continue }
      endIdlingBriefly(move.unit)
      units[move.unit].post = Int32(move.post)
      note(.relocated, unit: move.unit, .facility(world.posts[move.post].facility))
      startIdling(move.unit)
    }
  }

  /// Mutating, as all that is asked in the event loop, so that the simulator is not copied for it.
  private mutating func standbyUnits() -> [StandbyUnit] {
    var result: [StandbyUnit] = []
    for unit in units.indices {
      if let idle = standbyUnit(unit) { result.append(idle) }
    }
    return result
  }

  private func standbyUnit(_ unit: Int) -> StandbyUnit? {
    let compiled = world.units[unit]
    let state = units[unit]
    // A handover or a break is not cut short.
    let isDue =
      state.owedStanding > 0
      || (state.standingSeconds > 0
        && queue.now < state.idleSince + state.returnSeconds + state.standingSeconds)
    guard state.activity == .idle, state.isOnDuty, !isDue, compiled.area == .city,
      !compiled.isFirstResponderOnly
    else { return nil }
    return StandbyUnit(
      unit: unit, group: compiled.group, post: Int(units[unit].post), home: compiled.post,
      place: position(of: unit, at: queue.now).place)
  }
}
