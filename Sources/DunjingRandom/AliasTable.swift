/// A weighted choice among the indices 0 ..< `count`, in constant time with one draw.
///
/// Source: A. J. Walker (1977), in the construction of M. D. Vose (1991). Probabilities are kept as 64-bit
/// thresholds, so that the choice itself uses no floating point.
@frozen
public struct AliasTable: Sendable, Equatable {
  @usableFromInline let thresholds: [UInt64]
  @usableFromInline let aliases: [Int32]

  /// Creates a table for weights that need not sum to one; nil if there are none, one is negative or not
  /// finite, or all are zero.
  public init?(weights: [Double]) {
    let total = weights.reduce(0, +)
    guard weights.allSatisfy({ $0 >= 0 }), total > 0, total.isFinite, weights.count < Int(Int32.max) else {
      return nil
    }
    var shares = weights.map { $0 / total * Double(weights.count) }
    var thresholds = [UInt64](repeating: .max, count: weights.count)
    var aliases = (0..<Int32(weights.count)).map { $0 }
    var small = shares.indices.filter { shares[$0] < 1 }
    var large = shares.indices.filter { shares[$0] >= 1 }
    while let receiver = small.popLast(), let donor = large.last {
      thresholds[receiver] = UInt64(shares[receiver] * 0x1p64)
      aliases[receiver] = Int32(donor)
      shares[donor] = (shares[donor] + shares[receiver]) - 1
      if shares[donor] < 1 {
        large.removeLast()
        small.append(donor)
      }
    }
    Self.settle(weights, &thresholds, &aliases)
    self.thresholds = thresholds
    self.aliases = aliases
  }

  /// Sends rounding leftovers of weightless indices to an index with weight.
  private static func settle(_ weights: [Double], _ thresholds: inout [UInt64], _ aliases: inout [Int32]) {
    guard let heaviest = weights.indices.max(by: { weights[$0] < weights[$1] }) else { return }
    for index in weights.indices where weights[index] == 0 {
      thresholds[index] = 0
      if Int(aliases[index]) == index { aliases[index] = Int32(heaviest) }
    }
  }

  /// The number of indices.
  @inlinable
  public var count: Int { thresholds.count }

  /// Returns an index with probability proportional to its weight.
  @inlinable
  public func sample(using stream: inout RandomStream) -> Int {
    let (column, fraction) = stream.next().multipliedFullWidth(by: UInt64(thresholds.count))
    let index = Int(column)
    return fraction < thresholds[index] ? index : Int(aliases[index])
  }
}
