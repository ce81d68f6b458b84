import DunjingKernel
import DunjingScenario
import DunjingWorld

// Notes for a recorder, which is a trace or the caller's own. Every one is behind a check for nil, so that a run without a
// recorder pays nothing else.
extension Simulator {
  /// Hands from now on what happens to a recorder, in place of one before it; begins with the units on duty.
  ///
  /// The events stay the same: a recorder changes nothing. A copy of the simulator has a copy of the recorder.
  public mutating func startRecording(into recorder: some TraceRecorder) {
    trace = recorder
    var start = TraceEntry(time: queue.now, step: .started)
    start.detail = .treatment(plan.treatment.id)
    trace?.record(start)
    for unit in units.indices where units[unit].isOnDuty { note(.onDuty, unit: unit) }
  }

  /// Takes the recorder back, after the departures of units still on their way.
  /// - Returns: the recorder with what it kept; nil if there is none of the type.
  public mutating func finishRecording<Kept: TraceRecorder>(_ type: Kept.Type = Kept.self) -> Kept? {
    for unit in units.indices where units[unit].activity == .enRoute { noteDeparture(of: unit) }
    defer { trace = nil }
    return trace as? Kept
  }

  /// Notes from now on what happens; begins with the units on duty.
  public mutating func startTracing() { startRecording(into: Trace()) }

  /// Returns what was noted, departures of units still on their way included, and stops noting.
  public mutating func finishTracing() -> Trace { finishRecording() ?? Trace() }

  /// Notes a step of a unit, with the incident it works on.
  mutating func note(_ step: TraceStep, unit: Int, _ detail: TraceDetail = .none) {
    guard trace != nil else { return }
    let slot = Int(units[unit].incident)
    var entry = slot >= 0 ? entry(step, of: incidents[slot]) : TraceEntry(time: queue.now, step: step)
    entry.unit = unit
    entry.detail = detail
    if step == .ordered { entry.origin = Int(units[unit].origin) }
    trace?.record(entry)
  }

  /// Notes a step of an incident.
  mutating func note(_ step: TraceStep, _ incident: IncidentState, _ detail: TraceDetail = .none) {
    guard trace != nil else { return }
    var entry = entry(step, of: incident)
    entry.detail = detail
    trace?.record(entry)
  }

  /// Notes something about a kind in a grid that is no incident.
  mutating func note(_ step: TraceStep, kind: Int, grid: Int) {
    guard trace != nil else { return }
    var entry = TraceEntry(time: queue.now, step: step)
    entry.kind = kind
    entry.grid = grid
    trace?.record(entry)
  }

  /// Notes a step of a hazard.
  mutating func note(_ step: TraceStep, _ hazard: HazardState, _ detail: TraceDetail = .none) {
    guard trace != nil else { return }
    var entry = TraceEntry(time: queue.now, step: step)
    entry.kind = Int(hazard.kind)
    entry.grid = Int(hazard.grid)
    entry.hazard = HazardIdentity(entity: hazard.entity)
    entry.detail = detail
    trace?.record(entry)
  }

  /// Notes when a unit on its way set out, if it has.
  mutating func noteDeparture(of unit: Int) {
    guard trace != nil, units[unit].departure <= queue.now else { return }
    var entry = entry(.departed, of: incidents[Int(units[unit].incident)])
    entry.time = units[unit].departure
    entry.unit = unit
    trace?.record(entry)
  }

  /// Notes how a unit comes free, with its departure if it was still on its way.
  mutating func noteRelease(of unit: Int) {
    guard trace != nil else { return }
    let isOnWay = units[unit].activity == .enRoute
    if isOnWay {
      noteDeparture(of: unit)
      note(.recalled, unit: unit)
    }
    note(units[unit].isOnDuty ? .available : .dismissed, unit: unit)
  }

  /// Notes a unit that is, or was, on duty at the boundary of a shift.
  mutating func noteDuty(of unit: Int, wasOn: Bool, handsOver: Bool) {
    let isOn = units[unit].isOnDuty
    if isOn != wasOn {
      note(isOn ? .onDuty : .offDuty, unit: unit)
    } else if handsOver {
      note(.handover, unit: unit)
    }
  }

  /// Notes a step of a shock.
  mutating func noteShock(_ step: TraceStep, _ shock: Int) {
    guard trace != nil else { return }
    var entry = TraceEntry(time: queue.now, step: step)
    entry.detail = .shock(shock)
    trace?.record(entry)
  }

  /// Notes that a treatment takes effect.
  mutating func noteTreatment() {
    guard trace != nil else { return }
    var entry = TraceEntry(time: queue.now, step: .treatment)
    entry.detail = .treatment(plan.treatment.id)
    trace?.record(entry)
  }

  private func entry(_ step: TraceStep, of incident: IncidentState) -> TraceEntry {
    var entry = TraceEntry(time: queue.now, step: step)
    entry.incident = incident.number
    entry.kind = Int(incident.kind)
    entry.grid = Int(incident.grid)
    entry.place = Int(incident.place)
    entry.priority = Int(incident.priority)
    return entry
  }
}
