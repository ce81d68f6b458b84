import Synchronization

/// Values that follow from keys, worked out once and kept, for several threads at once.
///
/// Every value follows from its key alone, so that it does not matter who fills in which first.
final class SharedMemo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let values = Mutex<[Key: Value]>([:])

  /// Whether the value of a key is known.
  func has(_ key: Key) -> Bool { values.withLock { $0[key] != nil } }

  /// The value of a key, worked out unless it is known.
  func value(of key: Key, make: () -> Value) -> Value {
    if let known = values.withLock({ $0[key] }) { return known }
    let made = make()
    values.withLock { $0[key] = made }
    return made
  }
}
