import DunjingCalibration
import DunjingFitting
import DunjingScenario

/// What a calibration found, in sentences.
public struct CalibrationAnswer: Sendable {
  private let calibration: DemandCalibration
  private let effect: CalibrationEffectWords?
  private let assumedHours: AssumedHours?
  private let changes: [CalibrationChange]

  /// Creates the answer.
  public init(_ calibration: DemandCalibration, _ bundle: CalibratedBundle) {
    self.calibration = calibration
    (assumedHours, changes) = (bundle.assumedHours, bundle.changes)
    effect = bundle.effect.map { CalibrationEffectWords(effect: $0, unseen: calibration.unseenKinds) }
  }

  /// The sentences; the first says how much was used.
  public var sentences: [LocalizedText] {
    [used]
      + [
        leftOut, kinds.matched, kinds.few, rest, unused, unseen, missing, effect?.incidents, effect?.sample,
        effect?.total, assumedWork, nearRepeats
      ].compactMap(\.self)
  }

  private var used: LocalizedText {
    let period = calibration.period
    let days = NumberText.fixed(period.days, decimals: period.days < 100 ? 1 : 0)
    let perDay = NumberText.fixed(Double(calibration.count) / max(period.days, 1e-9), decimals: 1)
    let count = NumberText.whole(calibration.count)
    return LocalizedText(
      zh:
        "使用 \(count) 起记录警情，\(period.first.text) 至 \(period.last.text)，共 \(days) 天，日均 \(perDay) 起，\(calibration.kinds.count) 个类别。",
      en:
        "\(count) recorded incidents of \(period.first.text) to \(period.last.text) were used: \(days) days, \(perDay) a day, \(calibration.kinds.count) kind\(calibration.kinds.count == 1 ? "" : "s")."
    )
  }

  private var leftOut: LocalizedText? {
    let parts = [
      (calibration.onView, LocalizedText(zh: "巡逻中发现", en: "found by officers")),
      (calibration.duplicates, LocalizedText(zh: "重复记录", en: "duplicates")),
      (calibration.invalid, LocalizedText(zh: "注明无效", en: "marked as not valid")),
      (calibration.withoutTime, LocalizedText(zh: "没有时间", en: "without a time")),
      (calibration.outsidePeriod, LocalizedText(zh: "在所用日期之外", en: "outside of the days used"))
    ].filter { $0.0 > 0 }
    guard !parts.isEmpty else { return nil }
    return LocalizedText(
      zh: "未计入：" + parts.map { "\($0.1.zh) \(NumberText.whole($0.0))" }.joined(separator: "，") + "。",
      en: "Left out: " + parts.map { "\(NumberText.whole($0.0)) \($0.1.en)" }.joined(separator: ", ") + ".")
  }

  /// What has to be known before the numbers are used: many records of kinds that the study does not have, and departments
  /// that the incidents fill with work.
  public var warnings: [LocalizedText] { [ofKinds, effect?.departments].compactMap(\.self) }

  /// Many records of kinds that the study does not have.
  public var ofKinds: LocalizedText? { kinds.warning }

  private var kinds: KindWords {
    KindWords(alike: calibration.alike, unmapped: calibration.unmapped, known: calibration.count)
  }

  private var rest: LocalizedText? {
    guard let kind = calibration.settings.kinds.rest, calibration.restCount > 0 else { return nil }
    let count = NumberText.whole(calibration.restCount)
    return LocalizedText(
      zh: "\(count) 起的记录类别没有对应，按 --rest 计为 \(kind)。",
      en:
        "\(count) \(EnglishCount.form(calibration.restCount, "has a recorded kind", "have recorded kinds")) that nothing maps: by --rest, \(kind)."
    )
  }

  private var unused: LocalizedText? {
    guard !calibration.unusedKinds.isEmpty else { return nil }
    let names = calibration.unusedKinds
    let more = names.count > 6 ? " …" : ""
    return LocalizedText(
      zh: "--kinds 中没有出现在记录里的类别：\(names.prefix(6).joined(separator: "、"))\(more)。",
      en: "Recorded kinds of --kinds that no record has: \(names.prefix(6).joined(separator: ", "))\(more).")
  }

  private var unseen: LocalizedText? {
    guard !calibration.unseenKinds.isEmpty else { return nil }
    let names = calibration.unseenKinds.joined(separator: ", ")
    return LocalizedText(
      zh: "没有记录、保持原值的类别：\(names)。", en: "Kinds without a record, which keep their values: \(names).")
  }

