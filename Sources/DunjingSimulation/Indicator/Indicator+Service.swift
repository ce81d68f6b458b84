import DunjingScenario

extension Indicator {
  /// The definitions of the indicators of service windows; nil for others.
  var serviceDefinition: IndicatorDefinition? {
    switch self {
    case .windowWaitMean:
      IndicatorDefinition(
        name: LocalizedText(zh: "窗口平均等候时间", en: "mean wait at service windows"), unit: .minutes,
        channel: .service, direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "到综合服务窗口办事的群众自到达至开始办理的平均时间，含不等候者",
          en:
            "Mean time from arrival to service at the windows of the stations, visitors without a wait included."
        ))
    case .windowWaitP90:
      IndicatorDefinition(
        name: LocalizedText(zh: "窗口90%等候时间", en: "90th percentile of the wait at service windows"),
        unit: .minutes, channel: .service, direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "90%的来访群众等候不超过此时间",
          en: "Time that 90 % of the visitors of service windows wait at most."))
    case .windowLongWaitShare:
      IndicatorDefinition(
        name: LocalizedText(zh: "窗口等候超限比例", en: "long waits at service windows"), unit: .share,
        channel: .service, direction: .lowerIsBetter,
        text: LocalizedText(
          zh: "等候超过 windows.longWaitMinutes 的来访比例",
          en: "Share of the visitors who wait longer than windows.longWaitMinutes."))
    case .windowVisits:
      IndicatorDefinition(
        name: LocalizedText(zh: "窗口来访", en: "visits to service windows"), unit: .perYear, channel: .service,
        direction: .neutral,
        text: LocalizedText(zh: "到派出所综合服务窗口的来访次数", en: "Visits to the service windows of the stations."))
    default: nil
    }
  }
}
