import DunjingScenario

extension Indicator {
  /// The definitions of response indicators; nil for others.
  var responseDefinition: IndicatorDefinition? {
    switch self {
    case .coreWithinTarget:
      IndicatorDefinition(
        name: LocalizedText(zh: "核心区域到场达标率", en: "core areas, arrived within target"), unit: .share,
        channel: .response,
        direction: .higherIsBetter,
        text: LocalizedText(
          zh: "核心区域警情中首到警力在时限内到场的比例",
          en: "Share of incidents in core areas whose first unit arrives within the core target."))
    case .keyWithinTarget:
      IndicatorDefinition(
        name: LocalizedText(zh: "重点区域到场达标率", en: "key areas, arrived within target"), unit: .share,
        channel: .response,
        direction: .higherIsBetter,
        text: LocalizedText(
          zh: "重点区域警情中首到警力在时限内到场的比例",
          en: "Share of incidents in key areas whose first unit arrives within the key target."))
    case .generalWithinTarget:
      IndicatorDefinition(
        name: LocalizedText(zh: "一般区域到场达标率", en: "general areas, arrived within target"), unit: .share,
        channel: .response,
        direction: .higherIsBetter,
        text: LocalizedText(
          zh: "一般区域警情中首到警力在时限内到场的比例",
          en: "Share of incidents in general areas whose first unit arrives within the general target."))
    case .withinTarget:
      IndicatorDefinition(
        name: LocalizedText(zh: "到场达标率", en: "arrived within target"), unit: .share, channel: .response,
        direction: .higherIsBetter,
        text: LocalizedText(
          zh: "全部警情中首到警力在所在区域时限内到场的比例；未到场计为超时（实际覆盖）",
          en:
            "Share of all incidents reached within the target of their area; never reached counts as late (achieved coverage)."
        ))
    case .withinFiveMinutes:
      IndicatorDefinition(
        name: LocalizedText(zh: "5分钟到场率", en: "arrived within 5 minutes"), unit: .share, channel: .response,
        direction: .higherIsBetter,
        text: LocalizedText(
          zh: "全部警情中首到警力5分钟内到场的比例",
          en: "Share of all incidents whose first unit arrives within five minutes."))
    case .responseMeanFromCall:
      IndicatorDefinition(
        name: LocalizedText(zh: "平均到场时间（自报警起）", en: "mean response time from call"), unit: .minutes,
        channel: .response,
        direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "自接到报警至首到警力到场的平均时间，含接派警与等待",
          en: "Mean time from the call to the first unit on scene, call taking and waiting included."))
    case .responseMeanFromDispatch:
      IndicatorDefinition(
        name: LocalizedText(zh: "平均到场时间（自派警起）", en: "mean response time from dispatch"), unit: .minutes,
        channel: .response,
        direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "自派警指令至首到警力到场的平均时间",
          en: "Mean time from the order to the first unit on scene."))
    case .responseP90:
      IndicatorDefinition(
        name: LocalizedText(zh: "90%到场时间", en: "90th percentile of response time"), unit: .minutes,
        channel: .response,
        direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "90%的警情在此时间内到场（按时限的计时起点）",
          en: "Time within which 90 % of incidents are reached, on the clock of the targets."))
    case .queuedShare:
      IndicatorDefinition(
        name: LocalizedText(zh: "待派比例", en: "share of incidents queued"), unit: .share, channel: .response,
        direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "派警时无可用警力、须等待的警情比例",
          en: "Share of incidents that had to wait for a free full unit."))
    case .queueMean:
      IndicatorDefinition(
        name: LocalizedText(zh: "平均待派时间", en: "mean queueing time"), unit: .minutes, channel: .response,
        direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "可派警至派出处警单元的平均等待时间，含不等待者；期末仍待派者计至期末",
          en:
            "Mean wait for the first full unit, incidents without a wait included; those still waiting at the end count so far."
        ))
    case .handedOverShare:
      IndicatorDefinition(
        name: LocalizedText(zh: "移交警情占比", en: "share of incidents handed over"), unit: .share,
        channel: .response, direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "等待警情达到上限、无单元可派而移交其他力量的警情比例",
          en: "Share of incidents handed over to other forces: no unit was free, and as many waited as may."))
    case .unreached:
      IndicatorDefinition(
        name: LocalizedText(zh: "期末未到场警情", en: "incidents not reached"), unit: .perYear, channel: .response,
        direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "统计期末仍无警力到场的警情（不含移交）",
          en: "Incidents, not handed over, that no unit had reached at the end of the horizon."))
    case .potentialCoverage:
      IndicatorDefinition(
        name: LocalizedText(zh: "站点覆盖率", en: "potential coverage"), unit: .share, channel: .response,
        direction: .higherIsBetter,
        text: LocalizedText(
          zh: "位于在岗驻点时限范围内的需求比例",
          en: "Demand within the target of a staffed post, by free-flow time from the post."))
    case .availableCoverage:
      IndicatorDefinition(
        name: LocalizedText(zh: "可用覆盖率", en: "available coverage"), unit: .share, channel: .response,
        direction: .higherIsBetter,
        text: LocalizedText(
          zh: "派警时刻有空闲警力能在时限内到场的比例",
          en: "Share of incidents for which, at the order, an idle unit could arrive within the target."))
    case .worstDecileResponse:
      IndicatorDefinition(
        name: LocalizedText(zh: "最慢十分之一网格平均到场时间", en: "mean response time in the worst decile"),
        unit: .minutes, channel: .response,
        direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "按警情量加权、到场最慢的十分之一网格的平均到场时间",
          en: "Mean response time in the tenth of demand in the slowest grids."))
    case .responseGini:
      IndicatorDefinition(
        name: LocalizedText(zh: "到场时间基尼系数", en: "Gini of response time"), unit: .index, channel: .response,
        direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "各网格平均到场时间的基尼系数，按警情量加权",
          en: "Gini coefficient of the grids' mean response times, weighted by incidents."))
    case .streetUtilization:
      IndicatorDefinition(
        name: LocalizedText(zh: "街面单元忙闲比", en: "utilization of street units"), unit: .share,
        channel: .response,
        direction: .neutral,
        text: LocalizedText(
          zh: "街面处警单元被警情占用的时间比例",
          en:
            "Share of duty time of units that answer in the whole city or county spent on incidents, paperwork included."
        ))
    case .stationUtilization:
      IndicatorDefinition(
        name: LocalizedText(zh: "派出所车组忙闲比", en: "utilization of station cars"), unit: .share,
        channel: .response,
        direction: .neutral,
        text: LocalizedText(
          zh: "派出所车组被警情占用的时间比例（不含其他事务）",
          en: "Share of duty time of district units spent on incidents, other work not included."))
    case .preemptions:
      IndicatorDefinition(
        name: LocalizedText(zh: "改派次数", en: "preemptions"), unit: .perYear, channel: .response,
        direction: .neutral,
        text: LocalizedText(
          zh: "紧急警情调走在途或在场警力的次数",
          en: "Times an urgent incident took a unit from a less urgent one."))
    case .overrunHours:
      IndicatorDefinition(
        name: LocalizedText(zh: "超时出勤", en: "overrun of shifts"), unit: .hoursPerYear, channel: .response,
        direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "交接班后巡组继续处置警情的时间合计",
          en: "Time that crews work on an incident past the end of their shift, summed over units."))
    case .pointVisitRate:
      IndicatorDefinition(
        name: LocalizedText(zh: "必到点到位率", en: "must-visit points served"), unit: .share, channel: .response,
        direction: .higherIsBetter,
        text: LocalizedText(
          zh: "必到点完成次数与要求次数之比（白天按间隔，夜间加倍间隔；逐点计，超额不抵欠额）",
          en:
            "Visits made as a share of visits required, by day at the interval, by night at twice it; a surplus at one point does not make up for another."
        ))
    case .linePassRate:
      IndicatorDefinition(
        name: LocalizedText(zh: "必巡线完成率", en: "must-patrol lines served"), unit: .share, channel: .response,
        direction: .higherIsBetter,
        text: LocalizedText(
          zh: "必巡线完成趟数与要求趟数之比（逐线计，超额不抵欠额）",
          en: "Passes made as a share of passes required; a surplus on one line does not make up for another."
        ))
    default: nil
    }
  }
}
