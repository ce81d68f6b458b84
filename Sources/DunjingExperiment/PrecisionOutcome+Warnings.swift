import DunjingScenario
import DunjingSimulation

extension PrecisionOutcome {
  /// What a reader has to know: what stayed imprecise at the maximum, and what has no data.
  var warnings: [LocalizedText] {
    [maximumWarning, dataWarning].compactMap { $0 }
  }

  private var maximumWarning: LocalizedText? {
    guard reason == .maximum else { return nil }
    let asked = Self.percent(settings.relative)
    let open = imprecise.map { reached -> LocalizedText in
      let name = reached.indicator.name
      guard let share = reached.relativeHalfWidth, share.isFinite else {
        return LocalizedText(zh: "\(name.zh)（均值为 0）", en: "\(name.en) (its mean is 0)")
      }
      let text = Self.percent(share)
      return LocalizedText(zh: "\(name.zh)（± \(text)）", en: "\(name.en) (± \(text))")
    }
    let count = settings.maximumReplications
    return LocalizedText(
      zh: "重复次数已达上限 \(count) 次，以下指标仍未达到 ± \(asked) 的精度：\(open.map(\.zh).joined(separator: "、"))。",
      en: "The maximum of \(count) replications was reached before the precision of ± \(asked): "
        + "\(open.map(\.en).joined(separator: ", ")).")
  }

  private var dataWarning: LocalizedText? {
    let names = indicators.filter { $0.relativeHalfWidth == nil }.map(\.indicator.name)
    guard !names.isEmpty else { return nil }
    return LocalizedText(
      zh: "以下指标没有数据，对其精度的要求未起作用：\(names.map(\.zh).joined(separator: "、"))。",
      en: "No precision was asked of indicators without data: \(names.map(\.en).joined(separator: ", ")).")
  }

  /// A share in per cent with one decimal, or two below 1 %.
  private static func percent(_ share: Double) -> String {
    let scale = share < 0.01 ? 100.0 : 10.0
    let value = (share * 100 * scale).rounded() / scale
    return value == value.rounded() && value < 1e9 ? "\(Int(value)) %" : "\(value) %"
  }
}
