import DunjingNumerics

/// A linear or mixed-integer program: optimize c·x + constant subject to lower ≤ A x ≤ upper and bounds of x.
///
/// Rows are kept sparse, in the order in which they are added. The model knows no solver; a ``LinearSolver`` reads
/// it. Infinite bounds are allowed, and a row whose bounds are equal is an equation.
public struct LinearModel: Sendable, Equatable {
  /// What is wanted of the objective.
  public enum Sense: Sendable, Equatable {
    /// Less is better.
    case minimize
    /// More is better.
    case maximize
  }

  /// A decision variable.
  public struct Variable: Sendable, Equatable {
    /// The least value.
    public var lower: Double
    /// The greatest value.
    public var upper: Double
    /// The coefficient in the objective.
    public var objective: Double
    /// Whether only whole values are allowed.
    public var isInteger: Bool

    /// The least value, whole where it has to be.
    public var leastValue: Double { isInteger ? lower.rounded(.up) : lower }
    /// The greatest value, whole where it has to be.
    public var greatestValue: Double { isInteger ? upper.rounded(.down) : upper }
  }

  /// What is wanted of the objective.
  public let sense: Sense
  /// A number added to the objective.
  public var constant = 0.0
  /// The variables, by number.
  public private(set) var variables: [Variable] = []
  /// The least values of the rows.
  public private(set) var rowLower: [Double] = []
  /// The greatest values of the rows.
  public private(set) var rowUpper: [Double] = []
  /// Where the terms of each row begin in ``rowTerms``; one more than there are rows.
  public private(set) var rowStart: [Int] = [0]
  /// The terms of all rows, row by row.
  public private(set) var rowTerms: [LinearTerm] = []

  /// Creates a model without variables and rows.
  public init(_ sense: Sense) {
    self.sense = sense
  }

  /// The number of rows.
  public var rowCount: Int { rowLower.count }

  /// Whether any variable has to be whole.
  public var hasIntegers: Bool { variables.contains(where: \.isInteger) }

  /// Whether no whole value lies between the bounds of some variable.
  public var hasEmptyRange: Bool { variables.contains { $0.leastValue > $0.greatestValue } }

  /// Adds a variable and returns its number.
  /// - Precondition: the range is not empty and the objective is finite.
  public mutating func addVariable(
    _ range: ClosedRange<Double> = 0...Double.infinity, objective: Double = 0, isInteger: Bool = false
  ) -> Int {
    precondition(objective.isFinite, "the coefficient of a variable in the objective has to be finite")
    variables.append(
      Variable(
        lower: range.lowerBound, upper: range.upperBound, objective: objective, isInteger: isInteger))
    return variables.count - 1
  }

  /// Adds a variable that is 0 or 1 and returns its number.
  public mutating func addBinary(objective: Double = 0) -> Int {
    addVariable(0...1, objective: objective, isInteger: true)
  }

  /// Narrows or widens the range of a variable.
  public mutating func bound(_ variable: Int, to range: ClosedRange<Double>) {
    (variables[variable].lower, variables[variable].upper) = (range.lowerBound, range.upperBound)
  }

  /// Sets the coefficient of a variable in the objective.
  public mutating func setObjective(_ coefficient: Double, of variable: Int) {
    variables[variable].objective = coefficient
  }

  /// Adds a row: `range` contains the sum of the terms.
  /// - Precondition: every variable of the row exists and occurs once, coefficients are finite.
  public mutating func addRow(_ terms: [LinearTerm], in range: ClosedRange<Double>) {
    precondition(
      terms.allSatisfy { variables.indices.contains($0.variable) && $0.coefficient.isFinite },
      "a term needs a variable of this model and a finite coefficient")
    assert(Set(terms.map(\.variable)).count == terms.count, "a variable occurs twice in a row")
    rowTerms += terms
    rowStart.append(rowTerms.count)
    rowLower.append(range.lowerBound)
    rowUpper.append(range.upperBound)
  }

  /// Adds the row terms ≤ `limit`.
  public mutating func addRow(_ terms: [LinearTerm], atMost limit: Double) {
    addRow(terms, in: -Double.infinity...limit)
  }

  /// Adds the row terms ≥ `limit`.
  public mutating func addRow(_ terms: [LinearTerm], atLeast limit: Double) {
    addRow(terms, in: limit...Double.infinity)
  }

  /// Adds the row terms = `value`.
  public mutating func addRow(_ terms: [LinearTerm], equalTo value: Double) {
    addRow(terms, in: value...value)
  }

  /// Returns the objective of values of the variables.
  public func objective(of values: [Double]) -> Double {
    var sum = NeumaierSum()
    sum.add(constant)
    for (variable, value) in zip(variables, values) where variable.objective != 0 && value != 0 {
      sum.add(variable.objective * value)
    }
    return sum.value
  }
}
