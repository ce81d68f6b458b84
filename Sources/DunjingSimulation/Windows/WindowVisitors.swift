import DunjingRandom
import DunjingScenario

/// When visitors come and what for, at any station.
struct WindowDemand: Sendable {
  /// The share of a day's visitors who have come at the beginning of each hour from the opening on.
  private let before: [Double]
  /// The same at its end.
  private let upTo: [Double]
  /// Minutes in which the whole day's visitors would come at the rate of the hour; infinite in the lunch gap.
  private let pace: [Double]
  /// The shares of the businesses summed up, without the last.
  private let shareSums: [Double]
  private let service: Distribution

  init(_ windows: ServiceWindows) {
    let total = windows.hourWeights.reduce(0, +)
    var sum = 0.0
    upTo = windows.hourWeights.map { weight in
      sum += weight
      return sum / total
    }
    before = [0] + upTo.dropLast()
    pace = windows.hourWeights.map { 60 * total / $0 }
    var shares = 0.0
    shareSums = windows.businessShares.dropLast().map { share in
      shares += share
      return shares
    }
    service = windows.serviceMinutes
  }

  /// Draws the visitors of one station on one day from their stream: first when they come, a Poisson process by
  /// inversion of its cumulative rate; then business and time at the window, visitor by visitor.
  /// - Parameter visits: Expected visitors of the day.
  func draw(_ visits: Double, into visitors: inout WindowVisitors, using stream: inout RandomStream) {
    visitors.removeAll()
    var hour = 0
    // How much of the day's expected visitors comes before the next one.
    var progress = stream.nextExponential() / visits
    let step = 1 / visits
    while true {
      while hour < upTo.count && progress >= upTo[hour] { hour += 1 }
      if hour == upTo.count { break }
      visitors.arrivals.append(60 * Double(hour) + (progress - before[hour]) * pace[hour])
      progress += stream.nextExponential() * step
    }
    for _ in visitors.arrivals.indices {
      let draw = stream.nextUnit()
      var business = 0
      for sum in shareSums { business += draw >= sum ? 1 : 0 }
      visitors.businesses.append(business)
      visitors.services.append(service.sample(using: &stream))
    }
  }
}

/// The visitors of one station on one day, in the order in which they come. Kept apart in lists, so that drawing one
/// need not wait for another, and used again for the next day.
struct WindowVisitors: Sendable {
  /// Minutes from the opening to the arrival.
  var arrivals: [Double] = []
  /// The business, an index into the shares.
  var businesses: [Int] = []
  /// Minutes at the window.
  var services: [Double] = []

  mutating func removeAll() {
    arrivals.removeAll(keepingCapacity: true)
    businesses.removeAll(keepingCapacity: true)
    services.removeAll(keepingCapacity: true)
  }
}
