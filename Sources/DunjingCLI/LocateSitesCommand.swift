import ArgumentParser
import Dunjing
import Foundation

/// `dunjing locate STUDY`: the best sites.
struct LocateSitesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sites", abstract: "Finds the best sites for units.",
    discussion: """
      Candidates are the facilities and the grids of a study; demand is its expected incidents. Example:

        dunjing locate scenarios/baicheng --model mclp --sites 20 --fixed kind:station
      """)

  @OptionGroup var source: LocateSourceOptions

  @Option(help: "The model: \(LocateModelOption.allCases.map(\.rawValue).joined(separator: ", ")).")
  var model: LocateModelOption

  @Option(
    parsing: .unconditional,
    help: "Number of sites in all, the fixed ones included (mexclp, malp, dsm: units; lscp: at most).")
  var sites: String?

  @Option(help: "Radius in minutes; with mclp also several, such as 1,3,5 (default: response targets).")
  var radiusMinutes: String?

  @Option(help: "What covering within each of several radii is worth, such as 0.5,0.3,0.2 (default: equal).")
  var worths: String?

  @Option(help: "Radius in minutes within which dsm has to cover everything (default: twice the short one).")
  var longRadiusMinutes: String?

  @Option(help: "Sites that exist: ids, or kind:station and the like, separated by commas.")
  var fixed: String?

  @Option(help: "Sites that no plan may have, written the same way.")
  var forbidden: String?

  @Option(help: "Candidates beside the fixed ones: all, facilities or grids.")
  var candidates = LocateCandidates.Choice.all

  @Option(help: "Share of time a unit is busy (mexclp, malp; default: 0.3).")
  var busyFraction: String?

  @Option(help: "Reliability asked for (malp; default: 0.9).")
  var reliability: String?

  @Option(help: "Share of the demand that the short radius has to cover (dsm; default: 0.9).")
  var share: String?

  @Option(help: "Weight of backup beside first coverage (backup; default: first coverage is required).")
  var backupShare: String?

  @Option(parsing: .unconditional, help: "Units that may stand at a site (mexclp, malp, dsm; default: 1).")
  var unitsPerSite: String?

  @Option(parsing: .unconditional, help: "Show this many of the best plans.")
  var top: String = "1"

  @Option(help: "Stop after so many seconds.")
  var timeLimit: String?

  @Option(help: "Print lines for scenario.yaml that try the plan as a treatment of this id.")
  var writeTreatment: String?

  @Option(help: "Write a page with the map of the best plan to this file.")
  var report: String?

  @Flag(help: "Print JSON.")
  var json = false

  @Option(help: "Language of messages: zh, en or both (= by locale).")
  var language = LanguageOption.both

  func run() throws {
    try Reporting.run(in: language.messages) {
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
      if let report { try writePage(of: plans[0], found, candidates, fixed: model.rules.fixed, to: report) }
      if let writeTreatment {
        let fragment = LocateTreatment(
          id: writeTreatment, candidates, fixed: model.rules.fixed,
          scenario: source.orLibrary == nil ? try source.world().scenario : nil)
        return print(try fragment.text(of: plans[0]))
      }
      print(json ? try JSONFile.text(found) : found.text(in: language.messages))
    }
  }
}

extension LocateSitesCommand {
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
    return LocateExplanation(model.obstacle(by: CbcSolver(), options), candidates, number: model.rules.number)
      .text
  }

  private func writePage(
    of plan: LocationPlan, _ report: LocateReport, _ candidates: LocateCandidates, fixed: [Int],
    to path: String
  ) throws {
    guard source.orLibrary == nil else {
      throw CommandFault(zh: "--report 需要方案文件夹。", en: "--report needs the folder of a study.")
    }
    let page = LocatePage(
      scenario: try source.world().scenario, candidates: candidates, report: report, fixed: Set(fixed))
    try page.write(plan, to: path, in: language.messages)
  }
}

extension LocateCandidates.Choice: ExpressibleByArgument {}

/// Where candidates and demand come from.
struct LocateSourceOptions: ParsableArguments {
  @Argument(help: "The folder of the study.")
  var path: String?

  @Option(help: "A p-median file of the OR-Library in place of a study.")
  var orLibrary: String?

  @Option(help: "The id of the mode of travel (default: the first).")
  var mode: String?

  func candidates() throws -> LocateCandidates {
    guard let orLibrary else {
      let world = try world()
      return LocateCandidates(world, mode: try modeIndex(in: world))
    }
    guard path == nil else {
      throw CommandFault(
        zh: "方案文件夹与 --or-library 只能给一个。", en: "give either the folder of a study or --or-library, not both.")
    }
    return LocateCandidates(try graph(orLibrary))
  }

  func world() throws -> World {
    guard let path else {
      throw CommandFault(
        zh: "请给出方案文件夹，或用 --or-library 给出文件。", en: "give the folder of a study, or a file with --or-library.")
    }
    return World(keeping: try ScenarioBundle(path: path).load(), travelingAlsoBy: mode)
  }

  func modeIndex(in world: World) throws -> Int {
    let modes = world.scenario.travel.modes.map(\.id)
    guard let mode else { return 0 }
    if let index = modes.firstIndex(of: mode) { return index }
    let known = modes.joined(separator: ", ")
    throw CommandFault(
      zh: "--mode：场景中没有 \(mode)；现有：\(known)。", en: "--mode: the study has no \(mode); it has \(known).")
  }

  private func graph(_ file: String) throws -> ORLibraryGraph {
    let text: String
    do {
      text = try String(contentsOf: URL(fileURLWithPath: file), encoding: .utf8)
    } catch {
      throw FileFault(path: file, operation: .read, reason: error)
    }
    do {
      return try ORLibraryGraph(parsing: text)
    } catch {
      Message.write("\(file):\(error.line): error: expected \(error.expected)")
      throw ExitStatus.invalidInput
    }
  }
}
