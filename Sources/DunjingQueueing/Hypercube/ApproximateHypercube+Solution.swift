extension ApproximateHypercube {
  /// Finds the fixed point: workloads that make dispatches that make the same workloads, to within 10⁻¹³.
  /// - Complexity: some dozens of rounds of O(lengths of the lists, as far as followed), then O(units · atoms).
  public func solve() -> HypercubeOutcome<ApproximateHypercubeSolution> {
    if line == .infinite && load >= 1 { return .saturated(load: load) }
    guard arrivalRate > 0 else { return .solved(idle) }
    var iteration = ApproximateIteration(self)
    guard iteration.run(tolerance: 1e-13, rounds: 2_000), iteration.isBounded else { return .notConverged }
    let allBusy = iteration.factors.allBusy
    return .solved(
      ApproximateHypercubeSolution(
        model: self, workloads: iteration.workloads, allBusyProbability: allBusy,
        dispatchFractions: fractions(iteration, allBusy: allBusy),
        meanServiceTime: iteration.meanService, factors: iteration.factors))
  }

  /// A load that can be worked with: with a line without end the units can do it (on the way to the fixed point it may be
  /// more where in the end it is not); without a line more than this changes no share by a billionth.
  func bounded(_ load: Double) -> Double {
    min(load, (line == .infinite ? 1 - 1e-9 : 1e9) * Double(units))
  }

  /// The correction factors of a queue with the units and the line, as loaded as can be worked with.
  func factors(load: Double, count: Int) -> CorrectionFactors {
    CorrectionFactors(units: units, load: bounded(load), line: line, count: count)
  }

  private var idle: ApproximateHypercubeSolution {
    let zeros = [Double](repeating: 0, count: arrivalRates.count)
    return ApproximateHypercubeSolution(
      model: self, workloads: [Double](repeating: 0, count: units), allBusyProbability: 0,
      dispatchFractions: [[Double]](repeating: zeros, count: units), meanServiceTime: meanServiceTimes[0],
      factors: factors(load: 0, count: 0))
  }

  private func fractions(_ iteration: ApproximateIteration, allBusy: Double) -> [[Double]] {
    let total = arrivalRate
    let rates = meanServiceTimes.map { 1 / $0 }
    let capacity = rates.reduce(0, +)
    let delayed = line == .infinite ? allBusy : 0
    var fractions = rates.map { rate in
      delayed > 0
        ? arrivalRates.map { $0 / total * delayed * rate / capacity }
        : [Double](repeating: 0, count: arrivalRates.count)
    }
    var ranked: [(unit: Int, share: Double)] = []
    for (atom, rate) in arrivalRates.enumerated() where rate > 0 {
      ranked.removeAll(keepingCapacity: true)
      iteration.forEachRank(atom) { unit, probability in
        ranked.append((unit, probability * (1 - iteration.workloads[unit])))
      }
      let scale = rate / total * (1 - delayed) / ranked.reduce(0) { $0 + $1.share }
      for (unit, share) in ranked { fractions[unit][atom] += share * scale }
    }
    return fractions
  }
}
