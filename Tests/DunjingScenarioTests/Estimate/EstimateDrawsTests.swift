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
    grids.g01.demandWeight,5,1,gamma,
    dispatch.callTakingSeconds,60,,normal,

    """

  private static let kinds = """
    hazardKinds: []
    climbs: []
    incidentKinds:
      - {id: order, exogenousPerYear: 3000, urgentShare: 0.2, weekdayWeights: [0.9, 1.1, 1, 1, 1, 1, 1]}
    estimates: estimates.csv

    """

  private func bundle(_ table: String = table, weights: String = "[0.9, 1.1, 1, 1, 1, 1, 1]") throws
    -> ScenarioBundle
  {
    let (_, _, files) = try ScenarioBundle(path: EditedStudy.minimal.path).reading(setting: [])
    var edited = files
    let text = String(decoding: files["scenario.yaml"] ?? [], as: UTF8.self)
      .replacing(/demand: .*\n/, with: "")
      .replacing(/hazardKinds: .*\n/, with: Self.kinds.replacing("[0.9, 1.1, 1, 1, 1, 1, 1]", with: weights))
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

  /// A profile of seven weekdays as a sample of 200 incidents would give it: shares with variances p (1 − p) / 201.
  @Test func `numbers of a profile keep their mean and have the standard errors of their shares`() throws {
    let weights = [0.5, 0.6, 0.8, 1, 1.2, 1.4, 1.5]
    let errors = weights.map { (weight: Double) in
      7 * (weight / 7 * (1 - weight / 7) / 201).squareRoot()
    }
    let rows = zip(weights, errors).enumerated().map { index, row in
      "incidentKinds.order.weekdayWeights[\(index)],\(row.0),\(row.1),dirichlet,week"
    }
    let table = "key,value,standardError,distribution,group\n" + rows.joined(separator: "\n") + "\n"
    let draws = try EstimateDraws(bundle(table, weights: "\(weights)"))
    let values = (0..<8_000).map { draws.values(draw: $0, attempt: 0, seed: 1) }
    #expect(values.allSatisfy { abs($0.reduce(0, +) - 7) < 1e-9 })
    for index in weights.indices {
      let own = values.map { $0[index] }
      let mean = own.reduce(0, +) / 8_000
      let deviation = (own.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 7_999).squareRoot()
      #expect(abs(mean - weights[index]) < 3.3 * errors[index] / 8_000.squareRoot())
      #expect(abs(deviation / errors[index] - 1) < 0.03)
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
    let row = "key,value,standardError,distribution\nincidentKinds.order.urgentShare,0.2,4,normal\n"
    let draws = try EstimateDraws(bundle(row))
    let shares = (0..<40).map { draws.scenario(draw: $0, seed: 1).scenario.incidentKinds[0].urgentShare }
    #expect(shares.allSatisfy { (0...1).contains($0) } && shares.contains(0) && shares.contains(1))
  }

  @Test(arguments: [
    "time.horizonDays", "experiment.seed", "experiment.replications", "experiment.confidence",
    "estimates[0].value",
    "treatments.sink20.sinkRatio", "targets.coreMinutes", "harm.lateArrival", "units.street.unitsPerFacility",
    "force.categories.duty.count", "grids.g01.x", "grids.g01.population", "incidentKinds[0].exogenousPerYear",
    "incidentKinds.order.priority", "incidentKinds.*.exogenousPerYear"
  ])
  func `decisions, counts and what the study measures are not drawn`(key: String) throws {
    #expect(try issues("\(key),1,0.1,gamma,") == ["estimates.csv:2 '\(key)' is no number that can be drawn"])
  }

  @Test func `a record set by its position is not drawn either`() throws {
    let draws = try EstimateDraws(
      bundle(), setting: [ScenarioOverride(key: "incidentKinds[0].exogenousPerYear", value: "2500")])
    #expect(draws.scenario(draw: 0, seed: 7).scenario.incidentKinds[0].exogenousPerYear == 2_500)
  }

  @Test func `an estimate that the study does not have is told when it is drawn`() throws {
    let table = "key,value,standardError,distribution\nincidentKinds.order.exogenousPerYear,9999,3,gamma\n"
    #expect(throws: InvalidScenario.self) { try EstimateDraws(bundle(table)) }
    do {
      _ = try EstimateDraws(bundle(table))
    } catch let error as InvalidScenario {
      #expect(error.issues[0].file == "estimates.csv" && error.issues[0].line == 2)
      #expect(error.issues[0].problem.en == "the estimate is 9999, but the study has 3000")
    }
  }

  @Test func `a study that is loaded with its assumptions is refused where its draws would be`() throws {
    let drawn = [ScenarioOverride(key: "experiment.estimates", value: "drawn")]
    let sound = try bundle().loadWithAssumptions(setting: drawn)
    #expect(try sound.bundleHash == bundle().load(setting: drawn).bundleHash)
    let table = "key,value,standardError,distribution\nincidentKinds.order.exogenousPerYear,9999,3,gamma\n"
    // Fixed estimates are not looked at.
    _ = try bundle(table).loadWithAssumptions()
    let refused = #expect(throws: InvalidScenario.self) {
      try bundle(table).loadWithAssumptions(setting: drawn)
    }
    #expect(refused?.issues.map(\.problem.en) == ["the estimate is 9999, but the study has 3000"])
  }

  @Test func `draws that mostly break a rule are told as such`() throws {
    let table = """
      key,value,standardError,distribution
      incidentKinds.order.sceneMinutes.logNormal.sigma,0.1,50,normal

      """
    let study = try bundle(
      table, weights: "[0.9, 1.1, 1, 1, 1, 1, 1], sceneMinutes: {logNormal: {median: 30, sigma: 0.1}}")
    #expect(throws: InvalidScenario.self) { try EstimateDraws(study) }
    do {
      _ = try EstimateDraws(study)
    } catch {
      #expect(error.issues[0].problem.en.hasPrefix("most draws of the estimates make no valid study"))
    }
  }

  @Test func `wrong rows are named`() throws {
    #expect(
      try issues("dispatch.policy,1,,normal,") == [
        "estimates.csv:2 'dispatch.policy' is no number that can be drawn"
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
