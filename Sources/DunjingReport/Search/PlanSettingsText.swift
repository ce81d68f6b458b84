import DunjingDecision
import DunjingScenario

/// What a plan decides, in words.
struct PlanSettingsText {
  let outcome: PlanSearchOutcome
  let scenario: Scenario

  /// The values of the decisions: shares, of many only how many there are, and the choices.
  func text(of point: [Double], in language: Language) -> String {
    let all = Array(zip(outcome.decisions, point))
    let shares = all.filter { $0.0.choiceCount == nil }
    let parts =
      shares.count > Self.fewShares
      ? [language == .zh ? "共 \(shares.count) 个比例，见下表" : "\(shares.count) ratios, in the table"]
      : shares.map { text($0, $1, language) }
    let rules = all.filter { ($0.0.choiceCount ?? 0) > 0 && !$0.0.lever.isSwitch }.map {
      text($0, $1, language)
    }
    return (parts + rules + [switches(all, language)].compactMap(\.self)).joined(
      separator: language == .zh ? "，" : ", ")
  }

  /// Shares that are named one by one.
  static let fewShares = 4

  private func text(_ decision: PlanSpace.Decision, _ value: Double, _ language: Language) -> String {
    let lever = decision.lever
    return lever.name(in: scenario).text(in: language) + " " + lever.valueText(value).text(in: language)
  }

  /// The mechanisms and programs that are on; nil where none was to be decided.
  private func switches(_ all: [(PlanSpace.Decision, Double)], _ language: Language) -> String? {
    let switches = all.filter { $0.0.lever.isSwitch }
    guard !switches.isEmpty else { return nil }
    let names = switches.filter { $0.1 >= 0.5 }.map { $0.0.lever.name(in: scenario).text(in: language) }
    let list = names.joined(separator: language == .zh ? "、" : "; ")
    if names.isEmpty { return language == .zh ? "各项举措都不打开" : "none of the mechanisms on" }
    return language == .zh ? "打开\(list)" : "on: \(list)"
  }

  /// In which choices a plan differs from another; empty where in none.
  func otherChoices(of point: [Double], than best: [Double]) -> LocalizedText {
    func list(_ language: Language) -> String {
      zip(outcome.decisions, zip(point, best)).filter { $0.choiceCount != nil && $1.0 != $1.1 }.map {
        text($0, $1.0, language)
      }.joined(separator: language == .zh ? "，" : ", ")
    }
    return LocalizedText(zh: list(.zh), en: list(.en))
  }
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
