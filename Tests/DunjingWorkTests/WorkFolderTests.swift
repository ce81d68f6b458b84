import DunjingExperiment
import DunjingParallel
import DunjingScenario
import DunjingWorld
import Foundation
import Testing

@testable import DunjingWork

@Suite struct WorkFolderTests {
  private let folder = WorkFolder(
    FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path)
  private let settings = ["time.warmUpDays=1", "time.horizonDays=8"]

  private func planned(
    _ change: (inout WorkPlan) -> Void = { _ in }, _ set: (inout Experiment) -> Void = { _ in }
  ) throws -> WorkPlan {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let (study, files) = try ScenarioBundle(path: package.appendingPathComponent("scenarios/minimal").path)
      .loadWithFiles(setting: settings.compactMap { ScenarioOverride($0) })
    var experiment = Experiment(World(compiling: study))
    experiment.replications = 5
    set(&experiment)
    var plan = WorkPlan.sample(
      replications: experiment.precision?.maximumReplications ?? experiment.replications)
    (plan.scenarioHash, plan.studyFiles) = (study.bundleHash, files.keys.sorted())
    (plan.settings, plan.seed) = (settings, experiment.seed)
    plan.precision = experiment.precision.map { .init(pilot: experiment.replications, settings: $0) }
    plan.treatments = experiment.treatments.map { study.scenario.treatments[$0].id }
    for index in plan.units.indices { plan.units[index].treatments = plan.treatments.count }
    plan.engine = try EngineProof.text(experiment)
    change(&plan)
    try folder.write(plan, study: files)
    return plan
  }

  private func remove() { try? FileManager.default.removeItem(atPath: folder.path) }

  private func damage(_ unit: WorkUnit, _ change: (inout Data) -> Void) throws {
    let url = URL(fileURLWithPath: folder.path(of: unit))
    var data = try Data(contentsOf: url)
    change(&data)
    try data.write(to: url)
  }

  private func result(_ work: WorkExperiment) throws -> ExperimentResult {
    work.experiment.pool(try work.replications(threads: 2), scenarioHash: work.plan.scenarioHash)
  }

  @Test func `units played in any order and by any shards make the result of one machine`() throws {
    defer { remove() }
    let plan = try planned()
    let work = try WorkExperiment(folder)
    let runner = WorkRunner(work)
    for number in [3, 1, 2] {
      let outcomes = runner.run(plan.units(of: Shard(number: number, count: 3)).reversed(), threads: 2)
      #expect(outcomes.allSatisfy { if case .played(_, replaced: false) = $0 { true } else { false } })
    }
    #expect(runner.run(plan.units, threads: 1) == plan.units.map { _ in .found })
    #expect(try result(work) == work.experiment.run(threads: 2, scenarioHash: plan.scenarioHash))
  }

  @Test func `treatments in units of their own make the same result`() throws {
    defer { remove() }
    let plan = try planned { plan in
      let count = plan.treatments.count
      plan.units = (0..<5 * count).map {
        WorkUnit(
          number: $0 + 1, firstReplication: $0 / count, replications: 1, firstTreatment: $0 % count,
          treatments: 1)
      }
    }
    let work = try WorkExperiment(folder)
    _ = WorkRunner(work).run(plan.units, threads: 2)
    #expect(try result(work) == work.experiment.run(threads: 2, scenarioHash: plan.scenarioHash))
  }

  @Test func `with a precision, as many replications count as one machine would have played`() throws {
    defer { remove() }
    let plan = try planned { _ in
    } _: {
      $0.precision = PrecisionSettings(
        indicators: [.incidents], relative: 0.5, target: .level, maximumReplications: 30)
    }
    let work = try WorkExperiment(folder)
    let local = work.experiment.run(threads: 2, scenarioHash: plan.scenarioHash)
    #expect(local.replications < 30)
    // Only what counts is there.
    _ = WorkRunner(work).run(Array(plan.units.prefix(local.replications)), threads: 2)
    #expect(try result(work) == local)
  }

