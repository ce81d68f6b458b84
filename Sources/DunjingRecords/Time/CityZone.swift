import Foundation

/// The time zone of a city with its summer time: turns UTC into the clock on the wall, and finds clocks that never showed or
/// showed twice.
///
/// Source of the rules: the IANA time zone database as the system has it.
public struct CityZone: Sendable, Equatable {
  /// The IANA name, such as `Asia/Shanghai`.
  public let name: String
  private let zone: TimeZone

  /// How a clock on the wall relates to UTC.
  public enum Clock: Sendable, Equatable {
    /// It was shown once.
    case once
    /// It was never shown: the clock was put forward over it.
    case skipped
    /// It was shown twice: the clock was put back.
    case repeated
  }

  /// Creates a zone by its IANA name; nil if there is none of it.
  public init?(_ name: String) {
    guard name.contains("/") || name == "UTC", let zone = TimeZone(identifier: name) else { return nil }
    (self.name, self.zone) = (name, zone)
  }

  /// Returns the clock of the city at a moment: seconds since 1970-01-01 by the clock, for seconds in UTC.
  func clock(at universal: Int) -> Int {
    universal + offset(at: universal)
  }

  /// Returns whether a clock of the city was shown once, never or twice.
  func kind(ofClock second: Int) -> Clock {
    let before = offset(at: second - 86_400 - offset(at: second))
    let after = offset(at: second + 86_400 - offset(at: second))
    guard before != after else { return .once }
    let moments = Set([second - before, second - after].filter { $0 + offset(at: $0) == second })
    return moments.isEmpty ? .skipped : moments.count == 1 ? .once : .repeated
  }

  private func offset(at universal: Int) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(universal)))
  }
}
