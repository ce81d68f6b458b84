import Testing

@testable import DunjingExperiment
@testable import DunjingReport
@testable import DunjingScenario

/// What the report reads out of a result.
@Suite struct FindingsTests {
  @Test func treatmentsThatDifferByTheirRatioAreASweep() {
    let findings = Findings(result: Fixture.result(), scenario: Fixture.scenario())
    #expect(findings.isSweep)
    #expect(findings.sinkTreatments.count == Fixture.ratios.count)
    #expect(findings.packages.map(\.id) == ["s20-package"])
    #expect(findings.sinkTreatments.map { findings.label(of: $0).en }.contains("20%"))
  }

  @Test func aTreatmentWithAnotherDestinationIsNamedNotNumbered() {
    var scenario = Fixture.scenario()
    let index = scenario.treatments.firstIndex { $0.id == "s25" } ?? 0
    scenario.treatments[index].streetShare = 1
    var result = Fixture.result()
    for position in result.treatments.indices where result.treatments[position].id == "s25" {
      result.treatments[position].name = LocalizedText("to the street")
    }
    let findings = Findings(result: result, scenario: scenario)
    #expect(findings.packages.map(\.id).sorted() == ["s20-package", "s25"])
    #expect(findings.packages.contains { findings.label(of: $0).en == "to the street" })
    #expect(!findings.curve.contains { $0.id == "s25" })
  }

  @Test func whatNobodyUsesHasNoRow() {
    var result = Fixture.result()
    let idle: Set<Indicator> = [.officersSunk, .queuedShare]
    for position in result.treatments.indices {
      for index in result.treatments[position].estimates.indices
      where idle.contains(result.treatments[position].estimates[index].indicator) {
        result.treatments[position].estimates[index].mean = 0
      }
    }
    let present = Findings(result: result, scenario: Fixture.scenario()).presentIndicators
    #expect(!present.contains(.officersSunk))
    // Nobody who waits is an answer.
    #expect(present.contains(.queuedShare))
  }

  @Test func ratiosOfCountyOfficersAreASweepToo() {
    var scenario = Fixture.scenario()
    for index in scenario.treatments.indices {
      let ratio = scenario.treatments[index].sinkRatio.agency
      scenario.treatments[index].sinkRatio = SinkRatio(county: ratio)
    }
    #expect(SinkRatio.headline(of: scenario.treatments.map(\.sinkRatio)) == \SinkRatio.county)
    let findings = Findings(result: Fixture.result(), scenario: scenario)
    #expect(findings.isSweep && findings.curve.count == Fixture.ratios.count)
  }

  /// Where every plan sends the same share of county officers, that of the agencies tells them apart, though one is 0.
  @Test func aRatioOfTheCountiesThatAllHaveNamesNone() {
    var scenario = Fixture.scenario()
    for index in scenario.treatments.indices { scenario.treatments[index].sinkRatio.county = 0.1 }
    #expect(SinkRatio.headline(of: scenario.treatments.map(\.sinkRatio)) == \SinkRatio.agency)
    let findings = Findings(result: Fixture.result(), scenario: scenario)
    #expect(findings.isSweep && findings.curve.count == Fixture.ratios.count)
  }

  @Test func ratiosOfAgenciesAndOfCountiesAreNotOneSweep() {
    var scenario = Fixture.scenario()
    let index = scenario.treatments.firstIndex { $0.id == "s25" } ?? 0
    scenario.treatments[index].sinkRatio = SinkRatio(county: 0.25)
    let findings = Findings(result: Fixture.result(), scenario: scenario)
    #expect(findings.isSweep && !findings.curve.contains { $0.id == "s25" })
  }

  @Test func plansWithNothingInCommonAreComparedByName() {
    var scenario = Fixture.scenario()
    for index in scenario.treatments.indices { scenario.treatments[index].streetShare = Double(index) / 20 }
    let findings = Findings(result: Fixture.result(), scenario: scenario)
    #expect(!findings.isSweep)
    #expect(findings.sinkTreatments.allSatisfy { findings.label(of: $0) == $0.name })
    let rows = findings.sinkTreatments.map { findings.rowLabel(of: $0).en }
    #expect(rows.filter { $0.hasSuffix(" (baseline)") }.count == 1 && rows[0] == "Sink 0% (baseline)")
  }

