import ArgumentParser
import Dunjing
import Foundation

/// `dunjing locate standby STUDY`: the order in which posts are to be staffed while few units are idle.
struct LocateStandbyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "standby",
    abstract: String(
      zh: "用仿真寻找空闲单元驻守各岗的次序。",
      en: "Looks for the order in which posts are staffed by idle units, by simulation."),
    discussion: String(
      zh: """
        从给出的次序（默认：各岗在文件中的次序）开始局部搜索。各次序用同样的警情评判；找到的次序再用新的重复与最初的比较。结果可贴到 \
        scenario.yaml 的 dispatch.standby.order。
        """,
      en: """
        Local search from the order given (default: the posts of the study in file order). Orders are judged on the same
        incidents; the order found is compared with the first one on fresh replications. Paste the result into
        dispatch.standby.order of scenario.yaml.
        """,
      examples: """
        dunjing locate standby scenarios/baicheng --policy priorityList --budget 50
        """))

  @Argument(help: ArgumentHelp(zh: "研究的文件夹。", en: "The folder of the study."))
  var path: String

  @Option(
    help: ArgumentHelp(
      zh: "次序用于哪种规则：complianceTable 或 priorityList。",
      en: "What the order is for: complianceTable or priorityList."))
  var policy = Policy.complianceTable

  @Option(
    help: ArgumentHelp(
      zh: "最初的次序：设施的 id，用逗号分隔。", en: "The first order: ids of facilities, separated by commas."))
  var order: String?

  @Option(
    help: ArgumentHelp(
      zh: "要改进的指标；dunjing indicators 列出全部。", en: "The indicator to improve; dunjing indicators lists them."))
  var objective: String = Indicator.withinTarget.rawValue

  @Option(
    help: ArgumentHelp(
      zh: "在哪个方案下评判次序（默认：基线）。", en: "The treatment under which orders are judged (default: the baseline)."))
  var treatment: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp(zh: "评判一个次序的重复次数。", en: "Replications that judge an order."))
  var replications: String = "5"

  @Option(parsing: .unconditional, help: ArgumentHelp(zh: "至多仿真多少个次序。", en: "Orders to simulate at most."))
  var budget: String = "200"

  @OptionGroup var threadOptions: ThreadOptions

  @Flag(help: ArgumentHelp(zh: "输出 JSON。", en: "Print JSON."))
  var json = false

  @Option(help: LanguageOption.ofMessages)
  var language = LanguageOption.both

  /// What the order is for.
  enum Policy: String, CaseIterable, ExpressibleByArgument {
    case complianceTable, priorityList
  }

  func run() throws {
    try Reporting.run(in: language.messages) {
      let world = World(keeping: try ScenarioBundle(path: path).load())
      Message.warnOfFixedEstimates(world.scenario, in: language.messages)
      let posts = try posts(of: world)
      var search = StandbySearch(
        world, treatment: try CommandTreatment.index(of: treatment, in: world),
        policy: policy == .complianceTable ? .complianceTable : .priorityList, objective: try indicator(),
        candidates: posts)
      search.replications = try CommandNumber.whole(replications, "--replications", in: 2...100_000)
      search.budget = try CommandNumber.whole(budget, "--budget", in: 1...1_000_000)
      search.threads = try threadOptions.count()
      let outcome = search.run(from: try firstOrder(in: world, posts) ?? posts) { mean, evaluations in
        Message.write("\(evaluations): \(objective) \(mean)")
      }
      let report = StandbyReport(outcome, objective: objective, in: world)
      print(json ? try JSONFile.text(report) : report.text(in: language.messages))
    }
  }

  /// The facilities at which city-wide units stand by.
  private func posts(of world: World) throws -> [Int] {
    let posts = world.scenario.facilities.indices.filter { facility in
      world.posts.contains { $0.facility == facility && world.scenario.units[$0.group].area == .city }
    }
    guard !posts.isEmpty else {
      throw CommandFault(
        zh: "研究中没有可全城调派的单元（units 的 area 为 city），谈不上调位待命。",
        en:
          "no unit of the study may be sent anywhere (area: city of units), so that none can stand by elsewhere."
      )
    }
    return posts
  }

  private func firstOrder(in world: World, _ posts: [Int]) throws -> [Int]? {
    guard let order else { return nil }
    let known = posts.map { world.scenario.facilities[$0].id }
    let words = order.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let unknown = words.filter { !known.contains($0) }
    guard unknown.isEmpty else {
      throw CommandFault(
        zh: "--order：\(unknown.listed.zh) 不是可全城调派的单元的驻点；可写：\(known.listed.zh)。",
        en:
          "--order: no unit that may go anywhere has a post at \(unknown.listed.en); write some of \(known.listed.en)."
      )
    }
    if let twice = words.indices.first(where: { words[..<$0].contains(words[$0]) }) {
      throw CommandFault(
        zh: "--order：\(words[twice]) 写了两次；每个驻点请只写一次。",
        en: "--order: \(words[twice]) is named twice; write each post once.")
    }
    let list = words.compactMap(known.firstIndex).map { posts[$0] }
    guard !list.isEmpty else {
      throw CommandFault(
        zh: "--order 是空的；请写设施的 id，例如 \(known.prefix(2).joined(separator: ","))。",
        en: "--order is empty; write ids of facilities, such as \(known.prefix(2).joined(separator: ",")).")
    }
    return list
  }

  private func indicator() throws -> Indicator {
    guard let indicator = Indicator(rawValue: objective), indicator.direction != .neutral else {
      throw CommandFault(
        zh: "--objective：\(objective) 不是有高低之分的指标；用 dunjing indicators 查看。",
        en: "--objective: \(objective) is no indicator that is better high or low; see dunjing indicators.")
    }
    return indicator
  }
}

