import ArgumentParser
import Dunjing
import Foundation

/// `dunjing locate STUDY`: the best sites.
struct LocateSitesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sites", abstract: String(zh: "为单元寻找最佳站点。", en: "Finds the best sites for units."),
    discussion: String(
      zh: """
        候选为研究的设施和网格；需求为预期的警情。
        """,
      en: """
        Candidates are the facilities and the grids of a study; demand is its expected incidents.
        """,
      examples: """
        dunjing locate scenarios/baicheng --model mclp --sites 20 --fixed kind:station
        """))

  @OptionGroup var source: LocateSourceOptions

  @Option(
    help: ArgumentHelp(
      zh: "模型：\(LocateModelOption.allCases.map(\.rawValue).joined(separator: "、"))。",
      en: "The model: \(LocateModelOption.allCases.map(\.rawValue).joined(separator: ", "))."))
  var model: LocateModelOption

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      zh: "站点总数，含已固定的（mexclp、malp、dsm：单元数；lscp：上限）。",
      en: "Number of sites in all, the fixed ones included (mexclp, malp, dsm: units; lscp: at most)."))
  var sites: String?

  @Option(
    help: ArgumentHelp(
      zh: "半径，分钟；mclp 可给多个，例如 1,3,5（默认：响应时限）。",
      en: "Radius in minutes; with mclp also several, such as 1,3,5 (default: response targets)."))
  var radiusMinutes: String?

  @Option(
    help: ArgumentHelp(
      zh: "多个半径各自覆盖的价值，例如 0.5,0.3,0.2（默认：相等）。",
      en: "What covering within each of several radii is worth, such as 0.5,0.3,0.2 (default: equal)."))
  var worths: String?

  @Option(
    help: ArgumentHelp(
      zh: "dsm 须全部覆盖的半径，分钟（默认：短半径的两倍）。",
      en: "Radius in minutes within which dsm has to cover everything (default: twice the short one)."))
  var longRadiusMinutes: String?

  @Option(
    help: ArgumentHelp(
      zh: "已有的站点：id，或 kind:station 这样的写法，用逗号分隔。",
      en: "Sites that exist: ids, or kind:station and the like, separated by commas."))
  var fixed: String?

  @Option(help: ArgumentHelp(zh: "不得采用的站点，写法相同。", en: "Sites that no plan may have, written the same way."))
  var forbidden: String?

  @Option(
    help: ArgumentHelp(
      zh: "固定站点之外的候选：all、facilities 或 grids。",
      en: "Candidates beside the fixed ones: all, facilities or grids."))
  var candidates = LocateCandidates.Choice.all

  @Option(
    help: ArgumentHelp(
      zh: "单元忙碌的时间比例（mexclp、malp；默认：0.3）。", en: "Share of time a unit is busy (mexclp, malp; default: 0.3)."))
  var busyFraction: String?

  @Option(help: ArgumentHelp(zh: "要求的可靠度（malp；默认：0.9）。", en: "Reliability asked for (malp; default: 0.9)."))
  var reliability: String?

  @Option(
    help: ArgumentHelp(
      zh: "短半径须覆盖的需求比例（dsm；默认：0.9）。",
      en: "Share of the demand that the short radius has to cover (dsm; default: 0.9)."))
  var share: String?

  @Option(
    help: ArgumentHelp(
      zh: "双重覆盖相对于一次覆盖的权重（backup；默认：必须先有一次覆盖）。",
      en: "Weight of backup beside first coverage (backup; default: first coverage is required)."))
  var backupShare: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      zh: "一个站点可驻守的单元数（mexclp、malp、dsm；默认：1）。",
      en: "Units that may stand at a site (mexclp, malp, dsm; default: 1)."))
  var unitsPerSite: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp(zh: "列出最好的多少个方案。", en: "Show this many of the best plans."))
  var top: String = "1"

  @Option(help: ArgumentHelp(zh: "多少秒后停止。", en: "Stop after so many seconds."))
  var timeLimit: String?

  @Option(
    help: ArgumentHelp(
      zh: "输出几行 scenario.yaml 的内容，把结果作为此 id 的方案试算。",
      en: "Print lines for scenario.yaml that try the plan as a treatment of this id."))
  var writeTreatment: String?

  @Option(
    help: ArgumentHelp(zh: "把最佳方案的地图页写入此文件。", en: "Write a page with the map of the best plan to this file."))
  var report: String?

  @Flag(help: ArgumentHelp(zh: "输出 JSON。", en: "Print JSON."))
  var json = false

  @Option(help: LanguageOption.ofMessages)
  var language = LanguageOption.both

  @Flag(help: ArgumentHelp(zh: "替换 --report 已有的文件。", en: "Replace the file of --report if it is there."))
  var overwrite = false

  func run() throws {
    try Reporting.run(in: language.messages, writes: report != nil) {
      try checkOutput()
      let candidates = try source.candidates()
      let model = try LocateModel(self, candidates).model
      let count = try CommandNumber.whole(top, "--top", in: 1...10_000)
      let seconds = try timeLimit.map {
        try LocateNumber.value($0, "--time-limit", in: 0.001...1e7)
      }
      let options = SolveOptions(timeLimitSeconds: seconds)
      let plans =
        count == 1
        ? [model.plan(by: CbcSolver(), options)] : model.bestPlans(count, by: CbcSolver(), options)
      warnOfIdleOptions()
      let found = LocateReport(
        plans, of: self.model, asked: count, candidates,
        explanation: explanation(of: plans[0], model, candidates, options))
      let fragment = try writeTreatment.map {
        try LocateTreatment(
          id: $0, candidates, fixed: model.rules.fixed, scenario: try source.world().scenario
        ).text(of: plans[0], found)
      }
      if let report { try writePage(of: plans[0], found, candidates, fixed: model.rules.fixed, to: report) }
      print(try fragment ?? (json ? JSONFile.text(found) : found.text(in: language.messages)))
      guard plans[0].status.hasSolution else { throw ExitStatus.noPlan }
    }
  }
}

