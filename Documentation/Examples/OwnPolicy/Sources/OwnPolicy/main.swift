import Dunjing
import Foundation

/// Sends the nearest unit, but only if it arrives within a limit; otherwise waits for a better one.
struct NearestWithin: DispatchPolicy {
  var limitSeconds: Double

  mutating func dispatch(_ incident: Incident, in state: StateView) -> DispatchDecision {
    let nearest = state.candidates.min { $0.preferredSeconds < $1.preferredSeconds }
    guard let nearest, nearest.expectedSeconds <= limitSeconds || incident.priority == 1 else { return .hold }
    return .send(unit: nearest.unit)
  }
}

/// The busy share of the unit that is busiest.
let busiestUnit = CustomIndicator(
  "busiestUnit", name: LocalizedText(zh: "最忙单元的忙碌比例", en: "busy share of the busiest unit"), unit: .share,
  direction: .lowerIsBetter
) { result in
  result.unitUtilization.compactMap { $0 }.max()
}

let arguments = CommandLine.arguments.dropFirst()
guard let replications = Int(arguments.dropFirst().first ?? "10"), replications > 0 else {
  print("usage: OwnPolicy STUDY [REPLICATIONS]")
  exit(64)
}
let study = ScenarioBundle(path: arguments.first ?? "scenarios/minimal").loadOrExit()
var comparison = PolicyComparison(
  World(compiling: study),
  [
    PolicyAlternative(LocalizedText(zh: "研究原有", en: "as in the study")),
    PolicyAlternative(
      LocalizedText(zh: "6 分钟以内", en: "within 6 min"), dispatch: NearestWithin(limitSeconds: 360)),
    PolicyAlternative(
      LocalizedText(zh: "4 分钟以内", en: "within 4 min"), dispatch: NearestWithin(limitSeconds: 240))
  ],
  indicators: [busiestUnit])
comparison.replications = replications
let result = comparison.run(threads: 2, progress: .lines)
print(result.table(of: [.withinTarget, .responseMeanFromCall, .queuedShare]))
