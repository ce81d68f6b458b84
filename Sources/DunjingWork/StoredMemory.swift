import DunjingSimulation

/// What has memory of its own beside the place where it stands.
protocol StoredMemory {
  /// The bytes of it, those of its parts included.
  var storedBytes: Int { get }
}

extension Array: StoredMemory {
  /// Room for the elements, 32 bytes before it, and what the elements have of their own.
  var storedBytes: Int {
    guard capacity > 0 else { return 0 }
    let own = 32 + capacity * MemoryLayout<Element>.stride
    guard Element.self is any StoredMemory.Type else { return own }
    return own + reduce(0) { $0 + (($1 as? any StoredMemory)?.storedBytes ?? 0) }
  }
}

extension CountyResult: StoredMemory {
  var storedBytes: Int { kindCounts.storedBytes }
}

extension ReplicationResult: StoredMemory {
  /// The arrays of all properties, whichever they are.
  var storedBytes: Int {
    Mirror(reflecting: self).children.reduce(0) { $0 + (($1.value as? any StoredMemory)?.storedBytes ?? 0) }
  }
}
