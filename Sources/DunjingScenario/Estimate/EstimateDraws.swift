import DunjingRandom

/// A study of which the estimated numbers are drawn: every draw is a scenario that the data leave possible.
///
/// Numbers are drawn independently, each from its ``EstimateDistribution``, kept within the range of its key; those of a
/// Dirichlet group are drawn together and keep their sum. Draws that make no valid scenario are drawn again, which cuts the
/// distributions off where the rules of the study end; a study of which most draws are not valid is refused.
///
/// Source: R. C. H. Cheng & W. Holland (1997), "Sensitivity of computer simulation experiments to errors in input data".
public struct EstimateDraws: Sendable {
  /// The estimates that are drawn, in the order of the study; empty where keys set on top have replaced them all.
  public let numbers: [EstimatedNumber]
  private let variation: ScenarioVariation
  private let groups: [EstimateGroup]

  /// Draws that are tried beforehand; half of them have to be valid at once, so that of ``attempts`` one always is.
  private static let (trials, attempts) = (8, 1_000)

  /// Prepares draws.
  /// - Parameters:
  ///   - bundle: the files of the study.
  ///   - overrides: keys set on top of the study; an estimate that one of them replaces is not drawn.
  /// - Throws: All issues of the study, or those of its estimates: numbers that the study has otherwise, and draws that break
  ///   its rules.
  public init(_ bundle: ScenarioBundle, setting overrides: [ScenarioOverride] = []) throws(InvalidScenario) {
    try self.init(ScenarioVariation(bundle, setting: overrides), setting: overrides)
  }

  /// Prepares draws of a study that was read with the same overrides.
  init(_ variation: ScenarioVariation, setting overrides: [ScenarioOverride]) throws(InvalidScenario) {
    self.variation = variation
    let scenario = variation.base.scenario
    let replaced = overrides.map { EstimatedNumber.named($0.key, in: scenario) }
    numbers = scenario.estimates.filter { number in
      number.isDrawn && !replaced.contains { number.isReplaced(by: $0) }
    }
    groups = EstimateGroup.all(of: numbers)
    try variation.checkPresence(of: numbers)
    var last: InvalidScenario?
    let valid = (0..<Self.trials).count { draw in
      do throws(InvalidScenario) {
        _ = try load(draw: draw, attempt: 0, seed: scenario.experiment.seed)
        return true
      } catch {
        last = error
        return false
      }
    }
    if let issue = last?.issues.first, 2 * valid < Self.trials {
      throw InvalidScenario(issues: [Self.broken(issue)])
    }
  }

  /// Returns the scenario of a draw; the same for the same seed.
  public func scenario(draw: Int, seed: UInt64) -> ValidScenario {
    for attempt in 0..<Self.attempts {
      if let valid = try? load(draw: draw, attempt: attempt, seed: seed) { return valid }
    }
    preconditionFailure("of \(Self.attempts) attempts at draw \(draw) none makes a valid study")
  }

  /// Returns the values of a draw, in the order of ``numbers``.
  func values(draw: Int, attempt: Int, seed: UInt64) -> [Double] {
    func stream(_ index: Int) -> RandomStream {
      RandomStream(
        seed: seed, replication: draw, purpose: .estimate, entity: UInt64(attempt) << 32 | UInt64(index))
    }
    var values = numbers.map(\.value)
    for (index, number) in numbers.enumerated() where number.distribution != .dirichlet {
      var own = stream(index)
      values[index] = number.distribution.draw(
        value: number.value, standardError: number.standardError ?? 0, using: &own)
    }
    for group in groups { group.draw(into: &values, stream) }
    return values
  }

  private func load(draw: Int, attempt: Int, seed: UInt64) throws(InvalidScenario) -> ValidScenario {
    let values = values(draw: draw, attempt: attempt, seed: seed)
    return try variation.load(
      setting: zip(numbers, values).map { number, value in
        let wanted = NumberKey(number.key)?.range.nearest(to: value) ?? value
        return ScenarioOverride(key: number.key, value: "\(wanted)")
      })
  }

  private static func broken(_ issue: ScenarioIssue) -> ScenarioIssue {
    ScenarioIssue(
      file: ScenarioBundle.fileName, line: 1, column: 1, keyPath: "estimates",
      problem: LocalizedText(
        zh: "多数抽取的参数不成立：\(issue.keyPath)：\(issue.problem.zh)",
        en: "most draws of the estimates make no valid study: \(issue.keyPath): \(issue.problem.en)"),
      remedy: LocalizedText(
        zh: "请核对 estimates 表中的标准误，或写 experiment.estimates: fixed",
        en: "look at the standard errors in the table estimates, or write experiment.estimates: fixed"))
  }
}

/// Numbers that are drawn together and keep their sum.
struct EstimateGroup: Sendable {
  /// Their positions.
  let members: [Int]
  private let sum: Double
  private let shares: [Double]
  private let concentration: Double

  /// The Dirichlet groups of two numbers or more that have a concentration.
  static func all(of numbers: [EstimatedNumber]) -> [EstimateGroup] {
    let indices = numbers.indices.filter { numbers[$0].distribution == .dirichlet }
    return Dictionary(grouping: indices) { numbers[$0].group }.values.sorted { $0[0] < $1[0] }.compactMap {
      EstimateGroup($0, numbers)
    }
  }

  private init?(_ members: [Int], _ numbers: [EstimatedNumber]) {
    let sum = members.reduce(0) { $0 + numbers[$1].value }
    guard members.count > 1, sum > 0 else { return nil }
    let shares = members.map { numbers[$0].value / sum }
    let errors = members.map { (numbers[$0].standardError ?? 0) / sum }
    guard let concentration = EstimateDistribution.concentration(of: shares, errors) else { return nil }
    (self.members, self.sum, self.shares, self.concentration) = (members, sum, shares, concentration)
  }

  /// Draws the numbers, each from the stream of its position.
  func draw(into values: inout [Double], _ stream: (Int) -> RandomStream) {
    let drawn = zip(members, shares).map { member, share in
      var own = stream(member)
      return own.nextGamma(shape: concentration * share)
    }
    let total = drawn.reduce(0, +)
    guard total > 0 else { return }
    for (member, number) in zip(members, drawn) { values[member] = sum * number / total }
  }
}

extension StreamPurpose {
  /// Draws of estimated numbers; the entity is the attempt and the number.
  static let estimate = StreamPurpose(rawValue: 0x4573_0001)
}
