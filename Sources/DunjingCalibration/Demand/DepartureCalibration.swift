import DunjingFitting
import DunjingRecords
import DunjingScenario

/// The time from an order to the departure of a unit: what of it a study has to have as acknowledgement, beside the turnout of
/// its units, which a calibration leaves alone.
///
/// It is the mean of the recorded minutes from the order to the setting out. Where these are not on record it is the minutes
/// that every drive takes, however short, up to ``mostSeconds`` of acknowledgement: ways that differ from those to the nearest
/// facility make the line flatter and these minutes longer, so that not all of a long constant can be time before the departure.
public struct DepartureCalibration: Sendable, Equatable {
  /// Minutes from the order to the departure, in the mean.
  public let minutes: ParameterEstimate
  /// The number of records.
  public let count: Int
  /// Whether the setting out is on record; otherwise the minutes are the constant of the line of the drives.
  public let isRecorded: Bool
  /// Turnout in the study in minutes: the mean of its units, standing and moving as they share their idle time.
  public let turnoutMinutes: Double
  /// Acknowledgement for the study, in seconds: not below zero.
  public let acknowledgeSeconds: ParameterEstimate

  /// The minutes before a unit moves that the study has with ``acknowledgeSeconds``.
  public var heldMinutes: Double { turnoutMinutes + acknowledgeSeconds.value / 60 }

  /// Whether the line of the drives has more than is taken for acknowledgement.
  public var isAtMost: Bool { !isRecorded && acknowledgeSeconds.value >= Self.mostSeconds }

  /// The most acknowledgement that the line of the drives is taken for, in seconds: an assumption, the upper end of what
  /// `dunjing validate` holds to be usual.
  public static let mostSeconds = 120.0
  /// Minutes above which a time from the order to the setting out is no measure of it.
  private static let longest = 60.0

  /// The mean of recorded stages; nil with fewer than fifty.
  init?(_ sample: DemandSample, study: Scenario) {
    let recorded = sample.incidents.compactMap { incident -> Double? in
      guard incident.record.servesTravel,
        let minutes = incident.record.minutes(from: .dispatched, to: .enRoute),
        (0...Self.longest).contains(minutes)
      else { return nil }
      return minutes
    }
    guard recorded.count >= SpeedCalibration.leastDrives else { return nil }
    let count = Double(recorded.count)
    let mean = recorded.reduce(0, +) / count
    let squares = recorded.reduce(0) { sum, minutes in
      sum + (minutes - mean) * (minutes - mean)
    }
    self.init(
      ParameterEstimate(normal: mean, standardError: (squares / (count - 1) / count).squareRoot()),
      count: recorded.count, isRecorded: true, most: .infinity, study)
  }

  /// The minutes that every drive takes, of drives that begin at the order.
  init(constant: ParameterEstimate, count: Int, study: Scenario) {
    self.init(constant, count: count, isRecorded: false, most: Self.mostSeconds, study)
  }

  private init(
    _ minutes: ParameterEstimate, count: Int, isRecorded: Bool, most: Double, _ study: Scenario
  ) {
    (self.minutes, self.count, self.isRecorded) = (minutes, count, isRecorded)
    let turnout = Self.turnoutMinutes(in: study)
    turnoutMinutes = turnout
    func seconds(_ minutes: Double) -> Double { min(max(0, 60 * (minutes - turnout)), most) }
    let value = seconds(minutes.value)
    // At a bound the number is no estimate of its own.
    let isFree = value > 0 && value < most
    acknowledgeSeconds = ParameterEstimate(
      value: value, standardError: isFree ? minutes.standardError.map { 60 * $0 } : nil,
      lower: isFree ? minutes.lower.map(seconds) : nil, upper: isFree ? minutes.upper.map(seconds) : nil)
  }

  private static func turnoutMinutes(in study: Scenario) -> Double {
    var (seconds, units) = (0.0, 0.0)
    for group in study.units {
      let count = Double(study.facilities.count(where: group.stands) * group.unitsPerFacility)
      let turnout =
        (1 - group.movingShare) * group.turnoutSeconds + group.movingShare * group.movingTurnoutSeconds
      (seconds, units) = (seconds + count * turnout, units + count)
    }
    return units > 0 ? seconds / units / 60 : 0
  }
}
