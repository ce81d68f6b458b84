import Dunjing
import DunjingExamples

/// Plays a study under policies of dispatch and relocation, and prints a leaderboard.
///
/// `policy-benchmark STUDY REPLICATIONS WARM_UP_DAYS DAYS THREADS`
@main
enum PolicyBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    let numbers = arguments.dropFirst(2).compactMap { Int($0) }
    guard arguments.count == 6, numbers.count == 4 else {
      print("usage: policy-benchmark STUDY REPLICATIONS WARM_UP_DAYS DAYS THREADS")
      return
    }
    var scenario = try ScenarioBundle(path: arguments[1]).load().scenario
    scenario.time.warmUpDays = numbers[1]
    scenario.time.horizonDays = numbers[2]
    let world = World(compiling: try scenario.validated())
    var comparison = PolicyComparison(
      world, alternatives(for: world), indicators: [.longestWait, .decileGap])
    comparison.replications = numbers[0]
    let result = comparison.run(threads: numbers[3])
    print(Leaderboard(result).markdown)
    print()
    print(
      result.table(
        of: [.responseMeanFromCall, .withinTarget, .responseP90, .queuedShare, .streetUtilization], in: .en)
    )
  }

  /// The policies; what is fitted is fitted on incidents of a seed of its own.
  private static func alternatives(for world: World) -> [PolicyAlternative] {
    let (baseline, seed) = (world.baseline, world.scenario.experiment.seed + 1)
    return [
      PolicyAlternative("nearest unit"),
      PolicyAlternative("own district first", dispatch: OwnDistrictFirst()),
      PolicyAlternative("longest idle", dispatch: LongestIdle()),
      PolicyAlternative("nearest with a reserve of 1", dispatch: NearestWithReserve(reserve: 1)),
      PolicyAlternative(
        "dynamic MEXCLP relocation",
        relocation: DynamicMEXCLP(measuring: world, treatment: baseline, seed: seed)),
      PolicyAlternative(
        "hypercube preference list", dispatch: PreferenceList(optimizing: world, treatment: baseline)),
      PolicyAlternative(
        "idle values (ADP)",
        dispatch: IdleValueTraining(seed: seed).policy(for: world, treatment: baseline))
    ]
  }
}
