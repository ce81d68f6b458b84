import DunjingRecords
import DunjingReport
import DunjingScenario
import DunjingWorld
import Testing

@testable import DunjingCalibration

@Suite struct BacktestPageTests {
  private func page(speed: Double, change: (inout [IncidentRecord]) -> Void = { _ in }) throws -> BacktestPage
  {
    var records = try RecordedCity.records(speed: 40)
    change(&records)
    var settings = Backtest.Settings()
    settings.replications = 1
    let test = try Backtest(RecordedCity.scenario(speed: speed), records: records, settings: settings)
    return BacktestPage(test, test.run(threads: 1))
  }

  /// The answer where all recorded services are as long.
  private func answer(speed: Double, serviceMinutes: Double) throws -> [LocalizedText] {
    try page(speed: speed) { records in
      for index in records.indices {
        records[index].cleared = nil
        records[index].serviceMinutes = serviceMinutes
      }
    }.answer
  }

  @Test func `no difference is called one where there is none`() throws {
    let answer = try page(speed: 40).answer
    #expect(answer[0].en.hasSuffix("these records show no difference of the means."))
    #expect(answer[0].zh.hasSuffix("这些记录的平均值看不出差别。"))
  }

  @Test func `means that agree while medians do not are told to agree alone`() throws {
    // Four responses of five take half as long, the fifth three times: as long in the mean.
    let answer = try page(speed: 40) { records in
      for index in records.indices {
        guard let received = records[index].received, let onScene = records[index].onScene else { continue }
        let seconds = Double(onScene.firstSecond - received.firstSecond) * (index % 5 == 0 ? 3 : 0.5)
        let second = received.firstSecond + Int(seconds.rounded())
        let day = second / 86_400
        records[index].onScene = RecordTime(
          CalendarDay(daysSinceEpoch: day), secondOfDay: second - day * 86_400, precision: .second)
      }
    }.answer
    #expect(answer[0].en.contains("no difference of the means, but the median is"), "\(answer[0].en)")
    #expect(answer[0].zh.contains("看不出差别，但中位数"), "\(answer[0].zh)")
  }

  @Test func `a simulation that is too fast is told to be, and what to mend`() throws {
    let answer = try page(speed: 80).answer[0]
    #expect(
      answer.en.contains("faster, more than chance explains. Calibrate speeds"), "\(answer.en)")
    #expect(answer.zh.contains("超出偶然。应先校准车速"), "\(answer.zh)")
  }

  @Test func `records that are a sample do not say that cars are too fast`() throws {
    var records = try RecordedCity.records(speed: 40)
    records = records.enumerated().filter { $0.offset % 4 == 0 }.map(\.element)
    var settings = Backtest.Settings()
    settings.replications = 1
    let test = try Backtest(RecordedCity.scenario(speed: 80), records: records, settings: settings)
    #expect(test.isSample && abs(test.expectedPerDay - 9_000 / 365) < 0.1)
    let answer = BacktestPage(test, test.run(threads: 1)).answer
    #expect(!answer[0].en.contains("Calibrate speeds") && !answer[0].zh.contains("应先校准车速"))
    #expect(answer[1].en.contains("If they are a sample") && answer[1].zh.contains("抽样"))
    #expect(
      try !Backtest(RecordedCity.scenario(speed: 40), records: RecordedCity.records(speed: 40)).isSample)
  }

  @Test func `records without any times of dispatch are no comparison`() throws {
    let page = try page(speed: 40) { records in
      for index in records.indices {
        (records[index].dispatched, records[index].onScene, records[index].cleared) = (nil, nil, nil)
      }
    }
    #expect(page.answer[0].en.hasPrefix("The records have no times of dispatch or arrival to compare with"))
    #expect(!page.html(in: .en).contains("Simulated and recorded"))
  }

  @Test func `incidents that nobody reaches are told before any comparison`() throws {
    let answer = try answer(speed: 40, serviceMinutes: 7_200)
    #expect(
      answer.contains { $0.en.contains("are never reached in the simulation") && $0.zh.contains("始终没有单元到场") })
    #expect(answer[0].en.contains("too few of them are reached"), "\(answer[0].en)")
  }

  @Test func `where units are too busy, waiting is told and not the speed`() throws {
    // An hour and a half for each of some 25 incidents a day keeps two units almost busy.
    let answer = try answer(speed: 40, serviceMinutes: 90)[0]
    #expect(answer.en.contains("waiting for a unit to be free") && answer.en.contains("car "), "\(answer.en)")
    #expect(answer.zh.contains("要等单元空出来") && !answer.zh.contains("应先校准车速"), "\(answer.zh)")
  }

  @Test func `where waiting is to be looked at first, speeds come after it`() throws {
    let answer = try answer(speed: 20, serviceMinutes: 90)
    #expect(
      answer[0].zh.contains("参加比较的平均每起等") && answer[0].en.contains("those compared wait"), "\(answer[0].en)")
    #expect(
      answer.contains { $0.zh.hasSuffix("此外，车速也应校准。") && $0.en.hasSuffix("Besides, calibrate speeds.") })
    #expect(answer.allSatisfy { !$0.zh.contains("应先校准") && !$0.en.contains("Calibrate speeds") })
  }

  @Test func `an answer from a part of the records says which part`() throws {
    let answer = try page(speed: 40) { records in
      for index in records.indices where index % 4 == 0 { records[index].kind = "riot" }
    }.answer
    #expect(answer[1].en.contains("of 1 of the 2 recorded kinds") && answer[1].zh.contains("2 个类别里的 1 个"))
    #expect(try page(speed: 40).answer.allSatisfy { !$0.en.hasPrefix("This rests on") })
  }

  @Test(arguments: [Language.zh, .en])
  func `the page has its figures, tables and left out records`(language: Language) throws {
    let html = try page(speed: 40) { $0[0].kind = "riot" }.html(in: language)
    #expect(html.ranges(of: "<svg").count == 2)
    #expect(html.contains(language == .zh ? "类别不在研究之中" : "the study has no such kind"))
    #expect(html.contains(language == .zh ? "谁先到场" : "Who came first"))
  }
}
