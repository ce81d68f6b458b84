extension LinearModel {
  /// The directions in which one can go on for ever without breaking a row or a bound, none longer than 1 in any variable;
  /// the objective is how much a step along the direction changes it.
  ///
  /// A program with a solution is unbounded exactly where the best direction improves the objective (integer programs with
  /// rational numbers as well: R. R. Meyer, 1974, "On the existence of optimal solutions to integer and mixed-integer
  /// programming problems").
  public var recession: LinearModel {
    var model = LinearModel(sense)
    for variable in variables {
      let range = (variable.lower == -.infinity ? -1 : 0)...(variable.upper == .infinity ? 1.0 : 0)
      _ = model.addVariable(range, objective: variable.objective)
    }
    for row in 0..<rowCount {
      let range =
        (rowLower[row] == -.infinity ? -.infinity : 0)...(rowUpper[row] == .infinity ? .infinity : 0.0)
      model.addRow(Array(rowTerms[rowStart[row]..<rowStart[row + 1]]), in: range)
    }
    return model
  }
}
