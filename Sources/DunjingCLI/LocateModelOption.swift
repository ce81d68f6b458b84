import ArgumentParser
import Dunjing

/// The models of `dunjing locate`.
enum LocateModelOption: String, ExpressibleByArgument, CaseIterable {
  case mclp
  case lscp
  case pMedian = "p-median"
  case pCenter = "p-center"
  case mexclp
  case malp
  case dsm
  case backup

  /// What the objective is and its unit.
  var objective: LocalizedText {
    switch self {
    case .mclp:
      LocalizedText(
        zh: "覆盖的日均需求（多个半径时按价值加权）", en: "demand covered a day (of several radii, weighed by worth)")
    case .lscp: LocalizedText(zh: "新增站点数", en: "sites to add")
    case .pMedian: LocalizedText(zh: "加权出行（分钟/日）", en: "weighted travel, minutes a day")
    case .pCenter: LocalizedText(zh: "最远出行（分钟）", en: "longest way, minutes")
    case .mexclp: LocalizedText(zh: "期望覆盖的日均需求", en: "demand a day expected to be covered")
    case .malp: LocalizedText(zh: "达到可靠度的日均需求", en: "demand a day served with the reliability")
    case .dsm: LocalizedText(zh: "双重覆盖的日均需求", en: "demand a day covered twice")
    case .backup:
      LocalizedText(
        zh: "双重覆盖的日均需求（给出 --backup-share 时与一次覆盖加权）",
        en: "demand a day covered twice (with --backup-share weighed against once)")
    }
  }

  /// An option that some models have a use for.
  enum Setting: String {
    case radiusMinutes = "--radius-minutes"
    case worths = "--worths"
    case longRadiusMinutes = "--long-radius-minutes"
    case busyFraction = "--busy-fraction"
    case reliability = "--reliability"
    case share = "--share"
    case backupShare = "--backup-share"
    case unitsPerSite = "--units-per-site"
  }

  /// The options that the model has a use for.
  var settings: Set<Setting> {
    switch self {
    case .mclp: [.radiusMinutes, .worths]
    case .lscp: [.radiusMinutes]
    case .pMedian, .pCenter: []
    case .mexclp: [.radiusMinutes, .busyFraction, .unitsPerSite]
    case .malp: [.radiusMinutes, .busyFraction, .reliability, .unitsPerSite]
    case .dsm: [.radiusMinutes, .longRadiusMinutes, .share, .unitsPerSite]
    case .backup: [.radiusMinutes, .backupShare]
    }
  }

  /// Whether a number of sites has to be said.
  var needsNumber: Bool { self != .lscp }
}
