import DunjingScenario
import DunjingSimulation

/// How the unit of an indicator is written.
extension IndicatorUnit {
  /// The unit behind a name in the head of a table; empty for plain numbers.
  var short: LocalizedText {
    switch self {
    case .share: LocalizedText("%")
    case .minutes: LocalizedText(zh: "分钟", en: "min")
    case .perYear: LocalizedText(zh: "每年", en: "per year")
    case .hoursPerYear: LocalizedText(zh: "小时/年", en: "h/year")
    case .days: LocalizedText(zh: "天", en: "days")
    case .officerDays: LocalizedText(zh: "人日", en: "officer-days")
    case .count, .index: LocalizedText("")
    }
  }

  /// The number shown: per cent for shares, percentage points for their differences.
  func scaled(_ value: Double) -> Double { self == .share ? value * 100 : value }
}

extension LocalizedText {
  /// A name with its unit, if there is one.
  func with(unit: LocalizedText) -> LocalizedText {
    unit.isEmpty ? self : LocalizedText(zh: "\(zh)（\(unit.zh)）", en: "\(en), \(unit.en)")
  }
}
