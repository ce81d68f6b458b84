import DunjingScenario

/// The logic of the model as a scenario uses it: what moves, where it waits, what it needs, who decides.
struct MethodLogic {
  private let scenario: Scenario

  init(_ scenario: Scenario) { self.scenario = scenario }

  /// Entities, activities, resources, queues and rules, in the order of the guideline.
  var items: [Definition] {
    [overview, entities, activities, resources, queues, rules]
      + (scenario.hazardKinds.isEmpty ? [] : [hazards])
      + (scenario.departments.isEmpty ? [] : [headquarters]) + [boundary]
  }

  private func item(_ zh: String, _ en: String, _ meaningZh: String, _ meaningEn: String) -> Definition {
    MethodAppendix.item(zh, en, LocalizedText(zh: meaningZh, en: meaningEn))
  }

  private var overview: Definition {
    item(
      "概览", "Overview",
      "隐患 → 走访发现并化解，或升级为警情；报警 → 接警 → 派警 → 路途 → 到场 → 处置 → 文书，后续案件交机关部门。",
      "Hazards are found and settled by visits or escalate to incidents; call → answer → order → travel → arrival → handling "
        + "→ paperwork; follow-ups go to the departments.")
  }

  private var entities: Definition {
    let kinds = (
      zh: names(scenario.incidentKinds.map(\.name.zh), "、"),
      en: names(scenario.incidentKinds.map(\.name.en), ", ")
    )
    return item(
      "实体", "Entities", "警情：\(kinds.zh)；隐患 \(scenario.hazardKinds.count) 类。到达为非齐次泊松过程。",
      "Incidents: \(kinds.en); hazards of \(scenario.hazardKinds.count) kinds. Arrivals are Poisson processes whose rate varies."
    )
  }

  private var activities: Definition {
    let road =
      scenario.roads.map { roads in
        LocalizedText(
          zh: "路网 \(NumberText.whole(roads.nodes.count)) 个节点、\(NumberText.whole(roads.edges.count)) 条边",
          en:
            "a road graph of \(NumberText.whole(roads.nodes.count)) nodes and \(NumberText.whole(roads.edges.count)) edges"
        )
      } ?? LocalizedText(zh: "直线距离乘绕行系数", en: "straight distance and a detour factor")
    return item(
      "活动", "Activities", "接警、出动、路途（\(road.zh)，随时段和月份变速）、处置、文书；时长按场景给定的分布。",
      "Answering, turning out, travel (\(road.en), slower or faster by hour and month), handling, paperwork, with the "
        + "distributions of the scenario.")
  }

  private var resources: Definition {
    let groups = scenario.units.map { group in
      (
        zh: "\(group.name.zh)（每处 \(group.unitsPerFacility)）",
        en: "\(group.name.en) (\(group.unitsPerFacility) at each place)"
      )
    }
    return item(
      "资源", "Resources",
      "\(NumberText.whole(scenario.facilities.count)) 个设施，单元：\(groups.map(\.zh).joined(separator: "、"))；按班次在岗。",
      "\(NumberText.whole(scenario.facilities.count)) facilities; units: \(groups.map(\.en).joined(separator: ", ")), on duty by "
        + "roster.")
  }

  private var queues: Definition {
    item(
      "排队", "Queues", "无空闲单元的警情按优先级、同级按先后等候\(scenario.dispatch.waitingLimit.map { "，最多 \($0) 起" } ?? "")。",
      "Incidents without a free unit wait by priority, then in order of arrival"
        + "\(scenario.dispatch.waitingLimit.map { ", at most \($0)" } ?? "").")
  }

  private var rules: Definition {
    item(
      "规则", "Rules",
      "派警规则 \(scenario.dispatch.policy.rawValue)，抢占 \(scenario.dispatch.preemption.rawValue)，待命 \(scenario.dispatch.relocation.rawValue)。",
      "Dispatch \(scenario.dispatch.policy.rawValue), preemption \(scenario.dispatch.preemption.rawValue), standby "
        + "\(scenario.dispatch.relocation.rawValue).")
  }

  private var hazards: Definition {
    item(
      "预防", "Prevention", "延迟时间模型（Christer 与 Waller，1984）：隐患潜伏期内被走访发现的概率决定能防多少。",
      "The delay-time model (Christer and Waller, 1984): what is prevented follows from the chance that a visit finds a hazard "
        + "before it escalates.")
  }

  private var headquarters: Definition {
    item(
      "机关", "Headquarters", "\(scenario.departments.count) 个部门各为一个工作量队列，按日处理；抽走民警则能力下降。",
      "\(scenario.departments.count) departments, each a queue of work done day by day; its capacity falls with the officers "
        + "it sends down.")
  }

  private var boundary: Definition {
    item(
      "边界", "Boundary", "\(NumberText.whole(scenario.grids.count)) 个网格以内；其外的警情和警力不计。",
      "The \(NumberText.whole(scenario.grids.count)) grids; incidents and officers beyond them do not count.")
  }

  private func names(_ list: [String], _ separator: String) -> String { list.joined(separator: separator) }
}
