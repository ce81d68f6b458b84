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
    let (hasHazards, hasDepartments) = (!scenario.hazardKinds.isEmpty, !scenario.departments.isEmpty)
    return item(
      "概览", "Overview",
      (hasHazards ? "隐患由走访发现并化解，或升级为警情；" : "") + "报警 → 接警 → 派警 → 路途 → 到场 → 处置 → 文书"
        + (hasDepartments ? "，后续案件交机关部门。" : "。"),
      (hasHazards ? "Hazards are found and settled by visits or escalate to incidents; c" : "C")
        + "all → answer → order → travel → arrival → handling → paperwork"
        + (hasDepartments ? "; follow-ups go to the departments." : "."))
  }

  private var entities: Definition {
    let (kinds, count) = (scenario.incidentKinds.map(\.name), scenario.hazardKinds.count)
    return item(
      "实体", "Entities",
      "警情：\(names(kinds.map(\.zh), "、"))\(count > 0 ? "；隐患 \(count) 类" : "")。到达为泊松过程，率随时间变化。",
      "Incidents: \(names(kinds.map(\.en), ", "))\(count > 0 ? "; hazards of \(count) kinds" : ""). Arrivals are Poisson "
        + "processes whose rate varies.")
  }

  private var activities: Definition {
    let factors = scenario.travel.modes.flatMap { $0.hourFactors + $0.monthFactors }
    let varies = factors.contains { $0 != 1 }
    return item(
      "活动", "Activities", "接警、出动、路途（\(way.zh)\(varies ? "，速度随时段和月份变化" : "")）、处置、文书；时长按场景给定的分布。",
      "Answering, turning out, travel (\(way.en)\(varies ? ", faster or slower by hour and month" : "")), handling, "
        + "paperwork, with the distributions of the scenario.")
  }

  /// What distances are measured along.
  private var way: LocalizedText {
    if let roads = scenario.roads, scenario.travel.followsRoads {
      let (nodes, edges) = (NumberText.whole(roads.nodes.count), NumberText.whole(roads.edges.count))
      return LocalizedText(
        zh: "路网 \(nodes) 个节点、\(edges) 条边", en: "a road graph of \(nodes) nodes and \(edges) edges")
    }
    let (metric, factor) = (
      scenario.travel.metric.meaning, NumberText.level(scenario.travel.detourFactor, decimals: 2)
    )
    return LocalizedText(zh: "\(metric.zh)，乘绕行系数 \(factor)", en: "\(metric.en), times a detour of \(factor)")
  }

  private var resources: Definition {
    let groups = scenario.namedUnits.map { named in
      let counts = named.groups.map { scenario.units[$0].unitsPerFacility }
      let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
      let (zh, en) = least == most ? ("\(least)", "\(least)") : ("\(least) 至 \(most)", "\(least) to \(most)")
      return (zh: "\(named.name.zh)（每处 \(zh)）", en: "\(named.name.en) (\(en) at each place)")
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
    let rules = scenario.dispatch
    let (policy, preemption, standby) = (
      rules.policy.meaning, rules.preemption.meaning, rules.relocation.meaning
    )
    return item(
      "规则", "Rules", "派警：\(policy.zh)；抢占：\(preemption.zh)；待命：\(standby.zh)。",
      "Dispatch: \(policy.en); preemption: \(preemption.en); standby: \(standby.en).")
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
