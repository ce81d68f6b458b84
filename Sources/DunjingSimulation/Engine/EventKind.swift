/// Everything that can happen. At one instant the earlier case comes first.
enum EventKind: UInt8, CaseIterable {
  /// Midnight: headquarters closes its day. Subject: none.
  case day
  /// A later step of the treatment takes effect. Subject: step.
  case phase
  /// A shock begins or ends. Subject: twice the shock, plus one when it ends.
  case shock
  /// A shift begins or ends. Subject: boundary.
  case shift
  /// A break begins. Subject: boundary.
  case breakStart
  /// A crew finishes its paperwork. Subject: unit.
  case available
  /// The scene is cleared. Subject: incident.
  case clear
  /// A unit arrives. Subject: unit.
  case arrive
  /// A found hazard has been mediated. Subject: hazard.
  case mediated
  /// A found hazard reaches the department that joins its mediation. Subject: hazard.
  case referred
  /// A visit finds a hazard. Subject: hazard.
  case found
  /// A hazard escalates. Subject: hazard.
  case escalate
  /// A new hazard arises. Subject: hazard kind.
  case arise
  /// An incident that grew from a hazard or another incident happens. Subject: pending incident.
  case occur
  /// A call comes in. Subject: incident kind.
  case call
  /// A call is ready for an order. Subject: incident.
  case order
  /// The officers of a district have mediated a case and are free for the next. Subject: desk.
  case deskFree
  /// A unit comes back from other work while incidents wait. Subject: none.
  case recheck
  /// It is noted where units can be seen. Subject: number of the observation.
  case observe
}
