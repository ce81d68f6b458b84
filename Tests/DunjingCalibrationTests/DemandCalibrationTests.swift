import DunjingFitting
import DunjingNumerics
import DunjingRandom
import DunjingRecords
import DunjingReport
import DunjingScenario
import Testing

@testable import DunjingCalibration

/// Records of a town drawn from known rates.
struct DrawnTown {
  static let hours = (0..<24).map { 1 + 0.6 * PortableMath.sine((Double($0) - 8) / 24 * 2 * Double.pi) }

  /// Twelve grids of a kilometer, the first three busy; two kinds; log-normal times on scene, in whole minutes.
  static func records(days: Int, perDay: Double = 30, seed: UInt64 = 1) -> [IncidentRecord] {
    var stream = RandomStream(seed: seed, purpose: StreamPurpose(rawValue: 9))
    let start = CalendarDay(year: 2023, month: 1, day: 1).daysSinceEpoch
    var records: [IncidentRecord] = []
    for day in 0..<days {
      for hour in 0..<24 {
        for _ in 0..<stream.nextPoisson(mean: perDay / 24 * hours[hour]) {
          var record = IncidentRecord(row: records.count + 2)
          let second = hour * 3600 + stream.nextInteger(below: 3600)
          record.received = RecordTime(
            CalendarDay(daysSinceEpoch: start + day), secondOfDay: second, precision: .second)
          record.kind = stream.nextTrial(probability: 0.3) ? "theft" : "dispute"
          record.priority = stream.nextTrial(probability: 0.2) ? 1 : 3
          let grid =
            stream.nextTrial(probability: 0.6) ? stream.nextInteger(below: 3) : stream.nextInteger(below: 12)
          record.x = Double(grid % 4) + stream.nextUnit()
          record.y = Double(grid / 4) + stream.nextUnit()
          let minutes = Distribution.logNormal(median: 25, sigma: 0.7).sample(using: &stream)
          record.serviceMinutes = minutes.rounded()
          records.append(record)
        }
      }
    }
    return records
  }

  static let study = ScenarioBundle(
    files: [
      "scenario.yaml": Array(yaml.utf8), "grids.csv": Array(grids.utf8)
    ])

  static let grids =
    "id,x,y,population\n"
    + (0..<12).map { "g\($0),\(Double($0 % 4) + 0.5),\(Double($0 / 4) + 0.5),5000\n" }.joined()

  static let yaml = """
    # A town.
    schema: dunjing/1
    name: {zh: 小城, en: A town}
    time: {zone: Asia/Shanghai, start: "2024-01-01", warmUpDays: 10, settlingDays: 0, horizonDays: 20}
    coordinates: local   # kilometers
    grids: grids.csv
    facilities:
      - {id: s1, name: {zh: 派出所, en: Station}, kind: station, x: 1.5, y: 1.5}
      - {id: w1, name: {zh: 工作站, en: Workstation}, kind: streetWorkstation, x: 1.5, y: 1.5}
    units:
      - {id: street, name: {zh: 街面单元, en: Street unit}, facilityKind: streetWorkstation, unitsPerFacility: 2,
         mode: car, area: city, roster: threeShifts, movingShare: 0.6, skills: [basic, patrol, traffic]}
    incidentKinds:
      - id: order
        exogenousPerYear: 100   # [H] a guess
        urgentShare: 0.1        # [H]
        urgentPriority: 1
      - id: dispute   # 纠纷
        sceneMinutes: {logNormal: {median: 60, sigma: 0.9}}   # [H] long
      - {id: help, exogenousPerYear: 50}
    climbs: []
    hazardKinds: []
    departments: default
    treatments:
      - {id: sink00, name: {zh: 不下沉, en: None}, sinkRatio: 0}
      - {id: sink20, name: {zh: 下沉, en: Some}, sinkRatio: 0.2, streetShare: 0.2}
    experiment: {replications: 2, seed: 1, baseline: sink00}   # few

    """
}

@Suite struct DemandCalibrationTests {
  private func calibration(_ records: [IncidentRecord], kinds: KindMap = KindMap(["theft": "order"])) throws
    -> DemandCalibration
  {
    var settings = DemandSettings()
    settings.kinds = kinds
    settings.fitSamples = 19
    return try #require(DemandCalibration(records, study: try DrawnTown.study.load().scenario, settings))
  }

