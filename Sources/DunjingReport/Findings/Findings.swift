import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// What the report reads out of a result: the baseline, the sink-ratio treatments, the best of them and its equals.
///
/// The best is the sink-ratio treatment with the least harm index. Another one is *not distinguishable* from it when
/// the simultaneous interval (Bonferroni) of their paired difference, on the same incidents, holds zero; that interval is
/// as wide as those of the differences to the baseline, for as many comparisons. A treatment
/// under which dispatch does not keep up is neither the best nor its equal: its harm grows with the horizon.
struct Findings: Sendable {
  let result: ExperimentResult
  let scenario: Scenario
  /// The baseline; nil when the result does not have it.
  let baseline: TreatmentResult?
  /// The baseline and the treatments that differ from it by their ratio, by sink ratio.
  let sinkTreatments: [TreatmentResult]
  /// Whether they differ in nothing else from one another, so that the ratio names them.
  let isSweep: Bool
  /// Treatments that also differ in other things, in scenario order.
  let packages: [TreatmentResult]
  /// The sink-ratio treatment with the least harm index; nil when no harm index was recorded.
  let best: TreatmentResult?
  /// How the harm of every other treatment differs from that of the best, by id.
  let harmAgainstBest: [String: HarmDifference]
  /// Treatments not distinguishable from the best, without it, by sink ratio.
  let plateau: [TreatmentResult]

  init(result: ExperimentResult, scenario: Scenario) {
    self.result = result
    self.scenario = scenario
    let baseline = result.treatments.first { $0.id == result.baseline }
    self.baseline = baseline
    let definitions = scenario.treatments
    let reference = definitions.first { $0.id == result.baseline }
    let sweep = Self.sweep(
      among: definitions.filter { definition in
        result.treatments.contains { $0.id == definition.id }
      }, baseline: reference, by: SinkRatio.headline(of: definitions.map(\.sinkRatio)))
    isSweep = sweep.isSweep
    let sink = result.treatments.filter { $0.id == result.baseline || sweep.ids.contains($0.id) }
    let ordered = sink.enumerated().sorted {
      ($0.element.sinkRatio, $0.offset) < ($1.element.sinkRatio, $1.offset)
    }
    sinkTreatments = ordered.map(\.element)
    packages = result.treatments.filter { treatment in !sink.contains { $0.id == treatment.id } }
    best = Self.leastHarm(sinkTreatments)
    harmAgainstBest = Self.harmAgainstBest(best, result)
    plateau = Self.equals(of: best, among: sinkTreatments, by: harmAgainstBest)
  }

  /// The mean of an indicator as a marked text; nil where there is none.
  func level(_ indicator: Indicator, of treatment: TreatmentResult?) -> String? {
    estimate(indicator, of: treatment).map {
      NumberMark.number(indicator.bareLevel($0.mean), .level, of: indicator, under: treatment?.id)
    }
  }

  /// Whether intervals exist at all.
  var hasIntervals: Bool { result.replications > 1 }

  /// Whether so few replications were played that their intervals, which assume normal means, promise little.
  var hasFewReplications: Bool { result.replications < 10 }

  /// The label of a treatment: its ratio where that names it, otherwise its name.
  func label(of treatment: TreatmentResult) -> LocalizedText {
    let isUnique = sinkTreatments.filter { $0.sinkRatio == treatment.sinkRatio }.count == 1
    let isSink = sinkTreatments.contains { $0.id == treatment.id }
    return isSweep && isSink && isUnique
      ? LocalizedText(NumberText.ratio(treatment.sinkRatio)) : treatment.name
  }

  /// The label of a table row: the ratio or name, and that it is the baseline.
  func rowLabel(of treatment: TreatmentResult) -> LocalizedText {
    let label = self.label(of: treatment)
    guard treatment.id == result.baseline else { return label }
    return label == treatment.name
      ? LocalizedText(zh: "\(label.zh)（基线）", en: "\(label.en) (baseline)")
      : LocalizedText(zh: "基线 \(label.zh)", en: "Baseline \(label.en)")
  }

