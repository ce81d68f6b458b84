import Dispatch

/// Work divided among threads.
enum Parallel {
  /// Calls the body once for each number below a count; a thread takes numbers that follow one another.
  static func forEach(_ count: Int, threads: Int, _ body: @Sendable (Int) -> Void) {
    guard threads > 1 && count > 1 else {
      for number in 0..<count { body(number) }
      return
    }
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { thread in
      let workers = min(threads, count)
      for number in (count * thread / workers)..<(count * (thread + 1) / workers) { body(number) }
    }
  }
}
