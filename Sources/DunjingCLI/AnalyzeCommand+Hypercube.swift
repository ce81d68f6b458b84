import ArgumentParser
import Dunjing
import Foundation

/// `dunjing analyze hypercube`: the steady state of one hypercube queue.
struct AnalyzeHypercubeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hypercube",
    abstract: String(
      zh: "求解超立方体排队：各单元多忙，谁去哪里。", en: "Solves a hypercube queue: who is how busy, and who goes where."),
    discussion: String(
      zh: """
        数据文件为 JSON：arrivalRates（各原子）、serviceRates（各单元）、preferences（各原子的单元次序，单元从 0 起）、line（"zero" \
        或 "infinite"）；需要时还有 travelMinutes（单元 × 原子）、targetMinutes（一个，或各原子）和 pairRates（各原子需两个单元的警情）。\
        模型见 Documentation/Queueing.md。
        """,
      en: """
        The file is JSON: arrivalRates by atom, serviceRates by unit, preferences (units from 0, by atom), line ("zero" \
        or "infinite"), and if wanted travelMinutes (units × atoms), targetMinutes (one, or by atom) and pairRates \
        (incidents for two units, by atom). Documentation/Queueing.md has the models.
        """,
      examples: """
        dunjing analyze hypercube city.json --json
        """))

  @Argument(help: ArgumentHelp(zh: "数据文件。", en: "The file."))
  var path: String

  @Flag(
    help: ArgumentHelp(
      zh: "用近似解，单元可多于精确模型的 \(HypercubeModel.largestUnitCount) 个。",
      en: "Approximate, for more units than the \(HypercubeModel.largestUnitCount) of the exact model."))
  var approximate = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      zh: "线程数；不影响结果（默认：全部核心）。", en: "Threads; they do not change the result (default: all cores)."))
  var threads: String?

  @Option(help: LanguageOption.ofMessages)
  var language = LanguageOption.both

  @Flag(help: ArgumentHelp(zh: "输出 JSON。", en: "Print JSON."))
  var json = false

  func run() throws {
    try Reporting.run(in: language.messages, writes: false) {
      let threads = try ThreadOptions.count(threads)
      let file = try HypercubeFile(
        reading: ImportTable(reading: path).bytes, name: path, needsAllUnits: !approximate)
      try checkSize(file)
      let result =
        approximate
        ? try settled(ApproximateHypercube(file).solve()) { HypercubeReport($0, of: file) }
        : try settled(
          HypercubeModel(file).solve(threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
        ) {
          HypercubeReport($0, of: file)
        }
      print(json ? try JSONFile.text(result) : result.text(in: language.messages))
    }
  }

  private func checkSize(_ file: HypercubeFile) throws {
    let (units, hasPairs) = (file.serviceRates.count, (file.pairRates ?? []).contains { $0 > 0 })
    if approximate && hasPairs {
      throw CommandFault(
        zh: "近似模型不派两个单元：请删去 \(path) 中的 pairRates，或去掉 --approximate。",
        en: "the approximation sends one unit: leave pairRates out of \(path), or --approximate.")
    }
    let limit = hasPairs ? HypercubeModel.largestUnitCountWithPairs : HypercubeModel.largestUnitCount
    guard approximate || units <= limit else {
      throw CommandFault(
        zh: "\(path) 有 \(units) 个单元，精确模型\(hasPairs ? "（含 pairRates）" : "")至多 \(limit) 个。请加 --approximate。",
        en: "\(path) has \(units) units; the exact model\(hasPairs ? " with pairRates" : "") takes \(limit). "
          + "Add --approximate.")
    }
  }

  private func settled<Solution>(
    _ outcome: HypercubeOutcome<Solution>, _ report: (Solution) -> HypercubeReport
  ) throws -> HypercubeReport {
    switch outcome {
    case .solved(let solution): return report(solution)
    case .saturated(let load):
      let percent = String(format: "%.1f", load * 100)
      throw CommandFault(
        zh: "\(path)：队列饱和，到达的工作是全部单元能力的 \(percent)%，排队无限增长。请减少 arrivalRates、提高 serviceRates，"
          + "或写 \"line\": \"zero\"。",
        en:
          "\(path): the queue is saturated: what arrives is \(percent) % of what all units can do, and the line "
          + "grows without end. Lower arrivalRates, raise serviceRates, or write \"line\": \"zero\".",
        status: ExitStatus.saturated)
    case .notConverged:
      throw CommandFault(
        zh: "\(path)：迭代没有收敛，没有结果。", en: "\(path): the iteration did not settle; there is no result.",
        status: ExitStatus.notConverged)
    }
  }
}

extension HypercubeModel {
  /// The exact model of a file.
  init(_ file: HypercubeFile) {
    let pairs = file.pairRates.flatMap { $0.contains { $0 > 0 } ? $0 : nil }
    self.init(
      arrivalRates: file.arrivalRates, preferences: file.preferences, serviceRates: file.serviceRates,
      travelTimes: file.travelMinutes, line: file.line == .zero ? .zero : .infinite, pairRates: pairs)
  }
}

extension ApproximateHypercube {
  /// The approximate model of a file.
  init(_ file: HypercubeFile) {
    self.init(
      arrivalRates: file.arrivalRates, preferences: file.preferences,
      serviceTimes: .byUnit(file.serviceRates.map { 1 / $0 }), travelTimes: file.travelMinutes,
      line: file.line == .zero ? .zero : .infinite)
  }
}
