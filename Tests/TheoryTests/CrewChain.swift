/// The exact chain of a few units and two kinds of incident: one that needs one unit, and one that needs two.
///
/// As the engine has it: units go as they become free; the first one on scene starts the work, whether or not the second
/// is there; all units of an incident become free together; whoever was called first gets the next free unit, for its
/// first or its second; a call that no unit can go to waits, or is handed over when as many wait as may. Work is
/// exponential with one mean, the unit of time.
struct CrewChain {
  struct State: Hashable, Sendable {
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
  private var chain = FiniteChain(from: State()) { _ in [] }

  init(units: Int, waitingLimit: Int, singleRate: Double, pairRate: Double) {
    self.units = units
    self.waitingLimit = waitingLimit
    rates = [singleRate, pairRate]
    chain = FiniteChain(from: State(), transitions: transitions)
  }

  var states: [State] { chain.states }

  func mean(_ value: (State) -> Double) -> Double { chain.mean(value) }

  func busy(_ state: State) -> Int { state.singles + 2 * state.pairs + state.halves }

  func open(_ state: State) -> Int { state.singles + state.pairs + state.halves + state.waiting.count }

  /// Whether a call is handed over.
  func isFull(_ state: State) -> Bool { busy(state) == units && state.waiting.count == waitingLimit }

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
