/// A step that a trace notes; the raw value is the word in the table.
public enum TraceStep: String, Sendable, CaseIterable {
  /// Tracing starts, under a treatment.
  case started
  /// A treatment takes effect.
  case treatment
  /// A call comes in.
  case received
  /// A call that patrol presence deters does not come in.
  case deterred
  /// A call by contact card that the community officer sees to: no unit hears of it.
  case answered
  /// The incident is short of units and joins the queue.
  case queued
  /// A unit gets the order to go.
  case ordered
  /// The unit starts moving: the order has been acknowledged, and it has turned out.
  case departed
  /// The unit is on scene.
  case arrived
  /// All units needed are on scene.
  case complete
  /// A more urgent incident takes the unit away.
  case preempted
  /// The scene is cleared; its first unit goes on with paperwork.
  case cleared
  /// The incident goes to other forces, because as many wait as may.
  case handedOver
  /// A unit on its way is no longer needed.
  case recalled
  /// A unit on duty becomes idle.
  case available
  /// A unit whose shift has ended finishes its work.
  case dismissed
  /// A unit comes on duty.
  case onDuty
  /// A crew takes over from the one before it.
  case handover
  /// A unit goes off duty; a crew at work finishes first.
  case offDuty
  /// A unit owes a break, which it takes as soon as it is idle.
  case breakDue
  /// An idle unit is sent to another post.
  case relocated
  /// A shock begins.
  case shockBegan
  /// A shock ends.
  case shockEnded
  /// A program keeps a hazard from arising.
  case averted
  /// A hazard arises.
  case hazardArose
  /// A visit finds a hazard.
  case hazardFound
  /// The officers of the district take up a found hazard.
  case mediationBegan
  /// A department outside the police gets the case.
  case referred
  /// Mediation ends.
  case mediated
  /// A hazard escalates into an incident, which may come in later.
  case escalated
}
