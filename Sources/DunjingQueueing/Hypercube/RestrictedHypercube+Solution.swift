extension RestrictedHypercube {
  /// Finds the fixed point: workloads that make dispatches that make the same workloads, to within 10⁻⁹.
  ///
  /// Units with more to do than they can are taken off the lists of all others, until the rest has a steady state.
  /// - Returns: what follows from it, with the units that are always busy; nil if the iteration did not settle.
  /// - Complexity: some dozens of rounds, near saturation thousands, of O(lengths of the lists + groups · units), then O(units · atoms).
  public func solve() -> RestrictedHypercubeSolution? {
    var overloads: [Overload] = []
    var rest = self
    while rest.model.arrivalRate > 0 {
      var overload = rest.tightest
      if overload.load < 1 {
        var iteration = RestrictedIteration(rest)
        if iteration.run(tolerance: 1e-9, rounds: 4_000) {
          return RestrictedHypercubeSolution(model, overloads: overloads, steady: rest.model, iteration)
        }
        // Groups that share units may be too much together for units that no group has to itself.
        guard let together = rest.overload(in: iteration) else { return nil }
        overload = together
      }
      overloads.append(overload)
      rest = rest.without(overload.units)
    }
    return RestrictedHypercubeSolution(model, overloads: overloads, steady: rest.model, nil)
  }

  /// The units that are always busy with incidents that only they may serve, and the load of these; nil if there are none.
  private func overload(in iteration: RestrictedIteration) -> Overload? {
    let isBusy = iteration.isAlwaysBusy
    let own = groups.filter { $0.rate > 0 && $0.units.allSatisfy { isBusy[$0] } }
    let units = Set(own.flatMap(\.units)).sorted()
    guard !units.isEmpty else { return nil }
    // With times that differ by unit the bound may lie below what the units are asked to do.
    let wanted = units.reduce(0) { $0 + iteration.wanted[$1] } / Double(units.count)
    return Overload(units: units, load: max(1, load(of: own, on: units), wanted))
  }

  /// The model without units that are always busy and the incidents that only they may serve.
  private func without(_ units: [Int]) -> RestrictedHypercube {
    let gone = Set(units)
    let lists = model.preferences.map { list in list.filter { !gone.contains($0) } }
    return RestrictedHypercube(
      ApproximateHypercube(
        arrivalRates: zip(model.arrivalRates, lists).map { $1.isEmpty ? 0 : $0 },
        preferences: zip(model.preferences, lists).map { $1.isEmpty ? $0 : $1 },
        serviceTimes: model.serviceTimes, travelTimes: model.travelTimes, line: .infinite))
  }
}
