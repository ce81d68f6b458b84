extension LinearModel {
  /// Returns by how much values violate the bounds, the rows and wholeness: the greatest violation of one of them.
  /// - Precondition: there is a value for each variable.
  public func violation(of values: [Double]) -> Double {
    precondition(values.count == variables.count, "each variable needs a value")
    var worst = 0.0
    for (variable, value) in zip(variables, values) {
      worst = max(worst, variable.lower - value, value - variable.upper)
      if variable.isInteger { worst = max(worst, (value - value.rounded()).magnitude) }
    }
    for row in 0..<rowCount {
      let sum = rowTerms[rowStart[row]..<rowStart[row + 1]].reduce(0) {
        $0 + $1.coefficient * values[$1.variable]
      }
      worst = max(worst, rowLower[row] - sum, sum - rowUpper[row])
    }
    return worst
  }
}
