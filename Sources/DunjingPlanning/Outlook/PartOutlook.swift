import DunjingScenario
import DunjingWorld

/// How the incidents of some parts are reached under a plan, and how busy their units are.
struct PartOutlook: Sendable {
  /// All that the outlook of one part depends on, in one world.
  struct Key: Hashable, Sendable {
    var part: Int
    var rules: Int
    /// The share of calls that go to contact cards.
    var cards: Double
    /// The duty of its units, first responders included.
    var duty: [UInt64]
    /// Incidents in a year of its counties, by kind.
    var incidents: [[Double]]
  }

  /// What happens to the incidents of a year.
  var sums = ResponseSums()
  /// Incidents in a year by area class.
  private var incidents = AreaClass.allCases.map { _ in 0.0 }
  /// Busy units and units on duty, as means over the hours of the week.
  private var street = (busy: 0.0, duty: 0.0)
  private var station = (busy: 0.0, duty: 0.0)

  /// Counts the incidents of a part.
  mutating func count(_ demand: PartDemand, _ part: PartGeometry) {
    let all = demand.incidents.reduce(0) { $0 + $1.reduce(0, +) }
    for (areaClass, share) in zip(part.classes, part.shares) {
      incidents[areaClass] += all * share / part.share
    }
  }

  /// Counts what units do in a share of the week.
  /// - Parameter crew: bit n is set where the n-th of the units is on duty.
  mutating func load(_ units: [CompiledUnit], _ workloads: [Double], crew: [UInt64], share: Double) {
    for (number, unit) in units.enumerated() {
      let duty = crew[number / 64] >> UInt64(number % 64) & 1 == 1 ? share : 0
      let busy = workloads[number] * share
      if unit.area == .district {
        station = (station.busy + busy, station.duty + duty)
      } else {
        street = (street.busy + busy, street.duty + duty)
      }
    }
  }

  /// Adds another part.
  mutating func add(_ other: PartOutlook) {
    sums.add(other.sums, weight: 1)
    for areaClass in incidents.indices { incidents[areaClass] += other.incidents[areaClass] }
    street = (street.busy + other.street.busy, street.duty + other.street.duty)
    station = (station.busy + other.station.busy, station.duty + other.station.duty)
  }

  /// What it comes to.
  func outlook(callTakingSeconds: Double) -> ResponseOutlook {
    var outlook = ResponseOutlook()
    outlook.incidents = incidents.reduce(0, +)
    for (number, areaClass) in AreaClass.allCases.enumerated() where incidents[number] > 0 {
      outlook.withinTarget[areaClass] = min(1, max(0, sums.within(number) / incidents[number]))
      outlook.inTime += min(incidents[number], max(0, sums.within(number)))
      outlook.withinFive += sums.withinFive(number) / outlook.incidents
    }
    let reached = AreaClass.allCases.indices.reduce(0) { $0 + sums.reached($1) }
    if reached > 0 {
      outlook.meanFromDispatch = sums.seconds / reached / 60
      outlook.meanFromCall = outlook.meanFromDispatch + callTakingSeconds / 60
    }
    outlook.percentile90 = Self.quantile(0.9 * outlook.incidents, sums.histogram)
    outlook.streetUtilization = street.duty > 0 ? street.busy / street.duty : nil
    outlook.stationUtilization = station.duty > 0 ? station.busy / station.duty : nil
    return outlook
  }

  /// The time in minutes below which so many incidents lie, linear inside a bin.
  private static func quantile(_ wanted: Double, _ histogram: ArraySlice<Double>) -> Double? {
    guard wanted > 0 else { return nil }
    var below = 0.0
    for (bin, count) in histogram.dropLast().enumerated() {
      if count > 0 && below + count >= wanted {
        return (Double(bin) + (wanted - below) / count) * ResponseSums.binSeconds / 60
      }
      below += count
    }
    return nil
  }
}
