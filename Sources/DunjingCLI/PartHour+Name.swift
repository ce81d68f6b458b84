import Dunjing

extension PartHour.Method {
  /// What people read for it.
  var name: LocalizedText {
    switch self {
    case .exact: LocalizedText(zh: "精确", en: "exact")
    case .approximate: LocalizedText(zh: "近似", en: "approximate")
    case .saturated: LocalizedText(zh: "饱和", en: "saturated")
    case .idle: LocalizedText(zh: "无人在岗或无警情", en: "nobody on duty or no incidents")
    case .notConverged: LocalizedText(zh: "未收敛", en: "did not settle")
    }
  }
}
