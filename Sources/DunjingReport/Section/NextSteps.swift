import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// What the results suggest to examine next, and what the study would have to hold for the report to say more.
enum NextSteps {
  static func section(_ findings: Findings) -> Section? {
    let (steps, gaps) = (self.steps(findings), missing(findings))
    guard !steps.isEmpty || !gaps.isEmpty else { return nil }
    var blocks: [Block] = []
    if !steps.isEmpty { blocks += [.list(steps)] }
    if !gaps.isEmpty {
      blocks += [
        .heading(
          LocalizedText(zh: "本报告没有的内容，以及补什么数据", en: "What this report lacks, and which data would add it")),
        .list(gaps)
      ]
    }
    return Section(
      id: "next", title: LocalizedText(zh: "下一步", en: "What to examine next"), blocks: blocks)
  }

  // MARK: - What to examine

  private static func steps(_ findings: Findings) -> [LocalizedText] {
    [replications(findings), plateau(findings), overload(findings), sites(findings)].compactMap { $0 }
  }

  private static func replications(_ findings: Findings) -> LocalizedText? {
    guard findings.hasFewReplications else { return nil }
    return LocalizedText(
      zh: "重复不足 10 次，区间本身还不可靠：用 --replications 30 再算一次。",
      en:
        "Fewer than 10 replications: the intervals themselves are not yet reliable. Play it again with --replications 30."
    )
  }

  private static func plateau(_ findings: Findings) -> LocalizedText? {
    guard findings.best != nil, findings.isSweep else { return nil }
    return LocalizedText(
      zh: "这里只比较了列出的几种比例。dunjing optimize 研究文件夹 --out 结果文件夹 在其间寻找最优，给出无法与之区分的全部方案和每名民警的边际价值。",
      en:
        "Only the listed ratios were compared. dunjing optimize STUDY --out FOLDER searches between them and shows all plans that "
        + "cannot be told from the best, and what one more officer is worth.")
  }

  private static func overload(_ findings: Findings) -> LocalizedText? {
    guard let shown = findings.shown else { return nil }
    let names = shown.departments.filter { $0.utilization > 0.95 || $0.growingReplications > 0 }.map(\.name)
    guard !names.isEmpty else { return nil }
    return LocalizedText(
      zh:
        "\(names.map(\.zh).joined(separator: "、"))的工作量接近或超过能力，或积压持续增长：提高这些部门的最低留守人数或改变抽调规则后再比较。",
      en:
        "\(names.map(\.en).joined(separator: ", ")): work near or above capacity, or a backlog that keeps growing. Raise the floor of these departments or change "
        + "the rule of origin, and compare again.")
  }

  private static func sites(_ findings: Findings) -> LocalizedText? {
    guard let shown = findings.shown else { return nil }
    let targets = findings.scenario.targets
    let uncovered = zip(findings.scenario.grids, shown.grids).contains { grid, outcome in
      !outcome.hasPost(within: targets.minutes(for: grid.areaClass))
    }
    guard uncovered else { return nil }
    return LocalizedText(
      zh: "有网格在时限车程内没有驻点：dunjing locate 计算增设或调整站点后的最好位置和覆盖。",
      en:
        "Some grids have no post within their target: dunjing locate computes the best sites for more or other posts, and "
        + "what they would cover.")
  }

  // MARK: - What is missing

  private static func missing(_ findings: Findings) -> [LocalizedText] {
    let scenario = findings.scenario
    let gaps: [(Bool, LocalizedText)] = [
      (
        scenario.roads == nil,
        LocalizedText(zh: "路网上的行车时间：加 roads（nodes、edges）。", en: "Travel on roads: add roads (nodes, edges).")
      ),
      (
        scenario.patrol.points.isEmpty && scenario.patrol.lines.isEmpty,
        LocalizedText(
          zh: "必到点、必巡线完成率：加 patrol.points 和 patrol.lines。",
          en: "Patrol duties: add patrol.points and patrol.lines.")
      ),
      (
        scenario.hazardKinds.isEmpty,
        LocalizedText(zh: "预防成效：加 hazardKinds 和 community。", en: "Prevention: add hazardKinds and community.")
      ),
      (
        scenario.departments.isEmpty,
        LocalizedText(zh: "机关的代价：加 departments。", en: "The price at headquarters: add departments.")
      ),
      (
        scenario.windows == nil,
        LocalizedText(zh: "服务窗口等候：加 windows。", en: "Waits at service windows: add windows.")
      ),
      (
        scenario.assessment.isEmpty,
        LocalizedText(
          zh: "考核计分与责任单位：加 assessment（指标、权重、记分区间、责任单位）。",
          en: "A scorecard with who answers: add assessment (indicators, weights, scales, owners).")
      ),
      (
        scenario.counties.count < 2,
        LocalizedText(
          zh: "各县（市、区）排名：加 counties，并在网格中写明 county。",
          en: "A ranking of counties: add counties, and county in the grids.")
      ),
      (
        !findings.isSweep,
        LocalizedText(
          zh: "下沉比例曲线：加至少两个只有比例不同的方案。",
          en: "Curves over the sink ratio: add at least two treatments that differ by it alone.")
      ),
      (
        scenario.sources.isEmpty,
        LocalizedText(zh: "参数来源：加 sources。", en: "Where numbers come from: add sources.")
      )
    ]
    return gaps.filter(\.0).map(\.1)
  }
}
