import DunjingLinear

extension PMedian {
  /// The p-median program by radii: for each point and each of its distinct distances Dₖ, a variable says that no site
  /// is within it.
  ///
  /// Source: S. Elloumi (2010), "A tighter formulation of the p-median problem". zᵢₖ + Σ xⱼ(tᵢⱼ ≤ Dₖ) ≥ 1, written in
  /// differences: zᵢₖ − zᵢₖ₋₁ + Σ xⱼ(tᵢⱼ = Dₖ) ≥ 0; the objective is Σ wᵢ (D₁ + Σ (Dₖ₊₁ − Dₖ) zᵢₖ). The radii of a point
  /// end at its nearest fixed site, and where so many sites lie nearer that a plan must have one of them.
  func program(of narrowed: SiteRules) -> LocationProgram {
    var program = LocationProgram(.minimize, narrowed)
    let isFixed = narrowed.isFixed
    let allowed = narrowed.allowed
    let needed = allowed.count - (narrowed.attainable() ?? narrowed.fixed.count) + 1
    for (point, weight) in countedWeights.enumerated() where weight > 0 {
      let order = allowed.filter { travel[$0, point] < .infinity }
        .sorted { (travel[$0, point], $0) < (travel[$1, point], $1) }
      addRadii(of: point, weight, order, needed, isFixed, to: &program)
    }
    return program
  }

  private func addRadii(
    of point: Int, _ weight: Double, _ order: [Int], _ needed: Int, _ isFixed: [Bool],
    to program: inout LocationProgram
  ) {
    program.linear.constant += weight * (order.first.map { travel[$0, point] } ?? 0)
    var previous: Int?
    var position = 0
    while position < order.count {
      let distance = travel[order[position], point]
      let end = order[position...].firstIndex { travel[$0, point] != distance } ?? order.count
      let near = order[position..<end]
      if near.contains(where: { isFixed[$0] }) { return }
      // Within this radius somebody is in every plan.
      if end >= needed || end == order.count { return close(near, previous, in: &program) }
      let beyond = program.linear.addVariable(
        0...1, objective: weight * (travel[order[end], point] - distance))
      program.linear.addRow(
        near.map { LinearTerm(program.open[$0]) } + [LinearTerm(beyond)]
          + (previous.map { [LinearTerm($0, -1)] } ?? []), atLeast: previous == nil ? 1 : 0)
      previous = beyond
      position = end
    }
    // Only the sites left out could reach it.
    close([], previous, in: &program)
  }

  /// Demands that a point not served nearer is served from the last sites.
  private func close(_ last: ArraySlice<Int>, _ previous: Int?, in program: inout LocationProgram) {
    program.linear.addRow(
      last.map { LinearTerm(program.open[$0]) } + (previous.map { [LinearTerm($0, -1)] } ?? []),
      atLeast: previous == nil ? 1 : 0)
  }
}
