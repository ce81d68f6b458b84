import Testing

@testable import DunjingScenario

/// Units by the cars and the officers on duty that an office's table of posts gives.
@Suite struct PostUnitTests {
  /// Imports posts with two columns besides.
  private func study(
    _ headings: String, _ rows: [String], named: [String] = []
  ) throws -> ImportedTables {
    var settings = TablesImport()
    settings.columns = named.compactMap { TablesImport.NamedColumn($0) }
    let lines = rows.map { row in
      let cells = row.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
      return "\(cells[0]),\(cells[1]),124.05,43.16,\(cells[2])\n"
    }
    return try OfficeTables.study(
      ["驻点.csv": "名称,类别,经度,纬度,\(headings)\n" + lines.joined()], settings)
  }

  private func group(
    _ kind: FacilityKind, _ facilities: [String], _ units: Int, _ crew: Int? = nil
  ) -> ImportedUnitGroup {
    ImportedUnitGroup(kind: kind, facilities: facilities, units: units, crew: crew)
  }

  /// A group for each number of cars, that of most posts first; a post without a car is in none.
  @Test func postsAreGroupedByTheirCars() throws {
    let study = try study(
      "巡逻车（辆）",
      ["城关派出所,派出所,3", "甲,街面警务站,1", "乙,街面警务站,2辆", "丙,街面警务站,1", "丁,街面警务站,无", "戊,街面警务站,"])
    #expect(
      study.unitGroups == [
        group(.streetWorkstation, ["w1", "w3", "w5"], 1), group(.streetWorkstation, ["w2"], 2),
        group(.station, [], 3)
      ])
    #expect(study.assumptions.map(\.key).contains("units.*.unitsPerFacility"))
    #expect(study.notes.contains { $0.zh == "'巡逻车（辆）' 为空的 戊按一个单元计 [H]" })
    #expect(study.notes.contains { $0.en == "丁: '巡逻车（辆）' is 0, so that no unit is there" })
    #expect(!study.assumptions.contains { $0.key == "units.*.crewSworn" })
  }

  /// Only stations and street workstations drive; others keep their units.
  @Test func carsElsewhereAreNotUsed() throws {
    let study = try study("警车数", ["城关派出所,派出所,2", "岗亭,固定岗,1", "河东警务室,警务室,1", "西关,备用点,0"])
    #expect(study.unitGroups == [group(.station, [], 2), group(.corePost, [], 1)])
    #expect(study.notes.contains { $0.zh == "岗亭、河东警务室：'警车数' 没有使用：只有派出所和街面警务站的单元开车" })
  }

  /// Officers on duty by unit are a crew: the median where all are about alike, otherwise that of each group. A station's are none.
  @Test(arguments: [
    (["甲,街面警务站,1,2", "乙,街面警务站,2,6", "丙,街面警务站,1,3"], [3, 3]),
    (["甲,街面警务站,1,2", "乙,街面警务站,2,12", "丙,街面警务站,1,3"], [3, 6])
  ])
  func officersOnDutyMakeCrews(rows: [String], crews: [Int]) throws {
    let study = try study("警车,每班警力", ["城关派出所,派出所,1,9"] + rows)
    #expect(study.unitGroups.map(\.crew) == crews + [nil])
    #expect(study.assumptions.contains { $0.key == "units.*.crewSworn" && $0.note.zh.contains("'每班警力'") })
    #expect(study.notes.contains { $0.zh.hasPrefix("城关派出所：'每班警力' 不作每组人数") })
  }

  /// Nobody drives two cars.
  @Test func thereAreNoMoreUnitsThanOfficers() throws {
    let study = try study("车辆数,值班民警", ["甲,街面警务站,3,2", "乙,街面警务站,2,4"])
    #expect(study.unitGroups == [group(.streetWorkstation, [], 2, 2)])
    #expect(study.notes.contains { $0.en == "甲: fewer in '值班民警' than cars: as many units as officers" })
  }

  /// Plates, telephones and an establishment are no cars and no shift, unless somebody says so.
  @Test func otherColumnsAreNotTaken() throws {
    let rows = ["城关派出所,派出所,吉A0001警,27,0434-110"]
    let plain = try study("车辆牌照,警力,值班民警电话", rows)
    #expect(plain.unitGroups.isEmpty)
    #expect(
      plain.notes.filter { $0.zh.contains("没有使用 警力：") }.map {
        $0.zh.hasSuffix("--column facilities.officersPerShift=警力 指明")
      }
        == [true])
    #expect(!plain.notes.contains { $0.zh.contains("没有使用 车辆牌照") })
    let named = try study("警用装备,警力", ["甲,街面警务站,2,4"], named: ["facilities.unitsPerFacility=警用装备"])
    #expect(named.unitGroups == [group(.streetWorkstation, [], 2)])
  }

  @Test func withoutAnyCarNobodyAnswers() throws {
    #expect {
      try self.study("警车", ["城关派出所,派出所,0"])
    } throws: { "\($0)".contains("by '警车' there is no unit anywhere") }
    #expect {
      try self.study("警车", ["城关派出所,派出所,1.5"])
    } throws: { "\($0)".contains("write a whole number") }
  }
}
