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
    #expect(text.count == 2 && text[1].en.contains("grows without bound"))
    #expect(text[1].zh.contains("无界增长") && text[1].zh.contains("基线在内"))
    #expect(text[0].zh.hasPrefix("**所填的现状不能成立**：基线下待派警情无界增长（警力跟不上），到场没有稳定值。"))
    #expect(text[0].zh.hasSuffix("请先核对警情数、处置用时、车速和处警单元数。"))
  }

  @Test func `incidents that no unit may go to are told as the reason`() throws {
    var result = result(unstable: ["s20", "s40"])
    func sentence() throws -> LocalizedText {
      try #require(UnstableNote.sentence(Findings(result: result, scenario: Fixture.scenario())))
    }
    #expect(try sentence().en.contains("as dispatch does not keep up: "))
    let index = try #require(result.treatments.firstIndex { $0.id == "s20" })
    result.treatments[index].unservedShare = 0.2034
    #expect(
      try sentence().en.contains(
        "as no unit may ever go to 20.3% of incidents, which wait for ever, or dispatch does not keep up: "))
    let other = try #require(result.treatments.firstIndex { $0.id == "s40" })
    result.treatments[other].unservedShare = 0.2034
    #expect(try !sentence().en.contains("keep up"))
    #expect(try sentence().zh.contains("（20.3% 的警情任何单元都不能去，一直等待）"))
    #expect(
      result.instabilityWarnings.allSatisfy { $0.en.contains("no unit may ever go to 20.3% of incidents") })
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

  @Test func aLongListOfNamesIsCut() {
    func names(_ count: Int) -> LocalizedText {
      .names((0..<count).map { LocalizedText(zh: "部\($0)", en: "D\($0)") })
    }
    #expect(names(0).en.isEmpty && names(1).en == "D0" && names(2).en == "D0 and D1")
    #expect(names(4).en == "D0, D1, D2 and D3" && names(4).zh == "部0、部1、部2、部3")
    #expect(names(9).en == "D0, D1, D2 and 6 more" && names(9).zh == "部0、部1、部2等 9 个")
  }

  /// One warning for all treatments, and none of their lists is long.
  @Test func departmentsThatKeepGrowingAreOneWarning() {
    var result = Fixture.result()
    for position in [3, 4] {
      for number in result.treatments[position].departments.indices {
        result.treatments[position].departments[number].growingReplications = 30
      }
    }
    #expect(result.departmentWarnings.count == 1)
    #expect(result.departmentWarnings[0].en.components(separatedBy: " and 6 more").count == 3)
  }

  @Test func overloadedDepartmentsAreCountedAmongAll() {
    var scenario = Fixture.scenario()
    let small = Findings(result: Fixture.result(), scenario: scenario)
    scenario.counties = (0..<60).map { County(id: "c\($0)", name: LocalizedText("C"), forceWeight: 1) }
    let large = Findings(result: Fixture.result(), scenario: scenario)
    func caption(_ findings: Findings) -> LocalizedText {
      guard case .caption(let text)? = HeadquartersSection.section(findings).blocks.first else {
        return LocalizedText("")
      }
      return text.plain
    }
    #expect(small.departmentCount == 9 && large.departmentCount == 540)
    #expect(caption(small).en.contains("0.2 of 9 departments get more work"))
    #expect(caption(large).en.contains("0.2 of 540 departments (those of 60 counties counted apart)"))
    #expect(caption(large).zh.contains("共 540 个（60 个县分别计），基线 <0.1 个"))
    let heads = ComparisonSection.section(large).blocks.flatMap { block in
      if case .table(let table) = block { table.rows.map(\.head.en) } else { [String]() }
    }
    #expect(heads.contains("Departments overloaded (of 540)"))
  }

  @Test func aDepartmentThatKeepsGrowingIsMarked() throws {
    var result = Fixture.result()
    let shown = try #require(Findings(result: result, scenario: Fixture.scenario()).shown?.id)
    let index = try #require(result.treatments.firstIndex { $0.id == shown })
    // Under every plan, so that the plan shown stays the same.
    for plan in result.treatments.indices {
      result.treatments[plan].departments[0].growingReplications = 15
      result.treatments[plan].departments[1].growingReplications = 14
    }
    let names = result.treatments[index].departments.map(\.name.en)
    let page = Report(
      result: result, scenario: Fixture.scenario(),
      provenance: Provenance(build: "b", version: "v", runSeconds: 1)
    ).html(in: .en)
    #expect(page.contains("a backlog that keeps growing (↑), at \(names[0])"))
    #expect(result.departmentWarnings.contains { $0.en.contains(names[0]) && !$0.en.contains(names[1]) })
  }
}
