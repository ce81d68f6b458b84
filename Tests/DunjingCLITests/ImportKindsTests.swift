import Foundation
import Testing

/// `dunjing import incidents`: tables with several columns of kinds.
@Suite struct ImportKindsTests {
  @Test func `Kinds of two levels are both written, and calls that are none are told`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(
      "接警时间,警情类别,警情细类\n2024-01-05 08:30,交通警情,逃逸\n2024-01-05 09:30,无效警情,误拨\n", to: "calls.csv")
    func run(_ columns: [String]) throws -> (output: String, incidents: String) {
      let outcome = try program.run(
        ["import", "incidents", "calls.csv", "--out", "audit", "--force"]
          + columns.flatMap { ["--kind-column", $0] }, locale: "zh_CN.UTF-8")
      #expect(outcome.status == 0, "\(outcome.errors)")
      return (outcome.output, try String(contentsOf: program.url("audit/incidents.csv"), encoding: .utf8))
    }
    let guessed = try run([])
    for words in [
      "  警情类别 = 警情细类（猜测），例如 逃逸", "  上级类别 = 警情类别（猜测），例如 交通警情",
      "  按 '警情细类'，1 行无效（误拨 1）：不计入需求、用时和地点"
    ] {
      #expect(guessed.output.contains(words + "\n"), "\(words)")
    }
    #expect(guessed.incidents.contains(",逃逸,交通警情,,,,,false,\n"))
    #expect(guessed.incidents.contains(",误拨,无效警情,,,,,false,invalid\n"))
    let told = try run(["警情细类", "警情类别"])
    #expect(told.incidents == guessed.incidents && told.output.contains("  上级类别 = 警情类别，例如 交通警情\n"))
    #expect(try run(["警情细类"]).incidents.contains(",逃逸,,,,,false,\n"))
  }
}
