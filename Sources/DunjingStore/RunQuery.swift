/// What is wanted of the store: which treatments of which runs, in which order, with which indicators.
public struct RunQuery: Sendable {
  /// A part of the name of the study in either language, or the beginning of its hash.
  public var study: String?
  /// The id of the only treatment that is wanted.
  public var treatment: String?
  /// What a treatment of a run has to keep, all together.
  public var conditions: [Condition] = []
  /// The order; without one, that of the paths.
  public var order: Order?
  /// The ids of the indicators that are wanted; nil for all.
  public var indicators: [String]?

  /// Creates a query for everything.
  public init() {}

  /// A bound of an indicator.
  public struct Condition: Sendable, Equatable {
    /// The side of the bound on which a value has to be.
    public enum Side: String, Sendable, CaseIterable {
      /// The value is the bound or more.
      case atLeast = ">="
      /// The value is the bound or less.
      case atMost = "<="
      /// The value is more than the bound.
      case above = ">"
      /// The value is less than the bound.
      case below = "<"
    }

    /// What is bounded.
    public enum Quantity: String, Sendable {
      /// The mean, in its unit.
      case mean
      /// The change to the baseline as a share of it; the baseline has none.
      case relative
    }

    /// The id of the indicator.
    public var indicator: String
    /// What is bounded.
    public var quantity: Quantity
    /// The side of the bound.
    public var side: Side
    /// The bound: in the unit of the indicator, or as a share of the baseline.
    public var bound: Double

    /// Creates a condition.
    public init(_ indicator: String, _ side: Side, _ bound: Double, of quantity: Quantity = .mean) {
      (self.indicator, self.quantity, self.side, self.bound) = (indicator, quantity, side, bound)
    }
  }

  /// An order by the mean of an indicator; what has none comes last.
  public struct Order: Sendable {
    /// The id of the indicator.
    public var indicator: String
    /// Whether the least comes first.
    public var isAscending: Bool

    /// Creates an order.
    public init(by indicator: String, isAscending: Bool) {
      (self.indicator, self.isAscending) = (indicator, isAscending)
    }
  }
}
