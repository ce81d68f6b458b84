import Dunjing

/// A recorder: the longest time from a call to the first unit on scene.
public struct LongestWait: TraceRecorder {
  /// The longest time so far, in seconds; nil before the first arrival.
  public private(set) var seconds: Double?
  /// When calls came in that nobody has reached yet, by the number of the incident.
  private var received: [Int: Double] = [:]

  /// Creates a recorder of nothing.
  public init() {}

  /// Notes a call, or the first arrival at it.
  public mutating func record(_ entry: TraceEntry) {
    switch entry.step {
    case .received: received[entry.incident] = entry.time
    case .handedOver: received[entry.incident] = nil
    case .arrived:
      guard let call = received.removeValue(forKey: entry.incident) else { return }
      seconds = max(seconds ?? 0, entry.time - call)
    default: break
    }
  }
}

extension CustomIndicator {
  /// The longest time from a call to the first unit on scene in the measured days, in minutes: of the incidents that were
  /// reached.
  public static let longestWait = CustomIndicator(
    "longestWait", name: LocalizedText(zh: "最长到场时间（自报警起）", en: "longest response time from call"),
    unit: .minutes,
    direction: .lowerIsBetter, recorder: LongestWait()
  ) { kept, _ in
    kept.seconds.map { $0 / 60 }
  }
}
