import ArgumentParser
import Dunjing
import Foundation

/// `dunjing locate interdict STUDY`: which post seals which exit.
struct LocateInterdictCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interdict",
    abstract: String(
      zh: "把岗位分配到出口，使最后一个出口尽早封住。",
      en: "Assigns posts to exits so that the last exit is sealed as early as possible."),
    discussion: String(
      zh: """
        每个出口有自己的岗位；在最后一个出口最早封住的各方案中，取总分钟数最少的。岗位为设施或网格，出口为网格。
        """,
      en: """
        Every exit gets a post of its own; among the plans with the earliest last exit, the sum of the minutes is least.
        Posts are facilities or grids, exits are grids.
        """,
      examples: """
        dunjing locate interdict scenarios/baicheng --exits g001,g020 --posts kind:station
        """))

  @OptionGroup var source: LocateSourceOptions

  @Option(help: ArgumentHelp(zh: "出口：网格的 id，用逗号分隔。", en: "The exits: ids of grids, separated by commas."))
  var exits: String

  @Option(
    help: ArgumentHelp(
      zh: "岗位：id，或 kind:station 这样的写法，用逗号分隔。",
      en: "The posts: ids, or kind:station and the like, separated by commas."))
  var posts: String

  @Flag(help: ArgumentHelp(zh: "输出 JSON。", en: "Print JSON."))
  var json = false

  @Option(help: LanguageOption.ofMessages)
  var language = LanguageOption.both

  func run() throws {
    try Reporting.run(in: language.messages) {
      let watch = Stopwatch()
      let candidates = try source.candidates()
      let posts = try candidates.indices(of: posts, "--posts")
      let exits = try candidates.points(of: exits, "--exits")
      guard !exits.isEmpty, Set(exits).count == exits.count else {
        throw CommandFault(
          zh: "--exits 应至少有一个网格，且不重复。", en: "--exits needs at least one grid, and each only once.")
      }
      let minutes = exits.map { exit in posts.map { candidates.travel[$0, exit] } }
      let report = InterdictReport(
        BottleneckAssignment(minutes: minutes), minutes, exits: exits.map { candidates.points[$0] },
        posts: posts.map { candidates.sites[$0].id }, seconds: watch.seconds)
      print(json ? try JSONFile.text(report) : report.text(in: language.messages))
      guard report.isPossible else { throw ExitStatus.noPlan }
    }
  }
}

extension LocateCandidates {
  /// Returns the demand points that a list names.
  func points(of list: String, _ option: String) throws -> [Int] {
    let words = list.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let unknown = words.filter { !points.contains($0) }
    guard unknown.isEmpty else {
      let some = points.prefix(3)
      throw CommandFault(
        zh: "\(option)：没有网格 \(unknown.listed.zh)；请写网格的 id，例如 \(some.listed.zh)。",
        en:
          "\(option): there is no grid \(unknown.listed.en); write ids of grids, such as \(some.listed.en)."
      )
    }
    return words.compactMap(points.firstIndex)
  }
}

/// Which post seals which exit, as JSON or for reading.
private struct InterdictReport: Encodable {
  struct Sealing: Encodable {
    let exit: String
    let post: String
    let minutes: Double
  }

  let sites: [String]
  let objective: NumberOrNull
  let bound: NumberOrNull
  let totalMinutes: NumberOrNull
  let status: String
  let seconds: Double
  let sealings: [Sealing]

  init(
    _ plan: BottleneckAssignment?, _ minutes: [[Double]], exits: [String], posts: [String], seconds: Double
  ) {
    sealings =
      plan?.posts.enumerated().map { exit, post in
        Sealing(exit: exits[exit], post: posts[post], minutes: minutes[exit][post])
      } ?? []
    sites = sealings.map(\.post)
    objective = NumberOrNull(plan?.bottleneck)
    bound = objective
    totalMinutes = NumberOrNull(plan?.total)
    status = (plan == nil ? SolveStatus.infeasible : .optimal).rawValue
    self.seconds = seconds
  }

  /// Whether every exit can be sealed.
  var isPossible: Bool { objective.value != nil }

  func text(in language: TextLanguage) -> String {
    guard let objective = objective.value, let totalMinutes = totalMinutes.value else {
      return language == .zh
        ? "无法封堵：不是每个出口都有可到达的岗位。" : "Cannot be sealed: not every exit has a post of its own that reaches it."
    }
    let rows = sealings.map { "\($0.exit) ← \($0.post)  \(rounded($0.minutes))" }
    let summary =
      language == .zh
      ? "最后一个出口在 \(rounded(objective)) 分钟封住；合计 \(rounded(totalMinutes)) 分钟"
      : "The last exit is sealed after \(rounded(objective)) minutes; \(rounded(totalMinutes)) minutes in all"
    return (rows + [summary]).joined(separator: "\n")
  }

  private func rounded(_ minutes: Double) -> String {
    "\((minutes * 100).rounded() / 100)"
  }
}
