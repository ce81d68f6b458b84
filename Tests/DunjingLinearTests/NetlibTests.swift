import DunjingCbc
import DunjingGlpk
import DunjingLinear
import DunjingTestSupport
import Foundation
import Testing

/// Six programs of the Netlib collection against the optimal values that it publishes with eleven digits.
@Suite(.serialized) struct NetlibTests {
  struct Problem: Sendable, CustomTestStringConvertible {
    let name: String
    let rows: Int
    let variables: Int
    let optimum: Double
    /// One unit of the last digit published.
    let lastDigit: Double

    var testDescription: String { name }
  }

  static let stored = [
    Problem(name: "afiro", rows: 27, variables: 32, optimum: -464.75314286, lastDigit: 1e-8),
    Problem(name: "adlittle", rows: 56, variables: 97, optimum: 225494.96316, lastDigit: 1e-5),
    Problem(name: "stair", rows: 356, variables: 467, optimum: -251.26695119, lastDigit: 1e-8)
  ]

  /// These are too large to store; `DUNJING_NETLIB` names a folder with their files.
  static let large = [
    Problem(name: "25fv47", rows: 821, variables: 1_571, optimum: 5501.8458883, lastDigit: 1e-7),
    Problem(name: "80bau3b", rows: 2_262, variables: 9_799, optimum: 987224.19241, lastDigit: 1e-5),
    Problem(name: "greenbea", rows: 2_392, variables: 5_405, optimum: -72555248.13, lastDigit: 1e-2)
  ]

  static let folder = ProcessInfo.processInfo.environment["DUNJING_NETLIB"].map { URL(fileURLWithPath: $0) }

  private func model(_ program: PlainProgram) -> LinearModel {
    var model = LinearModel(.minimize)
    for (index, cost) in program.costs.enumerated() {
      _ = model.addVariable(program.lower[index]...program.upper[index], objective: cost)
    }
    for row in program.rows {
      let terms = row.terms.map { LinearTerm($0.variable, $0.value) }
      switch row.kind {
      case .equal: model.addRow(terms, equalTo: row.limit)
      case .atMost: model.addRow(terms, atMost: row.limit)
      case .atLeast: model.addRow(terms, atLeast: row.limit)
      }
    }
    return model
  }

  private func check(_ problem: Problem, _ program: PlainProgram) throws {
    #expect(program.rows.count == problem.rows && program.costs.count == problem.variables)
    let model = model(program)
    let answers = [CbcSolver().solve(model), GlpkSolver().solve(model)]
    var objectives: [Double] = []
    for answer in answers {
      #expect(answer.status == .optimal)
      let objective = try #require(answer.objective)
      #expect(abs(objective - problem.optimum) <= problem.lastDigit)
      objectives.append(objective)
    }
    #expect(abs(objectives[0] - objectives[1]) <= 1e-9 * abs(problem.optimum))
  }

  @Test(arguments: stored)
  func `both solvers find the published optimum`(problem: Problem) throws {
    try check(problem, PlainProgram(netlib: problem.name))
  }

  @Test(
    .enabled(if: folder != nil, "DUNJING_NETLIB names no folder with the large programs"), arguments: large)
  func `both solvers find the published optimum of a large program`(problem: Problem) throws {
    try check(problem, PlainProgram(netlib: problem.name, in: Self.folder))
  }

  @Test(arguments: ["forest6", "klein1", "woodinfe"])
  func `both solvers find that nothing satisfies a program of the infeasible ones`(name: String) throws {
    let model = model(try PlainProgram(netlib: name))
    #expect(CbcSolver().solve(model).status == .infeasible)
    #expect(GlpkSolver().solve(model).status == .infeasible)
  }

  @Test func `a file that is not understood is refused with its line`() {
    let text = "NAME x\nROWS\n N COST\n L R1\nCOLUMNS\n X1 R2 1\nENDATA\n"
    #expect(throws: PlainProgram.Mistake(line: " X1 R2 1")) { try PlainProgram(mps: text) }
    #expect(throws: PlainProgram.Mistake(line: "the end is missing")) {
      try PlainProgram(mps: "NAME x\nROWS\n")
    }
  }
}
