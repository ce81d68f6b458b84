import Dunjing
import DunjingStore

/// Reads a bound of `dunjing runs --where`: `withinTarget >= 0.7`, `responseP90 < 12`, `weightedDelay <= +10%`.
enum RunsCondition {
  /// Reads a bound.
  static func read(_ text: String) throws -> RunQuery.Condition {
    let compact = text.filter { !$0.isWhitespace }
    // In this order, as > is a part of >=.
    let sides: [RunQuery.Condition.Side] = [.atLeast, .atMost, .above, .below]
    guard let side = sides.first(where: { compact.contains($0.rawValue) }),
      let range = compact.firstRange(of: side.rawValue)
    else { throw form(text) }
    let indicator = try indicator(String(compact[..<range.lowerBound]))
    let bound = String(compact[range.upperBound...])
    let isPercent = bound.hasSuffix("%")
    guard let number = Double(isPercent ? String(bound.dropLast()) : bound), number.isFinite else {
      throw form(text)
    }
    let isRelative = isPercent && (bound.hasPrefix("+") || bound.hasPrefix("-"))
    if isRelative { return RunQuery.Condition(indicator.rawValue, side, number / 100, of: .relative) }
    let isShare = indicator.unit == .share
    guard isShare ? isPercent || abs(number) <= 1 : !isPercent else { throw unit(indicator, bound) }
    return RunQuery.Condition(indicator.rawValue, side, isPercent ? number / 100 : number)
  }

  private static func indicator(_ name: String) throws -> Indicator {
    guard !name.isEmpty else {
      throw CommandFault(
        zh: "--where：界限没有写明指标；请写在比较号之前，例如 \"withinTarget >= 70%\"。",
        en: "--where: the bound names no indicator; write it before the sign, as in \"withinTarget >= 70%\".")
    }
    guard let indicator = Indicator(rawValue: name) else {
      throw CommandFault(
        zh: "--where：没有指标 \(name)；用 dunjing indicators 查看。",
        en: "--where: there is no indicator \(name); see dunjing indicators.")
    }
    return indicator
  }

  private static func form(_ text: String) -> CommandFault {
    CommandFault(
      zh:
        "--where：无法识别 \(text)；写法如 \"withinTarget >= 70%\"，\"responseP90 < 12\"，或相对基线 \"weightedDelay <= +10%\"。",
      en:
        "--where: \(text) cannot be read; write \"withinTarget >= 70%\", \"responseP90 < 12\", or against the baseline "
        + "\"weightedDelay <= +10%\".")
  }

  private static func unit(_ indicator: Indicator, _ bound: String) -> CommandFault {
    indicator.unit == .share
      ? CommandFault(
        zh: "--where：\(indicator.rawValue) 是比例，在 0 到 1 之间；不能写 \(bound)，请写 70% 或 0.7。",
        en: "--where: \(indicator.rawValue) is a share between 0 and 1; not \(bound), but such as 70% or 0.7."
      )
      : CommandFault(
        zh: "--where：\(indicator.rawValue) 不是比例，不能写 \(bound)；相对基线请带正负号，如 +10%。",
        en:
          "--where: \(indicator.rawValue) is no share, so that its bound cannot be \(bound); against the baseline write a "
          + "sign, such as +10%.")
  }
}
