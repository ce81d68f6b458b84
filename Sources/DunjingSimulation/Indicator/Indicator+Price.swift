import DunjingScenario

extension Indicator {
  /// The definitions of headquarters and overall indicators.
  var priceDefinition: IndicatorDefinition {
    switch self {
    case .departmentUtilization:
      IndicatorDefinition(
        name: LocalizedText(zh: "机关工作负荷率", en: "utilization of departments"), unit: .share,
        channel: .headquarters,
        direction: .neutral,
        text: LocalizedText(
          zh: "机关各部门工作量与能力之比",
          en: "Work that arrives at headquarters as a share of its capacity."))
    case .weightedDelay:
      IndicatorDefinition(
        name: LocalizedText(zh: "机关加权延误", en: "weighted delay at headquarters"), unit: .days,
        channel: .headquarters,
        direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "按损失权重加权的部门办理延误，工作日；无人留守的部门按留 1 人计",
          en:
            "Mean delay of the departments in working days, weighted by what a delay there does; where nobody is left, that of one officer."
        ))
    case .backlogEnd:
      IndicatorDefinition(
        name: LocalizedText(zh: "期末积压", en: "backlog at the end"), unit: .officerDays, channel: .headquarters,
        direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "期末机关积压工作量",
          en: "Work waiting at headquarters at the end of the horizon."))
    case .backlogMean:
      IndicatorDefinition(
        name: LocalizedText(zh: "平均积压", en: "mean backlog"), unit: .officerDays, channel: .headquarters,
        direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "机关积压工作量的工作日平均",
          en: "Work waiting at headquarters, mean over working days."))
    case .departmentsOverloaded:
      IndicatorDefinition(
        name: LocalizedText(zh: "超负荷部门数", en: "departments overloaded"), unit: .count, channel: .headquarters,
        direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "统计期内工作量超过能力的部门数；有县区时各县区的部门分别计数",
          en:
            "Departments whose work exceeds their capacity over the horizon, those of each county counted apart."
        ))
    case .officersSunk:
      IndicatorDefinition(
        name: LocalizedText(zh: "下沉警力", en: "officers sunk"), unit: .count, channel: .headquarters,
        direction: .neutral,
        text: LocalizedText(
          zh: "自机关下沉的民警人数",
          en: "Officers moved out of headquarters."))
    default:
      IndicatorDefinition(
        name: LocalizedText(zh: "综合损失指数", en: "harm index"), unit: .index, channel: .overall,
        direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "按公开权重合计各类警情、超时到场与机关延误，仅用于排序",
          en: "Incidents, late arrivals and delay added with printed weights; used only to rank plans."))
    }
  }
}
