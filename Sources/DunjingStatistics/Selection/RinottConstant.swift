import DunjingNumerics

/// The constant h of Rinott's procedure, by numerical integration.
///
/// h is where the probability of a correct selection of Y. Rinott (1978), "On two-stage selection procedures
/// and related probability-inequalities", reaches P*: with n₀ − 1 = ν and independent chi-square variables,
/// E { E [Φ(h / √(ν / X + ν / Y)) | Y]ᵏ⁻¹ } = P*.
///
/// With X = ν eᵘ the density of u is proportional to exp(−½ ν (eᵘ − 1 − u)), smooth and vanishing on both
/// sides, for which the trapezoidal rule converges exponentially. The relative error of h is below 1e-8.
struct RinottConstant {
  private let systems: Int
  private let inverses: [Double]
  private let weights: [Double]

  /// Prepares the nodes for a number of systems and of observations in the first stage.
  init(systems: Int, firstStage: Int) {
    let degrees = Double(firstStage - 1)
    // The step is small against both the standard deviation of u and the strip where the integrand is regular.
    let step = min(0.4, 0.5 * (2 / degrees).squareRoot())
    let nodes = Self.nodes(degrees, step: step)
    let densities = nodes.map { PortableMath.exponential(-Self.decay(degrees, at: $0)) }
    let total = NeumaierSum(densities).value
    self.systems = systems
    inverses = nodes.map { PortableMath.exponential(-$0) }
    weights = densities.map { $0 / total }
  }

  /// Returns the constant that reaches a probability of correct selection.
  func value(probability: Double) -> Double {
    var upper = 4.0
    while upper < 1e300 && selectionProbability(upper) < probability { upper *= 2 }
    return MonotoneRoot.find(between: 0, and: upper) { selectionProbability($0) - probability }
  }

  /// Returns Rinott's bound of the probability of correct selection with a constant.
  func selectionProbability(_ constant: Double) -> Double {
    let outer = zip(inverses, weights).map { best, weight in
      let inner = zip(inverses, weights).map { other, share in
        share * SpecialFunctions.normalCumulative(constant / (best + other).squareRoot())
      }
      return weight * PortableMath.power(NeumaierSum(inner).value, Double(systems - 1))
    }
    return NeumaierSum(outer).value
  }

  /// The nodes between which all but 1e-17 of the density lies.
  private static func nodes(_ degrees: Double, step: Double) -> [Double] {
    func reach(_ direction: Double) -> Int {
      var count = 0
      while decay(degrees, at: direction * step * Double(count)) < 40 { count += 1 }
      return count
    }
    return (-reach(-1)...reach(1)).map { step * Double($0) }
  }

  private static func decay(_ degrees: Double, at u: Double) -> Double {
    0.5 * degrees * (PortableMath.exponentialMinusOne(u) - u)
  }
}
