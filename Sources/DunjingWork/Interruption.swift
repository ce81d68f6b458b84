import Foundation
import Synchronization

/// Whether the user wants to stop; global, because a signal handler captures nothing.
private let isStopWanted = Atomic<Bool>(false)

/// Notes Ctrl-C and the request to end, so that a run ends after the replications under way and keeps them.
public enum Interruption {
  /// Starts to listen; a second Ctrl-C ends the program at once.
  public static func listen() {
    signal(SIGINT) { _ in
      if isStopWanted.exchange(true, ordering: .relaxed) { _exit(130) }
    }
    signal(SIGTERM) { _ in isStopWanted.store(true, ordering: .relaxed) }
  }

  /// Whether the user wants to stop.
  public static var isRequested: Bool {
    isStopWanted.load(ordering: .relaxed)
  }
}
