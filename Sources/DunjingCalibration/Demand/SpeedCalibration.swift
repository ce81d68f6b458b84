import DunjingFitting
import DunjingNumerics
import DunjingRecords
import DunjingScenario

/// The speed of driving, from recorded stages and the distance to the nearest facility.
///
/// Assumption: the unit set out from the facility that is nearest; where units patrol, the true distances are shorter and the
/// speed found is too high.
///
/// The line of the fit has minutes that every drive takes, however short. Where drives are recorded from the order on, these
/// are first of all acknowledgement and turnout (``departure``); what is left is spread over the mean way (``written(_:)``), so
/// that drives of the study take as long as recorded ones in the mean.
public struct SpeedCalibration: Sendable, Equatable {
  /// The fit.
  public let fit: TravelSpeedFit
  /// The mean way of the drives, in kilometers.
  public let meanKilometers: Double
  /// Whether drives begin at the order, as too few records say when the unit set out.
  public let startsAtOrder: Bool
  /// The time from the order to the departure; nil where neither stages nor the line of the fit say it.
  public let departure: DepartureCalibration?

  /// The minutes of every drive that the study does not have otherwise; below zero where it has more than were recorded.
  public var excessMinutes: Double {
    fit.constant.value - (startsAtOrder ? departure?.heldMinutes ?? 0 : 0)
  }

  /// Returns the speed that is written for one of the line: lower by the minutes of every drive that the study does not have
  /// otherwise, spread over the mean way.
  public func written(_ speed: ParameterEstimate) -> ParameterEstimate {
    guard excessMinutes > 0, meanKilometers > 0, speed.value > 0 else { return speed }
    let driving = 60 / speed.value * meanKilometers
    let share = driving / (driving + excessMinutes)
    return ParameterEstimate(
      value: speed.value * share, standardError: speed.standardError.map { $0 * share },
      lower: speed.lower.map { $0 * share }, upper: speed.upper.map { $0 * share })
  }

  /// Whether the line says how fast cars are: minutes grow with the way, and no faster line is found than cars drive.
  public var isKnown: Bool { Self.tellsSpeed(fit) }

  private static func tellsSpeed(_ fit: TravelSpeedFit) -> Bool {
    fit.status == .fitted && fit.meanSpeed.value <= fastest
  }

  /// Kilometers per hour above which minutes hardly hang on the way, so that the line does not tell a speed.
  static let fastest = 150.0

  /// The group of an hour: night, peak, or the rest of the day.
  public static func group(ofHour hour: Int) -> Int {
    switch hour {
    case 22..., ..<6: 0
    case 7, 8, 17, 18: 1
    default: 2
    }
  }

  /// The least number of drives.
  static let leastDrives = 50

  /// Nil with fewer than fifty drives.
  init?(_ sample: DemandSample, study: Scenario, map: PlaneMap) {
    let bases = study.facilities.filter { [.station, .streetWorkstation].contains($0.kind) }
      .map { map.kilometers($0.x, $0.y) }
    let detour = study.roads != nil && study.travel.followsRoads ? 1.25 : study.travel.detourFactor
    let metric = study.roads != nil && study.travel.followsRoads ? Metric.euclidean : study.travel.metric
    func drives(from start: IncidentStage) -> [RecordedDrive] {
      sample.incidents.compactMap { incident in
        let record = incident.record
        guard record.servesTravel, record.servesPlaces,
          let minutes = record.minutes(from: start, to: .onScene), minutes > 0, minutes < 120,
          let x = record.x, let y = record.y, let hour = incident.time.hour
        else { return nil }
        let place = map.kilometers(x, y)
        let nearest = bases.map { metric.distance(place.x - $0.x, place.y - $0.y) }.min()
        guard let nearest, nearest > 0, nearest < 100 else { return nil }
        return RecordedDrive(
          kilometers: detour * nearest, minutes: minutes, group: Self.group(ofHour: hour))
      }
    }
    let (setOut, ordered) = (drives(from: .enRoute), drives(from: .dispatched))
    startsAtOrder = setOut.count < Self.leastDrives || 2 * setOut.count < ordered.count
    let used = startsAtOrder ? ordered : setOut
    guard used.count >= Self.leastDrives else { return nil }
    fit = TravelSpeedFit(used, groups: 3)
    meanKilometers = used.reduce(0) { $0 + $1.kilometers } / Double(used.count)
    departure =
      DepartureCalibration(sample, study: study)
      ?? (startsAtOrder && Self.tellsSpeed(fit)
        ? DepartureCalibration(constant: fit.constant, count: fit.count, study: study) : nil)
  }
}
