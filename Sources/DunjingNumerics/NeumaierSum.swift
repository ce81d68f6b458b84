/// A compensated sum: the error does not grow with the number of terms.
///
/// Source: A. Neumaier (1974), "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen".
/// The result depends on the order of the terms only in the last bits; add them in a fixed order.
@frozen
public struct NeumaierSum: Sendable, Equatable {
  @usableFromInline var total = 0.0
  @usableFromInline var compensation = 0.0

  /// Creates an empty sum, whose value is zero.
  @inlinable
  public init() {}

  /// Creates the sum of the terms of a sequence, in its order.
  @inlinable
  public init(_ terms: some Sequence<Double>) {
    for term in terms { add(term) }
  }

  /// The sum of all terms added.
  @inlinable
  public var value: Double { total + compensation }

  /// Adds one term.
  @inlinable
  public mutating func add(_ term: Double) {
    let sum = total + term
    if total.magnitude >= term.magnitude {
      compensation += (total - sum) + term
    } else {
      compensation += (term - sum) + total
    }
    total = sum
  }

  /// Adds all terms of another sum.
  @inlinable
  public mutating func merge(_ other: NeumaierSum) {
    add(other.total)
    add(other.compensation)
  }
}
