import DunjingQueueing
import DunjingScenario

/// Which values of what prevention rests on make known falls come out, and which falls no value can give.
public struct PreventionOutcome: Sendable, Equatable {
  /// A target with what it is about.
  public struct Subject: Sendable, Equatable {
    /// The target.
    public var target: PreventionTarget
    /// The name of the incident kind.
    public var kind: LocalizedText
    /// The name of the hazard kind that most of its incidents grow from.
    public var hazard: LocalizedText
    /// The incubation of these hazards in the study.
    public var incubation: Incubation
    /// The probability that an effective visit finds one.
    public var detection: Double
    /// The probability that a found one is closed for good.
    public var closure: Double
  }

  /// Mechanisms that are turned on with the plan, and what falls come to then.
  public struct Bundle: Sendable, Equatable {
    /// The mechanisms; none for the hours alone.
    public var mechanisms: [Mechanism]
    /// Under the values of the study.
    public var present: PreventionSample
    /// By target, where its fall is largest while the share that grows from hazards and the shape of incubations stay and
    /// mediation is not short; nil where it is always.
    public var held: [PreventionSample?]
    /// The same where mediation may be short of hours; nil where the model has no value.
    public var short: [PreventionSample?]
    /// By target, where its fall is largest within all ranges.
    public var free: [PreventionSample?]
  }

  /// How far was looked.
  public var settings: PreventionSettings
  /// The plan, with the switches of the baseline.
  public var treatment: Treatment
  /// Officers whom it sends down.
  public var sunk: Int
  /// Of these, those who join the community.
  public var toCommunity: Int
  /// The targets.
  public var subjects: [Subject]
  /// What was varied.
  public var parameters: [PreventionParameter]
  /// All sets of values with the falls of the hours alone, in the order of the sequence.
  public var samples: [PreventionSample]
  /// Sets of values under which the study is none, or has more incidents of hazards than incidents.
  public var leftOut: Int
  /// The hours alone, then with each mechanism, then with all of them.
  public var bundles: [Bundle]

  /// The keys of the study that give the most plausible set that fits, as of the attribution asked for; nil if none fits.
  public var example: [ScenarioOverride]?

  /// The keys of the study that give the largest falls of the hours alone where mediation is not short, by target.
  public var heldKeys: [[ScenarioOverride]?] = []
  /// The same where mediation may be short.
  public var shortKeys: [[ScenarioOverride]?] = []

  /// The hours alone.
  public var hours: Bundle { bundles[0] }

  /// What theory says of the visits of a target, by the values of the study.
  /// - Parameters:
  ///   - subject: the index of the target.
  ///   - shape: of a gamma incubation; that of the study unless given.
  ///   - share: that grows from hazards; that of the study unless given.
  public func visitGain(_ subject: Int, shape: Double? = nil, share: Double? = nil) -> VisitGain {
    let own = subjects[subject].incubation
    return VisitGain(
      incubation: shape.map { $0 == 1 ? .exponential(mean: own.mean) : .gamma(mean: own.mean, shape: $0) }
        ?? own,
      gain: max(0, hours.present.gain), hazardShare: min(1, share ?? hours.present.shares[subject]))
  }

  /// The largest part of a target that the hours alone explain within all ranges; nil where the model has no value.
  public func explainable(_ subject: Int, by bundle: Bundle? = nil) -> Double? {
    let bundle = bundle ?? hours
    return bundle.free[subject].map { $0.falls[subject] / subjects[subject].target.fall }
  }

  /// The implausibility of a sample: the largest departure of its falls from the wanted part of the targets, in thirds of the
  /// tolerance, least over the attribution shares asked for (Craig, Goldstein, Seheult & Smith 1997; Vernon, Goldstein &
  /// Bower 2010). A sample fits where it is at most 3.
  public func implausibility(_ sample: PreventionSample, attribution: ClosedRange<Double>? = nil) -> Double {
    let attribution = attribution ?? settings.attribution
    func departure(_ share: Double) -> Double {
      zip(subjects, sample.falls).map { ($1 - share * $0.target.fall).magnitude }.max() ?? 0
    }
    // A convex function of the attribution: thirds without the least are cut off.
    var (low, high) = (attribution.lowerBound, attribution.upperBound)
    for _ in 0..<(low < high ? 80 : 0) {
      let (one, other) = (low + (high - low) / 3, high - (high - low) / 3)
      if departure(one) <= departure(other) { high = other } else { low = one }
    }
    return departure(low + (high - low) / 2) / (settings.tolerance / 3)
  }

  /// Returns the samples that fit an attribution; that asked for unless given.
  public func fitting(_ attribution: ClosedRange<Double>? = nil) -> [PreventionSample] {
    samples.filter { implausibility($0, attribution: attribution) <= 3 + 1e-9 }
  }

  /// The sample of least implausibility, if it fits; of equal ones the first.
  public var mostPlausible: PreventionSample? {
    samples.min { implausibility($0) < implausibility($1) }.flatMap {
      implausibility($0) <= 3 + 1e-9 ? $0 : nil
    }
  }

  /// Whether mediation has time enough under the baseline of a sample.
  public func hasTimeToMediate(_ sample: PreventionSample) -> Bool {
    sample.mediationLoad <= settings.mediationLimit
  }

  /// The largest attribution share, in steps of a per cent, that any sample fits for all targets together; nil if not even
  /// none does.
  /// - Parameter withTime: only of samples where mediation is not short.
  public func largestAttribution(withTime: Bool = false) -> Double? {
    let samples = samples.filter { !withTime || hasTimeToMediate($0) }
    return (0...100).reversed().map { Double($0) / 100 }.first { share in
      samples.contains { implausibility($0, attribution: share...share) <= 3 + 1e-9 }
    }
  }
}
