import Dunjing
import Foundation

/// What became of one case.
public enum TrialOutcome: Sendable, Equatable {
  /// The scenario was refused, with a reason.
  case refused(String)
  /// The scenario was valid, and so many events of it were played.
  case played(events: Int)
  /// Something is wrong with the program.
  case failed(String)
}

/// A series of cases, each determined by its seed and number.
public protocol Trial: Sendable {
  /// The bundle of a case.
  func files(_ number: Int) -> [String: [UInt8]]

  /// Plays a bundle and checks all that has to hold.
  func play(_ files: [String: [UInt8]], number: Int) -> TrialOutcome
}

/// Something that has to hold and does not.
struct Broken: Error {
  let text: String

  static func unless(_ holds: Bool, _ text: @autoclosure () -> String) throws(Broken) {
    if !holds { throw Broken(text: text()) }
  }
}
