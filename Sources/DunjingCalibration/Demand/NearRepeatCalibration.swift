import DunjingFitting
import DunjingRandom
import DunjingRecords
import DunjingScenario

/// Whether incidents beget others nearby.
public struct NearRepeatCalibration: Sendable, Equatable {
  /// The share of incidents near to an earlier one, beside that by chance.
  public let repeats: NearRepeat
  /// The self-exciting process in time and place, in days and kilometers.
  public let hawkes: HawkesEstimate
  /// The number of incidents looked at.
  public let count: Int

  /// Whether there is excitation that permuted times do not explain as well: standing hot spots finer than the background
  /// alone would let the process find some.
  public var isBeyondChance: Bool { hawkes.status == .fitted && repeats.probability <= 0.05 }

  /// Nil with fewer than fifty incidents that serve demand by hour and places.
  ///
  /// Times are spread evenly within what their precision leaves open; the background follows the hours and weekdays of the
  /// profiles, is zero on days that were not observed, and has a smooth density of places.
  init?(
    _ sample: DemandSample, hours: [Double], weekdays: [Double], map: PlaneMap, _ settings: DemandSettings
  ) {
    var stream = RandomStream(seed: settings.seed, purpose: .spreadTimes)
    let start = sample.period.first.daysSinceEpoch
    let found = sample.incidents.compactMap { incident -> PlacedEvent? in
      guard incident.record.servesDemandByHour, incident.record.servesPlaces,
        let second = incident.time.secondOfDay, let x = incident.record.x, let y = incident.record.y
      else { return nil }
      let place = map.kilometers(x, y)
      guard place.x.magnitude < 500, place.y.magnitude < 500 else { return nil }
      let spread = Double(incident.time.precision.seconds) * stream.nextUnit()
      let time = Double(incident.time.day.daysSinceEpoch - start) + (Double(second) + spread) / 86_400
      return PlacedEvent(time: time, x: place.x, y: place.y)
    }
    .sorted { ($0.time, $0.x, $0.y) < ($1.time, $1.x, $1.y) }
    guard found.count >= 50 else { return nil }
    let latest = Array(found.suffix(settings.nearLimit))
    let begin = found.count > latest.count ? latest[0].time : latest[0].time.rounded(.down)
    let events = latest.map { PlacedEvent(time: $0.time - begin, x: $0.x, y: $0.y) }
    let duration = max(
      (events.last?.time ?? 0), Double(sample.period.last.daysSinceEpoch + 1 - start) - begin)
    guard
      let repeats = NearRepeat(
        events, distance: settings.nearKilometers, time: settings.nearDays, seed: settings.seed)
    else { return nil }
    func weight(_ time: Double) -> Double {
      let day = Int(time.rounded(.down))
      guard sample.period.contains(CalendarDay(daysSinceEpoch: start + day)) else { return 0 }
      let weekday = ((start + day + 3) % 7 + 7) % 7
      return max(0.02, hours[min(23, Int((time - Double(day)) * 24))] * weekdays[weekday])
    }
    // The middle of each hour of the period, for the integral of the profile.
    let steps = max(1, Int((duration * 24).rounded()))
    let integral = (0..<steps).reduce(0) { $0 + weight(begin + (Double($1) + 0.5) / 24) } / 24
    // Positions at one address make the likelihood grow without bound as the reach shrinks.
    let apart = events.map {
      PlacedEvent(
        time: $0.time, x: $0.x + settings.spreadKilometers * stream.nextNormal(),
        y: $0.y + settings.spreadKilometers * stream.nextNormal())
    }
    let hawkes = SpatialHawkes(
      apart, duration: duration, density: KernelDensity.leaveOneOut(apart),
      cutoff: min(30, 0.25 * duration), greatestReach: max(1, 5 * settings.nearKilometers),
      profile: (events.map { weight($0.time + begin) }, integral))
    (self.repeats, count) = (repeats, events.count)
    self.hawkes = hawkes.fitted(reach: settings.nearKilometers)
  }
}

extension StreamPurpose {
  /// Times spread within their precision.
  static let spreadTimes = StreamPurpose(rawValue: 0x4361_0001)
}