  @Test func aChangeWhoseIntervalHoldsZeroIsNotCalledOne() {
    var result = Fixture.result()
    for position in result.treatments.indices {
      for index in result.treatments[position].comparisons.indices
      where result.treatments[position].comparisons[index].indicator == .withinTarget {
        result.treatments[position].comparisons[index].simultaneousHalfWidth = 1
        result.treatments[position].comparisons[index].isSignificant = true
      }
    }
    let text = AnswerSection.sentences(Findings(result: result, scenario: Fixture.scenario())).map(\.en)
      .joined()
    #expect(text.contains("does not change significantly"))
  }

  private func answer(replications: Int, half: Double = 55) -> LocalizedText {
    var result = Fixture.result()
    result.replications = replications
    for position in result.treatments.indices {
      for index in result.treatments[position].comparisons.indices
      where result.treatments[position].comparisons[index].indicator == .harmIndex {
        result.treatments[position].comparisons[index].simultaneousHalfWidth = half
      }
    }
    return .sentences(AnswerSection.sentences(Findings(result: result, scenario: Fixture.scenario())))
  }

  @Test func fewReplicationsAreCalledFew() {
    for half in [55.0, 9_999] {
      let few = answer(replications: 2, half: half)
      #expect(few.en.contains("Only 2 replications") && few.zh.contains("只做了 2 次重复"))
      #expect(!few.en.contains("fairly certain") && !few.zh.contains("把握较大"))
      #expect(few.en.contains("seems to help") == (half == 55))
    }
  }

  @Test func certaintySaysHowManyReplicationsItRestsOn() {
    let text = answer(replications: 30)
    #expect(text.en.contains("That sinking helps is fairly certain") && text.en.contains("(30 replications)"))
    #expect(text.zh.contains("把握较大") && text.zh.contains("（30 次重复）"))
    #expect(answer(replications: 10).en.contains("fairly certain"))
    #expect(answer(replications: 30, half: 9_999).en.contains("Whether sinking helps at all is uncertain"))
  }

  @Test(arguments: ["assessment", "programs", "shocks", "security", "windows"])
  func `parts of a study have names in both languages`(part: String) {
    var note = Fixture.scenario().sources[0]
    note.key = "\(part).total"
    let head = SourceTable.table([note]).rows[0].head
    #expect(head.zh.hasSuffix(" \(part)（1 项）") && head.en.hasSuffix(" (1)") && !head.en.hasPrefix(part))
  }

  @Test func aValueThatItsSourceDoesNotSpeakOfIsMarked() {
    var notes = Fixture.scenario().sources
    (notes[0].value, notes[0].statedValue) = ("45", "83")
    let row = SourceTable.table(notes).rows[1]
    #expect(row.cells[0].value.en == "45")
    #expect(row.cells[2].value.en.contains("the source says 83"))
  }

  @Test func `a note about a record that is gone says so`() {
    var notes = Fixture.scenario().sources
    notes[0].isStray = true
    let text = SourceTable.table(notes).rows[1].cells[2].value
    #expect(text.en.hasPrefix("**The study has no such record.**") && text.zh.contains("研究中没有这一记录"))
  }

  @Test(arguments: [(0.5, true), (-0.97, true), (10, true), (10.5, false), (909, false), (.infinity, false)])
  func `a change of a baseline near zero is no share of it`(share: Double, isTold: Bool) {
    #expect(RelativeChange.told(share) == (isTold ? share : nil))
    #expect(RelativeChange.told(nil) == nil)
    let comparison = Comparison(
      indicator: .weightedDelay, difference: share, halfWidth: 0.1, simultaneousHalfWidth: 0.1,
      relative: share, relativeHalfWidth: 0.1, isSignificant: true)
    let change = Change(comparison, level: 1, baseline: 1, hasInterval: true)
    #expect((change.relative != nil) == isTold && (change.relativeHalfWidth != nil) == isTold)
  }
}
