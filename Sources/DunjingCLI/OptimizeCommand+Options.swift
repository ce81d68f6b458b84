import Dunjing
import Foundation

extension OptimizeCommand {
  /// What is looked for, how, and with how many threads; all that is wrong with it is told at once.
  func options() throws -> (goal: PlanGoal, settings: PlanSearchSettings, threads: Int) {
    let faults = OptionFaults()
    let terms = try faults.value(or: []) { try objective() }
    let limits = try limit.compactMap { text in
      try faults.value(or: nil) { try GoalExpression.limit(text, "--limit") }
    }
    let later = try then.map { text in
      try faults.value(or: []) { try GoalExpression.terms(text, "--then", sign: 1) }
    }
    let front = try faults.value(or: []) {
      try self.front.map { try GoalExpression.front($0, "--front") } ?? []
    }
    let settings = try settings(faults)
    let threads = try faults.value(or: 1) { try companyOptions.threadCount(threadOptions) }
    try faults.check()
    let goal = PlanGoal(terms, limits: limits, later: later, front: front, isMaximized: maximize != nil)
    return (goal, settings, threads)
  }

  /// What varies; the shares by default where nothing is said.
  func decisions(in world: World) throws -> [PlanSpace.Decision] {
    guard !vary.isEmpty else {
      let hasSites = world.units.contains(where: \.isReserve)
      return [PlanSpace.Decision(Self.ratio(in: world), in: 0...0.5)]
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

  private func objective() throws -> [PlanGoal.Term] {
    if minimize != nil && maximize != nil {
      throw CommandFault(
        zh: "--minimize 与 --maximize 只能给一个；也可写 --minimize \"A - 10 * B\"。",
        en: "give either --minimize or --maximize; a sum may have both, as in --minimize \"A - 10 * B\".")
    }
    return try maximize.map { try GoalExpression.terms($0, "--maximize", sign: -1) }
      ?? GoalExpression.terms(minimize ?? Indicator.harmIndex.rawValue, "--minimize", sign: 1)
  }

  private func settings(_ faults: OptionFaults) throws -> PlanSearchSettings {
    var settings = PlanSearchSettings()
    func read(_ text: String?, _ option: String, _ range: ClosedRange<Int>, _ old: Int) throws -> Int {
      try faults.value(or: old) { try text.map { try CommandNumber.whole($0, option, in: range) } ?? old }
    }
    settings.evaluations = try read(evaluations, "--evaluations", 0...10_000, settings.evaluations)
    settings.replications = try read(replications, "--replications", 2...10_000, settings.replications)
    settings.freshReplications = try read(
      freshReplications, "--fresh-replications", 2...10_000, settings.freshReplications)
    settings.limit = try read(
      mostReplications, "--most-replications", settings.freshReplications...100_000,
      max(settings.limit, settings.freshReplications))
    settings.indifference = try faults.value(or: settings.indifference) {
      try indifference.map(Self.share) ?? settings.indifference
    }
    return settings
  }

  /// Reads a share, of 1 or in percent.
  private static func share(_ text: String) throws -> Double {
    let isPercent = text.hasSuffix("%")
    let share = try LocateNumber.value(
      isPercent ? String(text.dropLast()) : text, "--indifference", in: 1e-6...(isPercent ? 100 : 1))
    return isPercent ? share / 100 : share
  }
}
