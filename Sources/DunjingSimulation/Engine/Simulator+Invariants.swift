import DunjingWorld

extension Simulator {
  /// What is wrong with the state, or nil: checked after every event in debug builds.
  var invariantViolation: String? {
    var assigned = [Int32](repeating: 0, count: incidents.elements.count)
    for unit in units.indices {
      let state = units[unit]
      if world.posts[Int(state.post)].group != world.units[unit].group {
        return "unit \(unit) stands by at a post of another group"
      }
      switch state.activity {
      case .idle, .paperwork:
        if state.incident >= 0 { return "unit \(unit) is free and has an incident" }
      case .enRoute, .onScene:
        let slot = Int(state.incident)
        guard slot >= 0, incidents.isOpen[slot] else { return "unit \(unit) works on a closed incident" }
        if !world.units[unit].isFirstResponderOnly { assigned[slot] += 1 }
      }
    }
    var waitingCount = 0
    for slot in incidents.elements.indices where incidents.isOpen[slot] {
      let incident = incidents[slot]
      if assigned[slot] != incident.assigned { return "incident \(slot) miscounts its units" }
      if incident.onScene > incident.assigned { return "incident \(slot) has more on scene than assigned" }
      waitingCount += incident.isWaiting ? 1 : 0
      if incident.firstArrival >= 0 && incident.firstArrival < incident.received {
        return "incident \(slot) was reached before it was called in"
      }
    }
    for slot in waiting where !incidents.isOpen[Int(slot)] || !incidents[Int(slot)].isWaiting {
      return "incident \(slot) is in the queue and does not wait"
    }
    return waitingCount == waiting.count
      ? nil : "\(waitingCount) incidents wait, \(waiting.count) are in the queue"
  }
}