  @Test func `rates, profiles and times on scene are those that were drawn`() throws {
    let found = try calibration(DrawnTown.records(days: 60))
    #expect(found.kinds.map(\.id) == ["order", "dispute"] && found.unseenKinds == ["help"])
    let order = found.kinds[0]
    // 30 a day, three in ten, the hours of the sine having a mean of 1; the study's months are level.
    #expect(order.perYear.contains(30 * 0.3 * 365))
    #expect(zip(order.hours, DrawnTown.hours).count { $0.contains($1) } >= 20)
    let scene = try #require(found.kinds[1].scene)
    #expect(scene.fit.family == .logNormal && scene.unit == 1)
    #expect(scene.parameters[0].estimate.contains(25) && scene.parameters[1].estimate.contains(0.7))
    #expect(try #require(order.urgentShare).contains(0.2))
    let busy = try #require(found.grids)
    #expect(busy.weight(0).contains(12 * (0.6 / 3 + 0.4 / 12)))
    #expect(busy.weight(7).contains(12 * 0.4 / 12))
  }

  @Test func `the new study has the estimates and keeps its comments`() throws {
    let found = try calibration(DrawnTown.records(days: 60))
    let bundle = try CalibratedBundle(found, into: DrawnTown.study)
    let text = String(decoding: try #require(bundle.files["scenario.yaml"]), as: UTF8.self)
    for kept in [
      "# A town.", "# kilometers", "- id: dispute   # 纠纷", "# few", "{id: help, exogenousPerYear: 50}"
    ] { #expect(text.contains(kept), "\(kept)") }
    // What was only assumed of a number is not said of its estimate.
    #expect(!text.contains("# [H]"))
    let study = try ScenarioBundle(files: bundle.files).load().scenario
    let order = study.incidentKinds[0]
    #expect((order.exogenousPerYear / found.kinds[0].exogenousPerYear.value - 1).magnitude < 1e-3)
    #expect((order.hourWeights[20] - found.kinds[0].hours[20].value).magnitude < 0.01)
    #expect((order.urgentShare / (found.kinds[0].urgentShare?.value ?? 0) - 1).magnitude < 1e-3)
    #expect(study.incidentKinds[1].sceneMinutes != .logNormal(median: 60, sigma: 0.9))
    #expect(study.grids[0].demandWeight > 2 * study.grids[7].demandWeight)
    #expect(study.incidentKinds[2].exogenousPerYear == 50)
    let source = try #require(study.sources.first { $0.key == "incidentKinds.order.exogenousPerYear" })
    #expect(source.mark == .derived && source.range?.contains(order.exogenousPerYear) == true)
    #expect(source.note.en.contains("2023-01-01") && source.note.zh.contains("记录"))
    #expect(bundle.warnings.isEmpty)
  }

  @Test func `what incidents do to departments and to the number for all of them is told`() throws {
    let found = try calibration(DrawnTown.records(days: 60, perDay: 300))
    let yaml = DrawnTown.yaml.replacing("climbs: []", with: "demand: {incidentsPerDay: 31.87}\nclimbs: []")
    let study = ScenarioBundle(files: [
      "scenario.yaml": Array(yaml.utf8), "grids.csv": Array(DrawnTown.grids.utf8)
    ])
    let bundle = try CalibratedBundle(found, into: study)
    let effect = try #require(bundle.effect)
    let after = try ScenarioBundle(files: bundle.files).load()
    // Nothing grows, climbs or repeats here, so that all incidents are those of the kinds.
    let perDay = after.scenario.incidentKinds.reduce(0) { $0 + $1.exogenousPerYear } / 365
    #expect((effect.perDayAfter / perDay - 1).magnitude < 1e-9 && effect.recordedPerDay > 250)
    #expect(
      (effect.recordedPerDay + effect.bySeason + effect.ofUnseenKinds + effect.beyondRecords - perDay)
        .magnitude < 1e-9)
    #expect((effect.ofUnseenKinds - 50 / 365).magnitude < 1e-9)
    let total = try #require(effect.total)
    #expect(total.key == "demand.incidentsPerDay" && total.before == 31.87)
    #expect(after.valueText(at: total.key).flatMap(Double.init) == total.after)
    #expect((total.after / perDay - 1).magnitude < 1e-3)
    #expect(effect.departments.contains { $0.isFilled && $0.after > $0.before })
    let answer = CalibrationAnswer(found, bundle)
    let warning = try #require(answer.warnings.last)
    #expect(answer.ofKinds == nil && answer.warnings.count == 1)
    for key in ["fixedHoursPerYear", "agencyOfficers", "countyOfficers", "followUps"] {
      #expect(warning.zh.contains(key) && warning.en.contains(key), "\(key)")
    }
    #expect(answer.sentences.contains { $0.en.contains("decides nothing") && $0.zh.contains("不再起作用") })
    let note = try #require(after.scenario.sources.first { $0.key == total.key }).note
    for text in answer.sentences + [note] where text.en.contains("decides nothing") {
      #expect(text.en.contains("escalated hazards included (without climbs and repeats)"), "\(text.en)")
      #expect(text.zh.contains("各类别与隐患升级之和"), "\(text.zh)")
    }
    #expect(try CalibratedBundle(found, into: DrawnTown.study).effect?.total == nil)
  }

  @Test func `records that are a sample leave the number of incidents of the study as it is`() throws {
    var settings = DemandSettings()
    (settings.kinds, settings.fitSamples, settings.keepsTotal) = (KindMap(["theft": "order"]), 19, true)
    let study = try DrawnTown.study.load().scenario
    let records = DrawnTown.records(days: 60, perDay: 1)
    let (kept, plain) = (
      try #require(DemandCalibration(records, study: study, settings)), try calibration(records)
    )
    let bundle = try CalibratedBundle(kept, into: DrawnTown.study)
    let effect = try #require(bundle.effect)
    #expect(abs(effect.perDayAfter / effect.perDayBefore - 1) < 1e-3)
    #expect(
      effect.byLevel > 0
        && CalibrationAnswer(kept, bundle).sentences.contains { $0.en.contains("--keep-total") })
    // Kinds share it as recorded; what one has more, others have less, so that intervals are narrower than those of rates.
    let factor = try #require(kept.levelFactor)
    for (one, other) in zip(kept.kinds, plain.kinds) {
      #expect(abs(one.perYear.value / other.perYear.value / factor - 1) < 1e-9)
      let (width, otherWidth) = (
        try #require(one.perYear.standardError), try #require(other.perYear.standardError)
      )
      #expect(width / one.perYear.value < 0.95 * otherWidth / other.perYear.value)
      let (lower, otherLower) = (try #require(one.perYear.lower), try #require(other.perYear.lower))
      #expect(lower < one.perYear.value && lower / factor > otherLower)
    }
    // What one of two kinds has more, the other has less.
    #expect(kept.kinds.count == 2)
    let errors = kept.kinds.compactMap(\.perYear.standardError)
    #expect(abs(errors[0] / errors[1] - 1) < 1e-9)
    let rates = kept.estimates.filter { $0.key.hasSuffix("exogenousPerYear") }
    #expect(
      rates.count == 2 && rates.allSatisfy { $0.distribution == .dirichlet && $0.group == rates[0].group })
    // A kind alone has all of it, without error.
    let alone = try #require(KeptTotal([plain.kinds[0]], study)).parts(of: [plain.kinds[0]])
    #expect(alone[0].standardError == 0 && alone[0].lower == alone[0].value)
    // Without it the records decide, and where they have far fewer, it is said how to keep the number.
    let few = try CalibratedBundle(plain, into: DrawnTown.study)
    #expect(plain.levelFactor == nil && few.effect?.byLevel == 0)
    #expect(CalibrationAnswer(plain, few).sentences.contains { $0.zh.contains("请加 --keep-total") })
  }

