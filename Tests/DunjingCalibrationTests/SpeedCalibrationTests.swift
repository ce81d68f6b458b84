import DunjingFitting
import DunjingRecords
import DunjingReport
import DunjingScenario
import Testing

@testable import DunjingCalibration

/// The speed of cars that is written, beside what the simulation makes of it.
@Suite struct SpeedCalibrationTests {
  /// The recorded city with stations where grids are, as they are placed without roads, and most people some way off.
  private func text(speed: Double, units: Int = 1, movingTurnout: Int = 0) -> String {
    RecordedCity.text(speed: speed, units: units, movingTurnout: movingTurnout)
      .replacing("population: 30000", with: "population: 30").replacing(
        "population: 40000", with: "population: 20000"
      )
      .replacing(
        "facilities:",
        with:
          "  - {id: near, x: 2, y: 0, population: 40000}\n  - {id: far, x: 6, y: 1, population: 40000}\nfacilities:"
      )
      .replacing("station, x: 1,", with: "station, x: 0,").replacing("station, x: 7,", with: "station, x: 8,")
  }

  /// Records of a city whose units always set out from the nearest station, each arrival later by some minutes, and by some
  /// seconds more or less that are none in the mean.
  private func records(speed: Double, later minutes: Int) throws -> [IncidentRecord] {
    let text = text(speed: speed, units: 20, movingTurnout: 3_600)
    return try RecordedCity.records(of: text).enumerated().map { number, record in
      var record = record
      let seconds = 60 * minutes + 12 * (number * 7 % 5 - 2)
      func shifted(_ time: RecordTime?) -> RecordTime? {
        time.map { time in
          let second = time.firstSecond + seconds
          let day = second / 86_400
          return RecordTime(
            CalendarDay(daysSinceEpoch: day), secondOfDay: second - day * 86_400, precision: .second)
        }
      }
      (record.onScene, record.cleared) = (shifted(record.onScene), shifted(record.cleared))
      return record
    }
  }

  private func calibrated(_ records: [IncidentRecord], turnout: Int = 0) throws -> SpeedCalibration {
    let text = text(speed: 60).replacing(
      " turnoutSeconds: 0", with: " turnoutSeconds: \(turnout)")
    let study = try RecordedCity.bundle(text).load().scenario
    var settings = DemandSettings()
    settings.fitSamples = 9
    let found = try #require(DemandCalibration(records, study: study, settings))
    return try #require(found.speed)
  }

  @Test func `a known speed is found where drives take no time but that of the way`() throws {
    let speed = try calibrated(records(speed: 30, later: 0))
    #expect(abs(speed.fit.constant.value) < 0.05)
    #expect(abs(speed.fit.meanSpeed.value / 30 - 1) < 0.03 && speed.accessSeconds.value < 3)
  }

  @Test(arguments: [2, 5])
  func
    `with the speed, acknowledgement and access that are written, drives take as long in the simulation as on record`(
      minutes: Int
    ) throws
  {
    let records = try records(speed: 30, later: minutes)
    let speed = try calibrated(records)
    #expect(abs(speed.fit.constant.value - Double(minutes)) < 0.05)
    #expect(abs(speed.fit.meanSpeed.value / 30 - 1) < 0.03)
    let acknowledgement = try #require(speed.departure).acknowledgeSeconds.value
    #expect(abs(acknowledgement - 120) < 3 && acknowledgement <= DepartureCalibration.mostSeconds)
    // What is beyond two minutes is access.
    let access = speed.accessSeconds.value
    #expect(minutes > 2 ? abs(access - 180) < 3 : access < 3)
    let text = text(speed: speed.fit.meanSpeed.value, units: 20, movingTurnout: 3_600)
      .replacing(
        "acknowledgeSeconds: 0", with: "acknowledgeSeconds: \(acknowledgement), accessSeconds: \(access)")
    var settings = Backtest.Settings()
    settings.replications = 1
    let result = try Backtest(RecordedCity.bundle(text).load().scenario, records: records, settings: settings)
      .run(threads: 1)
    let travel = try #require(result.comparisons.first { $0.measure == .travel }).levels[0]
    #expect(abs(travel.simulated / travel.recorded - 1) < 0.03)
    // All come from the nearest station.
    let (mean, nearest) = (
      try #require(result.meanTravelMinutes), try #require(result.nearestTravelMinutes)
    )
    #expect(abs(mean - nearest) < 0.01)
  }

