import DunjingScenario

/// The classes of the maps, told apart by lightness and by hatching, not by hue alone.
enum MapClasses {
  /// How a class is filled.
  struct Look: Sendable {
    var fill: String
    var outline: String?
  }

  /// A line of a legend.
  struct Entry: Sendable {
    var look: Look
    var label: LocalizedText
  }

  private static let empty = Look(fill: "#ffffff", outline: "#c5ccd4")

  /// The look of a mean response time in minutes.
  static func response(_ minutes: Double?) -> Look {
    guard let minutes, minutes.isFinite else { return empty }
    switch minutes {
    case ...1: return Look(fill: "#08496e")
    case ...3: return Look(fill: "#3f88b0")
    case ...5: return Look(fill: "#9cc5db")
    case ...8: return Look(fill: "#e2ebf1")
    default: return Look(fill: "url(#late)", outline: "#d98d5f")
    }
  }

  /// The look of a change in minutes; the treatment minus the baseline.
  static func change(_ minutes: Double?) -> Look {
    guard let minutes, minutes.isFinite else { return empty }
    switch minutes {
    case ..<(-0.5): return Look(fill: "#08496e")
    case ..<(-0.1): return Look(fill: "#7fb3cf")
    case ...0.1: return Look(fill: "#e9edf0")
    case ...0.5: return Look(fill: "url(#slower)", outline: "#e3b896")
    default: return Look(fill: "url(#late)", outline: "#c2602c")
    }
  }

  /// The legend of the first map.
  static var responseLegend: [Entry] {
    let labels: [(Double?, String, String)] = [
      (1, "≤ 1 分钟", "≤ 1 min"), (3, "1–3 分钟", "1–3 min"), (5, "3–5 分钟", "3–5 min"),
      (8, "5–8 分钟", "5–8 min"), (9, "> 8 分钟", "> 8 min"), (nil, "无警情", "none")
    ]
    return labels.map { Entry(look: response($0.0), label: LocalizedText(zh: $0.1, en: $0.2)) }
  }

  /// The legend of the second map.
  static var changeLegend: [Entry] {
    let labels: [(Double?, String, String)] = [
      (-1, "快 > 0.5 分钟", "> 0.5 min faster"), (-0.3, "快 0.1–0.5", "0.1–0.5 faster"),
      (0, "± 0.1 以内", "within ± 0.1"), (0.3, "慢 0.1–0.5", "0.1–0.5 slower"),
      (1, "慢 > 0.5", "> 0.5 slower"), (nil, "无数据", "no data")
    ]
    return labels.map { Entry(look: change($0.0), label: LocalizedText(zh: $0.1, en: $0.2)) }
  }
}
