import Dunjing

/// A recorder that learns what idle units are worth from the cost that follows.
///
/// From decision to decision it adds to the normal equations of least-squares temporal differences,
/// A = Σ φₖ (φₖ − γₖ φₖ₊₁)ᵀ and b = Σ γₖ cₖ₊₁ φₖ, with φ = (1, idle units by post) after a decision, c the seconds from the call
/// to the arrival of the unit that is sent, and γ the discount of the time between two decisions. It has to be told of
/// everything from the start of the run, when no unit is busy; absences on other work are not told and count as idle.
///
/// Source: S. J. Bradtke, A. G. Barto (1996), "Linear least-squares algorithms for temporal difference learning", Machine
/// Learning 22.
public struct IdleValueLearner: TraceRecorder {
  /// Decisions learned from.
  public private(set) var decisions = 0
  private let postOfUnit: [Int]
  /// Whether a unit counts: not one that only comes first.
  private let counts: [Bool]
  private let discountPerSecond: Double
  private var isOnDuty: [Bool]
  private var isBusy: [Bool]
  private var received: [Int: Double] = [:]
  /// φ now.
  private var features: [Double]
  private var last: (features: [Double], time: Double)?
  /// A, row by row.
  private var matrix: [Double]
  private var right: [Double]

  /// Creates a learner of nothing.
  /// - Parameters:
  ///   - world: the study, compiled.
  ///   - discountHours: the hours after which a cost counts only 1/e; some services long.
  public init(_ world: World, discountHours: Double) {
    precondition(discountHours > 0, "costs to come count for some time")
    postOfUnit = world.units.map(\.post)
    counts = world.units.map { !$0.isFirstResponderOnly }
    discountPerSecond = 1 / (3_600 * discountHours)
    isOnDuty = world.units.map { _ in false }
    isBusy = isOnDuty
    features = [1] + world.posts.map { _ in 0 }
    matrix = Array(repeating: 0, count: features.count * features.count)
    right = features.map { _ in 0 }
  }

  /// Follows units and incidents, and learns from orders.
  public mutating func record(_ entry: TraceEntry) {
    let unit = entry.unit
    switch entry.step {
    case .received: received[entry.incident] = entry.time
    case .cleared, .handedOver: received[entry.incident] = nil
    case .onDuty: change(unit, isOnDuty: true, isBusy: isBusy[unit])
    case .offDuty: change(unit, isOnDuty: false, isBusy: isBusy[unit])
    case .available, .dismissed: change(unit, isOnDuty: isOnDuty[unit], isBusy: false)
    case .ordered:
      change(unit, isOnDuty: isOnDuty[unit], isBusy: true)
      if counts[unit], case .arrival(let arrival) = entry.detail, let call = received[entry.incident] {
        learn(cost: arrival - call, at: entry.time)
      }
    default: break
    }
  }

  private mutating func change(_ unit: Int, isOnDuty onDuty: Bool, isBusy busy: Bool) {
    let before = isOnDuty[unit] && !isBusy[unit]
    (isOnDuty[unit], isBusy[unit]) = (onDuty, busy)
    let after = onDuty && !busy
    guard counts[unit], before != after else { return }
    features[1 + postOfUnit[unit]] += after ? 1 : -1
  }

  private mutating func learn(cost: Double, at time: Double) {
    if let last {
      let discount = PortableMath.exponential(-discountPerSecond * (time - last.time))
      let size = features.count
      for row in 0..<size where last.features[row] != 0 {
        let feature = last.features[row]
        right[row] += feature * discount * cost
        for column in 0..<size {
          matrix[row * size + column] += feature * (last.features[column] - discount * features[column])
        }
      }
      decisions += 1
    }
    last = (features, time)
  }

  /// What an idle unit of each post saves, in seconds of response time to come, by the index of the post; nil before anything
  /// can be told.
  ///
  /// A touch of ridge keeps posts apart from which a unit is hardly ever missing; a price is not below zero.
  public var prices: [Double]? {
    guard decisions > 0 else { return nil }
    let size = features.count
    var system = DenseMatrix(rows: size, columns: size)
    for row in 0..<size {
      for column in 0..<size { system[row, column] = matrix[row * size + column] / Double(decisions) }
      system[row, row] += row == 0 ? 0 : 1e-4
    }
    let solved = LeastSquares(system, right.map { $0 / Double(decisions) })
    return solved.map { $0.coefficients.dropFirst().map { max(0, -$0) } }
  }
}
