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
/// are first of all acknowledgement and turnout (``departure``); what is left is access (``accessSeconds``), so that drives of the
/// study take as long as the line says at every distance. The line is the best guess of minutes from distances to the nearest
/// facility, which is how the study has them too, even where these are not the true ones.
public struct SpeedCalibration: Sendable, Equatable {
  /// The fit.
  public let fit: TravelSpeedFit
  /// The mean way of the drives, in kilometers.
  public let meanKilometers: Double
  /// Whether drives begin at the order, as too few records say when the unit set out.
  public let startsAtOrder: Bool
  /// The time from the order to the departure; nil where neither stages nor the line of the fit say it.
  public let departure: DepartureCalibration?

  /// The minutes of every drive that are neither acknowledgement nor turnout of the study; below zero where it has more than
  /// were recorded.
  public var excessMinutes: Double { fit.constant.value - heldMinutes }

  /// The minutes of the line that the study has as acknowledgement and turnout.
  private var heldMinutes: Double { startsAtOrder ? departure?.heldMinutes ?? 0 : 0 }

  /// Access for the study, in seconds: not below zero.
  public var accessSeconds: ParameterEstimate {
    let isHeld = startsAtOrder && departure.map { !$0.isRecorded && !$0.isAtMost } ?? false
    let value = isHeld ? 0 : max(0, 60 * excessMinutes)
    guard value > 0 else { return ParameterEstimate(value: 0, standardError: nil, lower: nil, upper: nil) }
    let held = heldMinutes
    func seconds(_ minutes: Double) -> Double { max(0, 60 * (minutes - held)) }
    return ParameterEstimate(
      value: value, standardError: fit.constant.standardError.map { 60 * $0 },
      lower: fit.constant.lower.map(seconds), upper: fit.constant.upper.map(seconds))
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
