import Testing

@testable import DunjingExperiment
@testable import DunjingReport
@testable import DunjingScenario
@testable import DunjingSimulation

/// The sentences about changes, in both languages: rising, falling, none, tiny, not significant, without an interval.
@Suite struct ChangeTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var indicator: Indicator
    var baseline: Double
    var difference: Double
    /// Half the width of the interval; nil without one.
    var half: Double?
    var chinese: String
    var english: String

    init(
      _ indicator: Indicator, _ baseline: Double, _ difference: Double, _ half: Double?, _ chinese: String,
      _ english: String
    ) {
      (self.indicator, self.baseline, self.difference, self.half) = (indicator, baseline, difference, half)
      (self.chinese, self.english) = (chinese, english)
    }

    var testDescription: String { english }
  }

  private func text(_ test: Case) -> ChangeText {
    let isRelative = test.baseline != 0
    let comparison = Comparison(
      indicator: test.indicator, difference: test.difference, halfWidth: 0,
      simultaneousHalfWidth: test.half ?? .nan, relative: isRelative ? test.difference / test.baseline : nil,
      relativeHalfWidth: isRelative ? test.half.map { $0 / test.baseline } : nil, isSignificant: true)
    let change = Change(
      comparison, level: test.baseline + test.difference, baseline: test.baseline, hasInterval: true)
    return ChangeText(change: change, confidence: 0.95)
  }

  private func plain(_ text: LocalizedText) -> LocalizedText {
    LocalizedText(
      zh: text.plain.zh.replacing("**", with: ""), en: text.plain.en.replacing("**", with: ""))
  }

  static let cases = [
    Case(
      .withinTarget, 0.662, 0.0188, 0.0054, "到场达标率提高 1.9 个百分点（95% 区间 +1.3 至 +2.4）",
      "the share arrived within target rises by 1.9 percentage points (95% interval +1.3 to +2.4)"),
    Case(
      .withinTarget, 0.662, -0.0188, 0.0054, "到场达标率下降 1.9 个百分点（95% 区间 −2.4 至 −1.3）",
      "the share arrived within target falls by 1.9 percentage points (95% interval −2.4 to −1.3)"),
    // Tiny, but significant: two decimals, never 0.0.
    Case(
      .withinTarget, 0.662, 0.00042, 0.0001, "到场达标率提高 0.04 个百分点（95% 区间 +0.03 至 +0.05）",
      "the share arrived within target rises by 0.04 percentage points (95% interval +0.03 to +0.05)"),
    // Too small for two decimals: a bound, not zero.
    Case(
      .withinTarget, 0.662, 0.00002, 0.00001, "到场达标率提高 <0.01 个百分点（95% 区间 0.00 至 0.00）",
      "the share arrived within target rises by <0.01 percentage points (95% interval 0.00 to 0.00)"),
    Case(
      .withinTarget, 0.662, 0.0035, 0.0049, "到场达标率没有显著变化（95% 区间 −0.1 至 +0.8）",
      "the share arrived within target does not change significantly (95% interval −0.1 to +0.8)"),
    Case(
      .withinTarget, 0.662, 0, 0, "到场达标率没有变化（95% 区间 0.00 至 0.00）",
      "the share arrived within target does not change (95% interval 0.00 to 0.00)"),
    Case(
      .withinTarget, 0.662, 0.0188, nil, "到场达标率提高 1.9 个百分点（没有区间）",
      "the share arrived within target rises by 1.9 percentage points (no interval)"),
    Case(
      .incidentsOrder, 2301, -102, 20, "治安警情减少 4.4%（95% 区间 −5.3% 至 −3.6%）",
      "public-order incidents fall by 4.4% (95% interval −5.3% to −3.6%)"),
    Case(
      .incidentsOrder, 2301, 102, 20, "治安警情增加 4.4%（95% 区间 +3.6% 至 +5.3%）",
      "public-order incidents rise by 4.4% (95% interval +3.6% to +5.3%)"),
    Case(
      .incidentsOrder, 2301, -3, 20, "治安警情没有显著变化（95% 区间 −1.0% 至 +0.7%）",
      "public-order incidents do not change significantly (95% interval −1.0% to +0.7%)"),
    // Against a baseline of zero there is no relative change: incidents are counted.
    Case(
      .incidentsOrder, 0, 12, 3, "治安警情增加 12.00 起/年（95% 区间 +9.00 至 +15.00）",
      "public-order incidents rise by 12.00 incidents/year (95% interval +9.00 to +15.00)"),
    Case(
      .weightedDelay, 1.25, 2.36, 1.2, "机关加权延误增加 2.36 个工作日（95% 区间 +1.16 至 +3.56）",
      "the weighted delay at headquarters rises by 2.36 working days (95% interval +1.16 to +3.56)"),
    Case(
      .weightedDelay, 1.25, 1.08, 1.49, "机关加权延误没有显著变化（95% 区间 −0.41 至 +2.57）",
      "the weighted delay at headquarters does not change significantly (95% interval −0.41 to +2.57)"),
    Case(
      .backlogEnd, 494.9, -62.9, 30, "期末积压减少 63 人日（95% 区间 −93 至 −33）",
      "the backlog at the end falls by 63 officer-days (95% interval −93 to −33)"),
    // As exact as the greater of the change and the baseline.
    Case(
      .backlogEnd, 78.43, 1480.98, 82.83,
      "期末积压增加 1\u{202F}481 人日（95% 区间 +1\u{202F}398 至 +1\u{202F}564）",
      "the backlog at the end rises by 1\u{202F}481 officer-days (95% interval +1\u{202F}398 to +1\u{202F}564)"
    ),
    Case(
      .officersSunk, 0, 35, 0, "下沉警力增加 35 名（95% 区间 +35 至 +35）",
      "officers sunk rise by 35 officers (95% interval +35 to +35)")
  ]

  @Test(arguments: cases)
  func `a change is told with its direction, unit and interval`(test: Case) {
    let clause = plain(text(test).clauseWithInterval)
    #expect(clause.zh == test.chinese)
    #expect(clause.en == test.english)
  }

  /// With the interval and the baseline in brackets.
  @Test func `a price is told with what it was before`() {
    let certain = plain(text(Case(.weightedDelay, 1.25, 2.36, 1.2, "", "")).clauseWithBaseline)
    #expect(certain.zh == "机关加权延误增加 2.36 个工作日（95% 区间 +1.16 至 +3.56，基线 1.25 个工作日）")
    #expect(
      certain.en
        == "the weighted delay at headquarters rises by 2.36 working days (95% interval +1.16 to +3.56, baseline 1.25 working days)"
    )
    let open = plain(text(Case(.weightedDelay, 1.25, 1.08, 1.49, "", "")).clauseWithBaseline)
    #expect(open.zh == "机关加权延误没有显著变化（95% 区间 −0.41 至 +2.57，基线 1.25 个工作日）")
    let other = "does not change significantly (95% interval −0.41 to +2.57, baseline 1.25 working days)"
    #expect(open.en == "the weighted delay at headquarters " + other)
  }

  /// In tables too: with the half width, and with the baseline whose sentence it is.
  @Test func `a change far above its baseline has no decimals`() {
    let change = text(Case(.backlogEnd, 78.43, 1480.98, 82.83, "", ""))
    #expect(change.change.bare.difference == "+1\u{202F}481" && change.change.bare.halfWidth == "83")
    #expect(plain(change.clauseWithBaseline).zh.hasSuffix("基线 78 人日）"))
    let small = text(Case(.backlogEnd, 78.43, -12.31, 3.2, "", "")).change.bare
    #expect(small.difference == "\(NumberText.minus)12.31" && small.halfWidth == "3.20")
  }

  /// No sentence calls a simulated comparison year on year.
  @Test(arguments: cases)
  func `nothing is called year on year`(test: Case) {
    #expect(!text(test).clauseWithInterval.zh.contains("同比"))
  }
}
