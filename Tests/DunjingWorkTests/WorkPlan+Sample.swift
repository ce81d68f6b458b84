import DunjingScenario
import DunjingWork

extension WorkPlan {
  /// A plan of two treatments, of which a unit has one replication.
  static func sample(replications: Int) -> WorkPlan {
    WorkPlan(
      scenarioHash: "ab", scenarioPath: "study",
      name: LocalizedText(zh: "镇", en: "Town"), studyFiles: ["scenario.yaml"], settings: [], seed: 1,
      replications: replications, precision: nil, treatments: ["baseline", "sink20"], version: "0",
      engine: "0123456789abcdef",
      cost: WorkCost(
        startSeconds: 1, warmUpSeconds: 10, treatmentSeconds: 5, resultBytes: 100, memoryBytes: 1_000_000),
      units: (0..<replications).map {
        WorkUnit(number: $0 + 1, firstReplication: $0, replications: 1, firstTreatment: 0, treatments: 2)
      })
  }
}
