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
      Result { try results(of: plan.units[position]) }
    }
    var replications: [Int: [ReplicationResult]] = [:]
    var (missing, damaged): ([Int], [Int]) = ([], [])
    for (unit, found) in zip(plan.units, read) {
      switch try found.get() {
      case .missing: missing.append(unit.number)
      case .damaged: damaged.append(unit.number)
      case .there(let unitResults):
        for (number, results) in zip(unit.replicationNumbers, unitResults) {
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

  /// What there is of a unit.
  private enum Found {
    case missing
    case damaged
    case there([[ReplicationResult]])
  }

  private func results(of unit: WorkUnit) throws -> Found {
    switch try folder.state(of: unit, in: plan) {
    case .missing: .missing
    case .damaged: .damaged
    case .done(let sound): sound.results(of: unit).map(Found.there) ?? .damaged
    }
  }
}