/// The order found, as JSON or for reading.
private struct StandbyReport: Encodable {
  let objective: String
  let order: [String]
  let firstMean: Double
  let mean: Double
  let evaluations: Int
  let isLocalOptimum: Bool
  /// The difference on fresh replications, with its 95 % interval.
  let check: NumberOrNull
  let checkHalfWidth: NumberOrNull
  /// Whether that difference is distinguishable from none.
  let isConfirmed: Bool

  init(_ outcome: StandbySearch.Outcome, objective: String, in world: World) {
    self.objective = objective
    order = outcome.order.map { world.scenario.facilities[$0].id }
    (firstMean, mean) = (outcome.firstMean, outcome.mean)
    (evaluations, isLocalOptimum) = (outcome.evaluations, outcome.isLocalOptimum)
    check = NumberOrNull(outcome.check?.mean)
    checkHalfWidth = NumberOrNull(outcome.check?.interval.halfWidth)
    isConfirmed = outcome.check?.isSignificant ?? false
  }

  func text(in language: TextLanguage) -> String {
    func number(_ value: Double) -> String { String(format: "%.4f", value) }
    let ids = order.joined(separator: ", ")
    let fresh =
      check.value.map { number($0) + (checkHalfWidth.value.map { " ± " + number($0) } ?? "") } ?? "–"
    return language == .zh
      ? """
      待命次序：[\(ids)]
      \(objective)：\(number(firstMean)) → \(number(mean))（\(evaluations) 个次序，\(isLocalOptimum ? "局部最优" : "预算用完")）
      在未用过的重复上之差：\(fresh)\(isConfirmed ? "" : "；与原次序无法区分，不必更换")
      """
      : """
      Order of standby: [\(ids)]
      \(objective): \(number(firstMean)) → \(number(mean)) (\(evaluations) \(evaluations == 1 ? "order" : "orders"), \
      \(isLocalOptimum ? "a local optimum" : "the budget is spent"))
      Difference on fresh replications: \(fresh)\(isConfirmed ? "" : "; not distinguishable from the first order: keep that")
      """
  }
}
