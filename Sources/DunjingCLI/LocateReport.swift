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
  let plans: [Plan]

  init(_ plans: [LocationPlan], of model: LocateModelOption, _ candidates: LocateCandidates) {
    self.model = model.rawValue
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
    var lines = plans.enumerated().flatMap { number, plan in
      let title = plans.count == 1 ? [] : [language == .zh ? "第 \(number + 1) 方案" : "Plan \(number + 1)"]
      return title + rows(plan, language).map { $0.0 + separator + $0.1 }
    }
    if !unreachable.isEmpty {
      let names = unreachable.joined(separator: ", ")
      lines.append(
        language == .zh ? "没有候选点能到达：\(names)" : "No candidate reaches: \(names)")
    }
    return lines.joined(separator: "\n")
  }

  private func rows(_ plan: Plan, _ language: TextLanguage) -> [(String, String)] {
    let status = Self.words(for: plan.status).text(in: language)
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

  static func words(for status: String) -> LocalizedText {
    switch status {
    case "optimal": LocalizedText(zh: "最优（已证明）", en: "optimal (proven)")
    case "feasible": LocalizedText(zh: "可行，未证明最优", en: "feasible, not proven to be the best")
    case "infeasible": LocalizedText(zh: "无可行方案", en: "no plan satisfies the rules")
    case "unbounded": LocalizedText(zh: "目标无界", en: "unbounded")
    case "timeLimit": LocalizedText(zh: "时限内未找到方案", en: "no plan found within the time limit")
    default: LocalizedText(zh: "求解失败", en: "the solver failed")
    }
  }
}
