import DunjingFitting
import DunjingRecords
import DunjingScenario
import Testing

@testable import DunjingCalibration

/// Kinds of a study that is made of recorded names.
@Suite struct RecordedNameTests {
  @Test func `Recorded names of any signs become names of kinds with safe ids`() throws {
    let names = ["a.b", "a[b]", "\"quoted\": one", "盗窃", "抢劫", "plain", "A-B"]
    var records = DrawnTown.records(days: 40)
    for index in records.indices { records[index].kind = names[index % names.count] }
    let calibration = try #require(DemandCalibration(records, study: nil, DemandSettings()))
    #expect(
      Set(calibration.kinds.map(\.id)) == ["a-b", "a-b-2", "quoted-one", "k1", "k2", "plain", "A-B"])
    let bundle = try CalibratedBundle(calibration, name: nil, zone: "Asia/Shanghai")
    let study = try ScenarioBundle(files: bundle.files).load().scenario
    #expect(Set(study.incidentKinds.map(\.name.en)) == Set(names))
    for kind in calibration.kinds {
      #expect(bundle.holds("incidentKinds.\(kind.id).exogenousPerYear"))
    }
  }

  @Test(arguments: [
    ("THEFT", "criminal"), ("BURG IN PROGRESS", "criminal"), ("Shots fired", "criminal"),
    ("ID theft", "fraud"),
    ("DISTURBANCE", "order"), ("SUSP PERSON", "order"), ("DOMESTIC", "dispute"),
    ("Noise complaint call", "dispute"),
    ("TRAFFIC ACC-NON INJ", "traffic"), ("WELFARE CHK", "help"), ("MISSING", "help"), ("ALARM-BURG", "other"),
    ("Burglar alarm", "other"), ("Burglary - report", "criminal"), ("Zoning", nil), ("10-54", nil)
  ])
  func `usual English names of calls are default kinds`(name: String, id: String?) {
    #expect(KindName.id(of: name, among: DefaultCatalog.incidentKinds) == id)
  }
}
