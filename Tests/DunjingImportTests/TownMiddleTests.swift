import DunjingScenario
import Testing

@testable import DunjingScenario

/// Grids and posts without a position.
@Suite struct TownMiddleTests {
  private static let station = "名称,类别,所在乡镇,经度,纬度\n城关派出所,派出所,城关镇,113.5,30.5\n"

  private func study(_ grids: String, _ facilities: String = station) throws -> ImportedTables {
    try OfficeTables.study(["网格.csv": "编号,乡镇,村,经度,纬度,人口\n" + grids, "驻点.csv": facilities])
  }

  private func faults(_ grids: String, _ facilities: String = station) -> [ScenarioIssue] {
    do {
      _ = try study(grids, facilities)
      return []
    } catch { return (error as? InvalidScenario)?.issues ?? [] }
  }

  private func places(_ study: ImportedTables, _ kind: StudyTableKind) -> [String] {
    let first = kind == .grids ? 1 : 4
    return study.tables[kind]?.split(separator: "\n").dropFirst().map { row in
      row.split(separator: ",", omittingEmptySubsequences: false)[first..<first + 2].joined(separator: " ")
    } ?? []
  }

  private let grids = """
    1,柳河镇,甲村,113.1,30.1,5
    2,柳河镇,乙村,113.2,30.3,5
    3,柳河镇,丙村,,,5
    4,石桥镇,丁村,115,31,5

    """

  @Test func aGridStandsAtTheMiddleOfItsTown() throws {
    let study = try study(grids)
    #expect(places(study, .grids) == ["113.1 30.1", "113.2 30.3", "113.15 30.2", "115 31"])
    #expect(
      study.notes.filter { $0.zh.contains("没有位置") }.map(\.zh) == [
        "网格.csv：1 个网格没有位置，放在所属乡镇街道的中间（按 '乡镇'，取有位置者的平均）：3；请补上 [H]"
      ])
    #expect(
      study.notes.contains {
        $0.en
          == "网格.csv: 1 grid without a position stands at the middle of its town (by '乡镇', the mean of those with one): 3; "
          + "put in its own [H]"
      })
    #expect(study.assumptions.map(\.key).filter { $0.hasPrefix("grids.*.") }.contains("grids.*.x"))
    #expect(study.assumptions.map(\.key).contains("grids.*.y"))
  }

  /// A town in merged cells stands in the first row only; one number is no position, and a dash is none.
  @Test func mergedTownsAndHalfPositionsAreKnown() throws {
    let study = try study(
      "1,柳河镇,甲村,113.1,30.1,5\n2,,乙村,113.2,30.3,5\n3,,丙村,113.9,,5\n,小计,,,,15\n4,石桥镇,丁村,115,31,5\n5,,戊村,116,32,5\n"
        + "6,,己村,—,—,5\n")
    #expect(
      places(study, .grids).map { $0 } == [
        "113.1 30.1", "113.2 30.3", "113.15 30.2", "115 31", "116 32", "115.5 31.5"
      ])
    #expect(study.notes.contains { $0.zh.contains("2 个网格没有位置") && $0.zh.contains("：3、6；请补上") })
  }

  /// Of a town whose name stands twice, blank cells are no merged ones.
  @Test func aBlankTownIsNoneWhereNamesAreRepeated() {
    let found = faults(grids + "5,,己村,,,5\n")
    #expect(found.map(\.line) == [6])
  }

  @Test(arguments: ["1,柳河镇,甲村,113.1,30.1,5\n2,柳河镇,乙村,,,5\n", "1,,甲村,113.1,30.1,5\n2,,乙村,,,5\n"])
  func withoutMostOfATownOrATownItIsAFaultThatSaysWhatToDo(grids: String) {
    let found = faults(grids)
    #expect(found.map { [$0.line, $0.column] } == [[3, grids.hasPrefix("1,柳") ? 10 : 7]])
    #expect(found.first?.problem.zh == "没有位置：'经度'、'纬度' 未填")
    #expect(found.first?.remedy.zh == "请写上它的位置，或删去此行")
    #expect(found.first?.remedy.en == "write its position, or leave the row out")
  }

  @Test func withoutAColumnOfTownsTheStationOfAGridCounts() throws {
    let study = try OfficeTables.study([
      "网格.csv": "编号,所属派出所,经度,纬度,人口\n1,城关,113.1,30.1,5\n2,城关,113.2,30.3,5\n3,城关,,,5\n", "驻点.csv": Self.station
    ])
    #expect(places(study, .grids).last == "113.15 30.2")
    #expect(study.notes.contains { $0.zh.contains("放在所属派出所辖区的中间（按 '所属派出所'") })
  }

  /// The grids of a town say where its middle is, and a post is there; a station is not.
  @Test func aPostStandsAtTheMiddleOfItsTownAndAStationNowhere() throws {
    let post = Self.station + "丙村警务室,警务室,柳河镇,113.9,\n"
    // With the village that has none there would be as many without a position as with one.
    let study = try study(
      grids.split(separator: "\n").filter { !$0.contains("丙村") }.joined(separator: "\n") + "\n", post)
    #expect(places(study, .facilities).prefix(2) == ["113.5 30.5", "113.15 30.2"])
    #expect(
      study.notes.contains {
        $0.zh == "驻点.csv：1 个设施没有位置，放在所属乡镇街道的中间（按 '所在乡镇'，取有位置者的平均）：丙村警务室；请补上 [H]"
      })
    #expect(study.assumptions.map(\.key).contains("facilities.*.x"))
    #expect(faults(grids, Self.station + "柳河派出所,派出所,柳河镇,,\n").map(\.line) == [3])
    #expect(faults(grids, Self.station + "石门警务室,警务室,石门镇,,\n").map(\.line) == [3])
  }

  /// A post that names its station is among the posts of it and the station itself.
  @Test func aPostMayNameItsStation() throws {
    let facilities =
      "名称,类别,所属派出所,经度,纬度\n城关派出所,派出所,,113.5,30.5\n一警务室,警务室,城关派出所,113.7,30.7\n二警务室,警务室,城关派出所,,\n"
    let study = try study(grids, facilities)
    #expect(places(study, .facilities)[2] == "113.6 30.6")
    #expect(study.choices[1].columns.last == ImportedTables.Column(heading: "所属派出所", key: "parentStation"))
    #expect(study.notes.contains { $0.zh.contains("放在所属派出所辖区的中间") })
  }

  @Test func manyNamesAreCutShort() throws {
    let rows = (1...40).map { "\($0),柳河镇,村,\($0 > 17 ? "113.1,30.1" : ","),5\n" }
    let note = try study(rows.joined()).notes.first { $0.zh.contains("没有位置") }
    #expect(note?.zh.hasSuffix("：1、2、3、4、5、6、7、8、9、10、11、12、13、14、15等；请补上 [H]") == true)
    #expect(note?.en.contains("14, 15 and others; put in theirs") == true)
  }
}
