import Dispatch
import DunjingQueueing
import DunjingRandom
import Foundation

/// `hypercube`: units and atoms at random on a square, each atom preferring near units; solved exactly, or approximately
/// with more units than the exact model takes. Making the instance is not timed.
///
/// Work is counted in states, or in units times atoms. The value is the workload of the first unit.
struct HypercubeBenchmark {
  private var stream: RandomStream

  init(seed: UInt64) {
    stream = RandomStream(seed: seed, replication: 0, purpose: .init(rawValue: 9))
  }

  /// Solves an instance and returns the figures as JSON.
  /// - Parameter file: where the instance is written, for other programs to solve; nil for nowhere.
  static func figures(
    units: Int, atoms: Int, load: Double, unequal: Bool, threads: Int, seed: UInt64, file: String?
  ) throws -> String {
    var benchmark = HypercubeBenchmark(seed: seed)
    let instance = benchmark.instance(units: units, atoms: atoms, load: load, unequal: unequal)
    if let file { try Data(instance.text.utf8).write(to: URL(fileURLWithPath: file)) }
    let start = DispatchTime.now().uptimeNanoseconds
    let (work, workload) =
      units <= HypercubeModel.largestUnitCount ? exact(instance, threads) : approximate(instance)
    let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9
    return "{\"work\": \(work), \"seconds\": \(seconds), \"value\": \(workload)}"
  }

  private struct Instance {
    let arrivalRates: [Double]
    let serviceRates: [Double]
    let travelTimes: [[Double]]
    let preferences: [[Int]]

    /// Numbers: units and atoms, arrival rates, service rates, and the preferences of each atom.
    var text: String {
      var lines = ["\(serviceRates.count) \(arrivalRates.count)"]
      lines.append(arrivalRates.map { "\($0)" }.joined(separator: " "))
      lines.append(serviceRates.map { "\($0)" }.joined(separator: " "))
      for order in preferences { lines.append(order.map { "\($0)" }.joined(separator: " ")) }
      return lines.map { $0 + "\n" }.joined()
    }
  }

  private static func exact(_ instance: Instance, _ threads: Int) -> (Int, Double) {
    let model = HypercubeModel(
      arrivalRates: instance.arrivalRates, preferences: instance.preferences,
      serviceRates: instance.serviceRates, travelTimes: instance.travelTimes, line: .infinite)
    return (1 << instance.serviceRates.count, model.solution(threads: threads)?.workloads[0] ?? .nan)
  }

  private static func approximate(_ instance: Instance) -> (Int, Double) {
    let model = ApproximateHypercube(
      arrivalRates: instance.arrivalRates, preferences: instance.preferences,
      serviceTimes: .byUnit(instance.serviceRates.map { 1 / $0 }), travelTimes: instance.travelTimes,
      line: .infinite)
    let size = instance.serviceRates.count * instance.arrivalRates.count
    return (size, model.solve().solution?.workloads[0] ?? .nan)
  }

  private mutating func instance(units: Int, atoms: Int, load: Double, unequal: Bool) -> Instance {
    let posts = (0..<units).map { _ in (x: stream.nextUnit(), y: stream.nextUnit()) }
    let places = (0..<atoms).map { _ in (x: stream.nextUnit(), y: stream.nextUnit()) }
    let services = (0..<units).map { _ in unequal ? 0.75 + 0.5 * stream.nextUnit() : 1 }
    let weights = (0..<atoms).map { _ in 0.1 + stream.nextUnit() }
    let scale = load * services.reduce(0, +) / weights.reduce(0, +)
    let times = posts.map { post in places.map { abs($0.x - post.x) + abs($0.y - post.y) } }
    let preferences = (0..<atoms).map { atom -> [Int] in
      let column = times.map { $0[atom] }
      return (0..<units).sorted { column[$0] < column[$1] }
    }
    return Instance(
      arrivalRates: weights.map { $0 * scale }, serviceRates: services, travelTimes: times,
      preferences: preferences)
  }
}
