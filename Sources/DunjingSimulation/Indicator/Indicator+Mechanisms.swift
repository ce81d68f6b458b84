import DunjingScenario

extension Indicator {
  /// The definitions of indicators of single mechanisms; nil for others.
  var mechanismDefinition: IndicatorDefinition? {
    streetDefinition ?? incidentDefinition ?? hazardDefinition ?? aidDefinition ?? forceDefinition
  }

  private static func define(
    _ zh: String, _ en: String, _ unit: IndicatorUnit, _ channel: Channel, _ direction: Direction,
    _ zhText: String, _ enText: String
  ) -> IndicatorDefinition {
    IndicatorDefinition(
      name: LocalizedText(zh: zh, en: en), unit: unit, channel: channel, direction: direction,
      text: LocalizedText(zh: zhText, en: enText))
  }

  private var streetDefinition: IndicatorDefinition? {
    switch self {
    case .visibility:
      Self.define(
        "见警率", "visibility", .share, .response, .higherIsBetter,
        "任一时刻，网格内能见到警力（巡逻、站外待命或现场处置）的需求份额，按全天均匀抽取的时刻平均",
        "Share of the demand in grids where a unit can be seen, on patrol, standing by outside a station or at an "
          + "incident; mean over moments spread evenly over the day.")
    case .demandMatch:
      Self.define(
        "警力警情匹配度", "match of units and incidents", .share, .response, .higherIsBetter,
        "一周 168 小时中在岗单元与警情两个分布的重叠：逐小时取较小份额之和",
        "Overlap of the distributions of units on duty and of incidents over the 168 hours of the week: the sum of the "
          + "lesser share.")
    case .fullWithinTarget:
      Self.define(
        "警力到齐达标率", "all units within target", .share, .response, .higherIsBetter,
        "需要两个以上单元的警情中，所需单元在到齐时限（targets.fullMinutes）内全部到场的比例",
        "Of incidents that need several units: share where all are on scene within the target for the last "
          + "unit (targets.fullMinutes).")
    case .shockWithinTarget:
      Self.define(
        "冲击期间到场达标率", "within target during shocks", .share, .response, .higherIsBetter,
        "冲击（警情骤增、群体性事件、站点停用、道路中断）期间接报的警情中按时到场的比例",
        "Share of incidents called in while a shock is on that are reached within the target.")
    case .recoveryMean:
      Self.define(
        "冲击后恢复时长", "time to recover from shocks", .minutes, .response, .lowerIsBetter,
        "自冲击结束至待派警情不多于冲击开始时的平均时间；期末仍未恢复的计到期末",
        "Mean time from the end of a shock until no more incidents wait than at its start; where the horizon ends first, "
          + "until then.")
    default: nil
    }
  }

  private var incidentDefinition: IndicatorDefinition? {
    switch self {
    case .contactCardShare:
      Self.define(
        "联系卡直拨占比", "share answered by contact card", .share, .prevention, .neutral,
        "全部警情中不经 110、由社区民警按联系卡处置的比例；不占处警单元，不计入到场指标",
        "Share of all incidents that a community officer sees to by contact card, past the call center; no unit is sent, "
          + "and they do not count in response.")
    case .firstTimeShare:
      Self.define(
        "一次处置率", "resolved the first time", .share, .prevention, .higherIsBetter,
        "全部警情中不是重复警情的比例",
        "Share of all incidents that are not there because an earlier one was not resolved.")
    default: nil
    }
  }

  private var hazardDefinition: IndicatorDefinition? {
    switch self {
    case .hazardsAverted:
      Self.define(
        "源头减少的隐患", "hazards averted at the source", .perYear, .prevention, .higherIsBetter,
        "源头举措使之没有产生的隐患", "Hazards that programs kept from arising.")
    case .partnerWait:
      Self.define(
        "部门办理时长", "time at departments outside the police", .days, .prevention, .lowerIsBetter,
        "联调联处自移交部门至办结的平均天数",
        "Joint mediation: mean days from the hand-off to a department until it is done.")
    case .partnerClosedShare:
      Self.define(
        "部门按时办结率", "closed in time by departments", .share, .prevention, .higherIsBetter,
        "移交部门的隐患中，在变成警情之前办结的比例",
        "Share of hazards handed to a department that it is done with before they would escalate.")
    default: nil
    }
  }

  private var aidDefinition: IndicatorDefinition? {
    switch self {
    case .mutualAids:
      Self.define(
        "跨区增援", "mutual aid", .perYear, .response, .neutral, "派往外县区的单元次数", "Units sent to another county.")
    case .mutualAidHours:
      Self.define(
        "跨区增援工时", "hours of mutual aid", .hoursPerYear, .response, .neutral,
        "单元为外县区工作的时间，由派出的县区承担",
        "Hours that units work for another county; the county that sends them pays.")
    default: nil
    }
  }

  private var forceDefinition: IndicatorDefinition? {
    switch self {
    case .officersMoved:
      Self.define(
        "派出所前置警力", "officers moved inside stations", .count, .headquarters, .neutral,
        "自派出所内勤与办案转到社区的民警人数（两级下沉的第二级）",
        "Officers moved from station departments to the community: the second stage of sinking.")
    case .communityShare:
      Self.define(
        "社区民警占派出所警力", "community officers of station officers", .share, .prevention, .neutral,
        "按实际工作岗位计，下沉到社区的民警包括在内", "Counted where officers work, those sent down included.")
    case .stationShare:
      Self.define(
        "派出所警力占县级警力", "share of local officers in stations", .share, .prevention, .neutral,
        "按实际工作岗位计，下沉到社区和街面的民警包括在内", "Counted where officers work, those sent down included.")
    case .securityIndex:
      Self.define(
        "安全感指数（模型）", "security index (model)", .index, .overall, .higherIsBetter,
        "按时到场率、见警率和每千人警情的 logistic 函数，权重见 security；只用于比较方案，不是调查结果",
        "Logistic function of response, visibility and incidence with the weights of `security`; to compare plans by, no "
          + "survey.")
    case .assessmentScore:
      Self.define(
        "考核得分", "score", .index, .overall, .higherIsBetter, "考核表各项得分之和，百分制",
        "Sum of the points of the scorecard, in per cent.")
    default: nil
    }
  }
}
