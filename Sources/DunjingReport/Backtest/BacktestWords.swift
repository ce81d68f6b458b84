import DunjingCalibration
import DunjingScenario

/// Words of the page of a backtest.
enum BacktestWords {
  static let simulated = LocalizedText(zh: "仿真", en: "simulated")
  static let recorded = LocalizedText(zh: "记录", en: "recorded")
  static let minutes = LocalizedText(zh: "分钟", en: "minutes")
  /// How far incidents are played from where they were.
  static func snap(_ meters: [Double]) -> LocalizedText {
    guard let farthest = meters.last, farthest >= 0.5 else {
      return LocalizedText(zh: "警情在记录的位置回放。", en: "Incidents are played at their recorded positions.")
    }
    let (median, most) = (
      NumberText.level(meters[meters.count / 2], decimals: 0), NumberText.level(farthest, decimals: 0)
    )
    let far = meters.count { $0 > 500 }
    return LocalizedText(
      zh: "警情在最近的路网节点回放：离记录位置的中位距离 \(median) 米，最远 \(most) 米，超过 500 米的 \(far) 起。",
      en:
        "Incidents are played at the nearest road node: \(median) m from the recorded position in the median, at most "
        + "\(most) m, and more than 500 m for \(far).")
  }

  static let hourTitle = LocalizedText(
    zh: "报警至到场的平均分钟数，按报警的钟点", en: "Minutes from call to arrival, mean by the hour of the call")
}

extension RecordGap {
  /// Why a record was not played.
  public var reason: LocalizedText {
    switch self {
    case .noTime: LocalizedText(zh: "没有报警时间", en: "the time of the call is not on record")
    case .dateOnly: LocalizedText(zh: "报警时间只有日期", en: "only the day of the call is on record")
    case .noPosition: LocalizedText(zh: "没有位置", en: "the position is not on record")
    case .outsideMap:
      LocalizedText(zh: "位置在研究的网格之外", en: "the position lies outside of the grids of the study")
    case .onView: LocalizedText(zh: "民警巡逻发现", en: "officers came upon it")
    case .unknownKind: LocalizedText(zh: "类别不在研究之中", en: "the study has no such kind")
    case .duplicate: LocalizedText(zh: "与另一行重复", en: "it repeats another row")
    case .invalid: LocalizedText(zh: "注明无效", en: "it is marked as not valid")
    case .strayDate: LocalizedText(zh: "日期远离其他记录", en: "its day lies years from all others")
    }
  }
}
