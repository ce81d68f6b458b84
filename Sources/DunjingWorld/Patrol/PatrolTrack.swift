/// Writes down where a unit is as it goes.
struct PatrolTrack {
  let step: Double
  var time = 0.0
  var places: [Int32] = []
  var isStanding: [Bool] = []
  var visitTimes: [Double] = []
  var passTimes: [Double] = []

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
    time = end
    while Double(places.count) * step < end - 1e-9 {
      places.append(Int32(place))
      isStanding.append(standing)
    }
  }

  func finished(rejoin: ([Int32]) -> (steps: [Int32], seconds: [Float])) -> PatrolRoute {
    let table = rejoin(places)
    return PatrolRoute(
      places: places, isStanding: isStanding, visitTimes: visitTimes, passTimes: passTimes,
      rejoinStep: table.steps, rejoinSeconds: table.seconds)
  }
}
