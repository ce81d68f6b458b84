import DunjingRecords
import DunjingScenario
import DunjingSimulation
import DunjingStatistics
import DunjingTestSupport
import DunjingWorld
import Foundation
import Testing

@testable import DunjingCalibration

@Suite struct BacktestTests {
  /// What the simulation itself did, put on record and played again through the same study: dispatch and travel agree.
  @Test func whatTheStudyDidItselfIsReproduced() throws {
    let records = try RecordedCity.records(speed: 40)
    let result = try backtest(RecordedCity.text(speed: 40), records)
    #expect(result.incidents == records.count && result.unreached == 0)
    for comparison in result.comparisons {
      let difference = try #require(comparison.difference)
      #expect(abs(difference.mean) < 1e-6 && comparison.distance < 1e-9, "\(comparison.measure)")
    }
    #expect(result.comparisons.map(\.measure) == [.order, .travel, .response, .service])
  }

  /// Real cars that drive 20 % slower than those of the study are found out, by as much as they are slower.
  @Test func slowerCarsThanThoseOfTheStudyAreFoundOut() throws {
    // Units enough, all of them from their station, so that each way is driven under both speeds.
    func text(_ speed: Double) -> String { RecordedCity.text(speed: speed, units: 20, movingTurnout: 3_600) }
    let result = try backtest(text(50), try RecordedCity.records(of: text(40)))
    let travel = try #require(result.comparisons.first { $0.measure == .travel })
    let ratio = travel.levels[0].simulated / travel.levels[0].recorded
    #expect(abs(ratio - 0.8) < 1e-9)
    #expect(travel.difference?.contains(0) == false)
  }

  @Test func recordsThatCannotBePlayedAreCountedByReason() throws {
    var records = try Array(RecordedCity.records(speed: 40).prefix(30))
    records[0].received = nil
    records[1].received = records[1].received.map { RecordTime($0.day) }
    records[2].x = nil
    records[3].isOnView = true
    records[4].kind = "moon landing"
    records[5].flags = ["duplicate"]
    records[6].y = 300
    records[7].flags = ["outsideMap"]
    records[8].flags = ["strayDate"]
    records[9].flags = ["invalid"]
    let test = try Backtest(RecordedCity.scenario(speed: 40), records: records)
    #expect(test.leftOut.map(\.reason) == RecordGap.allCases)
    #expect(test.leftOut.allSatisfy { $0.rows.count == ($0.reason == .outsideMap ? 2 : 1) })
    #expect(test.records.count == 20)
    var settings = Backtest.Settings()
    settings.kinds.rest = "theft"
    settings.includesOnView = true
    #expect(
      try Backtest(RecordedCity.scenario(speed: 40), records: records, settings: settings).records.count == 22
    )
  }

  @Test func callsOfAnHourAreSpreadOverIt() throws {
    var records = try Array(RecordedCity.records(speed: 40).prefix(4))
    let day = CalendarDay(year: 2024, month: 3, day: 4)
    for index in records.indices {
      records[index].received = RecordTime(day, secondOfDay: 7_200, precision: .hour)
    }
    let test = try Backtest(RecordedCity.scenario(speed: 40), records: records)
    #expect(test.incidents.map(\.seconds) == [7_650, 8_550, 9_450, 10_350])
  }

  @Test func recordsOfAnotherPlaceAreRefused() throws {
    var records = try Array(RecordedCity.records(speed: 40).prefix(30))
    for index in records.indices { (records[index].x, records[index].y) = (2.5, 48.5) }
    #expect {
      _ = try Backtest(RecordedCity.scenario(speed: 40), records: records)
    } throws: { error in
      guard case .elsewhere(let count) = error as? BacktestProblem else { return false }
      return count == 30
    }
  }

  /// A service that the audit calls too long is not on record: it is drawn, and keeps no unit for a year.
  @Test func serviceThatIsNoMeasureIsDrawn() throws {
    var records = try Array(RecordedCity.records(speed: 40).prefix(40))
    records[0].cleared = nil
    records[0].serviceMinutes = 400_000
    records[0].flags = ["longService"]
    let test = try Backtest(RecordedCity.scenario(speed: 40), records: records)
    #expect(test.incidents[0].serviceSeconds == nil && test.incidents[1].serviceSeconds == 1_800)
    #expect(test.run(threads: 1).unreached == 0)
  }

  /// Without a time of setting out, the way on record begins with the order, turnout included, and so does the simulated.
  @Test func aWayWithoutADepartureBeginsWithTheOrder() throws {
    let text = RecordedCity.text(speed: 40, units: 20, movingTurnout: 3_600)
      .replacing(" turnoutSeconds: 0,", with: " turnoutSeconds: 90,")
    let travel = try #require(
      backtest(text, try RecordedCity.records(of: text)).comparisons.first { $0.measure == .travel })
    #expect(abs(travel.levels[0].recorded - travel.levels[0].simulated) < 1e-6)
    #expect(travel.levels[0].recorded > 1.5)
  }

  @Test func incidentsThatNobodyReachesAreSaid() throws {
    // Every incident keeps one of two cars for five days.
    var records = try Array(RecordedCity.records(speed: 40).prefix(60))
    for index in records.indices {
      records[index].cleared = nil
      records[index].serviceMinutes = 7_200
    }
    let result = try backtest(RecordedCity.text(speed: 40), records)
    #expect(result.unreached > 50 && result.comparisons.isEmpty && result.recordedResponses == 60)
  }

  @Test func nothingToPlayIsAProblemWithItsReasons() throws {
    let records = [IncidentRecord(row: 2)]
    #expect {
      _ = try Backtest(RecordedCity.scenario(speed: 40), records: records)
    } throws: { error in
      guard case .nothingToPlay(let gaps, _) = error as? BacktestProblem else { return false }
      return gaps.count == 1 && gaps[0].reason == .noTime && gaps[0].rows == [2]
    }
  }

  @Test func theDistanceOfTwoSamplesIsTheGreatestGapOfTheirShares() {
    #expect(BacktestComparison.distance([1, 2, 3, 4], [1, 2, 3, 4]) == 0)
    #expect(BacktestComparison.distance([1, 2], [3, 4]) == 1)
    #expect(BacktestComparison.distance([1, 2, 3, 4], [2, 2, 3, 9]) == 0.25)
  }

  private func backtest(_ text: String, _ records: [IncidentRecord]) throws -> BacktestResult {
    let scenario = try RecordedCity.bundle(text).load().scenario
    var settings = Backtest.Settings()
    settings.replications = 2
    let test = try Backtest(scenario, records: records, settings: settings)
    let result = test.run(threads: 2)
    #expect(test.run(threads: 1).simulated == result.simulated)
    return result
  }
}

