import DunjingCalibration
import DunjingRecords
import DunjingScenario
import DunjingStatistics
import DunjingWorld

/// What a backtest found, in sentences.
struct BacktestAnswer {
  private let test: Backtest
  private let result: BacktestResult

  init(_ test: Backtest, _ result: BacktestResult) {
    (self.test, self.result) = (test, result)
  }

  var sentences: [LocalizedText] {
    [headline] + [sample, basis].compactMap { $0 } + others + [unreached, kinds.matched].compactMap { $0 } + [
      played
    ]
  }

  /// What has to be known before the answer: many records of kinds that the study does not have.
  var warnings: [LocalizedText] { [kinds.warning].compactMap { $0 } }

  private var waits: BacktestWaitWords { BacktestWaitWords(test: test, result: result) }
  private var ways: BacktestWayWords { BacktestWayWords(result: result) }

  /// That records are fewer than the study has incidents: units are then free more often than they were.
  private var sample: LocalizedText? {
    guard test.isSample else { return nil }
    let recorded = NumberText.fixed(test.recordedPerDay, decimals: 1)
    let expected = NumberText.fixed(test.expectedPerDay, decimals: 1)
    return LocalizedText(
      zh:
        "记录日均 \(recorded) 起，研究为 \(expected) 起：若记录只是抽样或一部分警情，回放中的单元比实际空闲，到场偏快，不能据此判断单元数和车速；若记录是全部警情，请先校准警情数。",
      en:
        "Records have \(recorded) incidents a day, the study \(expected). If they are a sample, or a part, units are free more often than "
        + "they were and arrive sooner, which says nothing of their number or speed; if they are all, calibrate the number of incidents first."
    )
  }

  /// On how many of the records the answer rests, where that is not nearly all of them.
  private var basis: LocalizedText? {
    let all =
      test.records.count
      + test.leftOut.filter { !$0.reason.isNoIncident }.reduce(0) { $0 + $1.rows.count }
    guard let main, Double(main.count) < Self.nearlyAll * Double(all) else { return nil }
    let share = NumberText.percent(Double(main.count) / Double(all))
    let (count, total) = (NumberText.whole(main.count), NumberText.whole(all))
    let known = Set(test.records.map(\.kindPath)).count
    let kinds =
      test.unmapped.names.isEmpty
      ? LocalizedText("")
      : LocalizedText(
        zh: "，记录中 \(known + test.unmapped.names.count) 个类别里的 \(known) 个",
        en: ", of \(known) of the \(known + test.unmapped.names.count) recorded kinds")
    return LocalizedText(
      zh: "这一结论只依据 \(count) 起，占 \(total) 条记录（重复、无效的不计）的 \(share)\(kinds.zh)；其余警情如何，它没有说。",
      en:
        "This rests on \(count) incidents, \(share) of the \(total) records without duplicates and invalid calls\(kinds.en); it says nothing of the others."
    )
  }

  /// The share of the records from which an answer speaks for all of them.
  private static let nearlyAll = 0.95

  private var kinds: KindWords {
    KindWords(alike: test.alike, unmapped: test.unmapped, known: test.records.count)
  }

  /// Incidents that nobody reached have no times to compare: late, and not in the comparison.
  private var unreached: LocalizedText? {
    guard result.unreached >= 0.05 else { return nil }
    let count = NumberText.fixed(result.unreached, decimals: 1)
    let share = NumberText.percent(result.unreached / Double(max(result.incidents, 1)))
    return LocalizedText(
      zh: "仿真中平均有 \(count) 起（\(share)）始终没有单元到场，不在上述比较之中：单元可能太少。",
      en:
        "In the mean \(count) incidents (\(share)) are never reached in the simulation and are missing from these "
        + "comparisons: units may be too few.")
  }

  /// The measure that readers ask for first: the whole response, else the way alone.
  private var main: BacktestComparison? {
    result.comparisons.first { $0.measure == .response } ?? result.comparisons.first { $0.measure == .travel }
      ?? result.comparisons.first { $0.measure == .order }
  }

  private var headline: LocalizedText {
    guard let main else {
      if result.recordedResponses >= BacktestResult.leastCount {
        return LocalizedText(
          zh: "有 \(result.recordedResponses) 条记录可以比较，但仿真中到场的太少：单元不足以处置这些警情。",
          en:
            "\(result.recordedResponses) records have times to compare with, but too few of them are reached in the simulation: "
            + "its units cannot handle these incidents.")
      }
      let travel = result.meanTravelMinutes.map { Self.minutes($0) } ?? NumberText.missing
      return LocalizedText(
        zh: "记录中没有派警或到场的时间，无法比较；仿真中首个单元的途中平均用时为 \(travel) 分钟。",
        en:
          "The records have no times of dispatch or arrival to compare with; the first unit is \(travel) minutes under way in "
          + "the simulation, in the mean.")
    }
    let mean = main.levels[0]
    let (recorded, simulated) = (Self.minutes(mean.recorded), Self.minutes(mean.simulated))
    let verdict = verdict(main)
    return LocalizedText(
      zh: "\(main.measure.name.zh)：记录平均 \(recorded) 分钟，仿真平均 \(simulated) 分钟；\(verdict.zh)",
      en:
        "\(main.measure.name.en): \(recorded) minutes on record and \(simulated) minutes simulated, in the mean; \(verdict.en)"
    )
  }

