import DunjingStore
import Testing

@testable import DunjingCLI

@Suite struct RunsConditionTests {
  @Test func boundsAreRead() throws {
    func expect(_ text: String, _ condition: RunQuery.Condition) throws {
      #expect(try RunsCondition.read(text) == condition)
    }
    try expect("withinTarget >= 0.7", .init("withinTarget", .atLeast, 0.7))
    try expect("withinTarget>70%", .init("withinTarget", .above, 0.7))
    try expect("responseP90 < 12", .init("responseP90", .below, 12))
    try expect("harmIndex <= 1e3", .init("harmIndex", .atMost, 1000))
    try expect("weightedDelay <= +10%", .init("weightedDelay", .atMost, 0.1, of: .relative))
    try expect("withinTarget >= -5%", .init("withinTarget", .atLeast, -0.05, of: .relative))
  }

  @Test(arguments: [
    "withinTarget", "withinTarget = 0.7", ">= 0.7", "withinTarget >=", "withinTarget >= much", "none > 1",
    "responseP90 < nan", "responseP90 < 12%", "withinTarget >= 70", "withinTarget >= 0.7 <= 0.8"
  ])
  func whatCannotBeReadIsRefused(_ text: String) {
    #expect(throws: CommandFault.self) { try RunsCondition.read(text) }
  }
}
