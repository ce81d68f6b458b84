import DunjingScenario
import DunjingSimulation

extension AreaClass {
  /// The name in the report.
  var label: LocalizedText {
    switch self {
    case .core: LocalizedText(zh: "核心区域", en: "Core areas")
    case .key: LocalizedText(zh: "重点区域", en: "Key areas")
    case .general: LocalizedText(zh: "一般区域", en: "General areas")
    }
  }
}

extension Channel {
  /// The name in the report.
  var label: LocalizedText {
    switch self {
    case .response: LocalizedText(zh: "响应", en: "Response")
    case .prevention: LocalizedText(zh: "预防", en: "Prevention")
    case .headquarters: LocalizedText(zh: "机关", en: "Headquarters")
    case .service: LocalizedText(zh: "服务", en: "Service")
    case .overall: LocalizedText(zh: "综合", en: "Overall")
    }
  }
}

extension SourceMark {
  /// What the mark means.
  var label: LocalizedText {
    switch self {
    case .announced: LocalizedText(zh: "公告", en: "announced")
    case .published: LocalizedText(zh: "公开资料", en: "published elsewhere")
    case .derived: LocalizedText(zh: "推算", en: "derived")
    case .assumed: LocalizedText(zh: "假设", en: "assumed")
    }
  }
}

/// Texts that several sections share.
enum Labels {
  static let baseline = LocalizedText(zh: "基线", en: "Baseline")
  static let treatment = LocalizedText(zh: "方案", en: "Treatment")
  static let data = LocalizedText(zh: "数据表", en: "Data table")
  static let minutes = LocalizedText(zh: "分钟", en: "min")
  static let hour = LocalizedText(zh: "时", en: "Hour")
  static let week = LocalizedText(zh: "周", en: "Week")
}
