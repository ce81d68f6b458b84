import DunjingParallel
import DunjingWork
import Testing

@Suite struct WorkDivisionTests {
  private func cost(warmUp: Double, treatment: Double) -> WorkCost {
    WorkCost(
      startSeconds: 1, warmUpSeconds: warmUp, treatmentSeconds: treatment, resultBytes: 10, memoryBytes: 1)
  }

  /// Every treatment of every replication, in the order of the units.
  private func pieces(_ units: [WorkUnit]) -> [[Int]] {
    units.flatMap { unit in
      unit.replicationNumbers.flatMap { replication in
        unit.treatmentPositions.map { [replication, $0] }
      }
    }
  }

  @Test(arguments: [0.001, 1, 7, 45, 299, 301, 2_000, 90_000])
  func `every treatment of every replication is in one unit`(seconds: Double) {
    let cost = cost(warmUp: seconds / 5, treatment: seconds / 10)
    for replications in [1, 2, 7, 200] {
      let units = WorkDivision().units(replications: replications, treatments: 8, cost: cost)
      #expect(units.map(\.number) == Array(1...units.count))
      #expect(pieces(units) == (0..<replications).flatMap { r in (0..<8).map { [r, $0] } })
    }
  }

  @Test func `units take what is wanted, and are as equal as can be`() {
    // A replication takes 10 s, so that thirty make five minutes; 200 are 7 units of 28 or 29.
    let units = WorkDivision().units(
      replications: 200, treatments: 8, cost: cost(warmUp: 2, treatment: 1))
    #expect(units.count == 7)
    #expect(Set(units.map(\.replications)) == [28, 29])
  }

  @Test func `results of a unit fit into little memory`() {
    var cost = cost(warmUp: 0.01, treatment: 0.01)
    cost.resultBytes = 100_000
    let units = WorkDivision().units(replications: 100, treatments: 8, cost: cost)
    #expect(units.count == 4 && units.allSatisfy { cost.bytes(of: $0) <= WorkDivision.mostBytes })
    // One replication is the least.
    cost.resultBytes = 100_000_000
    #expect(WorkDivision().units(replications: 3, treatments: 8, cost: cost).count == 3)
  }

  @Test func `a replication between what is wanted and the longest stays whole`() {
    let units = WorkDivision().units(replications: 3, treatments: 8, cost: cost(warmUp: 20, treatment: 60))
    #expect(units.map(\.treatments) == [8, 8, 8])
  }

  @Test func `a replication longer than that is divided by treatments`() {
    // 100 s of warm-up leave 200 s for treatments of 90 s: two in each part.
    let units = WorkDivision().units(replications: 2, treatments: 7, cost: cost(warmUp: 100, treatment: 90))
    #expect(units.count == 8)
    #expect(units.prefix(4).map(\.treatments).reduce(0, +) == 7)
    #expect(units.allSatisfy { $0.treatments <= 2 && $0.replications == 1 })
  }

  @Test func `a treatment that takes longer by itself is a unit`() {
    let units = WorkDivision().units(replications: 1, treatments: 3, cost: cost(warmUp: 400, treatment: 900))
    #expect(units.map(\.treatments) == [1, 1, 1])
  }

  @Test func `what takes no time is one unit`() {
    #expect(
      WorkDivision().units(replications: 50, treatments: 2, cost: cost(warmUp: 0, treatment: 0)).count == 1)
  }
}

@Suite struct ShardTests {
  @Test func `shards take every unit once`() {
    let plan = WorkPlan.sample(replications: 11)
    for count in [1, 2, 3, 11, 40] {
      let numbers = (1...count).flatMap { plan.units(of: Shard(number: $0, count: count)).map(\.number) }
      #expect(numbers.sorted() == plan.units.map(\.number))
    }
  }

  @Test(arguments: ["", "1", "0/3", "4/3", "1/0", "a/b", "1/2/3", "1/99999999999", "-1/3", "slurm"])
  func `what is no shard is refused`(text: String) {
    #expect(Shard(text, environment: [:]) == nil)
  }

  @Test func `a task of a Slurm array is a shard`() {
    let environment = ["SLURM_ARRAY_TASK_ID": "3", "SLURM_ARRAY_TASK_MAX": "7"]
    #expect(Shard("slurm", environment: environment) == Shard(number: 3, count: 7))
    #expect(Shard("2/7", environment: environment) == Shard(number: 2, count: 7))
    #expect(Shard("slurm", environment: ["SLURM_ARRAY_TASK_ID": "8", "SLURM_ARRAY_TASK_MAX": "7"]) == nil)
  }
}
