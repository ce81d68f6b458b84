import DunjingScenario
import DunjingWorld

/// Something that a scenario has and the queueing model leaves out or puts simply: where model and simulation part
/// company.
public struct ModelDeparture: Sendable, Equatable {
  /// What it is about, for programs.
  public let id: String
  /// What the scenario has, and what the model does instead.
  public let text: LocalizedText

  init(_ id: String, zh: String, en: String) {
    self.id = id
    text = LocalizedText(zh: zh, en: en)
  }
}

extension QueueingStudy {
  /// What of the scenario and the treatment the model leaves out or puts simply.
  public var departures: [ModelDeparture] {
    DepartureList(self).all
  }
}

/// Looks for departures, each in a scenario and a treatment.
private struct DepartureList {
  let study: QueueingStudy
  let scenario: Scenario
  let treatment: Treatment
  let groups: [UnitGroup]

  init(_ study: QueueingStudy) {
    self.study = study
    scenario = study.world.scenario
    treatment = study.world.plans[study.treatment].treatment
    let plan = study.world.plans[study.treatment]
    let used = Set(
      study.world.units.indices.filter { plan.duty[$0] != 0 }.map { study.world.units[$0].group })
    groups = scenario.units.indices.filter { used.contains($0) }.map { study.world.scenario.units[$0] }
  }

  var all: [ModelDeparture] {
    (incidents + service + waiting + dispatch + units + time + treatments).compactMap(\.self)
  }

  private func when(_ condition: Bool, _ id: String, zh: String, en: String) -> ModelDeparture? {
    condition ? ModelDeparture(id, zh: zh, en: en) : nil
  }

  private func number(_ value: Double) -> String { String(Double(Int(value * 100 + 0.5)) / 100) }

  private var incidents: [ModelDeparture?] {
    [
      when(
        study.unitsPerIncident > 1.0005, "severalUnits",
        zh: "一起警情平均需要 \(number(study.unitsPerIncident)) 个单元；模型把各单元当作各自到来的警情，一同派出的单元不相关。",
        en:
          "An incident takes \(number(study.unitsPerIncident)) units on average; the model takes each unit for an incident "
          + "of its own, so that units sent together are independent."),
      when(
        !scenario.hazardKinds.isEmpty || !scenario.climbs.isEmpty
          || scenario.incidentKinds.contains { $0.repeatShare > 0 },
        "derivedIncidents",
        zh: "由隐患、升级和重复产生的警情按公式（未下沉时）计入，时刻按该类的小时权重；预防的效果不计。",
        en:
          "Incidents that grow from hazards, climbs and repeats count by formula as without any sinking, at the hours of "
          + "their kind; what prevention changes is left out."),
      when(
        scenario.incidentKinds.contains { $0.deterrence != nil }, "deterrence",
        zh: "巡逻的震慑不计。", en: "Deterrence by patrol is left out.")
    ]
  }

  private var hasNoLine: Bool { scenario.dispatch.waitingLimit == 0 }

  private var isRestricted: Bool {
    study.parts.contains { $0.hours.joined().contains { $0.result.tightest != nil } }
  }

  private var service: [ModelDeparture?] {
    let needs = Set(scenario.incidentKinds.map { $0.skills.sorted() })
    return [
      when(
        true, "serviceTimes",
        zh: "处置时间按指数分布，只取均值；仿真按各类的分布，且随路程而变。",
        en:
          "Times are exponential with the right mean; the simulation draws them from the distribution of the kind."
      ),
      when(
        isRestricted, "restricted",
        zh: "有的单元不能处有的警情：须等的概率按能去的单元近似计算，略偏高；“需要”把各单元看作一样。",
        en:
          "Some units may not go to some incidents: the probability of waiting is approximate, from the units that may go, and "
          + "somewhat high; the units needed are taken to be alike."),
      when(
        hasNoLine && needs.count > 1, "skills",
        zh: "缺少技能的单元排在名单最后，全忙时仍会派；仿真中这样的警情移交。",
        en:
          "Units without the skills stand last on a list and go when all others are busy; in the simulation the incident is "
          + "handed over.")
    ]
  }

