import Foundation
import Synchronization

/// Threads of their own, for what waits for each other: a pool may run its pieces one after the other.
public enum Threads {
  /// Calls the body on so many threads at once and returns what it gives, in order.
  public static func run<Value: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int) -> Value
  ) -> [Value] {
    let values = Results<Value>(count)
    let threads = (0..<count).map { number in
      let thread = Thread { values.set(body(number), at: number) }
      thread.stackSize = 8 << 20
      return thread
    }
    for thread in threads { thread.start() }
    return values.wait()
  }

  /// What the threads give.
  private final class Results<Value: Sendable>: Sendable {
    private let values: Mutex<[Value?]>
    private let done = DispatchSemaphore(value: 0)

    init(_ count: Int) { values = Mutex(Array(repeating: nil, count: count)) }

    func set(_ value: Value, at index: Int) {
      values.withLock { $0[index] = value }
      done.signal()
    }

    func wait() -> [Value] {
      for _ in 0..<values.withLock(\.count) { done.wait() }
      return values.withLock { $0.compactMap(\.self) }
    }
  }
}
