import ArgumentParser
import Dunjing
import Foundation
import Synchronization

/// `dunjing optimize`: the best plan of a study.
struct OptimizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimize",
    abstract: String(
      zh: "寻找最佳方案：下沉多少人，去哪里。", en: "Looks for the best plan: how many officers, and where to."),
    discussion: String(
      zh: """
        以仿真作贝叶斯搜索，再用新的重复选出最优，并给出与它分不出高下的各方案。中断的搜索再次启动时继续。见 \
        Documentation/Optimize.md。
        """,
      en: """
        A Bayesian search by simulation, a selection of the best on fresh replications, and the plateau of plans that \
        cannot be told apart from it. A search that was stopped goes on when it is started again. \
        Documentation/Optimize.md describes it.
        """,
      examples: """
        dunjing optimize scenarios/baicheng --out out/best
        dunjing optimize scenarios/baicheng --out out/best --vary sinkRatio=0:0.5 --minimize incidentsOrder \
        --limit "responseP90 <= 5" --limit "backlogEnd <= +10%"
        """))

  @Argument(help: ArgumentHelp(zh: "研究的文件夹。", en: "The folder of the study."))
  var path: String

  @OptionGroup var setting: SettingOptions

  @Option(help: ArgumentHelp(zh: "搜索的文件夹。", en: "The folder of the search."))
  var out: String?

  @Option(
    help:
      ArgumentHelp(
        zh:
          "变动什么，例如 sinkRatio=0:0.4 或 switches.intelligence；可多次给出（默认：sinkRatio，没有省、市机关时为 sinkRatio.county；有备用点时还有 streetShare）。",
        en: """
          What varies, such as sinkRatio=0:0.4 or switches.intelligence; repeatable (default: sinkRatio, without \
          agency officers sinkRatio.county, and, where reserve sites stand, streetShare).
          """)
  )
  var vary: [String] = []

  @Option(
    help: ArgumentHelp(
      zh: "其余各项取自哪个方案（默认：基线）。", en: "The treatment that gives all the rest (default: the baseline)."))
  var treatment: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      zh: "求最小的指标之和（默认：harmIndex）；dunjing indicators 列出全部。",
      en: "A sum of indicators to make small (default: harmIndex); dunjing indicators lists them."))
  var minimize: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      zh: "求最大的指标之和，代替 --minimize。", en: "A sum of indicators to make great, in place of --minimize."))
  var maximize: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help:
      ArgumentHelp(
        zh: "前面的目标分不出高下时再求最小的指标之和；可多次给出。",
        en:
          "A further sum to make small among plans that cannot be told apart by the ones before; repeatable.")
  )
  var then: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      zh: "要看其取舍的指标，例如 'incidentsOrder, weightedDelay'，越大越好的加负号，如 '-withinTarget, weightedDelay'；两个或三个。",
      en: """
        Indicators whose trade-off is shown, such as 'incidentsOrder, weightedDelay' or, with a minus where more is better, \
        '-withinTarget, weightedDelay'; two or three.
        """))
  var front: String?

  @Option(
    help:
      ArgumentHelp(
        zh: "要守住的界限，例如 'responseP90 <= 5'，或相对基线 'weightedDelay <= +10%'；可多次给出。",
        en:
          "A limit to keep, such as 'responseP90 <= 5' or, against the baseline, 'weightedDelay <= +10%'; repeatable."
      )
  )
  var limit: [String] = []

  @Option(
    parsing: .unconditional,
    help:
      ArgumentHelp(
        zh: "除研究中的、公式给出的和最优附近的之外，搜索可选的方案数（默认：\(PlanSearchSettings().evaluations)）。",
        en:
          "Plans that the search may choose, besides those of the study, of the formulas and around the best (default: \(PlanSearchSettings().evaluations))."
      )
  )
  var evaluations: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      zh: "搜索中评判一个方案的重复次数（默认：\(PlanSearchSettings().replications)）。",
      en: "Replications that judge a plan during the search (default: \(PlanSearchSettings().replications)).")
  )
  var replications: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      zh: "每个入围方案的新重复次数（默认：\(PlanSearchSettings().freshReplications)）。",
      en: "Fresh replications of every finalist (default: \(PlanSearchSettings().freshReplications))."))
  var freshReplications: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      zh: "入围方案新重复次数的上限（默认：\(PlanSearchSettings().limit)）。",
      en: "Fresh replications of a finalist at most (default: \(PlanSearchSettings().limit))."))
  var mostReplications: String?

  @Option(
    help: ArgumentHelp(
      zh: "值得分辨的最小差别，占基线目标值的比例（默认：0.25%）。",
      en: "The smallest difference worth finding, as a share of the baseline's objective (default: 0.25%)."))
  var indifference: String?

  @OptionGroup var threadOptions: ThreadOptions

  @OptionGroup var memoryOptions: MemoryOptions

  @OptionGroup var companyOptions: CompanyOptions

  @Flag(
    help: ArgumentHelp(
      zh: "只用公式求最佳方案：几秒钟，先看一眼时用；不仿真，不写文件。",
      en: "Only the best plan by formulas: in seconds, for a first look; plays and writes nothing."))
  var forecastOnly = false

  @Flag(
    help: ArgumentHelp(
      zh: "不考察答案对 sources.csv 中带范围的假设的依赖。",
      en: "Leave out how the answer depends on the assumptions that have a range in sources.csv."))
  var noSensitivity = false

  @Flag(help: ArgumentHelp(zh: "替换文件夹中已有的搜索。", en: "Replace a search that is already in the folder."))
  var overwrite = false

  @Option(help: ArgumentHelp(zh: "报告的语言：zh、en 或 both。", en: "Language of the reports: zh, en or both."))
  var language = LanguageOption.both

  @Flag(help: ArgumentHelp(zh: "输出 JSON。", en: "Print JSON."))
  var json = false

  func run() throws {
    let start = Date()
    try Reporting.run(in: language.messages) {
      var (goal, settings, wanted) = try options()
      let valid = try setting.load(path)
      let world = World(keeping: valid)
      Message.warnOfFixedEstimates(valid.scenario, in: language.messages)
      let base = world.scenario.treatments[try CommandTreatment.index(of: treatment, in: world)]
      let space = PlanSpace(base: base, decisions: try decisions(in: world))
      try checkEffect(of: space, in: world)
      if forecastOnly { return try forecast(space, goal, world, threads: wanted) }
      guard let out else {
        throw CommandFault(zh: "请用 --out 给出结果目录。", en: "say with --out where the search is kept.")
      }
      let folder = HistoryFolder<OptimizeManifest>(out)
      let manifest = OptimizeManifest(
        scenarioHash: valid.bundleHash, seed: world.scenario.experiment.seed, base: base.id,
        version: Version.text, build: BuildIdentity.text, settings: try setting.record())
      var threads = wanted
      if !companyOptions.prepare {
        (threads, settings.keptWarmUps) = try memoryOptions.budget(in: language.messages).comparison(
          wanted, of: world, states: settings.keptWarmUps)
      }
      let absent = folder.absentFiles
      let session = try folder.open(manifest, overwrite: overwrite, companyOptions)
      guard !companyOptions.prepare else {
        return print(session.prepared(path: out).text(in: language.messages))
      }
      let ledger = session.history.ledger()
      if ledger.count > 0 {
        Message.write(
          language.messages == .zh
            ? "接着已有的 \(ledger.count) 次重复往下做" : "going on from \(ledger.count) replications already played")
      }
      let sensitivity =
        noSensitivity
        ? nil
        : try OptimizeSensitivity(
          path: path, overrides: try setting.overrides(), scenario: world.scenario,
          isChinese: language.messages == .zh)
      let outlook = outlook(world, threads: threads)
      let search = PlanSearch(world, space: space, goal: goal, settings: settings, outlook: outlook)
      var outcome = try play(search, goal, ledger, session, removing: absent, threads: threads)
      if let sensitivity {
        // Whoever stops now has the report of the search already; a whole one of the same question stays until then.
        if session.company == nil,
          !(session.isKnown && FileManager.default.fileExists(atPath: folder.path(Self.record)))
        {
          try session.checkUnchanged()
          try write(outcome, valid, base, to: folder, seconds: Date().timeIntervalSince(start))
        }
        outcome.sensitivity = try sensitivity.outcome(of: outcome, outlook, space, session, threads: threads)
      }
      try session.checkUnchanged()
      try write(outcome, valid, base, to: folder, seconds: Date().timeIntervalSince(start))
      try tell(outcome, valid.scenario, folder, seconds: Date().timeIntervalSince(start))
    }
  }

  /// The file of the result.
  private static let record = "optimize.json"

  private func outlook(_ world: World, threads: Int) -> PlanOutlook {
    Message.write(language.messages == .zh ? "准备推算公式" : "preparing forecasts")
    return PlanOutlook(world, threads: threads)
  }

  private func forecast(_ space: PlanSpace, _ goal: PlanGoal, _ world: World, threads: Int) throws {
    let start = Date()
    let outlook = outlook(world, threads: threads)
    let middle = Date()
    guard let optimum = AnalyticOptimum.find(outlook, space: space, goal: goal, threads: threads) else {
      throw CommandFault(
        zh: "公式不涉及目标或限制中的某个指标；请去掉 --forecast-only。",
        en:
          "the formulas do not speak of an indicator of the objective or the limits; leave --forecast-only out."
      )
    }
    let record = OptimizeForecast(
      optimum, space: space, goal: goal, world: world,
      preparationSeconds: middle.timeIntervalSince(start), since: middle)
    print(json ? try JSONFile.text(record) : record.text(isChinese: language.messages == .zh))
  }

  private func decisions(in world: World) throws -> [PlanSpace.Decision] {
    guard !vary.isEmpty else {
      let hasSites = world.units.contains(where: \.isReserve)
      // A county has no agencies of province or prefecture.
      let hasAgencies = world.scenario.departments.contains { $0.agencyOfficers > 0 }
      return [PlanSpace.Decision(hasAgencies ? .agencyRatio : .countyRatio, in: 0...0.5)]
        + (hasSites ? [PlanSpace.Decision(.streetShare, in: 0...1)] : [])
    }
    let decisions = try vary.flatMap { try LeverExpression.decisions($0, in: world) }
    let levers = decisions.map(\.lever)
    if let twice = levers.indices.first(where: { levers[..<$0].contains(levers[$0]) }) {
      throw CommandFault(
        zh: "--vary：\(levers[twice].key) 给了两次。", en: "--vary: \(levers[twice].key) is given twice.")
    }
    guard levers.count <= 64 else {
      throw CommandFault(
        zh: "--vary：共 \(levers.count) 个变量，至多 64 个。",
        en: "--vary: \(levers.count) numbers vary; at most 64 may.")
    }
    return decisions
  }

  private func play(
    _ search: PlanSearch, _ goal: PlanGoal, _ ledger: PlanLedger, _ session: HistorySession,
    removing absent: AbsentFiles, threads: Int
  ) throws -> PlanSearchOutcome {
    Interruption.listen()
    let isStopped = Mutex(false)
    let missing = Mutex<Set<Indicator>>([])
    let isChinese = language.messages == .zh
    let outcome = search.run(
      ledger: ledger, threads: threads, company: session.company,
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
    if isStopped.withLock(\.self) || Interruption.isRequested {
      Message.write(
        isChinese
          ? "已停止，已完成的重复已保存；再次运行同一命令即可继续。"
          : "Stopped; what was played is kept. Start the same command to go on.")
      throw ExitStatus.interrupted
    }
    if session.company == nil { absent.remove() }
    throw Self.noValue(of: missing.withLock(\.self), goal)
  }

  private func write(
    _ outcome: PlanSearchOutcome, _ valid: ValidScenario, _ base: Treatment,
    to folder: HistoryFolder<OptimizeManifest>,
    seconds: Double
  ) throws {
    let record = OptimizeRecord(outcome, valid.scenario, seconds: seconds)
    try folder.write(try JSONFile.data(record), to: Self.record)
    let page = PlanSearchPage(
      outcome, scenario: valid.scenario, base: base, scenarioHash: valid.bundleHash,
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
    _ outcome: PlanSearchOutcome, _ scenario: Scenario, _ folder: HistoryFolder<OptimizeManifest>,
    seconds: Double
  ) throws {
    if json { return print(try JSONFile.text(OptimizeRecord(outcome, scenario, seconds: seconds))) }
    let isChinese = language.messages == .zh
    print(OptimizeText(outcome: outcome, scenario: scenario, language: language.messages).text)
    print(isChinese ? "报告：" : "Reports:")
    for language in language.reports { print("  " + folder.path("optimize.\(language.rawValue).html")) }
  }
}
