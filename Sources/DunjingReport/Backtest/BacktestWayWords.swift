import DunjingCalibration
import DunjingScenario
import DunjingStatistics

/// How far units that come from afar explain that the simulation is slower, in words.
struct BacktestWayWords {
  let result: BacktestResult

  /// Whether a simulation that is slower than the records is so for the most part because the first unit seldom comes from the
  /// nearest facility.
  func explains(_ comparison: BacktestComparison) -> Bool {
    guard [.travel, .response].contains(comparison.measure), let travel = result.meanTravelMinutes,
      let nearest = result.nearestTravelMinutes
    else { return false }
    return comparison.isSlower(mostlyBy: travel - nearest)
  }

  /// How long the way is beside that from the nearest facility, and what to look at.
  var advice: LocalizedText {
    let travel = NumberText.fixed(result.meanTravelMinutes ?? 0, decimals: 2)
    let nearest = NumberText.fixed(result.nearestTravelMinutes ?? 0, decimals: 2)
    return LocalizedText(
      zh: "主要因为仿真中首个到场的单元来自远处：行驶平均 \(travel) 分钟，从有单元的最近设施出发为 \(nearest) 分钟。请先核对单元是否太少（unitsPerFacility）、"
        + "不能出警的时间是否太多（unavailableShare）、空闲时巡逻到哪里（movingShare）；车速其次：校准车速时按最近设施计算路程。",
      en:
        "Most of it is that the first unit comes from afar in the simulation: it drives \(travel) minutes in the mean, from the nearest "
        + "facility with units it would be \(nearest). Look first at whether units are too few (unitsPerFacility) or too often away "
        + "(unavailableShare) and where idle ones patrol (movingShare), and only then at speeds, which are calibrated on ways from the "
        + "nearest facility.")
  }
}
