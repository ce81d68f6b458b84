import ArgumentParser
import Dunjing
import Foundation
import Synchronization

/// What `dunjing optimize` was asked, with the study in which it looks.
struct OptimizeQuestion {
  let valid: ValidScenario
  let world: World
  let space: PlanSpace
  let goal: PlanGoal
  var settings: PlanSearchSettings
  var threads: Int

  /// The search for the answer.
  func search(with outlook: PlanOutlook) -> PlanSearch {
    PlanSearch(world, space: space, goal: goal, settings: settings, outlook: outlook)
  }
}

extension OptimizeCommand {
  private typealias Folder = HistoryFolder<OptimizeManifest>

  /// The file of the result.
  private static let record = "optimize.json"

  /// Looks for the best plan by simulation, or only prepares a folder for several processes that do.
  func search(_ question: OptimizeQuestion, since start: Date) throws {
    guard let out else {
      throw CommandFault(zh: "请用 --out 给出结果目录。", en: "say with --out where the search is kept.")
    }
    let folder = Folder(out)
    let manifest = try manifest(of: question)
    let question = try withinMemory(question)
    let absent = folder.absentFiles
    let session = try folder.open(manifest, overwrite: overwrite, companyOptions)
    guard !companyOptions.prepare else {
      return print(session.prepared(path: out).text(in: language.messages))
    }
    let outcome = try outcome(of: question, session, folder, removing: absent, since: start)
    try session.checkUnchanged()
    try write(outcome, question, to: folder, seconds: Date().timeIntervalSince(start))
    try tell(outcome, question.valid.scenario, folder, seconds: Date().timeIntervalSince(start))
    // Of several processes each has done its work, which nobody need start again.
    guard outcome.answer != nil || session.company != nil else { throw ExitStatus.noPlan }
  }

  private func manifest(of question: OptimizeQuestion) throws -> OptimizeManifest {
    OptimizeManifest(
      scenarioHash: question.valid.bundleHash, seed: question.world.scenario.experiment.seed,
      base: question.space.base.id, version: Version.text, build: BuildIdentity.text,
      settings: try setting.record())
  }

  /// The question with the threads and the kept states for which there is memory.
  private func withinMemory(_ question: OptimizeQuestion) throws -> OptimizeQuestion {
    guard !companyOptions.prepare else { return question }
    var question = question
    (question.threads, question.settings.keptWarmUps) = try memoryOptions.budget(in: language.messages)
      .comparison(question.threads, of: question.world, states: question.settings.keptWarmUps)
    return question
  }

  /// Searches, and looks at how the answer depends on the assumptions.
  private func outcome(
    of question: OptimizeQuestion, _ session: HistorySession, _ folder: Folder, removing absent: AbsentFiles,
    since start: Date
  ) throws -> PlanSearchOutcome {
    let ledger = session.history.ledger()
    if ledger.count > 0 {
      Message.write(
        language.messages == .zh
          ? "接着已有的 \(ledger.count) 次重复往下做" : "going on from \(ledger.count) replications already played")
    }
    let sensitivity = try sensitivity(of: question)
    let outlook = outlook(of: question)
    var outcome = try play(question, outlook, ledger, session, removing: absent)
    guard let sensitivity else { return outcome }
    // Whoever stops now has the report of the search already; a whole one of the same question stays until then.
    if session.company == nil,
      !(session.isKnown && FileManager.default.fileExists(atPath: folder.path(Self.record)))
    {
      try session.checkUnchanged()
      try write(outcome, question, to: folder, seconds: Date().timeIntervalSince(start))
    }
    outcome.sensitivity = try sensitivity.outcome(
      of: outcome, outlook, question.space, session, threads: question.threads)
    return outcome
  }

  private func sensitivity(of question: OptimizeQuestion) throws -> OptimizeSensitivity? {
    guard !noSensitivity else { return nil }
    return try OptimizeSensitivity(
      path: path, overrides: try setting.overrides(), scenario: question.world.scenario,
      isChinese: language.messages == .zh)
  }

  private func play(
    _ question: OptimizeQuestion, _ outlook: PlanOutlook, _ ledger: PlanLedger, _ session: HistorySession,
    removing absent: AbsentFiles
  ) throws -> PlanSearchOutcome {
    Interruption.listen()
    let isStopped = Mutex(false)
    let missing = Mutex<Set<Indicator>>([])
    let (goal, isChinese) = (question.goal, language.messages == .zh)
    let outcome = question.search(with: outlook).run(
      ledger: ledger, threads: question.threads, company: session.company,
      record: { record in
        let gaps = goal.indicators.filter { record.values[$0] == nil }
        missing.withLock { $0.formUnion(gaps) }
        let goesOn = session.writer.append(record) && !Interruption.isRequested
        if !goesOn { isStopped.withLock { $0 = true } }
        return goesOn
      },
      progress: { Message.write($0.text(goal, isChinese: isChinese)) })
    try session.writer.check()
    if let outcome { return outcome }
    if isStopped.withLock(\.self) || Interruption.isRequested { throw stopped() }
    if session.company == nil { absent.remove() }
    throw Self.noValue(of: missing.withLock(\.self), goal)
  }

  /// Says that somebody stopped the search.
  private func stopped() -> ExitCode {
    Message.write(
      language.messages == .zh
        ? "已停止，已完成的重复已保存；再次运行同一命令即可继续。"
        : "Stopped; what was played is kept. Start the same command to go on.")
    return ExitStatus.interrupted
  }

  private func write(
    _ outcome: PlanSearchOutcome, _ question: OptimizeQuestion, to folder: Folder, seconds: Double
  ) throws {
    let valid = question.valid
    let record = OptimizeRecord(outcome, valid.scenario, seconds: seconds)
    try folder.write(try JSONFile.data(record), to: Self.record)
    let page = PlanSearchPage(
      outcome, scenario: valid.scenario, base: question.space.base, scenarioHash: valid.bundleHash,
      provenance: Provenance(
        build: BuildIdentity.text, version: Version.text, runSeconds: seconds, settings: setting.settings))
    // A page of another question does not stay.
    for language in Language.allCases where !self.language.reports.contains(language) {
      try? FileManager.default.removeItem(atPath: folder.path("optimize.\(language.rawValue).html"))
    }
    for language in language.reports {
      try folder.write(Data(page.html(in: language).utf8), to: "optimize.\(language.rawValue).html")
    }
  }

  private func tell(
    _ outcome: PlanSearchOutcome, _ scenario: Scenario, _ folder: Folder, seconds: Double
  ) throws {
    if json { return print(try JSONFile.text(OptimizeRecord(outcome, scenario, seconds: seconds))) }
    let isChinese = language.messages == .zh
    print(OptimizeText(outcome: outcome, scenario: scenario, language: language.messages).text)
    print(isChinese ? "报告：" : "Reports:")
    for language in language.reports { print("  " + folder.path("optimize.\(language.rawValue).html")) }
  }
}
