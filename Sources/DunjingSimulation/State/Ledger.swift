/// What has come into the state and gone out of it since the start of the run, whether measured or not.
///
/// What is in a state is what came in less what went out: the invariants compare both.
struct Ledger: Sendable {
  /// Hazards that programs kept from arising.
  var averted = 0
  /// Incidents that a community officer answered by contact card: no unit ever knew of them.
  var answered = 0
  /// Mass events.
  var massEvents = 0
  /// Calls that patrol presence deterred: they never became incidents.
  var deterred = 0
  /// Incidents that grew from hazards or other incidents and were put off to a later hour.
  var putOff = 0
  /// Of these, incidents that have happened.
  var occurred = 0
  /// Incidents that are over: cleared, or handed over.
  var ended = 0
  /// Hazards that mediation closed.
  var closed = 0
  /// Hazards that escalated.
  var escalated = 0
}
