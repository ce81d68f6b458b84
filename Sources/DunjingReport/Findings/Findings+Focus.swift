import DunjingExperiment
import DunjingScenario

/// The treatment that the sections of a report set beside the baseline, and why it is this one.
struct Focus: Sendable {
  let treatment: TreatmentResult
  let reason: Reason

  /// Why a treatment is shown before the others.
  enum Reason: Sendable, Equatable {
    /// It has the least harm.
    case best
    /// The baseline has the least harm, and it is the largest ratio that cannot be told from that.
    case equal
    /// The one of least harm, or as good as the baseline, overloads departments; it is the largest ratio that does not.
    case bearable
    /// The baseline has the least harm, and it has the least of the others.
    case next
    /// It has significantly less harm than the baseline, the first of those that have where there are several.
    case better
    /// Nothing tells harm: it is the largest ratio.
    case largest
    /// Nothing tells it from others: it is the first of the study.
    case first
  }
}

extension Findings {
  /// The treatment that sections show, with the reason: what page one advises, or comes nearest to that; nil where there is none
  /// but the baseline.
  var focus: Focus? {
    if let quoted {
      return bearable(insteadOf: quoted).map { Focus(treatment: $0, reason: .bearable) } ?? advised
    }
    if let plan = betterPlans.first { return Focus(treatment: plan, reason: .better) }
    let others = sinkTreatments.filter { $0.id != result.baseline }
    if best != nil, let next = Self.leastHarm(others) { return Focus(treatment: next, reason: .next) }
    if let largest = others.last(where: { !$0.isUnstable }) ?? others.last {
      return Focus(treatment: largest, reason: .largest)
    }
    return result.treatments.first { $0.id != result.baseline }.map { Focus(treatment: $0, reason: .first) }
  }

  /// The treatment that maps and distributions show.
  var shown: TreatmentResult? { focus?.treatment }

  /// Where the baseline has the least harm, the largest ratio that cannot be told apart from it; nil if there is none.
  var equalOfBaseline: TreatmentResult? {
    guard hasIntervals, let best, best.id == result.baseline else { return nil }
    return plateau.last { $0.id != result.baseline && !$0.isUnstable }
  }

  /// The treatment of whose gains and price the first sentences tell; nil where that is the baseline, or a plan without a ratio.
  var quoted: TreatmentResult? {
    equalOfBaseline ?? best.flatMap { $0.id == result.baseline ? nil : $0 }
  }

  /// The treatment of which the cards of page one give numbers: that of the sections, or the baseline where it alone is best.
  var answered: TreatmentResult? { quoted == nil ? best ?? shown : shown }

  /// In a study without ratios, the plans with significantly less harm than the baseline; empty in others.
  var betterPlans: [TreatmentResult] {
    guard sinkTreatments.count == 1 else { return [] }
    return packages.filter { plan in
      plan.isSteady(.harmIndex)
        && harmAgainstBest[plan.id].map { $0.isSignificant && $0.difference < 0 } == true
    }
  }

  /// The treatment quoted, as what is shown.
  private var advised: Focus? {
    quoted.map { Focus(treatment: $0, reason: $0.id == best?.id ? .best : .equal) }
  }

  /// The largest ratio that overloads no further department, where a treatment does.
  private func bearable(insteadOf treatment: TreatmentResult) -> TreatmentResult? {
    overloadsMore(treatment) ? largestBearable : nil
  }
}
