import DunjingNumerics

/// The share of latent hazards that become incidents before an inspection finds them.
///
/// Assumptions: hazards arise in a Poisson process; each escalates after its incubation unless found first;
/// an inspection finds each present hazard independently with a fixed probability, and what is found is
/// removed. Source: A. H. Christer & W. M. Waller (1984), "Delay time models of industrial inspection
/// maintenance problems". Times are in the unit of the incubation.
public struct DelayTimeModel: Sendable, Equatable {
  /// The time from arising to escalation.
  public let incubation: Incubation

  /// Creates the model of an incubation.
  /// - Precondition: its mean and shape are positive.
  public init(incubation: Incubation) {
    precondition(
      incubation.mean > 0 && incubation.shape > 0, "an incubation needs a positive mean and shape")
    self.incubation = incubation
  }

  /// Returns the fraction escalating under perfect inspections at a fixed period: (1/T) ∫₀ᵀ F(u) du.
  /// - Parameter inspectionPeriod: T, in the unit of the incubation.
  public func fractionEscalating(inspectionPeriod: Double) -> Double {
    guard inspectionPeriod > 0 else { return 0 }
    guard inspectionPeriod < .infinity else { return 1 }
    return incubation.integratedCumulative(until: inspectionPeriod) / inspectionPeriod
  }

  /// Returns the fraction escalating under visits in a Poisson process, each finding a hazard with a
  /// probability: E[exp(−v p U)], which is 1 / (1 + vpτ) for an exponential incubation.
  public func fractionEscalating(visitRate: Double, detection: Double) -> Double {
    incubation.transform(visitRate * detection)
  }

  /// Returns the relative fall of a kind of incident when effective visits grow.
  ///
  /// For an exponential incubation it is s·g·x / (1 + x(1 + g)).
  /// - Parameters:
  ///   - effectiveVisits: x = vpτ, the effective visits per mean incubation before the change.
  ///   - gain: g, the relative growth of effective visits.
  ///   - hazardShare: s, the share of the kind that grows from hazards.
  public func fall(effectiveVisits: Double, gain: Double, hazardShare: Double = 1) -> Double {
    if case .exponential = incubation {
      return hazardShare * gain * effectiveVisits / (1 + effectiveVisits * (1 + gain))
    }
    let before = incubation.transform(effectiveVisits / incubation.mean)
    let after = incubation.transform(effectiveVisits * (1 + gain) / incubation.mean)
    return before == 0 ? hazardShare * fallBound(gain: gain) : hazardShare * (1 - after / before)
  }

  /// Returns the bound that no number of visits exceeds: s(1 − (1 + g)⁻ᵏ) with the shape k of the incubation,
  /// which is s·g / (1 + g) for the exponential.
  public func fallBound(gain: Double, hazardShare: Double = 1) -> Double {
    hazardShare * -PortableMath.exponentialMinusOne(
      -incubation.shape * PortableMath.logarithmOfOnePlus(gain))
  }

  /// Returns the effective visits per mean incubation at which a fall is reached; nil if no number reaches
  /// it.
  public func effectiveVisits(forFall fall: Double, gain: Double, hazardShare: Double = 1) -> Double? {
    guard fall > 0, gain > 0, fall < fallBound(gain: gain, hazardShare: hazardShare) else {
      return fall == 0 ? 0 : nil
    }
    if case .exponential = incubation {
      return fall / (hazardShare * gain - fall * (1 + gain))
    }
    let excess = { (visits: Double) in
      self.fall(effectiveVisits: visits, gain: gain, hazardShare: hazardShare) - fall
    }
    var upper = 1.0
    while upper < 1e12 && excess(upper) < 0 { upper *= 2 }
    return upper < 1e12 ? MonotoneRoot.find(between: 0, and: upper, of: excess) : nil
  }
}
