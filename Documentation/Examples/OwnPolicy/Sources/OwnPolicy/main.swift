import Dunjing

/// Sends the nearest unit, but only if it arrives within a limit; otherwise waits for a better one.
struct NearestWithin: DispatchPolicy {
  var limitSeconds: Double

  mutating func dispatch(_ incident: Incident, in state: StateView) -> DispatchDecision {
    let nearest = state.candidates.min { $0.expectedSeconds < $1.expectedSeconds }
    guard let nearest, nearest.expectedSeconds <= limitSeconds || incident.priority == 1 else { return .hold }
    return .send(unit: nearest.unit)
  }
}

/// The busy share of the unit that is busiest.
let busiestUnit = CustomIndicator("busiestUnit", unit: .share, direction: .lowerIsBetter) { result in
  result.unitUtilization.compactMap { $0 }.max()
}

let arguments = CommandLine.arguments.dropFirst()
let study = ScenarioBundle(path: arguments.first ?? "scenarios/minimal").loadOrExit()
var comparison = PolicyComparison(
  World(compiling: study),
  [
    PolicyAlternative("nearest"),
    PolicyAlternative("within 6 min", dispatch: NearestWithin(limitSeconds: 360)),
    PolicyAlternative("within 4 min", dispatch: NearestWithin(limitSeconds: 240))
  ],
  indicators: [busiestUnit])
comparison.replications = arguments.dropFirst().first.flatMap { Int($0) } ?? 10
print(comparison.run(threads: 2).table(of: [.withinTarget, .responseMeanFromCall, .queuedShare]))