  @Test func `minutes that the study has as turnout are neither acknowledgement nor access`() throws {
    let records = try records(speed: 30, later: 2)
    let speed = try calibrated(records, turnout: 110)
    let departure = try #require(speed.departure)
    #expect(!departure.isRecorded && departure.turnoutMinutes == 110.0 / 60)
    #expect(abs(departure.acknowledgeSeconds.value - 10) < 3)
    #expect(abs(speed.fit.meanSpeed.value / 30 - 1) < 0.03 && speed.accessSeconds.value == 0)
    // More turnout than there is on record leaves no acknowledgement, and no access.
    let slow = try calibrated(records, turnout: 240)
    #expect(slow.departure?.acknowledgeSeconds.value == 0 && slow.excessMinutes < -1.9)
    #expect(slow.accessSeconds.value == 0)
  }

  @Test func `where the setting out is on record, it says the acknowledgement, and the rest is access`()
    throws
  {
    // Units set out 90 s after the order in the mean, and look for the door for the other 30 s.
    let setOut = try records(speed: 30, later: 2).enumerated().map { number, record in
      var record = record
      record.enRoute = record.dispatched.map { time in
        let second = time.firstSecond + 80 + 20 * (number % 2)
        let day = second / 86_400
        return RecordTime(
          CalendarDay(daysSinceEpoch: day), secondOfDay: second - day * 86_400, precision: .second)
      }
      return record
    }
    let speed = try calibrated(setOut, turnout: 60)
    let departure = try #require(speed.departure)
    #expect(departure.isRecorded && !speed.startsAtOrder)
    #expect(abs(departure.minutes.value - 1.5) < 0.02 && abs(departure.acknowledgeSeconds.value - 30) < 1)
    #expect(abs(speed.accessSeconds.value - 30) < 3)
    #expect(abs(speed.fit.meanSpeed.value / 30 - 1) < 0.03)
  }

  @Test func `drives that hardly grow with the way tell neither a speed nor an acknowledgement`() throws {
    let records = try records(speed: 290, later: 6)
    let study = RecordedCity.bundle(text(speed: 60))
    var settings = DemandSettings()
    settings.fitSamples = 9
    let found = try #require(DemandCalibration(records, study: study.load().scenario, settings))
    let speed = try #require(found.speed)
    #expect(!speed.isKnown && speed.departure == nil && speed.fit.meanSpeed.value > 150)
    let bundle = try CalibratedBundle(found, into: study)
    #expect(
      bundle.warnings.contains { $0.en.contains("hardly grow with distance") && $0.zh.contains("几乎不随路程") })
    #expect(
      !bundle.holds("travel.modes.car.speedKilometersPerHour") && !bundle.holds("dispatch.acknowledgeSeconds")
    )
  }

  @Test func `an interval wider than its key allows is cut where the source is written`() throws {
    var revision = try BundleRevision(RecordedCity.bundle(text(speed: 60)))
    let key = "travel.modes.car.speedKilometersPerHour"
    let source = BundleRevision.Source(
      key: key, mark: .derived, note: LocalizedText(zh: "记录", en: "records"), value: "60", range: 20...739)
    let isWritten = revision.setSources([source])
    #expect(isWritten)
    let written = try #require(try revision.load().scenario.sources.first { $0.key == key })
    #expect(written.range == 20...300)
  }

  @Test func `units from afar are told before the speed`() throws {
    let text = text(speed: 30, units: 6)
      .replacing("unavailableShare: 0", with: "unavailableShare: 0.9, unavailableMeanMinutes: 10")
    var settings = Backtest.Settings()
    settings.replications = 1
    let test = try Backtest(
      RecordedCity.bundle(text).load().scenario, records: records(speed: 30, later: 0), settings: settings)
    let answer = BacktestPage(test, test.run(threads: 1)).answer
    let told = try #require(answer.first { $0.zh.contains("首个到场的单元来自远处") })
    #expect(told.en.contains("comes from afar") && !told.zh.contains("应先校准车速"))
  }
}
