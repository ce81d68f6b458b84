import Foundation
import Testing

@testable import DunjingExperiment
@testable import DunjingReport
@testable import DunjingScenario
@testable import DunjingSimulation

/// A treatment under which the queue of incidents grows without bound is marked everywhere and ranked nowhere.
@Suite struct UnstableTests {
  /// The made-up study, with some treatments unstable in two of the thirty replications.
  private func result(unstable ids: [String]) -> ExperimentResult {
    var result = Fixture.result()
    for index in result.treatments.indices where ids.contains(result.treatments[index].id) {
      result.treatments[index].unstableReplications = 2
    }
    return result
  }

  private func findings(unstable ids: [String]) -> Findings {
    Findings(result: result(unstable: ids), scenario: Fixture.scenario())
  }

  @Test func theBestIsNeverUnstable() throws {
    let stable = findings(unstable: [])
    let best = try #require(stable.best?.id)
    let after = findings(unstable: [best])
    #expect(after.best != nil && after.best?.id != best)
    #expect(!after.plateau.contains { $0.id == best })
    #expect(stable.plateau.contains { $0.id == after.best?.id })
  }

  @Test func thePlateauHoldsNoUnstableTreatment() throws {
    let equal = try #require(findings(unstable: []).plateau.first?.id)
    #expect(!findings(unstable: [equal]).plateau.contains { $0.id == equal })
  }

  @Test func whereAllAreUnstableNoneIsTheBest() {
    let all = findings(unstable: Fixture.result().treatments.map(\.id))
    #expect(all.best == nil && all.plateau.isEmpty)
    let text = AnswerSection.sentences(all)
    #expect(text.count == 1 && text[0].en.contains("grows without bound"))
    #expect(text[0].zh.contains("无界增长") && text[0].zh.contains("基线在内"))
  }

  @Test func itsResponseHasNoNumberAndItsPreventionHas() throws {
    let findings = findings(unstable: ["s20"])
    let treatment = try #require(findings.sinkTreatments.first { $0.id == "s20" })
    for indicator in [Indicator.withinTarget, .responseMeanFromCall, .harmIndex] {
      #expect(findings.estimate(indicator, of: treatment) == nil)
      #expect(findings.change(indicator, of: treatment) == nil)
      #expect(CellText.level(indicator, of: treatment, findings).value.en == "grows without bound")
      #expect(CellText.difference(indicator, of: treatment, findings).value.zh == "无界增长")
    }
    #expect(findings.estimate(.incidentsOrder, of: treatment) != nil)
    #expect(findings.estimate(.weightedDelay, of: treatment) != nil)
  }

  @Test(arguments: [TextLanguage.zh, .en])
  func theReportSaysSoOnPageOneAndInTheTables(language: TextLanguage) {
    let words = language == .zh ? "无界增长" : "grows without bound"
    func html(_ result: ExperimentResult) -> String {
      Report(
        result: result, scenario: Fixture.scenario(),
        provenance: Provenance(build: "b", version: "v", runSeconds: 1)
      ).html(in: language)
    }
    #expect(!html(result(unstable: [])).contains(words))
    let page = html(result(unstable: ["s40"]))
    let answer = page.range(of: "id=\"answer\"").map { page[$0.upperBound...] } ?? ""
    let first = answer.range(of: "<section").map { answer[..<$0.lowerBound] } ?? answer
    #expect(first.contains(words))
    #expect(page.components(separatedBy: words).count > 10)
  }

  @Test func theResultsFileMarksIt() throws {
    let data = try JSONEncoder().encode(ResultsDocument(result(unstable: ["s40"])))
    let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let treatments = try #require(document["treatments"] as? [[String: Any]])
    for treatment in treatments {
      let isUnstable = treatment["id"] as? String == "s40"
      #expect(treatment["unstableReplications"] as? Int == (isUnstable ? 2 : 0))
      let indicators = try #require(treatment["indicators"] as? [String: [String: Any]])
      #expect((indicators["withinTarget"]?["growsWithoutBound"] as? Bool == true) == isUnstable)
      #expect(indicators["incidentsOrder"]?["growsWithoutBound"] == nil)
    }
  }

  @Test func theWarningCountsReplications() {
    let warnings = result(unstable: ["s40"]).instabilityWarnings
    #expect(warnings.count == 1 && warnings[0].en.contains("2 of 30 replications"))
    #expect(warnings[0].zh.contains("30 次重复中有 2 次"))
  }

  @Test func aDepartmentThatKeepsGrowingIsMarked() throws {
    var result = Fixture.result()
    let shown = try #require(Findings(result: result, scenario: Fixture.scenario()).shown?.id)
    let index = try #require(result.treatments.firstIndex { $0.id == shown })
    result.treatments[index].departments[0].growingReplications = 15
    result.treatments[index].departments[1].growingReplications = 14
    let names = result.treatments[index].departments.map(\.name.en)
    let page = Report(
      result: result, scenario: Fixture.scenario(),
      provenance: Provenance(build: "b", version: "v", runSeconds: 1)
    ).html(in: .en)
    #expect(page.contains("The backlog keeps growing (↑) at \(names[0])"))
    #expect(result.departmentWarnings.contains { $0.en.contains(names[0]) && !$0.en.contains(names[1]) })
  }
}
