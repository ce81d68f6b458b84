import Dunjing

extension DynamicMEXCLP {
  /// Creates the policy with the busy share that a pilot measures: one replication under the policies of the study.
  ///
  /// The busy share is the mean over the units that may move, those that serve the whole city and do not only come first.
  /// - Parameters:
  ///   - world: the study, compiled.
  ///   - treatment: the index of the treatment to play.
  ///   - seed: the seed of the pilot; another one than that of the comparison.
  public init(measuring world: World, treatment: Int, seed: UInt64) {
    var pilot = Simulator(world, seed: seed, replication: 0)
    pilot.run(until: world.implementation)
    pilot.apply(world.plans[treatment])
    pilot.run(until: world.measurementStart)
    pilot.startMeasuring()
    pilot.run(until: world.end)
    let busy = zip(world.units, pilot.result().unitUtilization).compactMap { unit, utilization in
      unit.area == .city && !unit.isFirstResponderOnly ? utilization : nil
    }
    let mean = busy.isEmpty ? 0 : busy.reduce(0, +) / Double(busy.count)
    // Overtime can make a unit busier than its shift is long; a share has to stay below one.
    self.init(world, busyFraction: min(mean, 0.99))
  }
}
