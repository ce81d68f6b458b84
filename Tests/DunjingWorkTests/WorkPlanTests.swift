import DunjingWork
import Testing

@Suite struct WorkPlanTests {
  @Test func `a plan that leaves something out, or has it twice, is not whole`() {
    let plan = WorkPlan.sample(replications: 4)
    #expect(plan.isWhole)
    func changed(_ change: (inout WorkPlan) -> Void) -> WorkPlan {
      var copy = plan
      change(&copy)
      return copy
    }
    #expect(!changed { $0.units.removeLast() }.isWhole)
    #expect(!changed { $0.units.remove(at: 1) }.isWhole)
    #expect(!changed { $0.units[1].number = 7 }.isWhole)
    #expect(!changed { $0.units[1].firstReplication = 0 }.isWhole)
    #expect(!changed { $0.units[3].replications = 2 }.isWhole)
    #expect(!changed { $0.units[2].treatments = 1 }.isWhole)
    #expect(!changed { $0.replications = 5 }.isWhole)
    #expect(!changed { $0.treatments = ["baseline"] }.isWhole)
    #expect(!changed { $0.units = [] }.isWhole)
  }

  @Test func `the identity follows what results depend on, and nothing else`() {
    let plan = WorkPlan.sample(replications: 4)
    var (other, same) = (plan, plan)
    other.seed = 2
    #expect(other.identity != plan.identity)
    other = plan
    other.engine = "0"
    #expect(other.identity != plan.identity)
    same.cost.startSeconds = 99
    same.scenarioPath = "elsewhere"
    same.version = "9"
    #expect(same.identity == plan.identity)
  }

  @Test func `time and disk are those of all units`() {
    let plan = WorkPlan.sample(replications: 4)
    #expect(plan.seconds == 4 * (10 + 2 * 5))
    #expect(plan.bytes == 800)
  }
}