  private var waiting: [ModelDeparture?] {
    let priorities = Set(
      scenario.incidentKinds.flatMap { $0.urgentShare > 0 ? [$0.priority, $0.urgentPriority] : [$0.priority] }
    )
    return [
      when(
        priorities.count > 1, "priorities",
        zh: "警情分 \(priorities.count) 级；模型先到先办，紧急警情的等待因而偏长，其余偏短。",
        en:
          "Incidents have \(priorities.count) priorities; the model serves first come, first served: too slow for the "
          + "urgent, too fast for the others."),
      when(
        scenario.dispatch.preemption != .never, "preemption",
        zh: "紧急警情可以抢占单元；模型不抢占。", en: "Urgent incidents may take a unit from others; not in the model."),
      when(
        scenario.dispatch.reserveUnits > 0, "reserve",
        zh: "为紧急警情留有 \(scenario.dispatch.reserveUnits) 个单元；模型不留。",
        en: "Units are kept back for urgent incidents (\(scenario.dispatch.reserveUnits)); not in the model."),
      when(
        (scenario.dispatch.waitingLimit ?? 0) > 0, "waitingLimit",
        zh: "至多 \(scenario.dispatch.waitingLimit ?? 0) 起警情等待，其余移交；模型的队列没有上限。",
        en:
          "At most \(scenario.dispatch.waitingLimit ?? 0) incidents wait and others are handed over; the line of the model "
          + "has no end.")
    ]
  }

  private var dispatch: [ModelDeparture?] {
    [
      when(
        scenario.dispatch.policy == .longestIdle, "longestIdle",
        zh: "派空闲最久的单元；模型派最近的。", en: "The unit longest idle is sent; in the model, the nearest."),
      when(
        scenario.dispatch.relocation != .homePost, "relocation",
        zh: "空闲单元会调位待命；模型中单元回到自己的驻地。",
        en: "Idle units are moved up; in the model they go back to their base."),
      when(
        treatment.switches.mutualAid, "mutualAid",
        zh: "县区之间互相支援；模型中各县区自成一体。", en: "Counties help one another; in the model each is by itself.")
    ]
  }

  private var units: [ModelDeparture?] {
    let moving = groups.map(\.movingShare).max() ?? 0
    let away = groups.map(\.unavailableShare).max() ?? 0
    return [
      when(
        moving > 0, "patrolPositions",
        zh: "单元空闲时有至多 \(number(moving * 100))% 的时间在巡逻；模型中一律从驻地出发，且已回到驻地。",
        en:
          "Units are on patrol up to \(number(moving * 100)) % of their idle time; in the model they start from their base "
          + "and are back there."),
      when(
        away > 0, "absences",
        zh: "单元有至多 \(number(away * 100))% 的时间忙于其他工作；模型按同样的份额延长服务时间，能力不变。",
        en:
          "Units are away on other work up to \(number(away * 100)) % of the time; the model makes services longer by that "
          + "share, which leaves the same capacity."),
      when(
        groups.contains(where: \.isFirstResponderOnly), "firstResponders",
        zh: "只作先期处置的单元不计，其先到也不计。",
        en: "Units that only come first are left out, and so is their early arrival."),
      when(
        hasNoLine && Set(groups.map(\.area)).count > 1, "areas",
        zh: "单元的出警范围不一；范围外的单元排在名单最后。",
        en: "Units may be sent to different areas; those that may not come stand last on a list.")
    ]
  }

  private var time: [ModelDeparture?] {
    let isUneven = scenario.incidentKinds.contains {
      Set($0.weekdayWeights).count > 1 || Set($0.monthWeights).count > 1
    }
    return [
      when(
        true, "steadyState",
        zh: "每小时各按稳态计算，不记得前一小时留下的警情；“所需单元”用无限服务台的滞后负荷计算，记得。",
        en:
          "Each hour is in a steady state of its own and does not remember what the one before left; the units needed do, as "
          + "their load is that of ample servers."),
      when(
        scenario.rosters.contains { $0.handoverMinutes > 0 }, "shiftChanges",
        zh: "交接班不计：换班时单元不离开，也不加班。",
        en: "Handovers are left out: no unit leaves at a change of shift, and none works overtime."),
      when(
        scenario.rosters.contains { $0.breakMinutes > 0 }, "breaks",
        zh: "休息不计。", en: "Breaks are left out."),
      when(
        isUneven, "calendar", zh: "星期和月份的差别取平均。", en: "Weekdays and months are averaged."),
      when(!scenario.shocks.isEmpty, "shocks", zh: "冲击事件不计。", en: "Shocks are left out.")
    ]
  }

  private var treatments: [ModelDeparture?] {
    [
      when(
        !treatment.phases.isEmpty, "phases", zh: "只计方案的第一步。",
        en: "Only the first step of the treatment counts."),
      when(
        treatment.switches.contactCards, "contactCards",
        zh: "经联系卡直接报警的警情也按正常接派警计。",
        en: "Incidents told to the community officer by card count as calls.")
    ]
  }
}
