import DunjingRecords
import DunjingScenario
import Foundation
import Testing

@testable import DunjingCalibration

/// The table that says which kind of the study a recorded one is.
@Suite struct KindMapTests {
  @Test func `a table in GB 18030 is read like one in UTF-8`() throws {
    let text = "recorded,kind\n盗窃,order\n"
    let bytes = Array(text.data(using: String.Encoding(rawValue: 0x8000_0632)) ?? Data())
    #expect(try KindMap(reading: bytes, name: "kinds.csv").kinds == ["盗窃": "order"])
    #expect(try KindMap(reading: Array(text.utf8), name: "kinds.csv").kinds == ["盗窃": "order"])
  }

  @Test func `all rows that are wrong are told, by their lines`() {
    let text = "recorded,kind\n\"the\nft\",order\nnoise\ntheft,order\ntheft,order\n"
    do {
      _ = try KindMap(reading: Array(text.utf8), name: "k.csv")
      Issue.record("nothing is refused")
    } catch {
      #expect(error.issues.map(\.line) == [4, 6])
    }
  }

  @Test(arguments: [
    ("交通事故", "traffic"), ("交通警情", "traffic"), ("交通类警情", "traffic"), ("交通类", "traffic"), ("群众求助", "help"),
    ("求助", "help"), ("刑事警情", "criminal"), ("刑事案件", "criminal"), ("行政（治安）警情", "order"), ("治安警情", "order"),
    ("治安案件", "order"), ("纠纷", "dispute"), ("矛盾纠纷", "dispute"), ("电信诈骗", "fraud"), ("火灾", "other"),
    ("举报投诉", "other"),
    ("其他警情", "other"), ("public-order", "order"), ("盗窃", "criminal"), ("盗窃案件", "criminal"),
    ("诈骗（电诈）", "fraud"),
    ("治安-打架斗殴", "order"), ("刑事-抢劫", "criminal"), ("噪音扰民", "dispute"), ("走失人员", "help"), ("盗窃诈骗", nil),
    ("巡逻", nil), ("警情", nil), ("", nil)
  ])
  func `the usual names of records mean the default kinds`(name: String, kind: String?) {
    #expect(KindName.id(of: name, among: DefaultCatalog.incidentKinds) == kind)
  }

  @Test func `the study's own names come first, and nothing is guessed that it lacks`() {
    var kinds = DefaultCatalog.incidentKinds.filter { $0.id != "traffic" }
    #expect(KindName.id(of: "交通事故", among: kinds) == nil)
    kinds[0].name = LocalizedText(zh: "群众求助类", en: "Called for")
    #expect(KindName.id(of: "群众求助警情", among: kinds) == kinds[0].id)
    kinds[1].name = LocalizedText(zh: "群众求助", en: "Asked for")
    #expect(KindName.id(of: "群众求助警情", among: kinds) == nil)
  }

  /// Records with their kinds, the finest first.
  private func records(_ kinds: [[String]]) -> [IncidentRecord] {
    kinds.enumerated().map { index, names in
      var record = IncidentRecord(row: index + 2)
      record.kind = names[0]
      if names.count > 1 { record.kindGroup = names[1] }
      if names.count > 2 { record.kindClass = names[2] }
      return record
    }
  }

  @Test func `the finest kind that is known decides, and one that says 其他 only where no other does`() throws {
    var scenario = try DrawnTown.study.load().scenario
    scenario.incidentKinds = DefaultCatalog.incidentKinds
    let records = records([
      ["电信诈骗", "刑事警情"], ["伤人事故", "交通警情"], ["冒充客服", "诈骗", "刑事"], ["其他", "治安警情"], ["其他", "民生"], ["停水", "民生"]
    ])
    let map = KindMap().adding(KindMap().alike(records, in: scenario))
    #expect(
      records.map { map.kind(of: $0, in: scenario) } == ["fraud", "traffic", "fraud", "order", "other", nil])
    let matched = map.matched(records, in: scenario)
    #expect(Set(matched.names.map(\.recorded)) == ["电信诈骗", "交通警情", "诈骗", "治安警情"])
    #expect(matched.names.first { $0.recorded == "交通警情" }?.kind == "traffic")
    let names = NamedKinds(of: records, in: scenario).names
    #expect(names.contains { $0.recorded == "民生 / 停水" && $0.kind == nil })
    #expect(names.first { $0.recorded == "交通警情 / 伤人事故" }?.kind == "traffic")
  }

  @Test func `a table of kinds may name one level, or all of them`() throws {
    var scenario = try DrawnTown.study.load().scenario
    scenario.incidentKinds = DefaultCatalog.incidentKinds
    let records = records([["停水", "民生"], ["其他", "民生"], ["其他", "治安警情"], ["逃逸", "交通警情"], ["停电", "民生"]])
    let told = KindMap(
      ["民生": "help", "治安警情 / 其他": "dispute", "停电": "order", "民生 / 停气": "other"], rest: "other")
    let map = told.adding(told.alike(records, in: scenario))
    #expect(
      records.map { map.kind(of: $0, in: scenario) } == ["help", "help", "dispute", "traffic", "order"])
    #expect(map.unused(by: records) == ["民生 / 停气"])
    #expect(records.allSatisfy { !map.isRest($0, in: scenario) })
  }

  @Test func `without a study the coarsest kinds are those of the new one`() {
    let records = records([["伤人事故", "交通"], ["开锁", "门锁", "求助"], ["火灾"], [""]])
    #expect(records.map { KindMap().kind(of: $0, in: nil) } == ["交通", "求助", "火灾", nil])
    let told = KindMap(["伤人事故": "a", "求助": "b"], rest: "c")
    #expect(records.map { told.kind(of: $0, in: nil) } == ["a", "b", "c", "c"])
  }

  @Test func `what a table of kinds says is not matched by name`() throws {
    var scenario = try DrawnTown.study.load().scenario
    scenario.incidentKinds = DefaultCatalog.incidentKinds
    var records = [IncidentRecord](repeating: IncidentRecord(row: 2), count: 4)
    for (index, kind) in ["交通事故", "交通警情", "巡逻", "help"].enumerated() { records[index].kind = kind }
    let map = KindMap(["交通警情": "other"], rest: "order")
    let alike = map.alike(records, in: scenario)
    #expect(alike == ["交通事故": "traffic"] && map.alike(records, in: nil).isEmpty)
    let all = map.adding(alike)
    #expect(
      records.map { all.kind(of: $0, in: scenario) } == ["traffic", "other", "order", "help"])
    #expect(records.map { all.isRest($0, in: scenario) } == [false, false, true, false])
  }
}
