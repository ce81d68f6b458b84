import DunjingCalibration
import DunjingScenario

/// What a calibration does to the incidents of a day and to departments, in sentences.
struct CalibrationEffectWords {
  let effect: CalibrationEffect
  /// The kinds without a record.
  let unseen: [String]

  /// Incidents of a day on record, before and after, and why the last differs from the first.
  var incidents: LocalizedText {
    let (recorded, before, after) = (
      Self.perDay(effect.recordedPerDay), Self.perDay(effect.perDayBefore), Self.perDay(effect.perDayAfter)
    )
    return LocalizedText(
      zh: "日均警情：记录 \(recorded) 起；研究原为 \(before) 起，校准后为 \(after) 起（推算）\(reasons.zh)。",
      en:
        "Incidents a day: \(recorded) on record; the study had \(before) and, calibrated, has \(after) (by formula)\(reasons.en)."
    )
  }

  /// How a study keeps its number of incidents, where the records have far fewer; nil otherwise.
  var sample: LocalizedText? {
    guard effect.isSample else { return nil }
    return LocalizedText(
      zh: "记录的警情远少于研究原有的：若记录只是一部分（抽样，或缺少某些渠道、单位），请加 --keep-total，总量不变，只取各类别的比例和时间、地点分布。",
      en:
        "Records have far fewer incidents than the study had. If they are a part of all (a sample, or without some channels or "
        + "offices), add --keep-total: the number stays, and only shares of kinds, times and places are taken."
    )
  }

  /// What the calibrated study has more or fewer than the records, by its reasons.
  private var reasons: LocalizedText {
    let parts = [
      (
        effect.byLevel,
        LocalizedText(
          zh: "保持研究原有总量（--keep-total）", en: "to keep the number of the study (--keep-total)")
      ),
      (
        effect.bySeason,
        LocalizedText(
          zh: "记录的时段折合全年（weekdayWeights、monthWeights）",
          en: "to make a year of the days on record (weekdayWeights, monthWeights)")
      ),
      (
        effect.ofUnseenKinds,
        LocalizedText(
          zh: "没有记录的类别（\(unseen.listed.zh)）", en: "of kinds without a record (\(unseen.listed.en))")
      ),
      (
        effect.beyondRecords,
        LocalizedText(
          zh: "由隐患、转化和反复而来、超出记录的",
          en: "that hazards, climbs and repeats of the study bring beyond the records")
      )
    ].filter { Self.perDay(abs($0.0)) != Self.perDay(0) }
    guard !parts.isEmpty else { return LocalizedText("") }
    let zh = parts.map { "\($0.1.zh) \(NumberText.signed($0.0, decimals: 1))" }.joined(separator: "，")
    let en = parts.map { "\(NumberText.signed($0.0, decimals: 1)) \($0.1.en)" }.joined(separator: ", ")
    return LocalizedText(zh: "，与记录之差：\(zh)", en: ", which differ from the records by \(en)")
  }

  /// That the number for all incidents decides nothing any more; nil where the study has none that is written anew.
  var total: LocalizedText? {
    effect.total.map { total in
      let (before, after) = (Self.short(total.before), Self.short(total.after))
      return LocalizedText(
        zh:
          "各类别都写有 exogenousPerYear，警情数由它们决定；\(total.key) 不再起作用，已由 \(before) 改写为各类别与隐患升级之和 \(after)（不含转化和反复）。",
        en:
          "All kinds now have an exogenousPerYear, and these decide how many incidents there are; \(total.key) decides nothing "
          + "any more and was changed from \(before) to the sum over the kinds, escalated hazards included (without climbs and "
          + "repeats), \(after).")
    }
  }

  /// The departments that the incidents fill with work; nil where they fill none.
  var departments: LocalizedText? {
    let filled = effect.departments.filter(\.isFilled).sorted { $0.after > $1.after }
    guard !filled.isEmpty else { return nil }
    let (list, alone) = (filled.map(loads), fullOfCases(filled))
    return LocalizedText(
      zh: "警情改变了，部门的工作量随之增加；不下沉时的负荷率（推算）："
        + list.map(\.zh).joined(separator: "；")
        + "。达到或接近 100% 时延误很长，积压不断增长。固定工作量（departments.*.fixedHoursPerYear）若是按原来的警情推算的，请调低；否则请核对人数（agencyOfficers、"
        + "countyOfficers）和每起警情带来的工作（incidentKinds.*.followUps 的 hours）。\(alone.zh)",
      en:
        "Incidents changed, and bring departments more work. Loads with nobody sent down, by formula: "
        + "\(list.map(\.en).joined(separator: "; ")). Near 100% and above, waits are long and backlogs grow. Lower the fixed work "
        + "(departments.*.fixedHoursPerYear) if it was worked out from the former incidents; otherwise check the officers "
        + "(agencyOfficers, countyOfficers) and the work that an incident brings (hours of incidentKinds.*.followUps).\(alone.en)"
    )
  }

  /// The loads of a department, before and after.
  private func loads(_ load: CalibrationEffect.DepartmentLoad) -> LocalizedText {
    let (before, after) = (NumberText.percent(load.before), NumberText.percent(load.after))
    let cases = NumberText.percent(load.casesAfter)
    return LocalizedText(
      zh: "\(load.name.zh) \(before) → \(after)（其中警情带来 \(cases)）",
      en: "\(load.name.en) \(before) → \(after) (incidents alone \(cases))")
  }

  /// Which of the departments incidents alone fill; empty where none.
  private func fullOfCases(_ filled: [CalibrationEffect.DepartmentLoad]) -> LocalizedText {
    let names = filled.filter(\.isFullOfCases).map(\.name)
    guard !names.isEmpty else { return LocalizedText("") }
    return LocalizedText(
      zh: "\(names.map(\.zh).joined(separator: "、"))仅警情带来的工作就已接近或超过能力，只调低固定工作量不够。",
      en:
        " In \(names.map(\.en).joined(separator: ", ")) incidents alone bring about as much work as there is time, or more: a "
        + "lower fixed load is not enough.")
  }

  private static func perDay(_ value: Double) -> String { NumberText.fixed(value, decimals: 1) }

  private static func short(_ value: Double) -> String {
    NumberText.fixed(value, decimals: NumberText.decimals(forSpread: max(value, 1e-9)))
  }
}
