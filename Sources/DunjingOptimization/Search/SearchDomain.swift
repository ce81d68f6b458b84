import DunjingRandom

/// The points that a search may evaluate: a box, cut by half spaces, in which some coordinates may be whole numbers.
///
/// Whole numbers are rounded before a surrogate sees them, so that it is flat between them (E. C. Garrido-Merchán & D.
/// Hernández-Lobato, 2020, "Dealing with categorical and integer-valued variables in Bayesian optimization with Gaussian
/// processes").
///
/// A domain should have a volume: an equation, such as a fixed sum, is better solved for one of the coordinates.
public struct SearchDomain: Sendable, Equatable, Codable {
  /// The box.
  public let box: Box
  /// The half spaces, in units of the coordinates.
  public let constraints: [LinearConstraint]
  /// The coordinates that are whole numbers.
  public let whole: Set<Int>
  /// The half spaces of shares of the box's intervals, in which a search works.
  private let shareConstraints: [LinearConstraint]

  /// Creates a domain.
  /// - Precondition: a constraint has a finite coefficient for each coordinate; whole coordinates have whole bounds, and no
  ///   half space cuts where there are any.
  public init(box: Box, constraints: [LinearConstraint] = [], whole: Set<Int> = []) {
    precondition(
      constraints.allSatisfy { $0.coefficients.count == box.dimension && $0.tolerance.isFinite },
      "a constraint has a finite coefficient for each coordinate")
    precondition(
      whole.allSatisfy {
        box.lower.indices.contains($0) && box.lower[$0] == box.lower[$0].rounded()
          && box.upper[$0] == box.upper[$0].rounded()
      } && (whole.isEmpty || constraints.isEmpty), "whole coordinates have whole bounds and no half spaces")
    (self.box, self.constraints, self.whole) = (box, constraints, whole)
    shareConstraints = constraints.map { $0.ofShares(box) }
  }

  /// The number of coordinates.
  public var dimension: Int { box.dimension }

  /// Returns whether a point may be evaluated.
  public func contains(_ point: [Double]) -> Bool { admits(box.shares(of: point)) }

  /// Whether shares are in the unit cube and in every half space, up to rounding.
  func admits(_ shares: [Double]) -> Bool {
    shares.allSatisfy { $0 >= -1e-12 && $0 <= 1 + 1e-12 }
      && shareConstraints.allSatisfy { $0.excess(shares) <= $0.tolerance }
  }

  /// The same shares with 0 in intervals of no length, where every share is the same point, and those of whole numbers.
  public func canonical(_ shares: [Double]) -> [Double] {
    shares.indices.map { index in
      let length = box.upper[index] - box.lower[index]
      guard length > 0 else { return 0 }
      return whole.contains(index) ? (shares[index] * length).rounded() / length : shares[index]
    }
  }

  /// Returns points of the domain, evenly spread; fewer, or none, where no point was found.
  public func evenPoints(_ count: Int, seed: UInt64) -> [[Double]] {
    sampled(count, seed: seed).map(box.point)
  }

  /// Returns shares of the domain, evenly spread: of a scrambled Sobol sequence those that the half spaces admit, and
  /// where these are rare a random walk; fewer, or none, where no point was found.
  /// - Complexity: O(40 · count · coordinates · constraints), and with a walk another factor of the coordinates.
  func sampled(_ count: Int, seed: UInt64) -> [[Double]] {
    var sequence = SobolSequence(dimension: dimension, scramblingSeed: seed)
    guard !constraints.isEmpty else {
      let shares = sequence.points(count)
      return whole.isEmpty ? shares : shares.map(evenly)
    }
    var found: [[Double]] = []
    for _ in 0..<40 * count where found.count < count {
      if let shares = sequence.next(), admits(shares) { found.append(shares) }
    }
    return found.count < count ? walked(found, count, seed: seed) : found
  }

  /// Shares of which those of whole numbers are the middle of as many equal parts of the interval, so that an even sample has
  /// each number equally often.
  func evenly(_ shares: [Double]) -> [Double] {
    shares.indices.map { index in
      guard whole.contains(index) else { return shares[index] }
      let length = box.upper[index] - box.lower[index]
      return length > 0 ? min((shares[index] * (length + 1)).rounded(.down), length) / length : 0
    }
  }

  /// The nearest shares in the domain, by the alternating projections of R. L. Dykstra (1983), "An algorithm for restricted
  /// least squares regression"; nil where none was found.
  func projected(_ shares: [Double]) -> [Double]? {
    var point = shares.map { min(max($0, 0), 1) }
    if admits(point) { return point }
    point = shares
    var corrections = [[Double]](
      repeating: [Double](repeating: 0, count: dimension), count: shareConstraints.count + 1)
    for _ in 0..<300 {
      for (number, constraint) in shareConstraints.enumerated() {
        let from = zip(point, corrections[number]).map { $0 + $1 }
        let length = constraint.coefficients.reduce(0) { $0 + $1 * $1 }
        // A hair inside, so that rounding does not leave the point outside.
        let excess = constraint.excess(from) + 0.5 * constraint.tolerance
        let step = excess > 0 && length > 0 ? excess / length : 0
        point = from.indices.map { from[$0] - step * constraint.coefficients[$0] }
        corrections[number] = zip(from, point).map { $0 - $1 }
      }
      let from = zip(point, corrections[shareConstraints.count]).map { $0 + $1 }
      point = from.map { min(max($0, 0), 1) }
      corrections[shareConstraints.count] = zip(from, point).map { $0 - $1 }
      if admits(point) { return point }
    }
    return nil
  }

  /// Fills up shares by a walk that goes to a random place on a random line through the domain (R. L. Smith, 1984,
  /// "Efficient Monte Carlo procedures for generating points uniformly distributed over bounded regions").
  private func walked(_ found: [[Double]], _ count: Int, seed: UInt64) -> [[Double]] {
    var stream = RandomStream(seed: seed, purpose: .domainWalk)
    guard var shares = found.last ?? inside(&stream) else { return found }
    var result = found
    while result.count < count {
      for _ in 0..<dimension + 4 { shares = step(from: shares, &stream) }
      result.append(shares)
    }
    return result
  }

  /// Shares away from the border: the middle of several projections of random ones.
  private func inside(_ stream: inout RandomStream) -> [Double]? {
    var sum = [Double](repeating: 0, count: dimension)
    var count = 0.0
    for _ in 0..<2 * dimension + 4 {
      guard let shares = projected(sum.map { _ in 3 * stream.nextUnit() - 1 }) else { continue }
      for index in sum.indices { sum[index] += shares[index] }
      count += 1
    }
    return count > 0 ? sum.map { $0 / count } : nil
  }

  private func step(from shares: [Double], _ stream: inout RandomStream) -> [Double] {
    let direction = shares.map { _ in stream.nextNormal() }
    var (low, high) = (-Double.infinity, Double.infinity)
    func cut(_ slope: Double, _ room: Double) {
      if slope > 0 { high = min(high, max(room, 0) / slope) }
      if slope < 0 { low = max(low, max(room, 0) / slope) }
    }
    for index in shares.indices {
      cut(direction[index], 1 - shares[index])
      cut(-direction[index], shares[index])
    }
    for constraint in shareConstraints {
      let slope = zip(constraint.coefficients, direction).reduce(0) { $0 + $1.0 * $1.1 }
      cut(slope, -constraint.excess(shares))
    }
    let length = low + (high - low) * stream.nextUnit()
    return shares.indices.map { min(max(shares[$0] + length * direction[$0], 0), 1) }
  }
}
