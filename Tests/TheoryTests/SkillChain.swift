/// The exact chain of two units, of which one may do everything and the other not, and of two kinds of incident.
///
/// As the engine has it: common incidents go to the narrow unit if it is free, otherwise to the wide one; special ones to the
/// wide one alone; a unit that becomes free takes the earliest of those that wait and that it may take; a call that no unit
/// can go to waits, or is handed over when as many wait as may. Work is exponential with one mean, the unit of time.
struct SkillChain: Sendable {
  struct State: Hashable, Sendable {
    var wideIsBusy = false
    var narrowIsBusy = false
    /// Whether each of those that wait is special, the earliest first.
    var waiting: [Bool] = []
  }

  let waitingLimit: Int
  let specialRate: Double
  let commonRate: Double
  private var chain = FiniteChain(from: State()) { _ in [] }

  init(waitingLimit: Int, specialRate: Double, commonRate: Double) {
    (self.waitingLimit, self.specialRate, self.commonRate) = (waitingLimit, specialRate, commonRate)
    chain = FiniteChain(from: State(), transitions: transitions)
  }

  var states: [State] { chain.states }

  func mean(_ value: (State) -> Double) -> Double { chain.mean(value) }

  /// The share of incidents that find a condition on arrival, depending on whether they are special.
  func share(_ condition: (State, _ isSpecial: Bool) -> Bool) -> Double {
    mean { (condition($0, true) ? specialRate : 0) + (condition($0, false) ? commonRate : 0) }
      / (specialRate + commonRate)
  }

  func open(_ state: State) -> Double {
    Double((state.wideIsBusy ? 1 : 0) + (state.narrowIsBusy ? 1 : 0) + state.waiting.count)
  }

  /// Whether an incident finds nobody who may go.
  func findsNobody(_ state: State, isSpecial: Bool) -> Bool {
    state.wideIsBusy && (isSpecial || state.narrowIsBusy)
  }

  /// Whether an incident is handed over.
  func isLost(_ state: State, isSpecial: Bool) -> Bool {
    findsNobody(state, isSpecial: isSpecial) && state.waiting.count == waitingLimit
  }

  private func transitions(from state: State) -> [(State, Double)] {
    var result: [(State, Double)] = []
    for (isSpecial, rate) in [(true, specialRate), (false, commonRate)]
    where !isLost(state, isSpecial: isSpecial) {
      var after = state
      if findsNobody(state, isSpecial: isSpecial) {
        after.waiting.append(isSpecial)
      } else if isSpecial || state.narrowIsBusy {
        after.wideIsBusy = true
      } else {
        after.narrowIsBusy = true
      }
      result.append((after, rate))
    }
    if state.wideIsBusy {
      var after = state
      if after.waiting.isEmpty { after.wideIsBusy = false } else { after.waiting.removeFirst() }
      result.append((after, 1))
    }
    if state.narrowIsBusy {
      var after = state
      if let first = after.waiting.firstIndex(of: false) {
        after.waiting.remove(at: first)
      } else {
        after.narrowIsBusy = false
      }
      result.append((after, 1))
    }
    return result
  }
}
