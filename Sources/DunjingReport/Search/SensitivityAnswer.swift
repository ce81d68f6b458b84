import DunjingDecision
import DunjingScenario
import DunjingStatistics

/// The sentences that say on what the best plan depends.
struct SensitivityAnswer {
  private let outcome: SensitivityOutcome
  /// The search whose answer is looked at.
  private let search: PlanSearchOutcome

  init(_ outcome: SensitivityOutcome, of search: PlanSearchOutcome) {
    (self.outcome, self.search) = (outcome, search)
  }

  /// What moves the best number of officers most, and that its place is no finding.
  var sentence: LocalizedText {
    if search.hasOnlyChoices { return gain }
    let strong = Array(moving.prefix(2))
    guard !strong.isEmpty else { return unmoved }
    let (names, present) = (LocalizedText.list(strong.map { Self.quoted($0.assumption.name) }), self.present)
    let clauses = strong.map(clause)
    return LocalizedText(
      zh:
        "结论最取决于**\(names.zh)**：\(present.zh)；\(clauses.map(\.zh).joined(separator: "；"))。最优点的位置由这些假设推出，不是对现实的发现。",
      en:
        "The answer depends most on **\(names.en)**: \(present.en); \(clauses.map(\.en).joined(separator: "; ")). Where the best "
        + "plan lies follows from such assumptions and is no finding about a real place.")
  }

  /// What moves the gain of the plan found most, where the number of officers is not in question.
  private var gain: LocalizedText {
    let strongest = outcome.rows.max { $0.gainSwing < $1.gainSwing }
    guard let row = strongest, row.gainSwing > 0 else {
      return LocalizedText(
        zh: "按公式推算，各假设单独取其范围两端时收益都不变。这由假设推出，不是对现实的发现。",
        en:
          "By formulas no assumption by itself moves the gain at the ends of its range. This follows from assumptions and is "
          + "no finding about a real place.")
    }
    let (name, range) = (Self.quoted(row.assumption.name), row.assumption.range)
    let ends = [range.lowerBound, range.upperBound].map(row.assumption.text)
    let gains = [row.low.foundGain, row.high.foundGain].map { NumberText.percent($0) }
    return LocalizedText(
      zh:
        "收益最取决于**\(name.zh)**：按公式推算，取 \(ends[0]) 时为 \(gains[0])，取 \(ends[1]) 时为 \(gains[1])。这由假设推出，不是对现实的发现。",
      en:
        "The gain depends most on **\(name.en)**: by formulas it is \(gains[0]) with it at \(ends[0]), \(gains[1]) at "
        + "\(ends[1]). This follows from assumptions and is no finding about a real place.")
  }

  /// Assumptions at an end of which the best number is another one than at present, those that move it most first.
  private var moving: [SensitivityOutcome.Row] {
    outcome.rows.filter { swing($0) > 0 }.sorted { swing($0) > swing($1) }
  }

  /// By how many officers the best number differs among the ends and the present.
  private func swing(_ row: SensitivityOutcome.Row) -> Int {
    let numbers = [row.low.sunk, row.high.sunk, outcome.present.sunk]
    return (numbers.max() ?? 0) - (numbers.min() ?? 0)
  }

  /// The best number with all assumptions as they are, and the one found where that is another.
  private var present: LocalizedText {
    let (present, found) = (outcome.present.sunk, outcome.foundSunk)
    let reason = self.reason
    let other =
      found == present
      ? LocalizedText("")
      : LocalizedText(
        zh: "（所选方案为 \(found) 名：\(reason.zh)）", en: " (the plan found has \(found): \(reason.en))")
    return LocalizedText(
      zh: "按公式推算，假设不变时最优下沉数为 \(present) 名\(other.zh)",
      en: "by formulas the best number of officers is \(present) with all assumptions as they are\(other.en)")
  }

  /// Why the plan found has another number than the best by formulas.
  private var reason: LocalizedText {
    if !outcome.present.foundKeepsLimits {
      return LocalizedText(
        zh: "它按公式超出限制，在仿真中没有", en: "by formulas it breaks a limit, simulated it does not")
    }
    let byFormulas = search.plans.indices.first {
      search.plans[$0].sunk == outcome.present.sunk && search.plans[$0].toStreet == outcome.present.toStreet
    }
    guard let byFormulas, let answer = search.answer else {
      return LocalizedText(zh: "以仿真为准", en: "simulation decides")
    }
    let other = search.plans[byFormulas]
    if !other.isFeasible {
      return LocalizedText(
        zh: "按公式最优的方案在仿真中超出限制", en: "the best by formulas, simulated, breaks a limit")
    }
    return search.plateau.contains(byFormulas) || other.difference.mean < search.plans[answer].difference.mean
      ? LocalizedText(zh: "两者在仿真中难分高下", en: "simulated, neither is shown to be the better")
      : LocalizedText(zh: "它在仿真中更好", en: "simulated, it is the better")
  }

  private static func quoted(_ name: LocalizedText) -> LocalizedText {
    LocalizedText(zh: "“\(name.zh)”", en: "“\(name.en)”")
  }

  private func clause(_ row: SensitivityOutcome.Row) -> LocalizedText {
    let (assumption, range) = (row.assumption, row.assumption.range)
    let (low, high) = (assumption.text(of: range.lowerBound), assumption.text(of: range.upperBound))
    let name = Self.quoted(assumption.name)
    let outside =
      range.contains(assumption.present)
      ? LocalizedText("")
      : LocalizedText(
        zh: "（本研究取 \(assumption.text(of: assumption.present))，在此范围之外）",
        en: " (outside of which the study has \(assumption.text(of: assumption.present)))")
    if row.low.sunk == row.high.sunk {
      return LocalizedText(
        zh: "\(name.zh)取 \(low) 和 \(high) 时都为 \(row.low.sunk) 名\(outside.zh)",
        en: "with \(name.en) at either \(low) or \(high)\(outside.en) it is \(row.low.sunk)")
    }
    let (first, last) = (number(row.low.sunk), number(row.high.sunk))
    return LocalizedText(
      zh: "\(name.zh)取 \(low) 时\(first.zh)，取 \(high) 时\(last.zh)\(outside.zh)",
      en: "with \(name.en) at \(low) it is \(first.en), at \(high) \(last.en)\(outside.en)")
  }

  /// The best number at an end, beside that of the present.
  private func number(_ sunk: Int) -> LocalizedText {
    sunk == outcome.present.sunk
      ? LocalizedText(zh: "仍为 \(sunk) 名", en: "still \(sunk)")
      : LocalizedText(zh: "为 \(sunk) 名", en: "\(sunk)")
  }

  /// What to say where no assumption moves the number.
  private var unmoved: LocalizedText {
    let gain = outcome.rows.max { $0.gainSwing < $1.gainSwing }
    let present = self.present
    guard let gain, gain.gainSwing > 0 else {
      return LocalizedText(
        zh: "\(present.zh)；各假设单独取其范围两端时都不变。这由假设推出，不是对现实的发现。",
        en:
          "\(present.capitalized.en), and no assumption by itself moves it at the ends of its range. This follows from "
          + "assumptions and is no finding about a real place.")
    }
    let name = Self.quoted(gain.assumption.name)
    return LocalizedText(
      zh: "\(present.zh)；各假设单独取其范围两端时都不变，收益最取决于\(name.zh)。这由假设推出，不是对现实的发现。",
      en:
        "\(present.capitalized.en), and no assumption by itself moves it at the ends of its range; the gain depends most on "
        + "\(name.en). This follows from assumptions and is no finding about a real place.")
  }
}
