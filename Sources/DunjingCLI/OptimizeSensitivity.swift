import Dunjing

/// How the answer of `dunjing optimize` depends on the assumptions of the study.
struct OptimizeSensitivity {
  /// The study and its assumptions; nil where none has a range.
  private let variation: ScenarioVariation?
  private let isChinese: Bool

  /// Reads the ranges, so that their faults are told before anything is played.
  /// - Parameters:
  ///   - path: the folder of the study.
  ///   - overrides: what is set on top of its files.
  init(path: String, overrides: [ScenarioOverride], scenario: Scenario, isChinese: Bool) throws {
    let hasRanges = scenario.sources.contains { $0.range != nil }
    variation = hasRanges ? try ScenarioVariation(ScenarioBundle(path: path), setting: overrides) : nil
    self.isChinese = isChinese
  }

  /// Looks at the assumptions that have a range; nil where none has, where no plan keeps the limits, or where formulas do
  /// not speak of what is wanted.
  /// - Throws: `ExitStatus.interrupted` where somebody stopped: what was searched is kept, and the same command goes on.
  func outcome(
    of search: PlanSearchOutcome, _ outlook: PlanOutlook, _ space: PlanSpace, _ session: HistorySession,
    threads: Int
  ) throws -> SensitivityOutcome? {
    let world = outlook.world
    guard let answer = search.answer, let variation else { return nil }
    let sensitivity = PlanSensitivity(
      outlook, space: space, goal: search.goal, found: found(search.plans[answer], world, space),
      assumptions: variation.assumptions,
      study: { overrides in try? variation.load(setting: overrides) })
    let outcome = sensitivity.run(
      ledger: session.history.ledger(), threads: threads, company: session.company,
      record: { session.writer.append($0) && !Interruption.isRequested },
      progress: { Message.write(text($0)) }, goesOn: { !Interruption.isRequested })
    try session.writer.check()
    if Interruption.isRequested {
      Message.write(
        isChinese
          ? "已停止，敏感性没有完成。再次运行同一命令即可补上。"
          : "Stopped before the sensitivity was finished. Start the same command to add it."
      )
      throw ExitStatus.interrupted
    }
    if outcome == nil {
      Message.write(
        isChinese
          ? "敏感性：解析模型不涉及所求的指标，已略去。"
          : "sensitivity: left out, as the formulas do not speak of what is wanted.")
    }
    return outcome
  }

  private func found(
    _ plan: PlanSearchOutcome.Standing, _ world: World, _ space: PlanSpace
  ) -> Treatment {
    if let known = world.scenario.treatments.first(where: { $0.id == plan.id }) { return known }
    return plan.point.map(space.named) ?? space.base
  }

  private func text(_ stage: PlanSensitivity.Stage) -> String {
    switch stage {
    case .appraising(let points):
      isChinese ? "敏感性：\(points) 组假设取值" : "sensitivity: \(points) sets of assumptions"
    case .confirming(let ends):
      isChinese ? "敏感性：仿真核对 \(ends) 处" : "sensitivity: \(ends) ends checked by simulation"
    }
  }
}
