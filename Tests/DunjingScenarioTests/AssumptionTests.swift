import DunjingRandom
import Foundation
import Testing

@testable import DunjingScenario

/// Ranges of assumptions in `sources.csv`, and scenarios with other values of them.
@Suite struct AssumptionTests {
  private static let header = "key,mark,note_zh,note_en,value,low,high,name_zh,name_en\n"

  /// The smallest study with rows of sources.
  private func bundle(
    _ rows: String..., sources: String = "sources.csv", edit: (String) -> String = { $0 }
  ) throws -> ScenarioBundle {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: EditedStudy.minimal.path) {
      files[name] = Array(try Data(contentsOf: EditedStudy.minimal.appendingPathComponent(name)))
    }
    let text = String(decoding: try #require(files["scenario.yaml"]), as: UTF8.self)
    files["scenario.yaml"] = Array((edit(text) + "\nsources: \(sources)\n").utf8)
    files["sources.csv"] = Array((Self.header + rows.joined(separator: "\n") + "\n").utf8)
    return ScenarioBundle(files: files)
  }

  private func issues(_ row: String) throws -> [ScenarioIssue] {
    do {
      _ = try ScenarioVariation(bundle(row))
      return []
    } catch let error as InvalidScenario {
      return error.issues
    }
  }

  @Test func `a key has the value that the scenario has, written down or not`() throws {
    let variation = try ScenarioVariation(
      bundle("harm.delayDayPerYear,H,,,,100,500,延误,delay", "headquarters.caseVariation,H,,,,1,2.5,,"))
    let scenario = variation.base.scenario
    #expect(variation.assumptions.map(\.key) == ["harm.delayDayPerYear", "headquarters.caseVariation"])
    #expect(variation.assumptions[0].name == LocalizedText(zh: "延误", en: "delay"))
    // Without a name of its own: what the reference says.
    #expect(
      variation.assumptions[1].name
        == LocalizedText(
          zh: "一案工时的变异系数（伽马分布）", en: "coefficient of variation of the hours of one case (gamma)"))
    #expect(
      variation.assumptions.map(\.present) == [
        scenario.harm.delayDayPerYear, scenario.headquarters.caseVariation
      ])
    #expect(variation.assumptions[0].range == 100...500)
  }

  @Test(arguments: [
    (
      "incidentKinds.dispute.exogenousPerYear", "：全城每年不由隐患和引发而来的警情数",
      ": incidents of the whole city in a year"
    ),
    (
      "incidentKinds.dispute.sceneMinutes.logNormal.median", "：现场处置时长的中位数",
      ": the median of time on the scene"
    ),
    ("travel.modes.car.speedKilometersPerHour", "car：没有等级速度的道路上", "car: "),
    ("dispatch.acknowledgeSeconds", "从派警到单元签收的时间", "time from the order")
  ])
  func `a key is called by its record and what it is`(key: String, chinese: String, english: String) throws {
    let scenario = try bundle("harm.delayDayPerYear,H,,,,100,500,,").load().scenario
    let name = scenario.name(ofKey: key)
    #expect(name.zh.contains(chinese) && name.en.contains(english) && !name.en.hasSuffix("."), "\(name)")
    #expect(![name.zh, name.en].contains { $0.contains(key) })
    if key.hasPrefix("incidentKinds") {
      let kind = try #require(scenario.incidentKinds.first { $0.id == "dispute" })
      #expect(name.zh.hasPrefix(kind.name.zh) && name.en.hasPrefix(kind.name.en))
    }
    #expect(scenario.name(ofKey: "nowhere.near") == LocalizedText("nowhere.near"))
  }

  @Test func `a study is loaded with its assumptions as without them, and refused for them alone`() throws {
    let sound = try bundle("harm.delayDayPerYear,H,,,,100,500,延误,delay")
    let (with, without) = try (sound.loadWithAssumptions(), sound.load())
    #expect(with.scenario == without.scenario && with.bundleHash == without.bundleHash)
    #expect(with.valueText(at: "demand.incidentsPerDay") == without.valueText(at: "demand.incidentsPerDay"))
    #expect(with.valueText(at: "demand.incidentsPerDay") != nil)
    // The incubation of the study is exponential and has no shape.
    let missing = try bundle("hazardKinds.*.incubationDays.gamma.shape,H,,,1,0.5,2,,")
    _ = try missing.load()
    let refused = #expect(throws: InvalidScenario.self) { try missing.loadWithAssumptions() }
    #expect(refused?.issues.map(\.keyPath) == ["sources[0].key"])
    let issue = refused?.issues.first
    #expect(issue?.file == "sources.csv" && issue?.line == 2 && issue?.column == 1)
  }

  @Test func `a range in the scenario itself is refused at its own line and column`() throws {
    let row = "{key: \"hazardKinds.*.incubationDays.gamma.shape\", mark: H, value: 1, low: 0.5, high: 2}"
    let inline = try bundle(sources: "[\(row)]")
    let text = try String(
      contentsOf: EditedStudy.minimal.appendingPathComponent("scenario.yaml"), encoding: .utf8)
    let refused = #expect(throws: InvalidScenario.self) { try inline.loadWithAssumptions() }
    let issue = refused?.issues.first
    #expect(issue?.file == "scenario.yaml" && issue?.column == "sources: [{key: ".count + 1)
    #expect(issue?.line == text.split(separator: "\n", omittingEmptySubsequences: false).count + 1)
  }

  @Test func `values change what they name and nothing else`() throws {
    let variation = try ScenarioVariation(
      bundle("hazardKinds.*.arrivalsPerYear,H,,,1,0.5,2,,", "harm.lateArrival,H,,,,0.1,0.5,,"))
    let base = variation.base.scenario
    let half = try variation.load(setting: variation.assumptions[0].overrides(at: 0.5)).scenario
    #expect(half.hazardKinds.map(\.arrivalsPerYear) == base.hazardKinds.map { $0.arrivalsPerYear * 0.5 })
    var same = half
    (same.hazardKinds, same.incidentKinds) = (base.hazardKinds, base.incidentKinds)
    #expect(same == base && !base.hazardKinds.isEmpty)
    let late = try variation.load(setting: variation.assumptions[1].overrides(at: 0.5)).scenario
    #expect(late.harm.lateArrival == 0.5)
    // As if it had been set by hand.
    let direct = try bundle("hazardKinds.*.arrivalsPerYear,H,,,1,0.5,2,,", "harm.lateArrival,H,,,,0.1,0.5,,")
      .load(setting: [ScenarioOverride(key: "harm.lateArrival", value: "0.5")]).scenario
    var compared = direct
    compared.sources = late.sources
    #expect(compared == late)
  }

  @Test func `lists left to their default vary as well, and shares stay shares`() throws {
    let rows = [
      "hazardKinds.*.closure,H,,,1,0.5,3,,", "hazardKinds.*.incubationDays.exponential.mean,H,,,1,0.5,2,,"
    ]
    let variation = try ScenarioVariation(
      bundle(rows[0], rows[1]) { EditedList.without("hazardKinds", in: $0) + "\nhazardKinds: default\n" })
    let base = variation.base.scenario
    let closed = try variation.load(setting: variation.assumptions[0].overrides(at: 3)).scenario
    #expect(closed.hazardKinds.allSatisfy { $0.closure == 1 } && base.hazardKinds.contains { $0.closure < 1 })
    let slow = try variation.load(setting: variation.assumptions[1].overrides(at: 2)).scenario
    for (kind, before) in zip(slow.hazardKinds, base.hazardKinds) {
      #expect(kind.incubationDays.mean == 2 * before.incubationDays.mean)
    }
  }

  @Test func `a range is about what is set on top of the files`() throws {
    let rows = "hazardKinds.*.arrivalsPerYear,H,,,1,0.5,2,,"
    let variation = try ScenarioVariation(
      bundle(rows), setting: [ScenarioOverride(key: "hazardKinds[0].arrivalsPerYear", value: "1000")])
    #expect(variation.base.scenario.hazardKinds[0].arrivalsPerYear == 1000)
    let half = try variation.load(setting: variation.assumptions[0].overrides(at: 0.5)).scenario
    #expect(half.hazardKinds[0].arrivalsPerYear == 500)
  }

  @Test(arguments: [
    ("harm.lateArrival,H,,,,0.1,,,", "low is given without high", 6),
    ("harm.lateArrival,H,,,,0.5,0.1,,", "low (0.5) is not less than high (0.1)", 7),
    ("harm.lateness,H,,,,0.1,0.5,,", "'harm.lateness' is no number that --set reaches", 6),
    ("dispatch.policy,H,,,,0.1,0.5,,", "'dispatch.policy' is no number that --set reaches", 6),
    ("hazardKinds.*.detectionPerVisit,H,,,,-1,0.5,,", "-1", 6)
  ])
  func `a range that makes no sense is told with its place`(row: String, text: String, column: Int) throws {
    let issues = try issues(row)
    let issue = try #require(issues.first)
    #expect(issues.count == 1 && issue.file == "sources.csv" && issue.line == 2, "\(issues)")
    #expect(
      issue.problem.en.contains(text) && !issue.problem.zh.isEmpty && !issue.remedy.en.isEmpty, "\(issue)")
    #expect(issue.column > 1)
    _ = column
  }

  @Test func `a list without such numbers cannot vary`() throws {
    let issue = try #require(try issues("hazardKinds.*.incubationDays.gamma.shape,H,,,1,0.5,2,,").first)
    #expect(issue.problem.en.contains("has no number at 'hazardKinds.*.incubationDays.gamma.shape'"))
  }

  @Test func `the shipped studies have ranges about their values`() throws {
    for name in ["baicheng", "jilin"] {
      let path = EditedStudy.minimal.deletingLastPathComponent().appendingPathComponent(name).path
      let variation = try ScenarioVariation(ScenarioBundle(path: path))
      #expect(variation.assumptions.count >= 10)
      for assumption in variation.assumptions {
        #expect(assumption.range.contains(assumption.present), "\(assumption.key)")
        for end in [assumption.range.lowerBound, assumption.range.upperBound] {
          #expect(throws: Never.self) { try variation.load(setting: assumption.overrides(at: end)) }
        }
      }
    }
  }
}

/// Cuts a list out of a scenario file.
private enum EditedList {
  static func without(_ key: String, in text: String) -> String {
    var isInside = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if line.hasPrefix("\(key):") {
        isInside = true
        return false
      }
      if isInside, let first = line.first, first != " ", first != "#" { isInside = false }
      return !isInside
    }.joined(separator: "\n")
  }
}