/// The week of police calls in Glasgow, beside the project.
@Suite(.enabled(if: SharedData.exists("glasgow"), "needs the reference data: set DUNJING_SHARED"))
struct GlasgowBacktestTests {
  /// Units enough at three stations, as the crow flies at 30 mph, none sent before it is back: the numbers that were worked
  /// out independently, nearest station by nearest station.
  @Test func theWeekIsPlayedAsItWasRecorded() throws {
    let records = try Self.records()
    #expect(records.count == 2_272)
    var settings = Backtest.Settings()
    settings.kinds.rest = "call"
    settings.replications = 1
    let test = try Backtest(Self.scenario(), records: records, settings: settings)
    #expect(test.leftOut.isEmpty && test.days == 7)
    let result = test.run(threads: 1)
    #expect(result.unreached == 0)
    #expect(result.firstArrivals == [1_323, 386, 563])
    #expect(abs((result.meanTravelMinutes ?? 0) - 5.05) < 0.005)
    #expect(abs(result.serviceHours - 3_418.65) < 1e-6)
  }

  private static func rows(_ name: String) throws -> [[String]] {
    try String(contentsOf: SharedData.url("glasgow/\(name)"), encoding: .utf8).split(
      whereSeparator: \.isNewline
    )
    .dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  private static func records() throws -> [IncidentRecord] {
    try rows("incidents_week1.csv").enumerated().map { number, cells in
      var record = IncidentRecord(row: number + 2)
      let day = CalendarDay(
        daysSinceEpoch: CalendarDay(year: 2022, month: 7, day: 6).daysSinceEpoch + (Int(cells[3]) ?? 0) - 1)
      record.received = RecordTime(day, secondOfDay: (Int(cells[4]) ?? 0) * 3_600, precision: .hour)
      (record.y, record.x) = (Double(cells[1]), Double(cells[2]))
      record.serviceMinutes = Double(cells[6]).map { $0 * 60 }
      return record
    }
  }

  private static func scenario() throws -> Scenario {
    // Without roads a facility stands in the middle of its grid.
    let (grids, stations) = try (
      rows("stations.csv").map { "  - {id: g\($0[0]), x: \($0[2]), y: \($0[1]), population: 200000}" },
      rows("stations.csv").map {
        "  - {id: s\($0[0]), name: s\($0[0]), kind: station, x: \($0[2]), y: \($0[1])}"
      }
    )
    // The corners of the map, which say that calls between them belong to the study.
    let corners = [(-4.6, 55.7), (-4.6, 56.0), (-3.9, 55.7), (-3.9, 56.0)].enumerated().map {
      number, corner in
      "  - {id: c\(number), x: \(corner.0), y: \(corner.1), population: 0}"
    }
    let head = RecordedCity.head.replacing("coordinates: local", with: "coordinates: WGS-84")
    let map =
      "grids:\n" + (grids + corners).joined(separator: "\n") + "\nfacilities:\n"
      + stations.joined(separator: "\n")
    let travel = """

      travel:
        metric: euclidean
        detourFactor: 1
        modes:
          car: {speedKilometersPerHour: 48.28032, hourFactors: \(RecordedCity.ones(24)), \
      monthFactors: \(RecordedCity.ones(12))}

      """
    let kinds = """

      incidentKinds:
        - {id: call, name: call, exogenousPerYear: 0, priority: 2, urgentShare: 0, urgentPriority: 1, \
      sceneMinutes: 60, paperworkMinutes: 15, secondUnitProbability: 0, skills: [], harm: 1, followUps: [], units: 1}
      """
    let text = head + map + travel + RecordedCity.force(units: 60, movingTurnout: 3_600) + kinds
    return try RecordedCity.bundle(text + RecordedCity.tail).load().scenario
  }
}
