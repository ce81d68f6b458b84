import DunjingNumerics

/// Chooses sites with the least weighted driving time to the nearest one.
///
/// A greedy start and vertex interchange. Source: M. B. Teitz & P. Bart (1968), "Heuristic methods for
/// estimating the generalized vertex median of a weighted graph".
struct PMedian: Sendable {
  /// Driving time from each candidate (first index) to each place of demand, in seconds.
  var times: [[Double]]
  /// The weight of each place of demand.
  var weights: [Double]

  /// Returns the weighted mean time to the nearest site, in seconds.
  func meanTime(of sites: [Int]) -> Double {
    var cost = NeumaierSum()
    for place in weights.indices {
      var nearest = Double.infinity
      for site in sites { nearest = min(nearest, times[site][place]) }
      cost.add(weights[place] * nearest)
    }
    return cost.value / NeumaierSum(weights).value
  }

  /// Returns `count` sites in the order a greedy search adds them to fixed sites.
  func greedy(_ count: Int, after fixed: [Int] = []) -> [Int] {
    var chosen = fixed
    for _ in 0..<count {
      let free = times.indices.filter { !chosen.contains($0) }
      let costs = free.map { meanTime(of: chosen + [$0]) }
      guard let best = costs.indices.min(by: { costs[$0] < costs[$1] }) else { break }
      chosen.append(free[best])
    }
    return Array(chosen.dropFirst(fixed.count))
  }

  /// Returns `count` sites after interchange, in ascending order: no single exchange improves them.
  func sites(_ count: Int) -> [Int] {
    var chosen = greedy(count)
    var cost = meanTime(of: chosen)
    var isImproved = true
    while isImproved {
      isImproved = false
      for position in chosen.indices {
        for candidate in times.indices where !chosen.contains(candidate) {
          var trial = chosen
          trial[position] = candidate
          let trialCost = meanTime(of: trial)
          if trialCost < cost - 1e-9 {
            (chosen, cost, isImproved) = (trial, trialCost, true)
          }
        }
      }
    }
    return chosen.sorted()
  }
}
