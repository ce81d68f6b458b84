import Dispatch
import Synchronization

/// Independent pieces of work divided among threads; no result depends on how many there are.
public enum Parallel {
  /// Calls the body once for each number below a count; a thread takes numbers that follow one another.
  public static func forEach(_ count: Int, threads: Int, _ body: @Sendable (Int) -> Void) {
    let workers = min(threads, count)
    guard workers > 1 else {
      for number in 0..<count { body(number) }
      return
    }
    DispatchQueue.concurrentPerform(iterations: workers) { thread in
      for number in (count * thread / workers)..<(count * (thread + 1) / workers) { body(number) }
    }
  }

  /// Returns what the body gives for each number below a count; a thread takes the next number when it is free.
  public static func map<Value: Sendable>(
    _ count: Int, threads: Int, _ body: @Sendable (Int) -> Value
  ) -> [Value] {
    let workers = min(threads, count)
    guard workers > 1 else { return (0..<count).map(body) }
    var values = [Value?](repeating: nil, count: count)
    let next = Atomic<Int>(0)
    values.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let slots = buffer
      DispatchQueue.concurrentPerform(iterations: workers) { _ in
        while true {
          let number = next.add(1, ordering: .relaxed).oldValue
          guard number < count else { return }
          slots[number] = body(number)
        }
      }
    }
    return values.compactMap(\.self)
  }

  /// Changes each element by itself.
  public static func update<Element: Sendable>(
    _ elements: inout [Element], threads: Int, _ body: @Sendable (inout Element) -> Void
  ) {
    let count = elements.count
    elements.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let pieces = buffer
      forEach(count, threads: threads) { body(&pieces[$0]) }
    }
  }
}
