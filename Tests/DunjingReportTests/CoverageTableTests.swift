import Testing

@testable import DunjingExperiment
@testable import DunjingReport
@testable import DunjingScenario
@testable import DunjingSimulation

/// The table of coverage says why more can be reached in time than had an idle unit.
@Suite struct CoverageTableTests {
  private func captions(
    available: Double, queued: Double, clock: ClockOrigin = .dispatch
  ) -> String {
    var result = Fixture.result()
    for index in result.treatments.indices {
      result.treatments[index].estimates.removeAll { $0.indicator == .queuedShare }
      for (indicator, mean) in [
        (Indicator.potentialCoverage, 0.9), (.availableCoverage, available), (.queuedShare, queued)
      ] {
        result.treatments[index].estimates.append(
          Estimate(indicator: indicator, mean: mean, halfWidth: 0, count: 30))
      }
    }
    var scenario = Fixture.scenario()
    scenario.targets.clockOrigin = clock
    return CoverageTable.blocks(Findings(result: result, scenario: scenario)).compactMap { block in
      if case .caption(let text) = block { text.zh + text.en } else { nil }
    }.joined()
  }

  @Test func `waits that the clock leaves out explain attainment above available coverage`() {
    // 74 to 79 per cent are reached within the target.
    let waits = captions(available: 0.5, queued: 0.4)
    #expect(waits.contains("到场达标率自派警起计，不含等待") && waits.contains("leaves out the wait"), "\(waits)")
    #expect(!captions(available: 0.5, queued: 0.4, clock: .call).contains("不含等待"))
    #expect(!captions(available: 0.85, queued: 0.4).contains("不含等待"))
    #expect(!captions(available: 0.5, queued: 0.05).contains("不含等待"))
  }

  @Test func `groups of one name have one row, unless they are away for other shares`() throws {
    func rows(_ shares: [Double]) -> [String] {
      var scenario = Fixture.scenario()
      scenario.units = shares.enumerated().compactMap { number, share in
        var group = DefaultCatalog.unitGroup(.station)
        group?.id = "car\(number)"
        group?.unavailableShare = share
        return group
      }
      var result = Fixture.result()
      for index in result.treatments.indices {
        result.treatments[index].estimates.append(
          Estimate(indicator: .potentialCoverage, mean: 0.9, halfWidth: 0, count: 30))
      }
      return CoverageTable.blocks(Findings(result: result, scenario: scenario)).flatMap { block -> [String] in
        guard case .table(let table) = block else { return [] }
        return table.rows.filter { $0.head.zh == "派出所值班车" }.map { $0.cells[0].value.zh }
      }
    }
    #expect(rows([0.45, 0.45, 0.45]) == ["45%"])
    #expect(rows([0.45, 0.2, 0]) == ["20%", "45%"])
  }
}
