/// What a benchmark did, and what theory knows about it.
struct Outcome: Sendable {
  /// Events taken from the queue, or calls handled, as the benchmark says.
  var work = 0
  /// The mean that theory knows.
  var value = 0.0
}

/// First in, first out: the times at which customers joined, in a circle that grows.
struct WaitingLine {
  private var times = [Double](repeating: 0, count: 64)
  private var head = 0
  private var tail = 0

  var isEmpty: Bool { head == tail }

  mutating func append(_ time: Double) {
    if tail - head == times.count { grow() }
    times[tail & (times.count - 1)] = time
    tail += 1
  }

  mutating func removeFirst() -> Double {
    defer { head += 1 }
    return times[head & (times.count - 1)]
  }

  private mutating func grow() {
    var larger = [Double](repeating: 0, count: times.count * 2)
    for index in head..<tail { larger[index & (larger.count - 1)] = times[index & (times.count - 1)] }
    times = larger
  }
}