  /// The estimate of an indicator; nil when absent or not finite, or when it has no steady value.
  func estimate(_ indicator: Indicator, of treatment: TreatmentResult?) -> Estimate? {
    guard let treatment, treatment.isSteady(indicator) else { return nil }
    return measured(indicator, of: treatment)
  }

  /// Whether an indicator was measured under a treatment that has no steady value of it.
  func growsWithoutBound(_ indicator: Indicator, under treatment: TreatmentResult?) -> Bool {
    guard let treatment, !treatment.isSteady(indicator) else { return false }
    return measured(indicator, of: treatment) != nil
  }

  private func measured(_ indicator: Indicator, of treatment: TreatmentResult) -> Estimate? {
    treatment.estimates.first { $0.indicator == indicator && $0.mean.isFinite }
  }

  /// The change of an indicator against the baseline; nil for the baseline itself or without data.
  func change(_ indicator: Indicator, of treatment: TreatmentResult?) -> Change? {
    guard let treatment, let level = estimate(indicator, of: treatment),
      let base = estimate(indicator, of: baseline),
      let comparison = treatment.comparisons.first(where: { $0.indicator == indicator }),
      comparison.difference.isFinite
    else { return nil }
    return Change(comparison, level: level.mean, baseline: base.mean, hasInterval: hasIntervals)
  }

  /// A change in words, with its numbers marked.
  func text(of change: Change, under treatment: TreatmentResult) -> ChangeText {
    ChangeText(
      change: change, confidence: result.confidence,
      source: ChangeText.Source(treatment: treatment.id, baseline: result.baseline))
  }

  /// The departments of the study, those of each county counted apart.
  var departmentCount: Int { scenario.departments.count * max(1, scenario.counties.count) }

  /// The greatest level of an indicator among the treatments.
  func greatest(_ indicator: Indicator) -> Double {
    result.treatments.compactMap { estimate(indicator, of: $0).map { abs($0.mean) } }.max() ?? 0
  }

  /// Indicators that at least one treatment has, in the order of ``Indicator``; without those that are neither good nor
  /// bad and nothing everywhere, as of a mechanism that nobody uses.
  var presentIndicators: [Indicator] {
    Indicator.allCases.filter { indicator in
      let means = result.treatments.compactMap { measured(indicator, of: $0)?.mean }
      return indicator.direction == .neutral ? means.contains { $0 != 0 } : !means.isEmpty
    }
  }
}

/// The change of one indicator from the baseline to a treatment.
struct Change: Sendable, Equatable {
  var indicator: Indicator
  /// Level of the baseline.
  var baseline: Double
  /// Level of the treatment.
  var level: Double
  /// Treatment minus baseline.
  var difference: Double
  /// Half the width of the simultaneous interval; nil when replications do not give one.
  var halfWidth: Double?
  /// The difference as a share of the baseline; nil when that is zero, or so near to it that ``RelativeChange`` tells none.
  var relative: Double?
  /// Half the width as a share of the baseline.
  var relativeHalfWidth: Double?
  /// Whether the simultaneous interval, which is what the report prints, leaves out zero.
  var isSignificant: Bool

  init(_ comparison: Comparison, level: Double, baseline: Double, hasInterval: Bool) {
    indicator = comparison.indicator
    self.baseline = baseline
    self.level = level
    difference = comparison.difference
    let half = comparison.simultaneousHalfWidth
    halfWidth = hasInterval && half.isFinite ? half : nil
    relative = RelativeChange.told(comparison.relative)
    relativeHalfWidth =
      relative == nil
      ? nil : comparison.relativeHalfWidth.flatMap { hasInterval && $0.isFinite ? abs($0) : nil }
    isSignificant = halfWidth.map { abs(comparison.difference) > $0 } ?? false
  }

  /// The difference and its half width as bare text.
  var bare: (difference: String, halfWidth: String?) {
    indicator.bareChange(difference, halfWidth: halfWidth, around: baseline, isTold: isSignificant)
  }

  /// Whether the change is significant and for the worse.
  var isWorse: Bool {
    guard isSignificant else { return false }
    switch indicator.direction {
    case .higherIsBetter: return difference < 0
    case .lowerIsBetter: return difference > 0
    case .neutral: return false
    }
  }
}
