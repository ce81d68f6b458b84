import DunjingDecision
import DunjingScenario

/// What a plan decides, in words.
struct PlanSettingsText {
  let outcome: PlanSearchOutcome
  let scenario: Scenario

  /// The values of the decisions: shares, of many only how many there are, and the choices.
  /// - Parameter hasStreet: whether somebody goes to the street; without, the share of those who do says nothing.
  func text(of point: [Double], hasStreet: Bool = true, in language: Language) -> String {
    let all = Array(zip(outcome.decisions, point)).filter { hasStreet || $0.0.lever != .streetShare }
    let shares = all.filter { !$0.0.isChoice }
    let parts =
      shares.count > Self.fewShares
      ? [language == .zh ? "共 \(shares.count) 个比例，见下表" : "\(shares.count) ratios, in the table"]
      : shares.map { text($0, $1, language) }
    return (parts + [choices(of: point, in: language)].filter { !$0.isEmpty }).joined(
      separator: language == .zh ? "，" : ", ")
  }

  /// The choices: rules, and which mechanisms and programs are on; empty where nothing was to be chosen.
  func choices(of point: [Double], in language: Language) -> String {
    let all = Array(zip(outcome.decisions, point))
    let rules = all.filter { $0.0.isChoice && !$0.0.lever.isSwitch }.map { text($0, $1, language) }
    return (rules + [switches(all, language)].compactMap(\.self)).joined(
      separator: language == .zh ? "，" : ", ")
  }

  /// Shares that are named one by one.
  static let fewShares = 4

  private func text(_ decision: PlanSpace.Decision, _ value: Double, _ language: Language) -> String {
    let lever = decision.lever
    let separator = language == .zh && decision.isChoice ? "：" : " "
    return lever.name(in: scenario).text(in: language) + separator + lever.valueText(value).text(in: language)
  }

  /// The mechanisms and programs that are on; nil where none was to be decided.
  private func switches(_ all: [(PlanSpace.Decision, Double)], _ language: Language) -> String? {
    let switches = all.filter { $0.0.lever.isSwitch }
    guard !switches.isEmpty else { return nil }
    let names = switches.filter { $0.1 >= 0.5 }.map { $0.0.lever.name(in: scenario).text(in: language) }
    let list = names.joined(separator: language == .zh ? "、" : "; ")
    if names.isEmpty { return language == .zh ? "各项机制都不打开" : "no mechanism on" }
    return language == .zh ? "打开\(list)" : "on: \(list)"
  }

  /// In which choices a plan differs from another; empty where in none, and where in many how many mechanisms are on.
  func otherChoices(of point: [Double], than best: [Double]) -> LocalizedText {
    let all = Array(zip(outcome.decisions, zip(point, best)))
    let other = all.filter { $0.0.isChoice && $0.1.0 != $0.1.1 }
    func list(_ parts: [(PlanSpace.Decision, (Double, Double))], _ language: Language) -> [String] {
      parts.map { text($0.0, $0.1.0, language) }
    }
    guard other.count > Self.fewChoices else {
      return LocalizedText(
        zh: list(other, .zh).joined(separator: "，"), en: list(other, .en).joined(separator: ", "))
    }
    let switches = all.filter { $0.0.lever.isSwitch }
    let (on, rules) = (switches.count { $0.1.0 >= 0.5 }, other.filter { !$0.0.lever.isSwitch })
    return LocalizedText(
      zh: (["\(switches.count) 项中打开 \(on) 项"] + list(rules, .zh)).joined(separator: "，"),
      en: (["\(on) of \(switches.count) on"] + list(rules, .en)).joined(separator: ", "))
  }

  /// Differences that are named one by one.
  private static let fewChoices = 2
}

extension PlanLever {
  /// Whether the choice is between off and on.
  var isSwitch: Bool {
    switch self {
    case .mechanism, .program: true
    default: false
    }
  }
}
