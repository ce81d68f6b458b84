import ArgumentParser
import Dunjing
import Foundation

/// `dunjing calibrate prevention`: which hazards and visits make announced falls come out.
struct CalibratePreventionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prevention",
    abstract: String(
      zh: "哪些隐患、走访和归因份额能得出公布的降幅，如果有的话。",
      en: "Says which hazards, visits and attribution shares make announced falls come out, if any do."),
    discussion: String(
      zh: """
        用公式，不作仿真：给出相符的取值集合，而不是一个点，并搜索所能达到的最大降幅。取值来自 sources.csv 的范围，没有时用通常的\
        范围。见 Documentation/Prevention.md。
        """,
      en: """
        By formulas, without simulation: the set of values that fits, not one point, and the largest falls that a search \
        finds. Values come from the ranges of sources.csv, or from usual ranges where it has none. \
        Documentation/Prevention.md describes it.
        """,
      examples: """
        dunjing calibrate prevention scenarios/baicheng --out out/prevention
        dunjing calibrate prevention scenarios/baicheng --target order=27.4 --target fraud=24.7 --attribution 10:50
        """))

  @Argument(help: ArgumentHelp(zh: "研究的文件夹。", en: "The folder of the study."))
  var path: String

  @OptionGroup var setting: SettingOptions

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      zh: "某类警情的降幅，百分数；可多次给出（默认：公布的 order=27.4 和 fraud=24.7）。",
      en:
        "A fall of an incident kind in per cent; repeatable (default: the announced order=27.4 and fraud=24.7).",
      valueName: "kind=percent"))
  var target: [String] = []

  @Option(
    help:
      ArgumentHelp(
        zh: "用来解释降幅的方案（默认：第一个下沉 20% 的方案，没有则为基线之外的第一个）。",
        en:
          "The treatment that is to explain it (default: the first that sends down 20%, or the first but the baseline)."
      )
  )
  var treatment: String?

  @Option(
    parsing: .unconditional,
    help:
      ArgumentHelp(
        zh: "要求它解释降幅的多大部分，百分数或 25:75 这样的范围（默认：50；100 为全部）。",
        en:
          "The part of the falls that it is asked to explain, in per cent, or a range such as 25:75 (default: 50; 100 asks for the falls in full)."
      )
  )
  var attribution: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      zh: "降幅允许的出入，百分点（默认：2）。", en: "Percentage points by which a fall may depart (default: 2)."))
  var tolerance: String?

  @Option(
    parsing: .unconditional,
    help:
      ArgumentHelp(
        zh: "考察的取值组数（默认：\(PreventionSettings().samples)；县区多于八个时为 512）。",
        en:
          "Sets of values to look at (default: \(PreventionSettings().samples); 512 with more than eight counties)."
      )
  )
  var samples: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      zh: "取值组的种子（默认：研究中的种子）。", en: "Seed of the sets of values (default: that of the study)."))
  var seed: String?

  @Flag(
    help: ArgumentHelp(
      zh: "最大降幅只从各组取值中取，不作搜索：先看一眼时用。",
      en: "Take the largest falls among the sets of values, without a search: for a first look."))
  var quick = false

  @OptionGroup var threadOptions: ThreadOptions

  @Option(
    help: ArgumentHelp(
      zh: "写入结果的文件夹；不给出则不写文件。", en: "The folder of the results; nothing is written without it."))
  var out: String?

  @Flag(help: ArgumentHelp(zh: "替换文件夹中已有的结果。", en: "Replace results that are already in the folder."))
  var overwrite = false

  @Option(help: LanguageOption.ofReports)
  var language = LanguageOption.both

  @Flag(help: ArgumentHelp(zh: "输出 JSON。", en: "Print JSON."))
  var json = false

  func run() throws {
    let start = Date()
    try Reporting.run(in: language.messages) {
      let threads = try threadOptions.count()
      let valid = try setting.load(path)
      let world = World(keeping: valid)
      let plan = try plan(in: world)
      let targets = try PreventionExpression.targets(target, in: world.scenario)
      let settings = try settings(for: world)
      let folder = try out.map { try ResultFolder($0, holding: "prevention.json", overwrite: overwrite) }
      let variation = try ScenarioVariation(
        ScenarioBundle(path: path), setting: try setting.overrides(),
        suggesting: PlausibleRanges.prevention)
      guard
        let calibration = PreventionCalibration(
          variation, world: world, treatment: plan, targets: targets, settings: settings)
      else { throw PreventionExpression.noHazards(targets) }
      let outcome = try play(calibration, threads: threads)
      let record = PreventionRecord(outcome, scenarioHash: valid.bundleHash)
      let page = PreventionPage(
        outcome, scenario: valid.scenario, scenarioHash: valid.bundleHash,
        provenance: Provenance(
          build: BuildIdentity.text, version: Version.text, runSeconds: Date().timeIntervalSince(start),
          settings: setting.settings))
      if let folder { try write(record, page, to: folder) }
      if json { return print(try JSONFile.text(record)) }
      print(PreventionText(outcome: outcome, page: page, language: language.messages).text)
      guard let folder else { return }
      print(language.messages == .zh ? "报告：" : "Reports:")
      for language in language.reports { print("  " + folder.path("prevention.\(language.rawValue).html")) }
    }
  }

  /// The treatment that is to explain the falls.
  private func plan(in world: World) throws -> Treatment {
    let treatments = world.scenario.treatments
    let baseline = treatments[world.baseline].id
    if treatment != nil {
      let named = treatments[try CommandTreatment.index(of: treatment, in: world)]
      guard named.id != baseline else {
        throw CommandFault(
          zh: "--treatment：\(baseline) 是基线，没有什么可解释的；请给出另一个方案。",
          en: "--treatment: \(baseline) is the baseline and explains nothing; name another treatment.")
      }
      return named
    }
    let others = treatments.filter { $0.id != baseline }
    guard let plan = others.first(where: { $0.sinkRatio.agency == 0.2 }) ?? others.first else {
      throw CommandFault(
        zh: "研究中除基线外没有方案；请先在 treatments 中加一个。",
        en: "the study has no treatment besides the baseline; add one under treatments.")
    }
    return plan
  }

  private func settings(for world: World) throws -> PreventionSettings {
    var settings = PreventionSettings(for: world)
    settings.isSearching = !quick
    if let samples { settings.samples = try CommandNumber.whole(samples, "--samples", in: 16...1_000_000) }
    if let seed { settings.seed = try CommandNumber.seed(seed) }
    if let tolerance {
      settings.tolerance = try PreventionExpression.percent(tolerance, "--tolerance", in: 0.01...50)
    }
    if let attribution { settings.attribution = try PreventionExpression.attribution(attribution) }
    return settings
  }

  private func play(_ calibration: PreventionCalibration, threads: Int) throws -> PreventionOutcome {
    Interruption.listen()
    let outcome = calibration.run(
      threads: threads, progress: { Message.write($0.text(isChinese: language.messages == .zh)) },
      goesOn: { !Interruption.isRequested })
    if let outcome { return outcome }
    if Interruption.isRequested {
      Message.write(language.messages == .zh ? "已停止，未写入任何文件。" : "Stopped; nothing was written.")
      throw ExitStatus.interrupted
    }
    throw CommandFault(
      zh: "按研究现有的取值，隐患数量无法与警情数量相符（见 hazardKinds 与 incidentKinds）。",
      en:
        "with the values of the study no number of hazards suits its incidents; see hazardKinds and incidentKinds."
    )
  }

  private func write(_ record: PreventionRecord, _ page: PreventionPage, to folder: ResultFolder) throws {
    try folder.write(try JSONFile.data(record), to: "prevention.json")
    // A page of another question does not stay.
    for language in Language.allCases where !self.language.reports.contains(language) {
      try? FileManager.default.removeItem(atPath: folder.path("prevention.\(language.rawValue).html"))
    }
    for language in language.reports {
      try folder.write(Data(page.html(in: language).utf8), to: "prevention.\(language.rawValue).html")
    }
  }
}

extension PreventionCalibration.Stage {
  func text(isChinese: Bool) -> String {
    switch self {
    case .sampling(let points):
      isChinese ? "校准：\(points) 组取值" : "calibrating: \(points) sets of values"
    case .reaching(let bundle, let count):
      isChinese ? "求最大降幅：机制组合 \(bundle)/\(count)" : "largest falls: bundle \(bundle) of \(count)"
    case .looking(let bundle, let count):
      isChinese
        ? "已试算取值的降幅（不搜索）：机制组合 \(bundle)/\(count)"
        : "falls of the values tried, without a search: bundle \(bundle) of \(count)"
    }
  }
}
