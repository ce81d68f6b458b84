import ArgumentParser
import Dunjing
import Foundation

/// `dunjing optimize`: the best plan of a study.
struct OptimizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimize",
    abstract: String(
      zh: "寻找最佳方案：下沉多少人，去哪里。", en: "Looks for the best plan: how many officers, and where to."),
    discussion: String(
      zh: """
        以仿真作贝叶斯搜索，再用新的重复选出最优，并给出与它分不出高下的各方案。中断的搜索再次启动时继续。没有方案满足限制时，\
        仍写出超限最少的方案，退出码为 67。见 Documentation/Optimize.md。
        """,
      en: """
        A Bayesian search by simulation, a selection of the best on fresh replications, and the plateau of plans that \
        cannot be told apart from it. A search that was stopped goes on when it is started again. Where no \
        plan keeps the limits, the one that breaks them least is told all the same, and the exit code is 67. \
        Documentation/Optimize.md describes it.
        """,
      examples: """
        dunjing optimize scenarios/baicheng --out out/best
        dunjing optimize scenarios/baicheng --out out/kept --limit "departmentsOverloaded <= +0%"
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

  @Option(help: LanguageOption.ofReports)
  var language = LanguageOption.both

  @Flag(help: ArgumentHelp(zh: "输出 JSON。", en: "Print JSON."))
  var json = false

  func run() throws {
    let start = Date()
    try Reporting.run(in: language.messages) {
      let question = try question()
      if forecastOnly { try forecast(question) } else { try search(question, since: start) }
    }
  }

  /// What is asked: read, and refused where it has no answer.
  private func question() throws -> OptimizeQuestion {
    let (goal, settings, threads) = try options()
    let valid = try setting.load(path)
    let world = World(keeping: valid)
    Message.warnOfFixedEstimates(valid.scenario, in: language.messages)
    Message.warnOfUnserved(world, world.plans.indices, in: language.messages)
    let base = world.scenario.treatments[try CommandTreatment.index(of: treatment, in: world)]
    let space = PlanSpace(base: base, decisions: try decisions(in: world))
    try checkEffect(of: space, in: world)
    return OptimizeQuestion(
      valid: valid, world: world, space: space, goal: goal, settings: settings, threads: threads)
  }

  /// Prints the best plan by formulas alone.
  private func forecast(_ question: OptimizeQuestion) throws {
    let start = Date()
    let outlook = outlook(of: question)
    let middle = Date()
    guard
      let optimum = AnalyticOptimum.find(
        outlook, space: question.space, goal: question.goal, threads: question.threads)
    else {
      throw CommandFault(
        zh: "公式不涉及目标或限制中的某个指标；请去掉 --forecast-only。",
        en:
          "the formulas do not speak of an indicator of the objective or the limits; leave --forecast-only out."
      )
    }
    let record = OptimizeForecast(
      optimum, space: question.space, goal: question.goal, world: question.world,
      preparationSeconds: middle.timeIntervalSince(start), since: middle)
    print(json ? try JSONFile.text(record) : record.text(isChinese: language.messages == .zh))
    guard record.isFeasible else { throw ExitStatus.noPlan }
  }

  func outlook(of question: OptimizeQuestion) -> PlanOutlook {
    Message.write(language.messages == .zh ? "准备推算公式" : "preparing forecasts")
    return PlanOutlook(question.world, threads: question.threads)
  }
}
