import Foundation

/// Seconds of a core that this thread has had: what work costs, whatever else the machine does.
enum CoreClock {
  /// The seconds so far.
  static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// The seconds that a body takes.
  static func measure(_ body: () throws -> Void) rethrows -> Double {
    let start = seconds
    try body()
    return seconds - start
  }
}