  @Test func `what the study had otherwise is listed, old and new`() throws {
    let found = try calibration(DrawnTown.records(days: 30))
    let bundle = try CalibratedBundle(found, into: DrawnTown.study)
    let (old, new) = (
      try DrawnTown.study.load().scenario, try ScenarioBundle(files: bundle.files).load().scenario
    )
    let rates = try #require(bundle.changes.first { $0.key == "incidentKinds.*.exogenousPerYear" })
    for kind in new.incidentKinds {
      let before = try #require(old.incidentKinds.first { $0.id == kind.id }).exogenousPerYear
      let text = "\(kind.id) \(DemandText.number(before)) → \(DemandText.number(kind.exogenousPerYear))"
      #expect(rates.numbers.contains(text) == (before != kind.exogenousPerYear), "\(text)")
    }
    #expect(!rates.numbers.isEmpty)
    // Nothing is said of what stays.
    #expect(CalibrationChange.list(from: old, to: old).isEmpty)
  }

  @Test func `kinds that nobody mapped are listed, or put where the caller says`() throws {
    let records = DrawnTown.records(days: 5)
    let thefts = records.count { $0.kind == "theft" }
    let some = try calibration(records, kinds: KindMap())
    #expect(some.unmapped.names.map(\.recorded) == ["theft"] && some.unmapped.count == thefts)
    let rest = try calibration(records, kinds: KindMap([:], rest: "help"))
    #expect(rest.unmapped.names.isEmpty && rest.kinds.map(\.id) == ["dispute", "help"])
    #expect(rest.kinds[1].count == thefts)
    let map = try KindMap(reading: Array("recorded,kind\ntheft,order\n\"a, b\",help\n".utf8), name: "k.csv")
    #expect(map.kinds == ["theft": "order", "a, b": "help"])
    #expect(throws: InvalidScenario.self) { try KindMap(reading: Array("a,b\n1,2\n".utf8), name: "k.csv") }
  }

