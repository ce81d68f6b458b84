import Dunjing
import Foundation

/// Why no plan satisfies the rules, in words that say what to change.
struct LocateExplanation {
  let text: LocalizedText

  /// - Parameters:
  ///   - number: the greatest number of sites.
  ///   - remedies: what else but a wider radius may make points reachable.
  init(
    _ obstacle: PlanObstacle, _ candidates: LocateCandidates, number: Int?, remedies: [LocalizedText] = []
  ) {
    let asked = number.map(String.init) ?? "–"
    text =
      switch obstacle {
      case .tooManyFixed:
        LocalizedText(zh: "固定站点多于 --sites。", en: "More sites are fixed than --sites allows.")
      case .unreachable(let points):
        Self.unreachable(Self.names(points.map { candidates.points[$0] }), remedies)
      case .tooFewSites(let needed):
        LocalizedText(
          zh: "要到达全部网格至少需要 \(needed) 个站点（含固定站点），--sites 为 \(asked)。",
          en:
            "To reach every point takes at least \(needed) sites, the fixed ones included; --sites is \(asked)."
        )
      case .tooSmallShare(let best, let needed):
        LocalizedText(
          zh: "短半径内至多覆盖需求的 \(Self.percent(best))，低于要求的 \(Self.percent(needed))（--share）。",
          en:
            "At most \(Self.percent(best)) of the demand can be covered within the short radius, less than the "
            + "\(Self.percent(needed)) of --share.")
      case .together:
        LocalizedText(
          zh: "每项要求单独可以满足，但不能同时满足；请增加 --sites 或放宽半径。",
          en: "Each rule can be kept by itself, but not all at once; raise --sites or widen the radii.")
      }
  }

  private static func unreachable(_ names: LocalizedText, _ remedies: [LocalizedText]) -> LocalizedText {
    let zh = remedies.map { "，或\($0.zh)" }.joined()
    let en = remedies.map { ", or \($0.en)" }.joined()
    return LocalizedText(
      zh: "没有候选点能到达：\(names.zh)。请增大半径\(zh)。",
      en: "No candidate reaches: \(names.en). Widen the radius\(en).")
  }

  /// Joins names, so many that they can be read.
  static func names(_ all: [String]) -> LocalizedText {
    let (shown, rest) = (all.prefix(20), all.count - 20)
    return LocalizedText(
      zh: shown.joined(separator: "、") + (rest > 0 ? " 等 \(all.count) 处" : ""),
      en: shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : ""))
  }

  private static func percent(_ share: Double) -> String { String(format: "%.1f %%", share * 100) }
}