  /// How far the means are apart, and whether that is more than chance.
  private func verdict(_ comparison: BacktestComparison) -> LocalizedText {
    let relative = relative(comparison)
    let percent = NumberText.percent(abs(relative))
    guard let difference = comparison.difference, !difference.contains(0) else {
      let spread = spread(comparison)
      return result.unreached < 0.05
        ? LocalizedText(
          zh: "这些记录的平均值看不出差别\(spread.zh)。", en: "these records show no difference of the means\(spread.en).")
        : LocalizedText(
          zh: "到场的警情中平均值看不出差别\(spread.zh)。",
          en: "among those that are reached the means do not differ\(spread.en).")
    }
    let isFaster = relative < 0
    let advice = abs(relative) > Self.notable ? advice(on: comparison) : nil
    return LocalizedText(
      zh: "仿真\(isFaster ? "快" : "慢") \(percent)，超出偶然。\(advice?.zh ?? "")",
      en: "the simulation is \(percent) \(isFaster ? "faster" : "slower"), more than chance explains."
        + (advice.map { " " + $0.en } ?? ""))
  }

  /// That the medians are apart where the means are not: short and long responses are not those on record.
  private func spread(_ comparison: BacktestComparison) -> LocalizedText {
    let median = comparison.levels[1]
    guard abs(median.simulated - median.recorded) > Self.notable * median.recorded else {
      return LocalizedText("")
    }
    let (recorded, simulated) = (Self.minutes(median.recorded), Self.minutes(median.simulated))
    return LocalizedText(
      zh: "，但中位数记录为 \(recorded) 分钟，仿真为 \(simulated) 分钟：只是平均相符，快慢的分布并不相符",
      en:
        ", but the median is \(recorded) minutes on record and \(simulated) simulated: they agree in the mean alone, not in how short and long ones are spread"
    )
  }

  /// What to mend before plans are compared. How incidents wait is said once, with the main measure; what to do first is then
  /// said of nothing else.
  private func advice(on comparison: BacktestComparison) -> LocalizedText {
    if test.isSample, relative(comparison) < 0 {
      return LocalizedText(zh: "记录的警情较少，见下。", en: "Records are few; see below.")
    }
    if waits.explains(comparison) {
      guard comparison.measure != main?.measure else { return waits.advice(on: comparison) }
      return isMainlyWaiting
        ? LocalizedText(zh: "同样主要因为等待。", en: "That, too, is waiting for the most part.")
        : LocalizedText(zh: "主要因为等待单元空出来。", en: "Most of that is waiting for a unit to be free.")
    }
    if !isMainlyWaiting, ways.explains(comparison) {
      return isToldOfWays(before: comparison)
        ? LocalizedText(zh: "同样主要因为单元来自远处。", en: "That, too, is units from afar for the most part.")
        : ways.advice
    }
    guard isMainlyWaiting else {
      return LocalizedText(
        zh: "应先校准车速、派警时间或单元数，再用它比较方案。",
        en: "Calibrate speeds, dispatch times or the number of units before comparing plans with it.")
    }
    return comparison.measure == .order
      ? LocalizedText(zh: "此外，派警时间也应校准。", en: "Besides, calibrate dispatch times.")
      : LocalizedText(zh: "此外，车速也应校准。", en: "Besides, calibrate speeds.")
  }

  /// Whether the main measure was said to be slower because units come from afar, so that this need not be explained again.
  private func isToldOfWays(before comparison: BacktestComparison) -> Bool {
    guard let main, main.measure != comparison.measure else { return false }
    return abs(relative(main)) > Self.notable && ways.explains(main)
  }

  /// Whether the main measure differs so much that something is to be mended, and does so because incidents wait.
  private var isMainlyWaiting: Bool {
    main.map { abs(relative($0)) > Self.notable && waits.explains($0) } ?? false
  }

  /// The share of the mean from which a difference is to be mended.
  private static let notable = 0.2

  /// How far the simulated mean is from the recorded one, as a share of the latter.
  private func relative(_ comparison: BacktestComparison) -> Double {
    let mean = comparison.levels[0]
    return mean.recorded > 0 ? (mean.simulated - mean.recorded) / mean.recorded : 0
  }

  private var others: [LocalizedText] {
    result.comparisons.filter { $0.measure != main?.measure && $0.measure != .service }.map { comparison in
      let mean = comparison.levels[0]
      let (recorded, simulated) = (Self.minutes(mean.recorded), Self.minutes(mean.simulated))
      let verdict = verdict(comparison)
      return LocalizedText(
        zh:
          "\(comparison.measure.name.zh)：记录平均 \(recorded) 分钟，仿真平均 \(simulated) 分钟（\(comparison.count) 起）；\(verdict.zh)",
        en:
          "\(comparison.measure.name.en): \(recorded) minutes on record, \(simulated) simulated (\(comparison.count) incidents); "
          + verdict.en)
    }
  }

  private var played: LocalizedText {
    let hours = NumberText.level(result.serviceHours, decimals: 0)
    let left = test.leftOut.reduce(0) { $0 + $1.rows.count }
    return LocalizedText(
      zh: "回放了 \(result.incidents) 起警情，现场用时共 \(hours) 小时；\(left) 条记录没有回放。",
      en:
        EnglishCount.text(result.incidents, "incident was played", "incidents were played")
        + ", with \(hours) \(hours == "1" ? "hour" : "hours") on scene in all; "
        + EnglishCount.text(left, "record was not played.", "records were not played.")
    )
  }

  private static func minutes(_ value: Double) -> String { NumberText.fixed(value, decimals: 2) }
}