  @Test
  func `duplicates, calls that are not valid, incidents on view and days without a clock are told apart`()
    throws
  {
    var records = DrawnTown.records(days: 10)
    for index in 0..<20 { records[index].flags = [AuditFinding.duplicate.rawValue] }
    for index in 20..<50 { records[index].isOnView = true }
    for index in 50..<60 { records[index].received = records[index].received.map { RecordTime($0.day) } }
    records[60].received = nil
    for index in 61..<68 { records[index].flags = [AuditFinding.invalid.rawValue] }
    let found = try calibration(records)
    #expect(found.duplicates == 20 && found.onView == 30 && found.withoutTime == 1 && found.invalid == 7)
    #expect(found.count == records.count - 58)
    #expect(found.kinds.reduce(0) { $0 + Int($1.hourCounts.reduce(0, +)) } == found.count - 10)
    #expect(DemandCalibration([], study: nil, DemandSettings()) == nil)
  }

  @Test func `near repeats are those of records whose hour and place count`() throws {
    var records = DrawnTown.records(days: 10)
    let all = try #require(try calibration(records).nearRepeats?.count)
    for index in 0..<20 { records[index].flags = [AuditFinding.zoneJump.rawValue] }
    for index in 20..<50 { records[index].flags = [AuditFinding.outsideMap.rawValue] }
    #expect(try calibration(records).nearRepeats?.count == all - 50)
  }