extension LocateSitesCommand {
  /// Checks, before anything is solved, that what is asked for can be written.
  private func checkOutput() throws {
    if let writeTreatment { try LocateTreatment.check(id: writeTreatment) }
    for (option, value) in [("--report", report), ("--write-treatment", writeTreatment)]
    where value != nil && source.orLibrary != nil {
      throw CommandFault(
        zh: "\(option) 需要研究的文件夹；请去掉 --or-library 或 \(option)。",
        en: "\(option) needs the folder of a study; leave out --or-library or \(option).")
    }
    if let report { try FileFault.checkReplaceable(report, "--report", overwrite: overwrite) }
  }

  /// Says which of the options given have no effect on the model.
  private func warnOfIdleOptions() {
    let given: [(LocateModelOption.Setting, String?)] = [
      (.radiusMinutes, radiusMinutes), (.worths, worths), (.longRadiusMinutes, longRadiusMinutes),
      (.busyFraction, busyFraction), (.reliability, reliability), (.share, share),
      (.backupShare, backupShare),
      (.unitsPerSite, unitsPerSite)
    ]
    for (setting, value) in given where value != nil && !model.settings.contains(setting) {
      Message.write(
        language.messages == .zh
          ? "警告：模型 \(model.rawValue) 不用 \(setting.rawValue)，该选项不起作用。"
          : "warning: the model \(model.rawValue) has no use for \(setting.rawValue); it changes nothing.")
    }
  }

  /// Why there is no plan; nil where there is one or none could be proven impossible.
  private func explanation(
    of plan: LocationPlan, _ model: any LocationModel, _ candidates: LocateCandidates, _ options: SolveOptions
  ) -> LocalizedText? {
    guard plan.status == .infeasible else { return nil }
    let remedies = [
      self.candidates == .all
        ? nil : LocalizedText(zh: "用 --candidates all 增加候选点", en: "add candidates with --candidates all"),
      forbidden == nil ? nil : LocalizedText(zh: "减少 --forbidden 中的站点", en: "name fewer sites in --forbidden")
    ].compactMap(\.self)
    return LocateExplanation(
      model.obstacle(by: CbcSolver(), options), candidates, number: model.rules.number, remedies: remedies
    ).text
  }

  private func writePage(
    of plan: LocationPlan, _ report: LocateReport, _ candidates: LocateCandidates, fixed: [Int],
    to path: String
  ) throws {
    let page = LocatePage(
      scenario: try source.world().scenario, candidates: candidates, report: report, fixed: Set(fixed))
    try page.write(plan, to: path, in: language.messages)
  }
}

extension LocateCandidates.Choice: ExpressibleByArgument {}
