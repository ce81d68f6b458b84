import Dunjing

/// What `dunjing calibrate prevention` writes as JSON; the same for any number of threads. Falls and shares are parts of 1.
struct PreventionRecord: Encodable {
  struct Target: Encodable {
    let kind: String
    let fall: Double
    let isAnnounced: Bool
    let hazardShare: Double
    let effectiveVisits: Double
    /// What visit hours alone can give, however many visits: s(1 − (1 + g)⁻ᵏ).
    let bound: Double
    /// The share that would have to grow from hazards for half of the fall and for all of it; above 1 there is none.
    let shareForHalf: NumberOrNull
    let shareForAll: NumberOrNull
    let explainedPresent: Double
    let explainedAtMost: NumberOrNull
    /// The keys that give the largest fall of the hours alone where mediation is not short, for `--set`, and where it may be.
    let shareHeldKeys: [String]?
    let mediationShortKeys: [String]?
  }

  struct Parameter: Encodable {
    let key: String
    let isFactor: Bool
    let isStated: Bool
    let low: Double
    let high: Double
    let present: Double
    let fitting: Range?
  }

  struct Range: Encodable {
    let least: Double
    let greatest: Double
    let middleLow: Double
    let middleHigh: Double

    init?(_ range: FittingRange?) {
      guard let range else { return nil }
      (least, greatest) = (range.all.lowerBound, range.all.upperBound)
      (middleLow, middleHigh) = (range.middle.lowerBound, range.middle.upperBound)
    }
  }

  struct Sample: Encodable {
    let values: [String: Double]
    let falls: [String: Double]
    let effectiveVisits: [String: Double]
    let hazardShares: [String: Double]
    let gain: Double
    let mediationLoad: Double
    let implausibility: Double
  }

  struct Bundle: Encodable {
    let mechanisms: [String]
    let present: Sample
    /// By incident kind, where its fall is largest with share and shape as in the study and mediation that is not short.
    let shareHeld: [String: Sample]
    /// By incident kind, the same where mediation may be short.
    let mediationShort: [String: Sample]
    /// By incident kind, where its fall is largest within all ranges.
    let allFree: [String: Sample]
  }

  struct Attribution: Encodable {
    let attribution: Double
    let fitting: Int
    /// Of these, sets where mediation is not short.
    let fittingWithTime: Int
  }

  let schema = "dunjing-prevention/1"
  let scenarioHash: String
  let treatment: String
  let sunk: Int
  let gain: Double
  let attribution: [Double]
  let tolerance: Double
  let seed: UInt64
  let samples: Int
  let leftOut: Int
  let fitting: Int
  let leastImplausibility: NumberOrNull
  let largestAttribution: NumberOrNull
  let largestAttributionWithTime: NumberOrNull
  let targets: [Target]
  let parameters: [Parameter]
  let attributions: [Attribution]
  let bundles: [Bundle]
  let fittingSamples: [Sample]
  /// The keys that give the most plausible set that fits, for `--set`.
  let example: [String]?

  init(_ outcome: PreventionOutcome, scenarioHash: String) {
    self.scenarioHash = scenarioHash
    let fits = outcome.fitting()
    let settings = outcome.settings
    (treatment, sunk, gain) = (outcome.treatment.id, outcome.sunk, outcome.hours.present.gain)
    attribution = [settings.attribution.lowerBound, settings.attribution.upperBound]
    (tolerance, seed, samples) = (settings.tolerance, settings.seed, settings.samples)
    (leftOut, fitting) = (outcome.leftOut, fits.count)
    leastImplausibility = NumberOrNull(outcome.samples.map { outcome.implausibility($0) }.min())
    largestAttribution = NumberOrNull(outcome.largestAttribution())
    largestAttributionWithTime = NumberOrNull(outcome.largestAttribution(withTime: true))
    targets = outcome.subjects.indices.map { Self.target($0, outcome) }
    parameters = outcome.parameters.enumerated().map { index, parameter in
      Parameter(
        key: parameter.key, isFactor: parameter.isFactor, isStated: parameter.isStated,
        low: parameter.range.lowerBound, high: parameter.range.upperBound, present: parameter.present,
        fitting: Range(FittingRange(fits.map { $0.values[index] })))
    }
    attributions = stride(from: 0, through: 100, by: 5).map { percent in
      let share = Double(percent) / 100
      let fits = outcome.fitting(share...share)
      return Attribution(
        attribution: share, fitting: fits.count,
        fittingWithTime: fits.filter(outcome.hasTimeToMediate).count)
    }
    bundles = outcome.bundles.map { Self.bundle($0, outcome) }
    example = outcome.example?.map(\.text)
    fittingSamples = fits.map { Self.sample($0, outcome) }
  }

  private static func target(_ index: Int, _ outcome: PreventionOutcome) -> Target {
    let target = outcome.subjects[index].target
    let present = outcome.hours.present
    let gain = outcome.visitGain(index)
    func finite(_ value: Double) -> NumberOrNull { NumberOrNull(value.isFinite ? value : nil) }
    return Target(
      kind: target.kind, fall: target.fall, isAnnounced: target.isAnnounced,
      hazardShare: present.shares[index], effectiveVisits: present.visits[index], bound: gain.bound,
      shareForHalf: finite(gain.share(for: target.fall / 2)),
      shareForAll: finite(gain.share(for: target.fall)),
      explainedPresent: present.falls[index] / target.fall,
      explainedAtMost: NumberOrNull(outcome.explainable(index)),
      shareHeldKeys: outcome.heldKeys[index]?.map(\.text),
      mediationShortKeys: outcome.shortKeys[index]?.map(\.text))
  }

  private static func bundle(_ bundle: PreventionOutcome.Bundle, _ outcome: PreventionOutcome) -> Bundle {
    func named(_ samples: [PreventionSample?]) -> [String: Sample] {
      Dictionary(
        uniqueKeysWithValues: zip(outcome.subjects, samples).compactMap { subject, found in
          found.map { (subject.target.kind, sample($0, outcome)) }
        })
    }
    return Bundle(
      mechanisms: bundle.mechanisms.map(\.rawValue), present: sample(bundle.present, outcome),
      shareHeld: named(bundle.held), mediationShort: named(bundle.short), allFree: named(bundle.free))
  }

  private static func sample(_ sample: PreventionSample, _ outcome: PreventionOutcome) -> Sample {
    func named(_ values: [Double]) -> [String: Double] {
      Dictionary(uniqueKeysWithValues: zip(outcome.subjects.map(\.target.kind), values))
    }
    return Sample(
      values: Dictionary(uniqueKeysWithValues: zip(outcome.parameters.map(\.key), sample.values)),
      falls: named(sample.falls), effectiveVisits: named(sample.visits), hazardShares: named(sample.shares),
      gain: sample.gain, mediationLoad: sample.mediationLoad, implausibility: outcome.implausibility(sample))
  }
}
