import Foundation
import Testing

@testable import DunjingScenario

/// Draws of estimated numbers of the smallest shipped study.
@Suite struct EstimateDrawsTests {
  private static let table = """
    key,value,standardError,distribution,group
    incidentKinds.order.exogenousPerYear,3000,300,gamma,
    incidentKinds.order.urgentShare,0.2,0.02,beta,
    incidentKinds.order.weekdayWeights[0],0.9,0.1,dirichlet,week
    incidentKinds.order.weekdayWeights[1],1.1,0.2,dirichlet,week
    grids.g01.demandWeight,1,0.3,gamma,
    dispatch.callTakingSeconds,60,,normal,

    """

  private static let kinds = """
    hazardKinds: []
    climbs: []
    incidentKinds:
      - {id: order, exogenousPerYear: 3000, weekdayWeights: [0.9, 1.1, 1, 1, 1, 1, 1]}
    estimates: estimates.csv

    """

  private func bundle(_ table: String = table) throws -> ScenarioBundle {
    let (_, _, files) = try ScenarioBundle(path: EditedStudy.minimal.path).reading(setting: [])
    var edited = files
    let text = String(decoding: files["scenario.yaml"] ?? [], as: UTF8.self)
      .replacing(/demand: .*\n/, with: "")
      .replacing(/hazardKinds: .*\n/, with: Self.kinds)
    edited["scenario.yaml"] = Array(text.utf8)
    edited["estimates.csv"] = Array(table.utf8)
    return ScenarioBundle(files: edited)
  }

  private func issues(_ rows: String, use: String? = nil) throws -> [String] {
    let settings = use.map { [ScenarioOverride(key: "experiment.estimates", value: $0)] } ?? []
    do {
      _ = try bundle("key,value,standardError,distribution,group\n" + rows + "\n").load(setting: settings)
      return []
    } catch let error as InvalidScenario {
      return error.issues.map { "\($0.file):\($0.line) \($0.problem.en)" }
    }
  }

  @Test func `a draw depends on seed and number only and has values of its own`() throws {
    let draws = try EstimateDraws(bundle())
    #expect(draws.numbers.count == 5)
    let (one, again) = (draws.scenario(draw: 3, seed: 7), draws.scenario(draw: 3, seed: 7))
    #expect(one.scenario == again.scenario)
    let rates = (0..<50).map { draws.scenario(draw: $0, seed: 7).scenario.incidentKinds[0].exogenousPerYear }
    #expect(Set(rates).count == 50 && rates.allSatisfy { $0 > 1_500 && $0 < 4_500 })
    #expect(draws.scenario(draw: 3, seed: 8).scenario != one.scenario)
    #expect(
      one.scenario.dispatch.callTakingSeconds
        == draws.scenario(draw: 4, seed: 7).scenario.dispatch.callTakingSeconds)
  }

  @Test func `numbers of a profile keep their mean`() throws {
    let draws = try EstimateDraws(bundle())
    for draw in 0..<20 {
      let values = draws.values(draw: draw, attempt: 0, seed: 1)
      #expect(abs(values[2] + values[3] - 2) < 1e-12 && values[2] != 0.9)
    }
  }

  @Test func `a key that is set on top is not drawn`() throws {
    let draws = try EstimateDraws(
      bundle(), setting: [ScenarioOverride(key: "incidentKinds.order.exogenousPerYear", value: "2500")])
    #expect(draws.numbers.count == 4)
    for draw in 0..<5 {
      #expect(draws.scenario(draw: draw, seed: 7).scenario.incidentKinds[0].exogenousPerYear == 2_500)
    }
  }

  @Test func `a draw stays within the range of its key`() throws {
    let row = "key,value,standardError,distribution\nincidentKinds.order.urgentShare,0.5,4,normal\n"
    let draws = try EstimateDraws(bundle(row))
    let shares = (0..<40).map { draws.scenario(draw: $0, seed: 1).scenario.incidentKinds[0].urgentShare }
    #expect(shares.allSatisfy { (0...1).contains($0) } && shares.contains(0) && shares.contains(1))
  }

  @Test func `wrong rows are named`() throws {
    #expect(
      try issues("dispatch.policy,1,,normal,") == [
        "estimates.csv:2 'dispatch.policy' is no number that --set reaches, so that it has no estimate"
      ])
    #expect(
      try issues("incidentKinds.order.urgentShare,0.5,0.6,beta,") == [
        "estimates.csv:2 there is no beta distribution with the value 0.5 and the standard error 0.6"
      ])
    #expect(
      try issues(
        "incidentKinds.order.urgentShare,0.5,0.1,beta,\nincidentKinds.order.urgentShare,0.5,0.1,beta,")
        == ["estimates.csv:3 'incidentKinds.order.urgentShare' has two estimates"])
    #expect(try issues("grids.nowhere.demandWeight,1,0.1,gamma,").first?.contains("nowhere") == true)
    #expect(
      try issues("dispatch.callTakingSeconds,60,,normal,", use: "drawn").first?.hasSuffix(
        "estimates are to be drawn, but none has a standard error") == true)
  }
}
