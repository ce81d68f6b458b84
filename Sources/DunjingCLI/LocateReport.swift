import Dunjing
import Foundation

/// What `dunjing locate` found, as JSON or for reading.
struct LocateReport: Encodable {
  struct Plan: Encodable {
    let sites: [String]
    let objective: NumberOrNull
    let bound: NumberOrNull
    let status: String
    let seconds: Double
  }

  let model: String
  let objectiveName: LocalizedText
  let demand: Double
  let sites: [String]
  let objective: NumberOrNull
  let bound: NumberOrNull
  let status: String
  let seconds: Double
  let unreachable: [String]
  /// Why there is no plan.
  let explanation: LocalizedText?
  let plans: [Plan]
  /// How many plans were asked for.
  private let asked: Int

  private enum CodingKeys: String, CodingKey {
    case model, objectiveName, demand, sites, objective, bound, status, seconds, unreachable, explanation,
      plans
  }

  init(
    _ plans: [LocationPlan], of model: LocateModelOption, asked: Int, _ candidates: LocateCandidates,
    explanation: LocalizedText?
  ) {
    self.model = model.rawValue
    (self.asked, self.explanation) = (asked, explanation)
    objectiveName = model.objective
    demand = candidates.weights.reduce(0, +)
    self.plans = plans.map { plan in
      Plan(
        sites: plan.sites.map { candidates.sites[$0].id }, objective: NumberOrNull(plan.objective),
        bound: NumberOrNull(plan.bound),
        status: plan.status.rawValue, seconds: plan.seconds)
    }
    (sites, objective, bound) = (self.plans[0].sites, self.plans[0].objective, self.plans[0].bound)
    (status, seconds) = (self.plans[0].status, self.plans.map(\.seconds).reduce(0, +))
    unreachable = plans[0].unreachable.map { candidates.points[$0] }
  }

  func text(in language: TextLanguage) -> String {
    let separator = language == .zh ? "：" : ": "
    let lines = plans.enumerated().flatMap { number, plan in
      let title = asked == 1 ? [] : [language == .zh ? "第 \(number + 1) 方案" : "Plan \(number + 1)"]
      return title + rows(plan, number, language).map { $0.0 + separator + $0.1 }
    }
    return (lines + remarks.map { $0.text(in: language) }).joined(separator: "\n")
  }

  /// What the plans do not say themselves.
  private var remarks: [LocalizedText] {
    var remarks: [LocalizedText] = []
    if let explanation {
      remarks.append(explanation)
    } else if !unreachable.isEmpty {
      let names = LocateExplanation.names(unreachable)
      remarks.append(LocalizedText(zh: "没有候选点能到达：\(names.zh)", en: "No candidate reaches: \(names.en)"))
    }
    if plans.count < asked, let last = plans.last, last.status == "optimal" {
      remarks.append(
        LocalizedText(
          zh: "符合条件的方案只有 \(plans.count) 个。",
          en: "There are no more than \(plans.count) plans that satisfy the rules."))
    }
    return remarks
  }

  private func rows(_ plan: Plan, _ rank: Int, _ language: TextLanguage) -> [(String, String)] {
    let status = Self.words(for: plan.status, rank: rank).text(in: language)
    let sites = plan.sites.isEmpty ? "–" : plan.sites.joined(separator: ", ")
    let name = objectiveName.text(in: language)
    return language == .zh
      ? [
        ("结论", status), ("站点", sites), (name, number(plan.objective.value)),
        ("理论界限", number(plan.bound.value))
      ]
      : [
        ("Status", status), ("Sites", sites), (name, number(plan.objective.value)),
        ("Bound", number(plan.bound.value))
      ]
  }

  private func number(_ value: Double?) -> String {
    guard let value else { return "–" }
    return value == value.rounded() ? String(format: "%.0f", value) : String(format: "%.4f", value)
  }

  /// Why there is no plan, as a sentence that follows a colon.
  var reasonForNone: LocalizedText {
    let words = Self.words(for: status)
    return LocalizedText(
      zh: words.zh + "。" + (explanation?.zh ?? ""),
      en: words.en + "." + (explanation.map { " " + $0.en } ?? ""))
  }

  /// Words for the status of a plan.
  static func words(for status: String, rank: Int = 0) -> LocalizedText {
    switch status {
    case "optimal" where rank > 0: LocalizedText(zh: "其余方案中最优（已证明）", en: "the best of the others (proven)")
    case "optimal": LocalizedText(zh: "最优（已证明）", en: "optimal (proven)")
    case "feasible": LocalizedText(zh: "可行，未证明最优", en: "feasible, not proven to be the best")
    case "infeasible": LocalizedText(zh: "无可行方案", en: "no plan satisfies the rules")
    case "unbounded": LocalizedText(zh: "目标无界", en: "unbounded")
    case "timeLimit": LocalizedText(zh: "时限内未找到方案", en: "no plan found within the time limit")
    default: LocalizedText(zh: "求解失败", en: "the solver failed")
    }
  }
}