  @Test func `positions of grids say nothing of near repeats`() throws {
    let exact = DrawnTown.records(days: 30)
    let found = try calibration(exact)
    #expect(!found.areAtGrids && found.nearRepeats != nil)
    let snapped = exact.map { record in
      var record = record
      record.x = record.x.map { $0.rounded(.down) + 0.5 }
      record.y = record.y.map { $0.rounded(.down) + 0.5 }
      return record
    }
    let blurred = try calibration(snapped)
    #expect(blurred.areAtGrids && blurred.nearRepeats == nil)
    let answer = CalibrationAnswer(blurred, try CalibratedBundle(blurred, into: DrawnTown.study))
    #expect(
      answer.sentences.contains { $0.en.contains("--exact-positions") && $0.zh.contains("看不出近重复") })
  }

  @Test func `a stray day does not stretch the period`() throws {
    var records = DrawnTown.records(days: 10)
    let plain = try calibration(records)
    records.append(records[0])
    records[records.count - 1].received = RecordTime("2099-12-31T08:00")
    records[records.count - 1].flags = [AuditFinding.strayDate.rawValue]
    let found = try calibration(records)
    #expect(found.period == plain.period && found.outsidePeriod == plain.outsidePeriod + 1)
  }

  @Test func `a silent day of a busy town counts as missing, and partial days in part`() throws {
    let all = DrawnTown.records(days: 10).compactMap(\.received)
    let silent = CalendarDay(year: 2023, month: 1, day: 5)
    let times = all.filter { $0.day != silent && !($0.day.day == 10 && ($0.hour ?? 0) >= 12) }
    let period = try #require(ObservedPeriod(times))
    #expect(period.missing == [silent])
    let lastHour = times.filter { $0.day.day == 10 }.compactMap(\.hour).max() ?? 0
    #expect((period.days - (8 + Double(lastHour + 1) / 24)).magnitude < 0.2)
    #expect(period.hourExposure[3] == 9 && period.hourExposure[20] == 8)
    let changed = ClockChange(day: silent.daysSinceEpoch + 1, hour: 2, times: 0)
    #expect(ObservedPeriod(times, changes: [changed])?.hourExposure[2] == 8)
    let quiet = [RecordTime(silent), RecordTime(CalendarDay(year: 2023, month: 1, day: 9))]
    #expect(ObservedPeriod(quiet)?.missing.isEmpty == true && ObservedPeriod([]) == nil)
  }

  @Test func `records alone make a valid study`() throws {
    var settings = DemandSettings()
    settings.fitSamples = 19
    let found = try #require(DemandCalibration(DrawnTown.records(days: 20), study: nil, settings))
    #expect(found.kinds.map(\.id).sorted() == ["dispute", "theft"] && !found.isInDegrees)
    let bundle = try CalibratedBundle(found, name: "测试 \"town\"", zone: "Asia/Shanghai")
    let study = try ScenarioBundle(files: bundle.files).load().scenario
    #expect(study.incidentKinds.map(\.id).sorted() == ["dispute", "theft"])
    let yearly = study.incidentKinds.reduce(0) { $0 + $1.exogenousPerYear }
    #expect((yearly / (30 * 365) - 1).magnitude < 0.15)
    // Cells of a kilometer around the middle of 4 by 3 kilometers: up to 5 by 4.
    #expect((12...20).contains(study.grids.count))
    #expect(study.incidentKinds.first { $0.id == "theft" }?.priority == 3)
  }

  @Test
  func `posts of a study of records alone stand where drives are short, with units for half of the time`() {
    // Two towns ten kilometers apart, three incidents in the one for two in the other, and one between them.
    let cells = (0..<20).map { number -> GridCalibration.Cell in
      let (x, y) = (Double(number % 2) * 10 + Double(number / 2 % 3), Double(number / 6))
      return GridCalibration.Cell(id: "\(number)", x: x, y: y, count: number % 2 == 0 ? 3 : 2, expected: 1)
    }
    let map = PlaneMap(cells.map { ($0.x, $0.y) }, system: .local)
    let posts = AssumedPosts(cells, map)
    #expect(posts.cells.count == 2 && Set(posts.cells.map { $0 % 2 }) == [0, 1])
    #expect(posts.kilometers > 0.8 && posts.kilometers < 1.7)
    // 1,440 minutes of service keep one unit busy, two at half load; drives of some minutes add to it.
    let busy = 1 + 100 * 1.5 * 1.3 * posts.kilometers / 40 * 60 / 1_440
    #expect(
      posts.units(incidentsPerDay: 100, serviceMinutesPerDay: 1_440) == Int((2 * busy / 2).rounded(.up)))
    let one = AssumedPosts(Array(cells.prefix(2)), map)
    #expect(one.cells == [0] && one.units(incidentsPerDay: 1, serviceMinutesPerDay: 30) == 2)
  }

  @Test func `both pages say what was used and have every chart`() throws {
    let found = try calibration(DrawnTown.records(days: 30))
    let bundle = try CalibratedBundle(found, into: DrawnTown.study)
    let page = CalibrationPage(found, bundle, provenance: Provenance(build: "test", version: "0"))
    let (chinese, english) = (page.html(in: .zh), page.html(in: .en))
    for (text, words) in [
      (chinese, ["警情校准", "一天中的变化", "现场处置时长", "地点", "全部估计", "Documentation/Calibration.zh.md"]),
      (
        english,
        [
          "Demand from records", "Over the day", "Time on scene", "Places", "All estimates",
          "Documentation/Calibration.md"
        ]
      )
    ] {
      for word in words { #expect(text.contains(word), "\(word)") }
      #expect(text.components(separated: "<svg").count == 4 && !text.contains("nan"))
    }
  }
}

extension String {
  fileprivate func components(separated separator: String) -> [Substring] { split(separator: separator) }
}
