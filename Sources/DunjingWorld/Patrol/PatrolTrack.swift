/// Writes down where a unit is as it goes.
///
/// A round of more than four weeks, such as on a map in the wrong unit, is cut off there and begins anew.
struct PatrolTrack {
  /// The longest round in seconds.
  static let limit = 28 * World.daySeconds

  let step: Double
  var time = 0.0
  var places: [Int32] = []
  var isStanding: [Bool] = []
  var services: [PatrolService] = []

  init(step: Double) {
    self.step = step
  }

  mutating func move(to place: Int, seconds: Double) {
    fill(until: time + seconds, with: place, standing: false)
  }

  mutating func stay(at place: Int, seconds: Double) {
    fill(until: time + seconds, with: place, standing: false)
  }

  mutating func stand(at place: Int, seconds: Double) {
    fill(until: ((time + seconds) / step).rounded(.up) * step, with: place, standing: true)
  }

  private mutating func fill(until end: Double, with place: Int, standing: Bool) {
    let end = min(end, Self.limit)
    time = end
    while Double(places.count) * step < end - 1e-9 {
      places.append(Int32(place))
      isStanding.append(standing)
    }
  }

  /// Whether nothing more can be written down.
  var isFull: Bool { time >= Self.limit }

  var route: PatrolRoute {
    PatrolRoute(places: places, isStanding: isStanding, services: services)
  }
}
