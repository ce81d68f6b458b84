import DunjingFitting
import DunjingNumerics
import DunjingRecords
import DunjingScenario

/// The speed of driving, from recorded stages and the distance to the nearest facility.
///
/// Assumption: the unit set out from the facility that is nearest; where units patrol, the true distances are shorter and the
/// speed found is too high.
public struct SpeedCalibration: Sendable, Equatable {
  /// The fit.
  public let fit: TravelSpeedFit

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
    let drives = sample.incidents.compactMap { incident -> RecordedDrive? in
      let record = incident.record
      guard record.servesTravel, record.servesPlaces, let minutes = record.travelMinutes, minutes > 0,
        minutes < 120, let x = record.x,
        let y = record.y, let hour = incident.time.hour
      else { return nil }
      let place = map.kilometers(x, y)
      let nearest = bases.map { metric.distance(place.x - $0.x, place.y - $0.y) }.min()
      guard let nearest, nearest > 0, nearest < 100 else { return nil }
      return RecordedDrive(kilometers: detour * nearest, minutes: minutes, group: Self.group(ofHour: hour))
    }
    guard drives.count >= 50 else { return nil }
    fit = TravelSpeedFit(drives, groups: 3)
  }
}
