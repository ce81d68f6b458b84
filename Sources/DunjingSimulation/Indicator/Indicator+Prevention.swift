import DunjingScenario

extension Indicator {
  /// The definitions of prevention indicators; nil for others.
  var preventionDefinition: IndicatorDefinition? {
    switch self {
    case .incidents:
      IndicatorDefinition(
        name: LocalizedText(zh: "有效警情", en: "incidents"), unit: .perYear, channel: .prevention,
        direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "全部有效警情",
          en: "All effective incidents."))
    case .incidentsCriminal:
      IndicatorDefinition(
        name: LocalizedText(zh: "刑事警情", en: "criminal incidents"), unit: .perYear, channel: .prevention,
        direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "刑事警情（不含电诈），含治转刑",
          en: "Criminal incidents without fraud, climbed ones included."))
    case .incidentsFraud:
      IndicatorDefinition(
        name: LocalizedText(zh: "电信网络诈骗警情", en: "telecom fraud"), unit: .perYear, channel: .prevention,
        direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "电信网络诈骗警情",
          en: "Telecom and online fraud incidents."))
    case .incidentsOrder:
      IndicatorDefinition(
        name: LocalizedText(zh: "治安警情", en: "public-order incidents"), unit: .perYear, channel: .prevention,
        direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "治安警情，含纠纷转治安",
          en: "Public-order incidents, climbed ones included."))
    case .incidentsDispute:
      IndicatorDefinition(
        name: LocalizedText(zh: "纠纷警情", en: "disputes"), unit: .perYear, channel: .prevention,
        direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "纠纷警情",
          en: "Dispute incidents."))
    case .incidentsTraffic:
      IndicatorDefinition(
        name: LocalizedText(zh: "交通警情", en: "traffic incidents"), unit: .perYear, channel: .prevention,
        direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "交通警情",
          en: "Traffic incidents."))
    case .incidentsHelp:
      IndicatorDefinition(
        name: LocalizedText(zh: "求助警情", en: "calls for help"), unit: .perYear, channel: .prevention,
        direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "求助警情",
          en: "Calls for help."))
    case .incidentsOther:
      IndicatorDefinition(
        name: LocalizedText(zh: "其他警情", en: "other incidents"), unit: .perYear, channel: .prevention,
        direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "其他警情",
          en: "Other incidents."))
    case .climbed:
      IndicatorDefinition(
        name: LocalizedText(zh: "升级警情（民转刑、治转刑）", en: "climbed incidents"), unit: .perYear,
        channel: .prevention,
        direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "由纠纷、治安警情升级而来的警情",
          en: "Incidents that climbed from an earlier one of another kind."))
    case .deterred:
      IndicatorDefinition(
        name: LocalizedText(zh: "巡逻威慑未发生的警情", en: "incidents deterred"), unit: .perYear,
        channel: .prevention,
        direction: .higherIsBetter,
        text: LocalizedText(
          zh: "因该网格正在或刚刚有巡逻而未发生的警情；不计入有效警情",
          en:
            "Incidents that did not happen as a patrol was, or had just been, in their grid; not among incidents."
        ))
    case .hazardsEscalated:
      IndicatorDefinition(
        name: LocalizedText(zh: "隐患升级数", en: "hazards escalated"), unit: .perYear, channel: .prevention,
        direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "未被及时发现并化解、演变为警情的隐患",
          en: "Hazards that became incidents because they were not found and closed in time."))
    case .hazardsFoundShare:
      IndicatorDefinition(
        name: LocalizedText(zh: "隐患主动发现率", en: "hazards found"), unit: .share, channel: .prevention,
        direction: .higherIsBetter,
        text: LocalizedText(
          zh: "主动发现次数占发现次数与升级数之和的比例",
          en: "Finds as a share of finds and escalations."))
    case .hazardsClosedShare:
      IndicatorDefinition(
        name: LocalizedText(zh: "隐患化解率", en: "hazards closed"), unit: .share, channel: .prevention,
        direction: .higherIsBetter,
        text: LocalizedText(
          zh: "化解的隐患占化解与升级之和的比例",
          en: "Hazards closed as a share of those closed or escalated."))
    case .mediationHours:
      IndicatorDefinition(
        name: LocalizedText(zh: "化解工时", en: "mediation hours"), unit: .hoursPerYear, channel: .prevention,
        direction: .neutral,
        text: LocalizedText(
          zh: "调解隐患所用民警工时",
          en: "Officer-hours spent on mediation."))
    case .mediationWait:
      IndicatorDefinition(
        name: LocalizedText(zh: "化解用时", en: "time to mediation"), unit: .days, channel: .prevention,
        direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "自发现至警方调解完成的平均时间，不含部门联调联处",
          en: "Mean time from finding to the end of police mediation, departments' time not included."))
    default: nil
    }
  }
}
