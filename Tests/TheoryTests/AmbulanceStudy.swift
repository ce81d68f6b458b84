import DunjingRandom
import DunjingStatistics

/// The problem AMBULANCE-1 of the testbed SimOpt: where to put two bases beside three fixed ones.
///
/// On a square of 20 by 20 calls come as a Poisson process, one in ten minutes in the mean; each coordinate of a call has the
/// density x / 200. Five ambulances, one in each base, travel at speed 1 along both axes; the nearest idle one goes, calls
/// that find none wait in order; it is busy for the way there, an exponential time of mean 10 on the scene, and the way back.
/// A replication is a day that begins empty; its value is the mean time from a call to the arrival, of calls sent in the day.
///
/// Source: D. J. Eckman, S. G. Henderson & S. Shashaani (2023), "SimOpt: a testbed for simulation-optimization experiments".
struct AmbulanceStudy {
  /// One call.
  private struct Call {
    let time: Double
    let east: Double
    let north: Double
    let scene: Double
  }

  /// What the stream of days is for: days of the same family and number are the same.
  let family: UInt64

  private static let fixed = [(15.0, 15.0), (5.0, 15.0), (5.0, 5.0)]
  private static let day = 1_440.0

  /// Returns the values of days under two bases, given by their four coordinates; common random numbers for all.
  func values(of bases: [Double], days: Range<Int>) -> [Double] {
    days.map { value(of: Self.fixed + [(bases[0], bases[1]), (bases[2], bases[3])], calls(of: $0)) }
  }

  private func calls(of day: Int) -> [Call] {
    var stream = RandomStream(
      seed: family, replication: day, purpose: StreamPurpose(rawValue: 24), entity: 0)
    var calls: [Call] = []
    var time = 10 * stream.nextExponential()
    while time < Self.day {
      let (east, north) = (20 * stream.nextUnit().squareRoot(), 20 * stream.nextUnit().squareRoot())
      calls.append(Call(time: time, east: east, north: north, scene: 10 * stream.nextExponential()))
      time += 10 * stream.nextExponential()
    }
    return calls
  }

  private func value(of bases: [(Double, Double)], _ calls: [Call]) -> Double {
    var freeAt = [Double](repeating: 0, count: bases.count)
    var responses = Tally()
    for call in calls {
      func travel(_ base: Int) -> Double { abs(bases[base].0 - call.east) + abs(bases[base].1 - call.north) }
      let idle = bases.indices.filter { freeAt[$0] <= call.time }
      // Without an idle one the next to come back goes, which is first come, first served.
      let sent =
        idle.min { travel($0) < travel($1) } ?? bases.indices.min { freeAt[$0] < freeAt[$1] } ?? 0
      let start = max(call.time, freeAt[sent])
      guard start < Self.day else { continue }
      responses.add(start - call.time + travel(sent))
      freeAt[sent] = start + 2 * travel(sent) + call.scene
    }
    return responses.mean
  }
}
