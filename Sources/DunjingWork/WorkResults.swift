import DunjingExperiment
import DunjingParallel
import DunjingSimulation

extension WorkExperiment {
  /// The replications of the result, put together from the units in their order.
  ///
  /// With a precision, units after the last replication that counts need not be there.
  /// - Parameter threads: how many units are read at once; it does not change the result.
  /// - Throws: ``WorkFault/incomplete(folder:missing:damaged:)`` with every unit that is missing or does not count.
  public func replications(threads: Int) throws -> [[ReplicationResult]] {
    let read = Parallel.map(plan.units.count, threads: threads) { position in
      Result { try folder.state(of: plan.units[position], in: plan) }
    }
    let states = try read.map { try $0.get() }
    var replications: [Int: [ReplicationResult]] = [:]
    var (missing, damaged): ([Int], [Int]) = ([], [])
    for (unit, state) in zip(plan.units, states) {
      switch state {
      case .missing: missing.append(unit.number)
      case .damaged: damaged.append(unit.number)
      case .done(let content):
        for (number, results) in zip(unit.replicationNumbers, content.results) {
          replications[number, default: []] += results
        }
      }
    }
    let count = plan.treatments.count
    switch experiment.gather({ number in replications[number].flatMap { $0.count == count ? $0 : nil } }) {
    case .complete(let results): return results
    case .missing:
      throw WorkFault.incomplete(folder: folder.path, missing: missing, damaged: damaged)
    }
  }
}
