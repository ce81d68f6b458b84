import Foundation
import Testing

@Suite struct AnalyzeCommandTests {
  private let book = """
    {"arrivalRates": [0.5, 0.25, 0.35, 0.4], "serviceRates": [1, 1, 1],
     "preferences": [[0, 1, 2], [0, 2, 1], [1, 0, 2], [2, 0, 1]],
     "travelMinutes": [[1, 2, 3, 4], [2, 3, 1, 4], [4, 2, 3, 1]], "line": "infinite"}
    """

  private struct Result: Decodable {
    let workloads: [Double]
    let dispatchFractions: [[Double]]
    let meanTravelMinutes: Double
    let meanTravelMinutesByUnit: [Double]
    let meanTravelMinutesByAtom: [Double]
    let interAreaFraction: Double
    let probabilityAllBusy: Double
  }

  @Test(arguments: [([String](), 0.5573640120814053, 1e-12), (["--approximate"], 0.5626312394691054, 1e-11)])
  func aHypercubeIsSolved(options: [String], workload: Double, tolerance: Double) throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(book, to: "book.json")
    let outcome = try program.run(["analyze", "hypercube", "book.json", "--json"] + options)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let result = try JSONDecoder().decode(Result.self, from: Data(outcome.output.utf8))
    #expect(abs(result.workloads[0] - workload) < tolerance)
    #expect(abs(result.probabilityAllBusy - 0.2368421052631579) < 1e-12)
    #expect(abs(result.dispatchFractions.joined().reduce(0, +) - 1) < 1e-12)
    #expect(result.meanTravelMinutesByUnit.count == 3 && result.meanTravelMinutesByAtom.count == 4)
    let text = try program.run(["analyze", "hypercube", "book.json"] + options, locale: "zh_CN.UTF-8")
    #expect(text.status == 0 && text.output.contains("全部单元都忙的概率： 23.7 %"))
  }

  @Test func saturationIsNamedWithItsLoad() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(book.replacing("0.35", with: "2.35"), to: "flood.json")
    for options in [[], ["--approximate"]] {
      let outcome = try program.run(["analyze", "hypercube", "flood.json"] + options)
      #expect(outcome.status == 69 && outcome.output.isEmpty)
      #expect(outcome.errors.hasPrefix("error: flood.json: the queue is saturated: what arrives is 116.7 %"))
    }
  }

  @Test func badFilesAreToldInFull() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(
      book.replacing("[1, 1, 1]", with: "[1, 0, 1]").replacing("0.25", with: "-1"), to: "bad.json")
    let outcome = try program.run(["analyze", "hypercube", "bad.json"])
    #expect(outcome.status == 65 && outcome.errors.contains("bad.json:1:24: error: arrivalRates[1]"))
    #expect(outcome.errors.contains("serviceRates[1]") && outcome.errors.contains("2 errors"))
    let missing = try program.run(["analyze", "hypercube", "none.json"])
    #expect(missing.status == 74 && missing.errors.contains("cannot read none.json"))
    let rates = (0..<23).map { _ in "1" }.joined(separator: ", ")
    let order = (0..<23).map(String.init).joined(separator: ", ")
    try program.write(
      "{\"arrivalRates\": [1], \"serviceRates\": [\(rates)], \"preferences\": [[\(order)]], \"line\": \"zero\"}",
      to: "many.json")
    let many = try program.run(["analyze", "hypercube", "many.json"])
    #expect(many.status == 64 && many.errors.contains("takes 22. Add --approximate."))
  }

  @Test func aStudyIsAnalyzedHourByHour() throws {
    let program = try Program()
    defer { program.remove() }
    let outcome = try program.run(["analyze", "study", "--treatment", "sink20"])
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.contains("Where this model and the simulation part company:"))
    #expect(outcome.output.split(separator: "\n").count { $0.prefix(2).allSatisfy(\.isNumber) } == 24)
    let json = try program.run(["analyze", "study", "--json", "--threads", "1"])
    #expect(try program.run(["analyze", "study", "--json", "--threads", "2"]).output == json.output)
    let wrong = try program.run(["analyze", "study", "--treatment", "x"])
    #expect(wrong.status == 64 && wrong.errors.contains("the study has no x"))
  }
}
