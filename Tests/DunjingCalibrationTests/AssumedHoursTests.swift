import DunjingRecords
import DunjingReport
import DunjingScenario
import DunjingWorld
import Testing

@testable import DunjingCalibration

/// The work of departments that an import assumed, under calibrated rates.
@Suite struct AssumedHoursTests {
  /// Legal has too few officers for the incidents, public order has enough, incidents bring the detention center nothing, and the
  /// hours of investigation are its own.
  private static let departments = """
    id,name_zh,name_en,agencyOfficers,agencyFloor,countyOfficers,countyFloor,fixedHoursPerYear,delayWeight
    legal,法制大队,Legal,0,0,9,4,500,0.8
    publicOrder,治安大队,Public order,0,0,200,100,700,0.4
    d3,看守所,Detention center,0,0,20,10,800,0.8
    investigation,刑侦大队,Investigation,0,0,30,15,5000,1

    """

  private static let value = "legal 500, publicOrder 700, d3 800"

  /// - Parameter legal: hours that an incident of public order brings legal, 7 in the city of reference.
  private static func study(mark: String = "H", value: String = value, legal: String = "7") -> ScenarioBundle
  {
    let followUps =
      "[{department: investigation, hours: 20}, {department: legal, hours: \(legal)}, {department: publicOrder, hours: 2}]"
    let yaml = DrawnTown.yaml.replacing(
      "departments: default", with: "departments: departments.csv\nsources: sources.csv"
    ).replacing("- id: order\n", with: "- id: order\n    followUps: \(followUps)\n")
    let sources =
      "key,mark,note_zh,note_en,value,low,high\n"
      + "departments.*.fixedHoursPerYear,\(mark),固定工作量,fixed work,\"\(value)\",,\n"
    return ScenarioBundle(files: [
      "scenario.yaml": Array(yaml.utf8), "grids.csv": Array(DrawnTown.grids.utf8),
      "departments.csv": Array(departments.utf8), "sources.csv": Array(sources.utf8)
    ])
  }

  private func calibrated(_ study: ScenarioBundle, perDay: Double) throws -> (
    found: DemandCalibration, bundle: CalibratedBundle, study: Scenario
  ) {
    var settings = DemandSettings()
    (settings.kinds, settings.fitSamples) = (KindMap(["theft": "order"]), 19)
    let records = DrawnTown.records(days: 30, perDay: perDay)
    let found = try #require(DemandCalibration(records, study: try study.load().scenario, settings))
    let bundle = try CalibratedBundle(found, into: study)
    return (found, bundle, try ScenarioBundle(files: bundle.files).load().scenario)
  }

  /// Legal, public order and the detention center have the work of as many officers of the city of reference: 9 · 53,550 / 42,
  /// 200 · 37,440 / 32 and 20 · 53,550 / 42 hours.
  private func hasLoadsOfReference(_ study: Scenario) -> Bool {
    zip(ExpectedDemand(study).departmentHours, [11_475.0, 234_000, 25_500]).allSatisfy {
      abs($0 / $1 - 1) < 1e-3
    }
  }

  private func hours(_ study: Scenario, _ kind: String, _ department: String) -> Double? {
    study.incidentKinds.first { $0.id == kind }?.followUps.first { $0.department == department }?.hours
  }

  @Test func `assumed work leaves loads as in the city of reference, and somebody's own stays`() throws {
    let (found, bundle, study) = try calibrated(Self.study(), perDay: 300)
    #expect(hasLoadsOfReference(study), "\(ExpectedDemand(study).departmentHours)")
    #expect(study.departments.map(\.fixedHoursPerYear).suffix(2) == [25_500, 5_000])
    let legal = try #require(hours(study, "order", "legal"))
    #expect(study.departments[0].fixedHoursPerYear == 0 && legal > 0 && legal < 7)
    #expect(hours(study, "order", "publicOrder") == 2 && hours(study, "order", "investigation") == 20)
    let answer = CalibrationAnswer(found, bundle)
    #expect(
      answer.sentences.contains {
        $0.en.contains("fixed work of 3 departments") && $0.zh.contains("（法制大队）")
      })
    let warning = try #require(answer.warnings.last)
    #expect(warning.zh.contains("刑侦大队") && !warning.zh.contains("法制大队") && warning.zh.contains("followUps"))
  }

  @Test func `assumed work keeps its marks, and its changes are listed`() throws {
    let (_, bundle, study) = try calibrated(Self.study(), perDay: 300)
    let fixed = try #require(study.sources.first { $0.key == "departments.*.fixedHoursPerYear" })
    #expect(fixed.mark == .assumed && fixed.note.en == "fixed work" && fixed.value.hasSuffix(", d3 25500"))
    let followUps = try #require(study.sources.first { $0.key == "incidentKinds.*.followUps" })
    #expect(followUps.mark == .assumed && followUps.value.hasPrefix("legal 0."))
    let changes = Dictionary(bundle.changes.map { ($0.key, $0.numbers) }) { $1 }
    #expect(changes["departments.*.fixedHoursPerYear"]?.contains("d3 800 → 25500") == true)
    let scaled = changes["incidentKinds.*.followUps"] ?? []
    #expect(scaled.count == 1 && scaled[0].hasPrefix("order/legal 7 → "), "\(scaled)")
    let page = CalibrationPage(
      try calibrated(Self.study(), perDay: 300).found, bundle,
      provenance: Provenance(build: "test", version: "0"))
    #expect(page.html(in: .en).contains("d3 800 → 25500") && page.html(in: .zh).contains("改写的数"))
  }

  /// A second calibration begins with the hours of the city of reference, not with those that the first one scaled down; so it does
  /// where the table of sources has no numbers, as in studies of older imports.
  @Test(arguments: [false, true])
  func `hours for each incident grow again where there are fewer incidents`(isOld: Bool) throws {
    let first = try calibrated(Self.study(), perDay: 300)
    var files = first.bundle.files
    if isOld {
      files["sources.csv"] = Array(
        """
        key,mark,note_zh,note_en
        departments.*.fixedHoursPerYear,H,固定工作量,fixed work
        incidentKinds.*.followUps,H,后续工时,hours for each incident

        """.utf8)
    }
    let second = try calibrated(ScenarioBundle(files: files), perDay: 30)
    #expect(hasLoadsOfReference(second.study), "\(ExpectedDemand(second.study).departmentHours)")
    let (before, after) = (hours(first.study, "order", "legal"), hours(second.study, "order", "legal"))
    #expect(try #require(after) > 5 * #require(before))
  }

  @Test func `numbers that are not as the import wrote them stay`() throws {
    #expect(try calibrated(Self.study(mark: "D"), perDay: 300).bundle.assumedHours == nil)
    let other = Self.value.replacing("d3 800", with: "d3 900")
    let (_, _, study) = try calibrated(Self.study(value: other), perDay: 300)
    #expect(study.departments.map(\.fixedHoursPerYear).suffix(2) == [800, 5_000])
    // Hours that are neither those of the city of reference nor a share of them that the table of sources has.
    let owned = try calibrated(Self.study(legal: "7.5"), perDay: 300).study
    #expect(hours(owned, "order", "legal") == 7.5 && owned.departments[0].fixedHoursPerYear == 0)
  }
}
