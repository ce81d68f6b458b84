import Foundation

/// The memory that a machine has left for this process, in bytes, as its kernel tells it.
public struct MachineMemory: Sendable, Equatable {
  /// Memory that can be had without swapping (`MemAvailable` of `/proc/meminfo`); nil where the kernel does not tell.
  public var available: Int?
  /// What the tightest control group around this process leaves; nil where none has a limit.
  public var groupLeft: Int?

  /// Creates a memory.
  public init(available: Int?, groupLeft: Int?) {
    (self.available, self.groupLeft) = (available, groupLeft)
  }

  /// Reads what the kernel says now.
  /// - Parameter read: the text of a file; nil where it cannot be read.
  public init(read: (String) -> String? = { try? String(contentsOfFile: $0, encoding: .utf8) }) {
    available = read("/proc/meminfo").flatMap(Self.available)
    groupLeft = read("/proc/self/cgroup").flatMap { ControlGroups($0).left(read) }
  }

  /// What is left before somebody has to go without; nil where nothing is known.
  public var left: Int? { [available, groupLeft].compactMap(\.self).min() }

  /// What this process may have in all, by what it has already; nil where nothing is known.
  ///
  /// A tenth of what is left stays for others, and for what an estimate misses.
  public func limit(resident: Int) -> Int? {
    left.map { resident + max($0, 0) / 10 * 9 }
  }

  /// Bytes of `MemAvailable` in the text of `/proc/meminfo`; nil in one that does not have it (Linux before 3.14).
  static func available(in text: String) -> Int? {
    let line = text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("MemAvailable:") }
    return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 1_024 }
  }
}
