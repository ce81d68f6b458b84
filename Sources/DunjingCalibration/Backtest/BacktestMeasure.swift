import DunjingRecords
import DunjingScenario

/// What a backtest compares.
public enum BacktestMeasure: String, Sendable, CaseIterable, Codable {
  /// From the call to the order.
  case order
  /// From setting out, or where that is not on record from the order, to the arrival; simulated likewise.
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

  /// Whether it begins before the order, so that waiting for a unit is part of it.
  var holdsWait: Bool { self == .order || self == .response }

  /// Whether the audit lets the record serve this measure; a call that nobody reached still has a time of dispatch.
  private func serves(_ record: IncidentRecord) -> Bool {
    switch self {
    case .order where record.onScene == nil:
      record.servesDemandByHour && !record.isOnView && !record.has(.negativeDispatch)
        && !record.has(.longDispatch)
    case .order, .response: record.servesResponse
    case .travel: record.servesTravel
    case .service: record.servesService
    }
  }

  /// Returns the minutes on record; nil where they are not, or the audit says that they are no measure.
  func recorded(_ record: IncidentRecord) -> Double? {
    guard serves(record) else { return nil }
    let minutes =
      switch self {
      case .order: record.minutes(from: .received, to: .dispatched)
      case .travel: record.travelMinutes
      case .response: record.minutes(from: .received, to: .onScene)
      case .service: record.sceneMinutes
      }
    // A week is beyond any response, and a year beyond any service, whatever limits the audit was given.
    let limit: Double = self == .service ? 527_040 : 10_080
    return minutes.flatMap { (0...limit).contains($0) ? $0 : nil }
  }

  /// Returns the minutes of an incident in a replication, measured between the stages that its record has.
  func simulated(_ play: BacktestPlay, _ number: Int, _ record: IncidentRecord) -> Double? {
    let seconds: Double? =
      switch self {
      case .order: play.order[number]
      case .travel
      where record.minutes(from: .enRoute, to: .onScene) == nil
        && record.minutes(from: .dispatched, to: .onScene) != nil:
        play.response[number].flatMap { response in play.order[number].map { response - $0 } }
      case .travel: play.travel[number]
      case .response: play.response[number]
      case .service: play.service[number]
      }
    return seconds.map { $0 / 60 }
  }
}