  /// That the work of departments which an import assumed was worked out anew; nil where it is as it was.
  private var assumedWork: LocalizedText? {
    guard let parts = assumedHours.map(parts) else { return nil }
    return LocalizedText(
      zh: "导入时假设的部门工作量 [H] 已按新的警情重算，负荷率仍按参照城市：\(parts.map(\.zh).joined(separator: "；"))。",
      en:
        "The work of departments that the import assumed [H] was worked out anew for these incidents, so that loads are still those "
        + "of the city of reference: \(parts.map(\.en).joined(separator: "; ")).")
  }

  /// What of the work of departments was changed.
  private func parts(_ hours: AssumedHours) -> [LocalizedText] {
    func count(_ key: String) -> Int { changes.first { $0.key == key }?.numbers.count ?? 0 }
    let fixed = count(AssumedWork.fixedKey)
    let fixedPart = LocalizedText(
      zh: "固定工作量 \(fixed) 个部门", en: "fixed work of \(EnglishCount.text(fixed, "department", "departments"))")
    let shares = AssumedWork.percents(hours.scaled)
    let followUps =
      hours.scaled.isEmpty
      ? LocalizedText(zh: "每起警情的后续工时同参照城市", en: "hours for each incident as there")
      : LocalizedText(
        zh: "每起警情的后续工时为参照城市的 \(shares.zh)", en: "hours for each incident, \(shares.en) of those there")
    return (fixed > 0 ? [fixedPart] : []) + (count(AssumedWork.followUpsKey) > 0 ? [followUps] : [])
  }

  private var missing: LocalizedText? {
    let days = calibration.period.missing
    guard let first = days.first else { return nil }
    return LocalizedText(
      zh: "\(days.count) 天没有任何记录（首个 \(first.text)），按未记录处理。",
      en:
        "\(days.count) day\(days.count == 1 ? "" : "s") without any record (the first \(first.text)) count as not recorded."
    )
  }

  /// Near repeats in one sentence.
  var nearRepeats: LocalizedText? {
    guard !calibration.areAtGrids else {
      return LocalizedText(
        zh: "位置是网格中心（导入时为保护隐私而取），看不出近重复；要估计，请用 import incidents --exact-positions 导入。",
        en:
          "Positions are the middles of grids, as an import writes them for privacy: nothing can be told of near repeats. Import with "
          + "--exact-positions to estimate them.")
    }
    guard let near = calibration.nearRepeats else { return nil }
    let repeats = near.repeats
    let meters = NumberText.fixed(repeats.distance * 1000, decimals: 0)
    let days = NumberText.fixed(repeats.time, decimals: repeats.time == repeats.time.rounded() ? 0 : 1)
    let (share, chance) = (NumberText.percent(repeats.share), NumberText.percent(repeats.expectedShare))
    let p = NumberText.fixed(repeats.probability, decimals: 2)
    let branching = branching(near)
    return LocalizedText(
      zh: "\(share) 的警情在此前 \(days) 天内、\(meters) 米内已有一起（时间随机排列时为 \(chance)，p = \(p)）；\(branching.zh)",
      en:
        "\(share) of the incidents are within \(meters) m and \(days) days of an earlier one (\(chance) if times were put to places at random, p = \(p)); \(branching.en)"
    )
  }

  private func branching(_ near: NearRepeatCalibration) -> LocalizedText {
    let hawkes = near.hawkes
    let ratio = hawkes.branchingRatio
    // What permuted times explain as well is a standing hot spot and no excitation.
    guard near.isBeyondChance, let lower = ratio.lower, let upper = ratio.upper else {
      return LocalizedText(
        zh: "与固定热点相比，看不出一起引发另一起。",
        en: "nothing tells that one begets another, rather than that some places are always busy.")
    }
    func text(_ value: Double) -> String { NumberText.fixed(value, decimals: 3) }
    let days = hawkes.decay.map { NumberText.fixed(1 / $0.value, decimals: 2) } ?? NumberText.missing
    let reach = hawkes.reach.map { NumberText.fixed($0.value * 1000, decimals: 0) } ?? NumberText.missing
    return LocalizedText(
      zh: "分支比 \(text(ratio.value)) [\(text(lower)), \(text(upper))]，平均间隔 \(days) 天，扩散 \(reach) 米。",
      en:
        "branching ratio \(text(ratio.value)) [\(text(lower)), \(text(upper))], \(days) days apart in the mean, \(reach) m to each direction."
    )
  }
}
