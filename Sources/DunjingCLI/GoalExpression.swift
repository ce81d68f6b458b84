import Dunjing

/// Reads what the user wants: `harmIndex + 50 * weightedDelay`, `responseP90 <= 5`, `weightedDelay <= +10%`.
struct GoalExpression {
  private let text: String
  private let option: String

  private init(_ text: String, _ option: String) {
    (self.text, self.option) = (text, option)
  }

  /// Reads a weighted sum of indicators.
  /// - Parameter sign: −1 where more of the sum is better.
  static func terms(_ text: String, _ option: String, sign: Double) throws -> [PlanGoal.Term] {
    try GoalExpression(text, option).terms(sign: sign)
  }

  /// Reads two or three indicators, separated by commas; less is better unless one begins with a minus.
  static func front(_ text: String, _ option: String) throws -> [PlanGoal.Term] {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let terms = try parts.map { part in
      let terms = try GoalExpression(part, option).terms(sign: 1)
      guard terms.count == 1, terms[0].weight.magnitude == 1 else {
        throw GoalExpression(part, option).frontForm
      }
      return terms[0]
    }
    let names = terms.map(\.indicator)
    guard (2...3).contains(terms.count), names.indices.allSatisfy({ !names[..<$0].contains(names[$0]) })
    else { throw GoalExpression(text, option).frontForm }
    return terms
  }

  /// Reads a limit.
  static func limit(_ text: String, _ option: String) throws -> PlanGoal.Limit {
    try GoalExpression(text, option).limit()
  }

  private func terms(sign: Double) throws -> [PlanGoal.Term] {
    // A sign parts terms unless it follows another operator, as in 2*-1.
    var parts: [(sign: Double, text: String)] = [(1, "")]
    for character in text where !character.isWhitespace {
      let current = parts[parts.count - 1].text
      // Nor is it one in an exponent, as in 1e-3; indicators end in e too.
      let isExponent = current.hasSuffix("e") && Double(current.dropLast()) != nil
      if (character == "+" || character == "-") && !current.hasSuffix("*") && !isExponent {
        let value = character == "+" ? 1.0 : -1
        if current.isEmpty { parts[parts.count - 1].sign *= value } else { parts.append((value, "")) }
      } else {
        parts[parts.count - 1].text.append(character)
      }
    }
    return try parts.map { part in
      let factors = part.text.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
      switch factors.count {
      case 1: return PlanGoal.Term(try indicator(factors[0]), weight: sign * part.sign)
      case 2:
        guard let weight = Double(factors[0]), weight.isFinite else { throw form(factors[0]) }
        return PlanGoal.Term(try indicator(factors[1]), weight: sign * part.sign * weight)
      default: throw form(part.text)
      }
    }
  }

  private func limit() throws -> PlanGoal.Limit {
    let compact = text.filter { !$0.isWhitespace }
    for side in [PlanGoal.Limit.Side.atMost, .atLeast] {
      guard let range = compact.firstRange(of: side.rawValue) else { continue }
      let name = try indicator(String(compact[..<range.lowerBound]))
      let bound = String(compact[range.upperBound...])
      let isRelative = bound.hasPrefix("+") || bound.hasPrefix("-")
      let isPercent = bound.hasSuffix("%")
      guard let number = Double(isPercent ? String(bound.dropLast()) : bound), number.isFinite,
        !isRelative || isPercent
      else { throw limitForm }
      if !isRelative && isPercent != (name.unit == .share) && number != 0 { throw unitForm(name, bound) }
      return PlanGoal.Limit(name, side, isPercent ? number / 100 : number, isRelative: isRelative)
    }
    throw limitForm
  }

  private func indicator(_ name: String) throws -> Indicator {
    guard !name.isEmpty else {
      throw CommandFault(
        zh: "\(option)：'\(text)' 中缺少一个指标；写法如 harmIndex + 50 * weightedDelay。",
        en:
          "\(option): an indicator is missing in '\(text)'; write a sum such as harmIndex + 50 * weightedDelay."
      )
    }
    guard let indicator = Indicator(rawValue: name) else {
      throw CommandFault(
        zh: "\(option)：没有指标 \(name)；用 dunjing indicators 查看。",
        en: "\(option): there is no indicator \(name); see dunjing indicators.")
    }
    return indicator
  }

  private func form(_ part: String) -> CommandFault {
    CommandFault(
      zh: "\(option)：无法识别 \(part)；写法如 harmIndex + 50 * weightedDelay。",
      en: "\(option): \(part) cannot be read; write a sum such as harmIndex + 50 * weightedDelay.")
  }

  private var frontForm: CommandFault {
    CommandFault(
      zh: "\(option)：无法识别 \(text)；写法如 incidentsOrder, weightedDelay（两三个不同的指标，越大越好的前面加减号）。",
      en:
        "\(option): \(text) cannot be read; write two or three indicators such as incidentsOrder, weightedDelay, with a "
        + "minus before one of which more is better.")
  }

  /// A per cent sign where none belongs, or none where one does.
  private func unitForm(_ indicator: Indicator, _ bound: String) -> CommandFault {
    indicator.unit == .share
      ? CommandFault(
        zh: "\(option)：\(indicator.rawValue) 是百分比，界限要带百分号，如 80%，不能写 \(bound)。",
        en:
          "\(option): \(indicator.rawValue) is a share; write its bound in per cent, such as 80%, not \(bound)."
      )
      : CommandFault(
        zh: "\(option)：\(indicator.rawValue) 不是百分比，界限不能写 \(bound)；相对基线请带正负号，如 +10%。",
        en:
          "\(option): \(indicator.rawValue) is no share, so that its bound cannot be \(bound); against the baseline write a "
          + "sign, such as +10%.")
  }

  private var limitForm: CommandFault {
    CommandFault(
      zh: "\(option)：无法识别 \(text)；写法如 responseP90 <= 5，withinTarget >= 80%，或相对基线 weightedDelay <= +10%。",
      en:
        "\(option): \(text) cannot be read; write responseP90 <= 5, withinTarget >= 80%, or against the baseline "
        + "weightedDelay <= +10%.")
  }
}
