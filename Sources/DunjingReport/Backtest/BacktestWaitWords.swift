import DunjingCalibration
import DunjingScenario
import DunjingStatistics
import DunjingWorld

/// How far waiting for a unit to be free explains that the simulation is slower, in words.
struct BacktestWaitWords {
  let test: Backtest
  let result: BacktestResult

  /// The groups that are named.
  private static let limit = 3

  /// Groups of one name, with their shares of time on incidents.
  private struct Found {
    var name: LocalizedText
    var least: Double
    var most: Double
    /// The largest share of time that one of them cannot be sent.
    var away: Double

    var text: LocalizedText {
      let (low, high) = (NumberText.percent(least), NumberText.percent(most))
      let work =
        low == high ? LocalizedText(high) : LocalizedText(zh: "\(low) 至 \(high)", en: "\(low) to \(high)")
      guard away > 0 else { return LocalizedText(zh: "\(name.zh) \(work.zh)", en: "\(name.en) \(work.en)") }
      let share = NumberText.ratio(away)
      return LocalizedText(
        zh: "\(name.zh) \(work.zh)（另有 \(share) 的时间不能出警）",
        en: "\(name.en) \(work.en) (and \(share) of the time unavailable)")
    }
  }

  /// Whether a simulation that is slower than the records is so for the most part because incidents wait.
  func explains(_ comparison: BacktestComparison) -> Bool {
    comparison.isSlower(mostlyBy: comparison.waitMinutes)
  }

  /// How long incidents wait, which units are busiest, and what to look at.
  func advice(on comparison: BacktestComparison) -> LocalizedText {
    let minutes = NumberText.fixed(comparison.waitMinutes, decimals: 2)
    let share = NumberText.percent(result.waitingShare)
    let groups = groups
    return LocalizedText(
      zh: "主要因为仿真中的警情要等单元空出来：派到单元的警情中 \(share) 须等待，参加比较的平均每起等 \(minutes) 分钟。各组单元在岗时间中处警所占的份额："
        + "\(groups.zh)。请先核对最忙的单元：是否太少（unitsPerFacility），别的单元是否本可处这些警情（skills、area）；车速和派警时间其次。",
      en:
        "Most of it is waiting for a unit to be free: of the incidents that get a unit \(share) wait; those compared wait \(minutes) minutes in the mean. "
        + "Units work on incidents for these shares of their time on duty: \(groups.en). Look first at the busiest ones, "
        + "whether they are too few (unitsPerFacility) and whether others could answer as well (skills, area), and only then at speeds and dispatch times."
    )
  }

  /// The busiest groups, with the time that they cannot be sent; of those with one name the least and the most.
  private var groups: LocalizedText {
    let units = test.world.scenario.units
    let found = test.world.scenario.namedUnits.compactMap { named -> Found? in
      let shares = named.groups.compactMap { result.workShares[$0] }
      guard let least = shares.min(), let most = shares.max() else { return nil }
      return Found(
        name: named.name, least: least, most: most,
        away: named.groups.map { units[$0].unavailableShare }.max() ?? 0)
    }
    let texts = found.sorted { $0.most > $1.most }.prefix(Self.limit).map(\.text)
    return LocalizedText(
      zh: texts.map(\.zh).joined(separator: "，"), en: texts.map(\.en).joined(separator: ", "))
  }
}

extension BacktestComparison {
  /// Whether the simulation is slower than the records, more than chance explains, and some of its minutes are half of that or
  /// more: what is to be looked at first.
  func isSlower(mostlyBy minutes: Double) -> Bool {
    guard let gap = difference, gap.mean > 0, !gap.contains(0) else { return false }
    return minutes >= 0.5 * gap.mean
  }
}
