import ArgumentParser
import Dunjing
import Foundation
import Synchronization

/// `dunjing sweep`: a study with other values of its keys.
struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: String(
      zh: "用各键的其他取值计算一个研究，并说明有何变化。",
      en: "Plays a study with other values of its keys, and says what they change."),
    discussion: String(
      zh: """
        取值的每个组合是一个独立的研究，用同样的随机数：基线、取值变动的方案和要求的方案。中断的扫描再次启动时继续，也可增加取值、方案\
        或重复。见 Documentation/Sweep.md。
        """,
      en: """
        Every combination of the values is a study of its own, on the same random numbers: the baseline, the treatments whose \
        keys vary, and the one asked for. A sweep that was stopped goes on when it is started again, also with more values, \
        treatments or replications. Documentation/Sweep.md describes it.
        """,
      examples: """
        dunjing sweep scenarios/baicheng --set treatments.sink20.sinkRatio=0:0.4:0.1 --out out/ratio
        dunjing sweep scenarios/minimal --set community.visitHours=1:3:0.5 --set dispatch.policy=nearest,districtFirst \
        --treatment sink20 --out out/visits
        dunjing sweep scenarios/minimal --set community.visitHours=1:3 --set hazardKinds.dispute.closure=0.3:0.9 \
        --design latin --points 20 --treatment sink20 --out out/latin
        """))

  @Argument(help: ArgumentHelp(zh: "研究的文件夹。", en: "The folder of the study."))
  var path: String

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      zh: "键及其取值：起点:终点:步长，或 a,b,c；拉丁超立方用 起点:终点。可多次给出。",
      en: "A key with its values: from:to:step, or a,b,c; for a Latin hypercube from:to. Repeatable.",
      valueName: "key=values"))
  var settings: [String] = []

  @Option(help: ArgumentHelp(zh: "参数扫描的文件夹。", en: "The folder of the sweep."))
  var out: String

  @Option(
    help: ArgumentHelp(
      zh: "指标，id 之间用逗号分隔（默认：各渠道共六项）。",
      en: "Indicators, ids separated by commas (default: six of all channels)."))
  var indicators: String?

  @Option(
    help: ArgumentHelp(
      zh: "除基线和取值变动的方案之外还要计算的方案。", en: "A treatment to play besides the baseline and those whose keys vary."))
  var treatment: String?

  @Option(
    help: ArgumentHelp(
      zh: "取点方式：grid（全部组合）或 latin（拉丁超立方）。",
      en: "How points are chosen: grid, every combination, or latin, a Latin hypercube."))
  var design = SweepDesign.Kind.grid

  @Option(parsing: .unconditional, help: ArgumentHelp(zh: "拉丁超立方的点数。", en: "Points of a Latin hypercube."))
  var points: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      zh: "每个点上每个方案的重复次数（默认：按研究）。",
      en: "Replications of each treatment at each point (default: as in the study)."))
  var replications: String?

  @OptionGroup var threadOptions: ThreadOptions

  @OptionGroup var memoryOptions: MemoryOptions

  @OptionGroup var companyOptions: CompanyOptions

  @Flag(help: ArgumentHelp(zh: "替换文件夹中已有的参数扫描。", en: "Replace a sweep that is already in the folder."))
  var overwrite = false

  @Option(help: LanguageOption.ofReports)
  var language = LanguageOption.both

  @Flag(help: ArgumentHelp(zh: "输出 JSON。", en: "Print JSON."))
  var json = false

  func run() throws {
    let start = Date()
    try Reporting.run(in: language.messages) {
      let wanted = try companyOptions.threadCount(threadOptions)
      let indicators = try self.indicators.map { try SweepExpression.indicators($0) } ?? Self.usual
      let overrides = try factors()
      let base = try ScenarioBundle(path: path).load()
      Message.warnOfFixedEstimates(base.scenario, in: language.messages)
      let design = try design(overrides, seed: base.scenario.experiment.seed)
      var sweep = Sweep(
        design, studies: try studies(design, threads: wanted), treatments: try treatments(overrides, base),
        replications: try replications.map { try CommandNumber.whole($0, "--replications", in: 2...10_000) }
          ?? max(2, base.scenario.experiment.replications))
      try SweepExpression.checkStreetShares(overrides.map(\.key), in: sweep.studies.map(\.scenario))
      var threads = wanted
      if !companyOptions.prepare {
        (threads, sweep.keptWarmUps) = try memoryOptions.budget(in: language.messages).comparison(
          wanted, of: World(compiling: sweep.studies[0], travelStore: TravelFolder.standard()),
          states: sweep.keptWarmUps)
      }
      let folder = HistoryFolder<SweepManifest>(out)
      let manifest = SweepManifest(
        scenarioHash: base.bundleHash, keys: overrides.map(\.key), design: design.kind.rawValue,
        seed: base.scenario.experiment.seed, version: Version.text, build: BuildIdentity.text)
      let session = try folder.open(manifest, overwrite: overwrite, companyOptions)
      guard !companyOptions.prepare else {
        return print(session.prepared(path: out).text(in: language.messages))
      }
      let full = try play(sweep, session, threads: threads)
      try session.checkUnchanged()
      try write(
        SweepOutcome(sweep, full, indicators: indicators), base, to: folder,
        seconds: Date().timeIntervalSince(start))
    }
  }

  private static let usual: [Indicator] = [
    .harmIndex, .withinTarget, .responseMeanFromCall, .incidents, .weightedDelay, .backlogEnd
  ]

  private func factors() throws -> [ScenarioOverride] {
    let overrides = try SettingOptions.overrides(settings)
    guard !overrides.isEmpty else {
      throw CommandFault(
        zh: "请用 --set 指明要改变的键，例如 --set community.visitHours=1:3:0.5。",
        en: "say with --set what varies, such as --set community.visitHours=1:3:0.5.")
    }
    return overrides
  }

  private func design(_ overrides: [ScenarioOverride], seed: UInt64) throws -> SweepDesign {
    switch design {
    case .grid:
      if points != nil {
        throw CommandFault(
          zh: "--points 只用于 --design latin；网格的点由各键的取值决定。",
          en: "--points belongs to --design latin; the points of a grid follow from the values.")
      }
      if let grid = SweepDesign(grid: try SweepExpression.levels(overrides)) { return grid }
      throw CommandFault(
        zh: "取值的组合超过 \(SweepDesign.mostPoints) 个；请减少取值，或用 --design latin --points N。",
        en:
          "the values have more than \(SweepDesign.mostPoints) combinations; give fewer, or use --design latin --points N."
      )
    case .latin:
      guard let points else {
        throw CommandFault(
          zh: "--design latin 需要 --points，例如 --points 20。",
          en: "--design latin needs --points, such as --points 20.")
      }
      let count = try CommandNumber.whole(points, "--points", in: 2...SweepDesign.mostPoints)
      let isWhole = overrides.map { ScenarioReference.takesWholeNumbers($0.key) }
      let factors = try SweepExpression.ends(overrides)
      guard let cube = SweepDesign(latin: factors, isWhole: isWhole, points: count, seed: seed) else {
        preconditionFailure("the number of points was checked")
      }
      return cube
    }
  }

  /// The study at each point; without the texts of the files, of which there would be a copy for each.
  private func studies(_ design: SweepDesign, threads: Int) throws -> [ValidScenario] {
    let bundle = ScenarioBundle(path: path)
    let loaded = Parallel.map(design.points.count, threads: threads) { point in
      let settings = zip(design.factors, design.points[point]).map {
        ScenarioOverride(key: $0.key, value: $1)
      }
      return Result { () throws(InvalidScenario) in try bundle.load(setting: settings).withoutTexts }
    }
    return try loaded.map { try $0.get() }
  }

  /// The treatments whose keys vary, and the one asked for.
  private func treatments(_ overrides: [ScenarioOverride], _ base: ValidScenario) throws -> [String] {
    let scenario = base.scenario
    var ids = SweepExpression.treatments(overrides.map(\.key), in: scenario)
    guard let treatment else { return ids }
    guard scenario.treatments.contains(where: { $0.id == treatment }) else {
      throw CommandTreatment.unknown(treatment, in: scenario)
    }
    if !ids.contains(treatment) { ids.append(treatment) }
    return ids
  }

  private func play(
    _ sweep: Sweep, _ session: HistorySession, threads: Int
  ) throws -> PlanLedger {
    let ledger = session.history.ledger()
    Interruption.listen()
    let isChinese = language.messages == .zh
    let (known, total) = sweep.count(in: ledger)
    let progress = ProgressLine(text: session.company == nil ? progressText : ownProgressText(known))
    progress.expect(available: known, total: total)
    let full = sweep.run(
      ledger: ledger, threads: threads, travelStore: TravelFolder.standard(), company: session.company
    ) { record in
      guard session.writer.append(record) else { return false }
      progress.advance()
      return !Interruption.isRequested
    }
    try session.writer.check()
    // Whoever stops after the last replication has everything.
    if let full { return full }
    let (done, _) = progress.counts
    Message.write(
      isChinese
        ? "\n已停止：完成 \(done)/\(total) 次重复，已保存；再次运行同一命令即可继续。"
        : "\nStopped: \(done) of \(total) replications are kept. Start the same command to go on.")
    throw ExitStatus.interrupted
  }

  private var progressText: @Sendable (Int, Int, String) -> String {
    let isChinese = language.messages == .zh
    return { done, total, rest in
      isChinese ? "重复 \(done)/\(total)，预计还需 \(rest)" : "replication \(done)/\(total), about \(rest) left"
    }
  }

  /// Among several processes nobody knows how many replications will be left for this one.
  private func ownProgressText(_ known: Int) -> @Sendable (Int, Int, String) -> String {
    let isChinese = language.messages == .zh
    return { done, _, _ in
      isChinese ? "本进程已算 \(done - known) 次重复" : "replications played by this process: \(done - known)"
    }
  }

  private func write(
    _ outcome: SweepOutcome, _ base: ValidScenario, to folder: HistoryFolder<SweepManifest>, seconds: Double
  ) throws {
    let record = SweepRecord(outcome, scenarioHash: base.bundleHash)
    try folder.write(try JSONFile.data(record), to: "sweep.json")
    try folder.write(Data(SweepTable(outcome).text.utf8), to: "sweep.csv")
    let page = SweepPage(
      outcome, scenario: base.scenario, scenarioHash: base.bundleHash,
      provenance: Provenance(build: BuildIdentity.text, version: Version.text, runSeconds: seconds))
    for language in language.reports {
      try folder.write(Data(page.html(in: language).utf8), to: "sweep.\(language.rawValue).html")
    }
    if json { return print(try JSONFile.text(record)) }
    for sentence in page.answer { print(sentence.text(in: language.messages).replacing("**", with: "")) }
    let reports = language.reports.map { "sweep.\($0.rawValue).html" } + ["sweep.csv"]
    print(language.messages == .zh ? "报告：" : "Reports:")
    for name in reports { print("  " + folder.path(name)) }
  }
}

extension SweepDesign.Kind: ExpressibleByArgument {}
