import DunjingRecords
import DunjingScenario

/// What a backtest compares.
public enum BacktestMeasure: String, Sendable, CaseIterable, Codable {
  /// From the call to the order.
  case order
  /// From the order, or from setting out, to the arrival.
  case travel
  /// From the call to the arrival.
  case response
  /// From the arrival to the end: on record it is what is played, so that it can only differ where it is not.
  case service

  /// Its name.
  public var name: LocalizedText {
    switch self {
    case .order: LocalizedText(zh: "报警至派警", en: "Call to dispatch")
    case .travel: LocalizedText(zh: "途中用时", en: "Travel")
    case .response: LocalizedText(zh: "报警至到场", en: "Call to arrival")
    case .service: LocalizedText(zh: "现场用时", en: "Time on scene")
    }
  }

  /// Returns the minutes on record; nil where they are not, or cannot be right.
  func recorded(_ record: IncidentRecord) -> Double? {
    let minutes =
      switch self {
      case .order: record.minutes(from: .received, to: .dispatched)
      case .travel: record.travelMinutes
      case .response: record.minutes(from: .received, to: .onScene)
      case .service: record.sceneMinutes
      }
    // A day is beyond any response; the audit names such rows.
    return minutes.flatMap { (0...1_440).contains($0) ? $0 : nil }
  }

  /// The seconds in a replication, by incident.
  func simulated(_ play: BacktestPlay) -> [Double?] {
    switch self {
    case .order: play.order
    case .travel: play.travel
    case .response: play.response
    case .service: play.service
    }
  }
}
