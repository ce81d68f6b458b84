import DunjingDecision
import DunjingScenario

/// The sentences that say on what the best plan depends.
struct SensitivityAnswer {
  private let outcome: SensitivityOutcome

  init(_ outcome: SensitivityOutcome) { self.outcome = outcome }

  /// What moves the best number of officers most, and that its place is no finding.
  var sentence: LocalizedText {
    let strong = outcome.rows.prefix(2).filter { $0.officerSwing > 0 }
    guard !strong.isEmpty else { return unmoved }
    let names = LocalizedText.list(strong.map { Self.quoted($0.assumption.name) })
    let clauses = strong.enumerated().map { number, row in clause(row, isFirst: number == 0) }
    return LocalizedText(
      zh: "结论最取决于**\(names.zh)**：\(clauses.map(\.zh).joined(separator: "；"))。最优点的位置由这些假设推出，不是对现实的发现。",
      en:
        "The answer depends most on **\(names.en)**: \(clauses.map(\.en).joined(separator: "; ")). Where the best plan lies "
        + "follows from such assumptions and is no finding about a real place.")
  }

  private static func quoted(_ name: LocalizedText) -> LocalizedText {
    LocalizedText(zh: "“\(name.zh)”", en: "“\(name.en)”")
  }

  private func clause(_ row: SensitivityOutcome.Row, isFirst: Bool) -> LocalizedText {
    let (low, high) = (
      row.assumption.text(of: row.assumption.range.lowerBound),
      row.assumption.text(of: row.assumption.range.upperBound)
    )
    let name = Self.quoted(row.assumption.name)
    return LocalizedText(
      zh: "\(name.zh)由 \(low) 到 \(high)，最优下沉数由 \(row.low.sunk) 名变为 \(row.high.sunk) 名",
      en: isFirst
        ? "with \(name.en) from \(low) to \(high) the best number of officers goes from \(row.low.sunk) to \(row.high.sunk)"
        : "with \(name.en) from \(low) to \(high) it goes from \(row.low.sunk) to \(row.high.sunk)")
  }

  /// What to say where no assumption moves the number.
  private var unmoved: LocalizedText {
    let gain = outcome.rows.max { $0.gainSwing < $1.gainSwing }
    let name = gain.map { Self.quoted($0.assumption.name) } ?? LocalizedText("–")
    return LocalizedText(
      zh: "各假设在其范围内单独变动都不改变最优下沉数（\(outcome.present.sunk) 名）；收益最取决于\(name.zh)。这由假设推出，不是对现实的发现。",
      en:
        "No assumption by itself moves the best number of officers (\(outcome.present.sunk)) within its range; the gain "
        + "depends most on \(name.en). This follows from assumptions and is no finding about a real place.")
  }
}
