import DunjingExperiment
import DunjingScenario

extension Findings {
  /// The departments that fall behind under a treatment, the busiest first.
  func overloaded(under treatment: TreatmentResult) -> [DepartmentOutcome] {
    result.crowdedDepartments(treatment)
  }

  /// The departments that fall behind under a treatment and not under the baseline, the busiest first.
  func newlyOverloaded(under treatment: TreatmentResult) -> [DepartmentOutcome] {
    let before = baseline.map { overloaded(under: $0).map(\.id) } ?? []
    return overloaded(under: treatment).filter { !before.contains($0.id) }
  }

  /// The departments that fall behind under the baseline and give more officers under a treatment, with both outcomes, the
  /// busiest first.
  func drawnFromOverloaded(under treatment: TreatmentResult) -> [(
    own: DepartmentOutcome, before: DepartmentOutcome
  )] {
    guard let baseline, treatment.id != baseline.id else { return [] }
    return overloaded(under: baseline).compactMap { before in
      treatment.departments.first { $0.id == before.id && $0.taken > before.taken }.map { ($0, before) }
    }
  }

  /// Whether a treatment makes departments fall behind that do not under the baseline, so that it cannot last as it is.
  func overloadsMore(_ treatment: TreatmentResult) -> Bool { !newlyOverloaded(under: treatment).isEmpty }

  /// The largest ratio tried that overloads no further department; nil where the plans are no ratios, or none is so.
  var largestBearable: TreatmentResult? {
    guard isSweep else { return nil }
    return curve.last { $0.sinkRatio > (baseline?.sinkRatio ?? 0) && !$0.isUnstable && !overloadsMore($0) }
  }

  /// Where every ratio tried overloads further departments, the smallest of them, which shows who falls short first; nil where
  /// one overloads none, or the plans are no ratios.
  var leastUnbearable: TreatmentResult? {
    guard isSweep else { return nil }
    let tried = curve.filter { $0.sinkRatio > (baseline?.sinkRatio ?? 0) }
    return tried.allSatisfy(overloadsMore) ? tried.first : nil
  }
}
