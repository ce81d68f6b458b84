import DunjingScenario
import DunjingSimulation
import DunjingWorld

extension Experiment {
  /// The measured day that a report replays: the first that is neither a Saturday nor a Sunday, from 1.
  public var replayedDay: Int {
    let first = world.scenario.time.warmUpDays + world.scenario.time.settlingDays
    let week = 1...max(1, min(7, world.scenario.time.horizonDays))
    return week.first { world.calendar.weekday[first + $0 - 1] < 5 } ?? 1
  }

  /// Plays one replication of one treatment to the end of a measured day, and returns that day.
  ///
  /// The same events as in ``play(replication:)``. The day before is followed too, so that units at work at midnight are
  /// known; of incidents older than that, only those that a unit still sees to.
  /// - Parameters:
  ///   - treatment: The index of the treatment in the scenario.
  ///   - replication: The number of the replication, from 0.
  ///   - day: The measured day, from 1.
  /// - Precondition: the horizon has the day.
  /// - Complexity: that of playing the warm-up and the days before.
  public func replay(treatment: Int, replication: Int, day: Int) -> DayReplay {
    precondition(
      (1...world.scenario.time.horizonDays).contains(day), "the horizon has no measured day \(day)")
    let midnight = world.measurementStart + Double(day - 1) * World.daySeconds
    let world = world(ofReplication: replication)
    var follower = DayFollower(world, midnight: midnight)
    let trace = trace(treatment: treatment, replication: replication, midnight: midnight, in: world)
    for entry in trace.ordered {
      follower.follow(entry)
    }
    let first = world.scenario.time.start.daysSinceEpoch + world.scenario.time.settlingDays
    return follower.replay(
      treatment: treatment, replication: replication, seed: seed, day: day,
      date: CalendarDay(daysSinceEpoch: first + day - 1))
  }

  /// What happens in the day that begins at midnight, and in the day before as far as the run has it.
  private func trace(treatment: Int, replication: Int, midnight: Double, in world: World) -> Trace {
    let start = max(0, midnight - World.daySeconds)
    var simulator = Simulator(world, seed: seed, replication: replication)
    var isTracing = false
    func play(_ simulator: inout Simulator, until time: Double) {
      if !isTracing, start <= time {
        simulator.run(until: start)
        simulator.startTracing()
        isTracing = true
      }
      simulator.run(until: time)
    }
    play(&simulator, until: world.implementation)
    simulator.apply(world.plans[treatment])
    play(&simulator, until: world.measurementStart)
    simulator.startMeasuring()
    play(&simulator, until: midnight + World.daySeconds)
    return simulator.finishTracing()
  }
}
