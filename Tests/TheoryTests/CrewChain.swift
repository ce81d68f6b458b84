import DunjingQueueing

/// The exact chain of a few units and two kinds of incident: one that needs one unit, and one that needs two.
///
/// As the engine has it: units go as they become free; the first one on scene starts the work, whether or not the second
/// is there; all units of an incident become free together; whoever was called first gets the next free unit, for its
/// first or its second; a call that no unit can go to waits, or is handed over when as many wait as may. Work is
/// exponential with one mean, the unit of time.
struct CrewChain {
  struct State: Hashable {
    /// Incidents worked on that need one unit, that have both of two, and that have one of two.
    var singles = 0
    var pairs = 0
    var halves = 0
    /// Units needed by those that wait for a first unit, the earliest first.
    var waiting: [Int] = []
  }

  let units: Int
  let waitingLimit: Int
  /// Arrival rates of incidents that need one unit and that need two.
  let rates: [Double]
  private(set) var states: [State] = []
  private(set) var probabilities: [Double] = []

  init(units: Int, waitingLimit: Int, singleRate: Double, pairRate: Double) {
    self.units = units
    self.waitingLimit = waitingLimit
    rates = [singleRate, pairRate]
    solve()
  }

  func mean(_ value: (State) -> Double) -> Double {
    zip(states, probabilities).reduce(0) { $0 + value($1.0) * $1.1 }
  }

  func busy(_ state: State) -> Int { state.singles + 2 * state.pairs + state.halves }

  func open(_ state: State) -> Int { state.singles + state.pairs + state.halves + state.waiting.count }

  /// Whether a call is handed over.
  func isFull(_ state: State) -> Bool { busy(state) == units && state.waiting.count == waitingLimit }

  private mutating func solve() {
    var index = [State(): 0]
    var flows: [(from: Int, to: Int, rate: Double)] = []
    states = [State()]
    var next = 0
    while next < states.count {
      for (target, rate) in transitions(from: states[next]) {
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
    probabilities = MarkovChain.stationaryDistribution(rates: matrix)
  }

  private func transitions(from state: State) -> [(State, Double)] {
    var result: [(State, Double)] = []
    for (needed, rate) in zip([1, 2], rates) where !isFull(state) {
      var after = state
      after.waiting.append(needed)
      result.append((served(after), rate))
    }
    for (part, count) in [
      (\State.singles, state.singles), (\State.pairs, state.pairs), (\State.halves, state.halves)
    ] where count > 0 {
      var after = state
      after[keyPath: part] -= 1
      result.append((served(after), Double(count)))
    }
    return result
  }

  /// Sends free units: second units first, for their incidents were called before all that wait for a first one.
  private func served(_ state: State) -> State {
    var state = state
    while busy(state) < units {
      if state.halves > 0 {
        state.halves -= 1
        state.pairs += 1
      } else if let needed = state.waiting.first {
        state.waiting.removeFirst()
        if needed == 1 { state.singles += 1 } else { state.halves += 1 }
      } else {
        break
      }
    }
    return state
  }
}
