import Dunjing

/// Sends the unit for which its response time and the price of its absence are least together: an approximate dynamic
/// program.
///
/// The cost to go after a decision is taken to be linear in the numbers of idle units by post, V = θ₀ + Σ θₚ nₚ; sending a
/// unit of post p then costs its response time and the price −θₚ of one idle unit less. ``IdleValueTraining`` fits the prices.
///
/// Source: M. S. Maxwell, M. Restrepo, S. G. Henderson, H. Topaloglu (2010), "Approximate dynamic programming for ambulance
/// redeployment", INFORMS Journal on Computing 22; V. Schmid (2012), "Solving the dynamic ambulance relocation and dispatching
/// problem using approximate dynamic programming", European Journal of Operational Research 219. Their basis functions are
/// others.
public struct IdleValuePolicy: DispatchPolicy {
  /// What an idle unit of each post is worth, in seconds of response time to come.
  public let prices: [Double]
  private let postOfUnit: [Int]

  /// Creates the policy.
  /// - Parameters:
  ///   - world: the study, compiled.
  ///   - prices: by the index of the post in `World.posts`, in seconds; zeros make it the nearest unit.
  /// - Precondition: every post has a price.
  public init(_ world: World, prices: [Double]) {
    precondition(prices.count == world.posts.count, "every post has a price")
    self.prices = prices
    postOfUnit = world.units.map(\.post)
  }

  /// Sends the candidate of least cost; ties go to the lower index.
  public mutating func dispatch(_ incident: Incident, in state: StateView) -> DispatchDecision {
    func cost(_ candidate: DispatchCandidate) -> Double {
      candidate.expectedSeconds - candidate.preferenceSeconds + prices[postOfUnit[candidate.unit]]
    }
    return state.candidates.min { cost($0) < cost($1) }.map { .send(unit: $0.unit) } ?? .hold
  }
}
