/// Numbers in memory of their own that several threads write, each to places of its own.
///
/// Not checked by the compiler: whoever shares it sees to it that no place is written while another thread reads it.
final class DoubleBuffer: @unchecked Sendable {
  let values: UnsafeMutableBufferPointer<Double>

  init(count: Int, repeating value: Double) {
    values = .allocate(capacity: count)
    values.initialize(repeating: value)
  }

  deinit { values.deallocate() }

  func fill(_ value: Double) { values.update(repeating: value) }
}
