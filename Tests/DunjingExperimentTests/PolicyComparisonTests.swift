import DunjingScenario
import DunjingSimulation
import DunjingStatistics
import DunjingTestSupport
import DunjingWorld
import Foundation
import Synchronization
import Testing

@testable import DunjingExperiment

@Suite struct PolicyComparisonTests {
  private func world() throws -> World {
    var scenario = try ScenarioBundle(
      path: PackageFolder.root.appendingPathComponent("scenarios/minimal").path
    ).load()
      .scenario
    scenario.time.warmUpDays = 5
    scenario.time.horizonDays = 28
    return World(compiling: try scenario.validated())
  }

  /// Counts entries by step, and remembers the greatest time.
  private struct StepCount: TraceRecorder {
    var counts: [TraceStep: Int] = [:]
    var last = 0.0

    mutating func record(_ entry: TraceEntry) {
      counts[entry.step, default: 0] += 1
      last = max(last, entry.time)
    }
  }

  private let arrivals = CustomIndicator(
    "arrivals", unit: .count, direction: .neutral, recorder: StepCount()
  ) { kept, _ in Double(kept.counts[.arrived] ?? 0) }

  @Test func aRecorderIsToldWhatATraceKeepsAndChangesNothing() throws {
    let world = try world()
    func simulator() -> Simulator {
      var simulator = Simulator(world, seed: 1, replication: 0)
      simulator.run(until: world.measurementStart)
      simulator.startMeasuring()
      return simulator
    }
    var (plain, traced, recorded) = (simulator(), simulator(), simulator())
    traced.startTracing()
    recorded.startRecording(into: StepCount())
    for end in [world.measurementStart + 3_600, world.end] {
      plain.run(until: end)
      traced.run(until: end)
      recorded.run(until: end)
    }
    let finished = recorded.finishRecording(StepCount.self)
    let kept = try #require(finished)
    let trace = traced.finishTracing()
    for step in TraceStep.allCases {
      #expect(kept.counts[step] ?? 0 == trace.entries.count { $0.step == step })
    }
    #expect(kept.last == trace.entries.map(\.time).max())
    #expect(plain.result() == recorded.result() && plain.result() == traced.result())
    let again = recorded.finishRecording(StepCount.self)
    #expect(again == nil)
  }

  @Test func aCopyOfASimulatorHasItsOwnRecorder() throws {
    let world = try world()
    var first = Simulator(world, seed: 1, replication: 0)
    first.startRecording(into: StepCount())
    first.run(until: World.daySeconds)
    var second = first
    first.run(until: 2 * World.daySeconds)
    let (longer, shorter) = (first.finishRecording(StepCount.self), second.finishRecording(StepCount.self))
    #expect(try #require(longer).last > World.daySeconds)
    #expect(try #require(shorter).last <= World.daySeconds)
  }

  @Test func thePoliciesThatTheStudyNamesGiveTheResultsOfAnExperiment() throws {
    let world = try world()
    var experiment = Experiment(world)
    experiment.replications = 2
    var comparison = PolicyComparison(world, [PolicyAlternative("as in the study")])
    comparison.replications = 2
    let result = comparison.run()
    for indicator in Indicator.allCases {
      let values = [0, 1].map { experiment.play(replication: $0)[world.baseline][indicator] }
      #expect(result[indicator]?.values[0] ?? [nil, nil] == values)
    }
  }

  @Test func theResultDoesNotDependOnThreads() throws {
    var comparison = PolicyComparison(
      try world(),
      [
        PolicyAlternative("nearest", dispatch: NearestUnit()),
        PolicyAlternative("idle", dispatch: LongestIdle())
      ],
      indicators: [arrivals])
    comparison.replications = 3
    #expect(comparison.run(threads: 1) == comparison.run(threads: 3))
  }

  @Test(arguments: [1, 2]) func `progress tells of every play once`(threads: Int) throws {
    var comparison = PolicyComparison(
      try world(),
      [
        PolicyAlternative("one"),
        PolicyAlternative("two", dispatch: WithReserve(NearestUnit(), reserve: 2, urgentPriority: 1))
      ])
    comparison.replications = 3
    let told = Mutex<[Int]>([])
    let plain = comparison.run()
    let result = comparison.run(
      threads: threads,
      progress: PlayProgress { done, total in told.withLock { $0.append(100 * done + total) } })
    #expect(told.withLock(\.self) == (1...6).map { 100 * $0 + 6 } && result == plain)
  }

  @Test func differencesArePairedWithTheFirstAlternative() throws {
    var comparison = PolicyComparison(
      try world(),
      [
        PolicyAlternative("nearest"), PolicyAlternative("the same"),
        PolicyAlternative(
          "reserve", dispatch: WithReserve(NearestUnit(), reserve: 2, urgentPriority: 1))
      ],
      indicators: [
        arrivals,
        CustomIndicator("events", unit: .count, direction: .lowerIsBetter) { Double($0.events) }
      ])
    comparison.replications = 4
    let result = comparison.run(threads: 2)
    let queued = try #require(result[.queuedShare])
    let differences = zip(queued.values[2], queued.values[0]).compactMap { late, early in
      late.flatMap { late in early.map { late - $0 } }
    }
    let paired = try #require(queued.differences[2])
    #expect(differences.count == 4)
    #expect(abs(paired.mean - differences.reduce(0, +) / 4) < 1e-12)
    #expect(paired.simultaneousInterval.halfWidth > paired.interval.halfWidth)
    // With all but two units held back many more incidents wait.
    #expect(queued.verdict(of: 2) == .worse)
    for measure in result.measures {
      #expect(measure.differences[0] == nil && measure.verdict(of: 0) == nil)
      #expect(measure.differences[1].map { $0.mean == 0 } ?? true)
      #expect(measure.verdict(of: 1) != .better && measure.verdict(of: 1) != .worse)
    }
    #expect(try #require(result["events"]).values[0].allSatisfy { ($0 ?? 0) > 100 })
    #expect(try #require(result["arrivals"]).direction == .neutral)
    #expect(result["nothing"] == nil)
  }

  private func measure(_ values: [[Double?]]) -> PolicyMeasure? {
    PolicyMeasure(
      id: "m", name: LocalizedText("m"), unit: .count, direction: .neutral, values: values, level: 0.95)
  }

  @Test func measuresWithoutAValueUnderAllAreNotCompared() throws {
    let gaps = try #require(measure([[1, nil, 3, 4], [2, 5, nil, 8]]))
    #expect(gaps.estimates[0]?.mean == 8.0 / 3 && gaps.estimates[1]?.mean == 5)
    // Of replications 0 and 3: differences 1 and 4.
    #expect(gaps.differences[1]?.mean == 2.5)
    #expect(measure([[nil], [nil]]) == nil)
    let single = try #require(measure([[1], [2]]))
    #expect(single.estimates[0]?.mean == 1 && single.differences == [nil, nil])
  }
}
