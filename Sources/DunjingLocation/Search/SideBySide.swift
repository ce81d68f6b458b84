import Dispatch

/// Runs independent pieces of work on several threads; the result is the same for any number of them.
enum SideBySide {
  /// Changes each element by itself.
  static func update<Element: Sendable>(
    _ elements: inout [Element], threads: Int, _ body: @Sendable (inout Element) -> Void
  ) {
    let count = elements.count
    guard threads > 1, count > 1 else {
      for index in elements.indices { body(&elements[index]) }
      return
    }
    elements.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let pieces = buffer
      let stride = min(threads, count)
      DispatchQueue.concurrentPerform(iterations: stride) { thread in
        for index in Swift.stride(from: thread, to: count, by: stride) { body(&pieces[index]) }
      }
    }
  }
}
