import DunjingQueueing

/// The stationary distribution of a Markov chain in continuous time over the states that can be reached from one.
struct FiniteChain<State: Hashable & Sendable>: Sendable {
  let states: [State]
  let probabilities: [Double]

  /// - Parameters:
  ///   - start: a state.
  ///   - transitions: where a state goes at which rates; to itself counts for nothing.
  init(from start: State, transitions: (State) -> [(State, Double)]) {
    var index = [start: 0]
    var flows: [(from: Int, to: Int, rate: Double)] = []
    var states = [start]
    var next = 0
    while next < states.count {
      for (target, rate) in transitions(states[next]) {
        if index[target] == nil {
          index[target] = states.count
          states.append(target)
        }
        flows.append((next, index[target] ?? 0, rate))
      }
      next += 1
    }
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: states.count), count: states.count)
    for flow in flows where flow.from != flow.to { matrix[flow.from][flow.to] += flow.rate }
    self.states = states
    probabilities = MarkovChain.stationaryDistribution(rates: matrix)
  }

  func mean(_ value: (State) -> Double) -> Double {
    zip(states, probabilities).reduce(0) { $0 + value($1.0) * $1.1 }
  }
}
