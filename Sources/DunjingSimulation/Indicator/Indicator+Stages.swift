import DunjingScenario

extension Indicator {
  /// The definitions of the stages of an incident; nil for others.
  var stageDefinition: IndicatorDefinition? {
    switch self {
    case .dispatchMean:
      Self.stage(
        zh: "平均接派警时长", en: "mean time from call to dispatch",
        zhText: "自接到报警至首个派警指令的平均时间，含待派",
        enText: "Mean time from the call to the first order, waiting included.")
    case .turnoutMean:
      Self.stage(
        zh: "平均出警时长", en: "mean turnout time",
        zhText: "首到警力自派警指令至出发的平均时间，含指令签收",
        enText:
          "Mean time from the order to the departure of the unit that arrives first, acknowledgement included."
      )
    case .travelMean:
      Self.stage(
        zh: "平均路途时长", en: "mean travel time",
        zhText: "首到警力自出发至到场的平均时间",
        enText: "Mean time from departure to arrival of the unit that arrives first.")
    case .fullComplementMean:
      Self.stage(
        zh: "警力到齐时长", en: "mean time to full complement",
        zhText: "需要两个以上单元的警情，自首个派警指令至所需单元全部到场的平均时间",
        enText: "Of incidents that need several units: mean time from the first order until all are on scene."
      )
    case .handlingMean:
      Self.stage(
        zh: "平均处置时长", en: "mean handling time",
        zhText: "自首到警力到场至处置完毕的平均时间，不含文书",
        enText: "Mean time from the first arrival until the scene is cleared, paperwork not included.")
    default: nil
    }
  }

  private static func stage(zh: String, en: String, zhText: String, enText: String) -> IndicatorDefinition {
    IndicatorDefinition(
      name: LocalizedText(zh: zh, en: en), unit: .minutes, channel: .response, direction: .lowerIsBetter,
      text: LocalizedText(zh: zhText, en: enText))
  }
}
