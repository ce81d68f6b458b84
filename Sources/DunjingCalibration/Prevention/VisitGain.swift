import DunjingNumerics
import DunjingQueueing

/// What a growth of visit hours can do to a kind of incident of which a share grows from hazards.
///
/// The delay-time model of Christer & Waller (1984), "Delay time models of industrial inspection maintenance problems",
/// with visits in a Poisson process: of hazards whose incubation is gamma of shape k, the share E(x) = (1 + x/k)⁻ᵏ
/// escalates, with x = v·p·q·τ the effective visits per mean incubation, and the kind falls by s(1 − E(x(1 + g))/E(x)).
/// That grows with x towards s(1 − (1 + g)⁻ᵏ) and never reaches it. Mediation takes no time here.
public struct VisitGain: Sendable, Equatable {
  /// The incubation of the hazards; only its form matters.
  public let incubation: Incubation
  /// The relative growth g of effective visit hours.
  public let gain: Double
  /// The share s of the kind that grows from hazards.
  public let hazardShare: Double

  /// Creates the model of a kind of incident.
  /// - Precondition: the mean and the shape of the incubation are positive, the gain is not negative, and the share lies
  ///   between 0 and 1.
  public init(incubation: Incubation, gain: Double, hazardShare: Double = 1) {
    precondition(incubation.mean > 0 && incubation.shape > 0, "an incubation has a positive mean and shape")
    precondition(gain >= 0 && (0...1).contains(hazardShare), "a gain is not negative, and a share at most 1")
    (self.incubation, self.gain, self.hazardShare) = (incubation, gain, hazardShare)
  }

  private var model: DelayTimeModel { DelayTimeModel(incubation: incubation) }

  /// The fall that no number of visits reaches.
  public var bound: Double { model.fallBound(gain: gain, hazardShare: hazardShare) }

  /// Returns the fall with some effective visits per mean incubation before the growth.
  public func fall(at visits: Double) -> Double {
    model.fall(effectiveVisits: visits, gain: gain, hazardShare: hazardShare)
  }

  /// Returns exactly the effective visits at which the fall lies in a range.
  ///
  /// None does if and only if the lower end is not below ``bound``.
  public func visits(fitting falls: ClosedRange<Double>) -> VisitSet {
    guard falls.upperBound >= 0 else { return .none }
    let lower = falls.lowerBound <= 0 ? 0 : visits(for: falls.lowerBound)
    guard let lower else { return .none }
    guard let upper = visits(for: max(0, falls.upperBound)) else { return .above(lower) }
    return bound > 0 ? .between(lower...max(lower, upper)) : .above(0)
  }

  private func visits(for fall: Double) -> Double? {
    model.effectiveVisits(forFall: fall, gain: gain, hazardShare: hazardShare)
  }

  /// Returns the share that would have to grow from hazards for a fall at some effective visits, or with any number of them
  /// where none are given (it has to be more then, however little); above 1 where no share suffices, infinite without gain.
  public func share(for fall: Double, at visits: Double? = nil) -> Double {
    let whole = VisitGain(incubation: incubation, gain: gain)
    let greatest = visits.map { whole.fall(at: $0) } ?? whole.bound
    return greatest > 0 ? fall / greatest : .infinity
  }
}

/// Effective visits per mean incubation that fit something.
public enum VisitSet: Sendable, Equatable {
  /// No number of visits.
  case none
  /// Those of an interval.
  case between(ClosedRange<Double>)
  /// Those from a number on.
  case above(Double)

  /// Returns whether a number of visits is among them.
  public func contains(_ visits: Double) -> Bool {
    switch self {
    case .none: false
    case .between(let range): range.contains(visits)
    case .above(let least): visits >= least
    }
  }
}
