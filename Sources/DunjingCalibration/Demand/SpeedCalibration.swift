import DunjingFitting
import DunjingNumerics
import DunjingRecords
import DunjingScenario

/// The speed of driving, from recorded stages and the distance to the nearest facility.
///
/// Assumption: the unit set out from the facility that is nearest; where units patrol, the true distances are shorter and the
/// speed found is too high.
///
/// The line of the fit has minutes that every drive takes, however short. A study has such minutes only as acknowledgement and
/// turnout; what the line has beyond these is spread over the mean way (``written(_:)``), so that drives of the study take as long
/// as recorded ones in the mean.
public struct SpeedCalibration: Sendable, Equatable {
  /// The fit.
  public let fit: TravelSpeedFit
  /// The mean way of the drives, in kilometers.
  public let meanKilometers: Double
  /// The minutes before a unit moves that the study has within what is recorded as travel, in the mean: acknowledgement and
  /// turnout where the setting out is not on record, otherwise nothing.
  public let heldMinutes: Double

  /// The minutes of every drive that the study does not have otherwise; below zero where it has more than were recorded.
  public var excessMinutes: Double { fit.constant.value - heldMinutes }

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

  /// The group of an hour: night, peak, or the rest of the day.
  public static func group(ofHour hour: Int) -> Int {
    switch hour {
    case 22..., ..<6: 0
    case 7, 8, 17, 18: 1
    default: 2
    }
  }

  /// Nil with fewer than fifty drives.
  init?(_ sample: DemandSample, study: Scenario, map: PlaneMap) {
    let bases = study.facilities.filter { [.station, .streetWorkstation].contains($0.kind) }
      .map { map.kilometers($0.x, $0.y) }
    let detour = study.roads != nil && study.travel.followsRoads ? 1.25 : study.travel.detourFactor
    let metric = study.roads != nil && study.travel.followsRoads ? Metric.euclidean : study.travel.metric
    let beforeMoving = Self.minutesBeforeMoving(in: study)
    let drives = sample.incidents.compactMap { incident -> (drive: RecordedDrive, held: Double)? in
      let record = incident.record
      guard record.servesTravel, record.servesPlaces, let minutes = record.travelMinutes, minutes > 0,
        minutes < 120, let x = record.x,
        let y = record.y, let hour = incident.time.hour
      else { return nil }
      let place = map.kilometers(x, y)
      let nearest = bases.map { metric.distance(place.x - $0.x, place.y - $0.y) }.min()
      guard let nearest, nearest > 0, nearest < 100 else { return nil }
      let drive = RecordedDrive(
        kilometers: detour * nearest, minutes: minutes, group: Self.group(ofHour: hour))
      return (drive, record.minutes(from: .enRoute, to: .onScene) == nil ? beforeMoving : 0)
    }
    guard drives.count >= 50 else { return nil }
    fit = TravelSpeedFit(drives.map(\.drive), groups: 3)
    let count = Double(drives.count)
    meanKilometers = drives.reduce(0) { $0 + $1.drive.kilometers } / count
    heldMinutes = drives.reduce(0) { $0 + $1.held } / count
  }

  /// Acknowledgement and turnout in a study, in minutes: the mean of its units, standing and moving as they share their idle
  /// time.
  private static func minutesBeforeMoving(in study: Scenario) -> Double {
    var (seconds, units) = (0.0, 0.0)
    for group in study.units {
      let count = Double(study.facilities.count(where: group.stands) * group.unitsPerFacility)
      let turnout =
        (1 - group.movingShare) * group.turnoutSeconds + group.movingShare * group.movingTurnoutSeconds
      (seconds, units) = (seconds + count * turnout, units + count)
    }
    return (study.dispatch.acknowledgeSeconds + (units > 0 ? seconds / units : 0)) / 60
  }
}
