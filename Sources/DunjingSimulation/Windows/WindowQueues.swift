/// The windows of a station with one queue for all of them, first come, first served (一窗式受理).
///
/// Source: J. Kiefer & J. Wolfowitz (1955), "On the theory of queues with many servers": the times at which the windows
/// are free, in ascending order, are all that the next visitor has to know.
struct PooledWindows: Sendable {
  /// Minutes from the opening until each window is free, ascending.
  private var free: [Double]

  init(count: Int) {
    free = Array(repeating: 0, count: count)
  }

  /// Plays a day that begins with empty windows.
  mutating func serve(_ visitors: WindowVisitors, _ waits: inout WindowTally) {
    for window in free.indices { free[window] = 0 }
    for visitor in visitors.arrivals.indices {
      let arrival = visitors.arrivals[visitor]
      let start = max(arrival, free[0])
      // The end of the visit sinks to its place without a branch that could be guessed wrong.
      var end = start + visitors.services[visitor]
      for window in 1..<free.count {
        let other = free[window]
        free[window - 1] = min(other, end)
        end = max(other, end)
      }
      free[free.count - 1] = end
      waits.add(start - arrival)
    }
  }
}

/// The windows of a station with a queue and a window for each business.
///
/// Source: D. V. Lindley (1952), "The theory of queues with a single server".
struct SeparateWindows: Sendable {
  /// Minutes from the opening until the window of each business is free.
  private var free: [Double]

  init(count: Int) {
    free = Array(repeating: 0, count: count)
  }

  /// Plays a day that begins with empty windows.
  mutating func serve(_ visitors: WindowVisitors, _ waits: inout WindowTally) {
    for window in free.indices { free[window] = 0 }
    for visitor in visitors.arrivals.indices {
      let (arrival, business) = (visitors.arrivals[visitor], visitors.businesses[visitor])
      let start = max(arrival, free[business])
      free[business] = start + visitors.services[visitor]
      waits.add(start - arrival)
    }
  }
}