  @Test func `missing and damaged units are named, and played again`() throws {
    defer { remove() }
    let plan = try planned()
    let work = try WorkExperiment(folder)
    let runner = WorkRunner(work)
    _ = runner.run(Array(plan.units.dropLast()), threads: 2)
    try damage(plan.units[0]) { $0.removeLast(100) }
    try damage(plan.units[1]) { $0[$0.count / 2] ^= 1 }
    try damage(plan.units[2]) { $0 = Data() }
    let status = try folder.status(of: plan, threads: 1)
    #expect(status.damaged == [1, 2, 3])
    #expect(status.missing == [5])
    #expect(status.units[0].damage == "content")
    #expect(throws: WorkFault.incomplete(folder: folder.path, missing: [5], damaged: [1, 2, 3])) {
      try work.replications(threads: 1)
    }
    let outcomes = runner.run(plan.units, threads: 1)
    let replaced = outcomes.map { if case .played(_, let replaced) = $0 { replaced } else { false } }
    #expect(replaced == [true, true, true, false, false])
    #expect(try folder.status(of: plan, threads: 1).isComplete)
  }

  @Test func `results of another plan, number, engine or schema do not count`() throws {
    defer { remove() }
    let plan = try planned()
    _ = WorkRunner(try WorkExperiment(folder)).run(plan.units, threads: 2)
    let first = try Data(contentsOf: URL(fileURLWithPath: folder.path(of: plan.units[0])))
    try damage(plan.units[1]) { $0 = first }
    var other = plan
    other.engine = "another"
    guard case .done(let sound) = try folder.state(of: plan.units[2], in: plan),
      let results = sound.results(of: plan.units[2])
    else {
      Issue.record("the unit is there")
      return
    }
    let foreign = try UnitFile.data(results, sound.notes, of: plan.units[2], in: other)
    try damage(plan.units[2]) { $0 = foreign }
    try damage(plan.units[3]) {
      $0.replaceSubrange($0.startIndex..<$0.startIndex + 14, with: Data("dunjing-unit/9 x".utf8))
    }
    let status = try folder.status(of: plan, threads: 1)
    #expect(status.units.map(\.damage) == [nil, "plan", "engine", "schema", nil])
  }

  @Test func `an engine that plays otherwise is refused`() throws {
    defer { remove() }
    _ = try planned { $0.engine = "0000000000000000" }
    #expect(throws: WorkFault.otherEngine(folder: folder.path, planned: "0")) { try WorkExperiment(folder) }
  }

  @Test func `a study that was changed is refused`() throws {
    defer { remove() }
    _ = try planned()
    let url = URL(fileURLWithPath: folder.path(of: "study/scenario.yaml"))
    try (try Data(contentsOf: url) + Data("# more\n".utf8)).write(to: url)
    #expect(throws: WorkFault.changedStudy(folder: folder.path)) { try WorkExperiment(folder) }
  }

  @Test func `a plan that is missing, damaged or of another schema is told apart`() throws {
    defer { remove() }
    #expect(throws: WorkFault.noFolder(folder.path)) { try folder.plan() }
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    #expect(throws: WorkFault.noPlan(folder: folder.path)) { try folder.plan() }
    _ = try planned()
    let url = URL(fileURLWithPath: folder.path(of: WorkFolder.planFile))
    let text = try String(contentsOf: url, encoding: .utf8)
    try Data(text.replacing("dunjing-plan/1", with: "dunjing-plan/2").utf8).write(to: url)
    #expect(throws: WorkFault.otherSchema(folder: folder.path, schema: "dunjing-plan/2")) {
      try folder.plan()
    }
    try Data(text.dropLast(50).utf8).write(to: url)
    #expect(throws: WorkFault.damagedPlan(folder: folder.path)) { try folder.plan() }
  }

  @Test func `a worker of a plan that was replaced writes nothing`() throws {
    defer { remove() }
    let plan = try planned()
    let old = WorkRunner(try WorkExperiment(folder))
    try FileManager.default.removeItem(atPath: folder.path)
    let new = try planned { $0.seed += 1 }
    let outcomes = old.run(plan.units, threads: 1)
    #expect(outcomes.first == .failed(.replacedPlan(folder: folder.path)))
    // Nor does it play on.
    #expect(outcomes.dropFirst().allSatisfy { $0 == .stopped })
    #expect(try folder.status(of: new, threads: 1).missing == new.units.map(\.number))
  }

  @Test func `every part of a plan that changes results changes its identity`() throws {
    defer { remove() }
    let plan = try planned()
    let settings = PrecisionSettings(
      indicators: [.incidents], relative: 0.5, target: .level, maximumReplications: 30)
    let changes: [(inout WorkPlan) -> Void] = [
      { $0.seed += 1 }, { $0.treatments.swapAt(0, 1) }, { $0.engine = "another" },
      { $0.scenarioHash = "another" }, { $0.settings = ["a=1"] }, { $0.replications += 1 },
      { $0.units[0].replications += 1 }, { $0.precision = .init(pilot: 5, settings: settings) },
      { $0.precision = .init(pilot: 6, settings: settings) }
    ]
    var identities = [plan.identity]
    for change in changes {
      var other = plan
      change(&other)
      identities.append(other.identity)
    }
    #expect(Set(identities).count == identities.count)
  }

  @Test func `whoever stops leaves no half unit`() throws {
    defer { remove() }
    let plan = try planned()
    let outcomes = WorkRunner(try WorkExperiment(folder)).run(plan.units, threads: 1, isStopped: { true })
    #expect(outcomes == plan.units.map { _ in .stopped })
    #expect(try folder.status(of: plan, threads: 1).missing == [1, 2, 3, 4, 5])
  }

  @Test func `a disk that is full is a fault, unless another worker has written the unit`() throws {
    defer { remove() }
    let plan = try planned()
    var runner = WorkRunner(try WorkExperiment(folder))
    runner.calls.flush = { _ in
      errno = ENOSPC
      return -1
    }
    let path = folder.path(of: plan.units[0])
    #expect(runner.run([plan.units[0]], threads: 1) == [.failed(.file(path: path, code: ENOSPC))])
    let sound = WorkRunner(runner.work)
    runner.calls.create = { [units = [plan.units[0]]] _ in
      _ = sound.run(units, threads: 1)
      errno = ENOSPC
      return -1
    }
    #expect(runner.run([plan.units[0]], threads: 1) == [.found])
  }
}
