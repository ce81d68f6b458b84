import DunjingStatistics
import Testing

@testable import DunjingExperiment
@testable import DunjingReport
@testable import DunjingScenario
@testable import DunjingSimulation

/// The answer and the tables compare with the same allowance for many comparisons, and say what is the same.
@Suite struct ComparisonFamilyTests {
  /// The tables after the first, which is that of gains and price.
  private func tables(_ result: ExperimentResult) -> [DataTable] {
    let section = ComparisonSection.section(Findings(result: result, scenario: Fixture.scenario()))
    let tables = section.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    return Array(tables.dropFirst())
  }

  @Test func theFamilyIsEveryTreatmentButOne() throws {
    let result = Fixture.result()
    let findings = Findings(result: result, scenario: Fixture.scenario())
    let best = try #require(findings.best)
    #expect(findings.harmAgainstBest.count == result.treatments.count - 1)
    let other = try #require(result.treatments.first { $0.id == "s30" })
    let tally = Tally(zip(other.harmByReplication, best.harmByReplication).map(-))
    let level = 1 - (1 - result.confidence) / Double(result.treatments.count - 1)
    let interval = try #require(ConfidenceInterval(tally, level: level))
    let difference = try #require(findings.harmAgainstBest["s30"])
    #expect(abs(difference.halfWidth - interval.halfWidth) < 1e-9)
  }

  /// What the answer calls not distinguishable is what the last row of the table marks.
  @Test func theTableMarksWhatTheAnswerDoesNotTellApart() throws {
    let findings = Findings(result: Fixture.result(), scenario: Fixture.scenario())
    let table = tables(Fixture.result())[1]
    let row = try #require(table.rows.last)
    #expect(row.head.en == "Harm index against 20%" && row.head.zh == "综合损失指数，与 20% 之差")
    let ids = ["s0"] + Fixture.result().treatments.map(\.id).filter { $0 != "s0" }
    for (id, cell) in zip(ids, row.cells) where id != "s20-package" {
      let isBest = id == findings.best?.id
      let isEqual = findings.plateau.contains { $0.id == id }
      #expect(cell.value.en.contains("°") == isEqual)
      #expect((cell.value.en == NumberText.missing) == isBest)
    }
  }

  @Test func rowsThatAreTheSameAsTheBaselineAreGray() throws {
    var result = Fixture.result()
    #expect(tables(result)[0].rows.filter(\.isGray).isEmpty)
    let index = try #require(result.treatments.firstIndex { $0.id == "s5" })
    for number in result.treatments[index].comparisons.indices {
      result.treatments[index].comparisons[number].difference = 0
      result.treatments[index].comparisons[number].simultaneousHalfWidth = 0
    }
    #expect(tables(result)[0].rows.filter(\.isGray).map(\.head.en) == ["5%"])
    let page = Report(
      result: result, scenario: Fixture.scenario(), provenance: Provenance(build: "b", version: "v")
    ).html(in: .en)
    #expect(page.contains("<tr class=\"same\">") && page.contains("are the same as the baseline"))
  }

  @Test func indicatorsThatNoTreatmentChangesAreGray() throws {
    var result = Fixture.result()
    for position in result.treatments.indices {
      for number in result.treatments[position].comparisons.indices
      where result.treatments[position].comparisons[number].indicator == .turnoutMean {
        result.treatments[position].comparisons[number].difference = 0
        result.treatments[position].comparisons[number].simultaneousHalfWidth = 0
      }
    }
    let gray = tables(result).dropFirst().flatMap(\.rows).filter(\.isGray)
    #expect(gray.map(\.head.en) == ["Mean turnout time (min)"])
  }
}
