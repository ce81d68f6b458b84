import DunjingScenario
import DunjingSimulation
import DunjingWorld
import Foundation
import Testing

@testable import DunjingExperiment

@Suite struct DayReplayTests {
  private func experiment(_ change: (inout Scenario) -> Void = { _ in }) throws -> Experiment {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var scenario = try ScenarioBundle(path: root.appendingPathComponent("scenarios/minimal").path).load()
      .scenario
    scenario.time.warmUpDays = 6
    scenario.time.horizonDays = 10
    change(&scenario)
    return Experiment(World(compiling: try scenario.validated()))
  }

  /// What the entries of a trace say of the fifth measured day, counted step by step.
  private func counts(_ trace: Trace, before time: Double) -> DayReplay.Counts {
    var state: [Int: TraceStep] = [:]
    var isOnDuty: Set<Int> = []
    var work: [Int: Int] = [:]
    var open: [Int: Bool] = [:]
    for entry in trace.ordered where entry.time < time {
      switch entry.step {
      case .received: open[entry.incident] = false
      case .onDuty: isOnDuty.insert(entry.unit)
      case .offDuty: isOnDuty.remove(entry.unit)
      case .ordered, .departed, .arrived:
        state[entry.unit] = entry.step
        work[entry.unit] = entry.incident
        if entry.step == .arrived { open[entry.incident] = true }
      case .cleared:
        open[entry.incident] = nil
        for (unit, incident) in work where incident == entry.incident && state[unit] == .arrived {
          state[unit] = .cleared
        }
      case .handedOver: open[entry.incident] = nil
      case .available, .dismissed: (state[entry.unit], work[entry.unit]) = (nil, nil)
      default: break
      }
    }
    return DayReplay.Counts(
      atPost: isOnDuty.filter { state[$0] == nil }.count,
      underWay: state.values.filter { $0 == .ordered || $0 == .departed }.count,
      onScene: state.values.filter { $0 == .arrived }.count,
      paperwork: state.values.filter { $0 == .cleared }.count,
      waiting: open.values.filter { !$0 }.count, served: open.values.filter { $0 }.count)
  }

  @Test func `counts at any minute are those of the trace`() throws {
    let experiment = try experiment()
    let last = experiment.world.plans.count - 1
    let replay = experiment.replay(treatment: last, replication: 2, day: 5)
    let trace = experiment.trace(treatment: last, replication: 2, days: 5)
    let midnight = experiment.world.measurementStart + 4 * World.daySeconds
    var busy = 0
    for second in stride(from: 0, to: DayReplay.seconds, by: 600) {
      let expected = counts(trace, before: midnight + Double(second + 1))
      #expect(replay.counts(at: second) == expected, "at \(second)")
      busy += expected.onScene + expected.underWay
    }
    #expect(busy > 20)
  }

  @Test func `every incident of the day is there with its times`() throws {
    let experiment = try experiment()
    let replay = experiment.replay(treatment: 0, replication: 1, day: 3)
    let midnight = experiment.world.measurementStart + 2 * World.daySeconds
    func second(_ step: TraceStep, of number: Int, in trace: Trace) -> Int? {
      trace.ordered.first { $0.step == step && $0.incident == number && $0.time < midnight + 86_400 }.map {
        Int(($0.time - midnight).rounded(.down))
      }
    }
    let trace = experiment.trace(treatment: 0, replication: 1, days: 3)
    let received = trace.entries.filter { $0.step == .received && $0.time >= midnight }.map(\.incident)
    #expect(received.count > 5)
    #expect(replay.incidents.filter { $0.received >= 0 }.map(\.number) == received.sorted())
    for incident in replay.incidents where incident.received >= 0 {
      #expect(incident.received == second(.received, of: incident.number, in: trace))
      #expect(incident.firstArrival == second(.arrived, of: incident.number, in: trace))
      #expect(incident.closed == second(.cleared, of: incident.number, in: trace))
    }
  }

  @Test func `stages follow one another, and units are where their work is`() throws {
    let experiment = try experiment()
    let replay = experiment.replay(treatment: 0, replication: 0, day: 4)
    let places = Set(replay.incidents.map(\.position))
    let (xs, ys) = (replay.gridPositions.map(\.x), replay.gridPositions.map(\.y))
    let (left, right) = (try #require(xs.min()), try #require(xs.max()))
    let (bottom, top) = (try #require(ys.min()), try #require(ys.max()))
    #expect(!replay.units.isEmpty)
    for course in replay.units {
      #expect(course.stages.first.map { $0.start <= 0 } == true)
      #expect(course.stages.last.map { $0.end >= DayReplay.seconds } == true)
      for (stage, next) in zip(course.stages, course.stages.dropFirst()) {
        #expect(stage.end == next.start && stage.start < stage.end)
      }
      for stage in course.stages where stage.start > 0 {
        if stage.activity == .onScene { #expect(places.contains(stage.from) && stage.from == stage.to) }
        if stage.activity == .underWay, stage.end < DayReplay.seconds {
          #expect(course.stage(at: stage.end)?.activity == .onScene && places.contains(stage.to))
        }
      }
      for second in stride(from: 0, to: DayReplay.seconds, by: 1_111) {
        let position = try #require(course.stage(at: second)).position(at: second)
        #expect((left...right).contains(position.x) && (bottom...top).contains(position.y))
      }
    }
  }

  @Test func `a unit halfway in time is halfway on its line`() {
    let stage = DayReplay.Stage(
      start: 100, end: 300, activity: .underWay, from: .init(x: 1, y: 2), to: .init(x: 3, y: 10))
    #expect(stage.position(at: 200) == .init(x: 2, y: 6))
    #expect(stage.position(at: 0) == stage.from && stage.position(at: 400) == stage.to)
  }

  @Test func `the replayed day is the first that is no Saturday or Sunday`() throws {
    for (day, expected) in [(1, 1), (5, 1), (6, 3), (7, 2)] {
      let experiment = try experiment { $0.time.start = CalendarDay(year: 2024, month: 1, day: day) }
      #expect(experiment.replayedDay == expected)
      let replay = experiment.replay(treatment: 0, replication: 0, day: expected)
      #expect(replay.date == CalendarDay(year: 2024, month: 1, day: day + expected - 1))
    }
  }

  @Test func `the first day of a run without warm-up can be replayed`() throws {
    let experiment = try experiment { $0.time.warmUpDays = 0 }
    let replay = experiment.replay(treatment: 0, replication: 0, day: 1)
    #expect(replay.incidents.allSatisfy { $0.received >= 0 } && replay.counts(at: 43_200).atPost > 0)
  }
}
