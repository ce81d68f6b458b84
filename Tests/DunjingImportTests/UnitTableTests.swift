import Testing

@testable import DunjingScenario

/// Departments and officers in one table of all units, as an establishment is kept.
@Suite struct UnitTableTests {
  private func study(
    _ tables: [String: String], columns: [String] = []
  ) throws -> ImportedTables {
    var settings = TablesImport()
    settings.columns = columns.compactMap(TablesImport.NamedColumn.init)
    return try OfficeTables.study(tables, settings)
  }

  private func departments(_ study: ImportedTables) -> [String] {
    study.departments.map { "\($0.name.zh) \($0.agency.officers)" }
  }

  private func officers(_ study: ImportedTables) -> [String] {
    study.tables[.officers]?.split(separator: "\n").dropFirst().map { row in
      let cells = row.split(separator: ",")
      return "\(cells[3]) \(cells[4]) \(cells[5])"
    } ?? []
  }

  private static let establishment = """
    临江公安分局机构编制及实有人员情况,,,,,
    单位,民警编制,民警实有,辅警,工勤,备注
    机关科室：,,,,,
    指挥中心（情指）,38,35,24,,
    政治处,22,21,4,1,
    刑侦大队,78,71,36,,
    交警大队,96,91,180,2,
    巡特警大队,55,49,120,,
    科信室,11,9,3,,
    机要组,3,2,,,
    派出所：,,,,,
    望城坡派出所,46,43,70,2,
    银盆岭,44,41,64,2,
    总计,393,362,501,,

    """

  @Test func anEstablishmentGivesDepartmentsAndOfficers() throws {
    let study = try study(["编制.csv": Self.establishment])
    #expect(
      departments(study) == ["指挥中心（情指） 35", "政治处 21", "刑侦大队 71", "交警大队 91", "科信室 9", "机要组 2"])
    #expect(
      officers(study) == [
        "patrol true 49", "patrol false 120", "stationDuty true 84", "stationDuty false 134"
      ])
    #expect(
      study.choices.suffix(2).map(\.rows) == [6, 3]
        && study.choices.suffix(2).map(\.table) == ["编制.csv", "编制.csv"])
    #expect(study.notes.count { $0.zh == "编制.csv：略去分组行（机关科室、派出所）" } == 1)
    #expect(study.notes.count { $0.zh == "编制.csv：略去 1 行合计或说明" } == 1)
  }

  /// Without sections the names say it.
  @Test func namesSayOnWhichSideUnitsStand() throws {
    let plain = try study(["人员.csv": "单位,民警,辅警\n指挥中心,16,2\n刑侦大队,38,43\n城关派出所,27,43\n社区警务队,9,0\n"])
    #expect(departments(plain) == ["指挥中心 16", "刑侦大队 38"])
    #expect(officers(plain) == ["stationDuty true 27", "stationDuty false 43", "community true 9"])
    let single = try study(["机关.csv": "单位,实有数\n法制大队,9\n城关派出所,27\n巡特警大队,30\n"])
    #expect(departments(single) == ["法制大队 9"])
    #expect(officers(single) == ["stationDuty true 27", "patrol true 30"])
    #expect(throws: InvalidScenario.self) {
      try self.study(["人员.csv": "单位,民警,辅警\n指挥中心,16,2\n机动组,5,0\n"])
    }
  }

  /// A table that says departments lists them, whatever they are called, beside patrols; otherwise a unit has to be known.
  @Test(arguments: [
    ("机关各部门编制实有.csv", "单位,民警,辅警", true), ("编制.csv", "市公安局机关各部门人员情况,,\n单位,民警,辅警", true),
    ("编制.csv", "部门,民警,辅警", true), ("公安机关人员.csv", "单位,民警,辅警", false)
  ])
  func tablesThatSayDepartmentsListThem(file: String, header: String, says: Bool) throws {
    let table = [file: header + "\n指挥中心,16,2\n机要专班,5,0\n局领导,9,\n巡特警大队,30,9\n"]
    if says {
      let study = try study(table)
      #expect(departments(study) == ["指挥中心 16", "机要专班 5", "局领导 9"])
      #expect(officers(study) == ["patrol true 30", "patrol false 9"])
    } else {
      #expect {
        try self.study(table)
      } throws: { error in
        let text = "\(error)"
        return text.contains("what '机要专班' does cannot be told") && !text.contains("局领导")
          && text.contains("--column departments.name=单位")
      }
    }
  }

  /// Officers by what they do are no departments, though some do what one does.
  @Test func officersByWhatTheyDoStayOfficers() throws {
    let study = try study(["警力.csv": "队伍,民警,辅警\n街面巡逻,30,5\n刑侦办案,12,0\n交警执勤,20,9\n"])
    #expect(study.departments.isEmpty && officers(study).count == 5)
  }

  /// Of two tables with the same headings the one whose units are departments lists them.
  @Test func unitsTellTwoTablesOfTheSameHeadings() throws {
    let study = try study([
      "机关.csv": "单位,民警,辅警\n机关科室：,,\n指挥中心,16,2\n政治处,9,0\n巡特警大队,30,1\n",
      "警力.csv": "单位,民警,辅警\n城关派出所,27,43\n巡特警大队,30,1\n"
    ])
    #expect(departments(study).prefix(2) == ["指挥中心 16", "政治处 9"])
    #expect(officers(study).contains("stationDuty true 27"))
  }

  @Test func aNamedColumnMakesATableOneOfDepartments() throws {
    let table = ["队伍.csv": "队伍,民警,辅警\n刑侦办案,12,1\n机动,5,0\n城关派出所,27,43\n"]
    let named = try study(table, columns: ["departments.name=队伍"])
    #expect(departments(named) == ["刑侦办案 12", "机动 5"])
    #expect(officers(named) == ["stationDuty true 27", "stationDuty false 43"])
    #expect(throws: InvalidScenario.self) { try self.study(table) }
  }

  @Test(arguments: [
    ("机关科室：,,", "机关科室"), ("一、基层所队：,", "基层所队"), ("二,派出所,", "派出所"), ("法制大队,,", nil), ("机关科室,12,", nil),
    ("一、法制大队,3,", nil)
  ])
  func linesThatBeginSectionsAreKnown(line: String, section: String?) throws {
    var scanner = CSVScanner(line)
    let row = scanner.next() ?? []
    #expect(!row.isEmpty && OfficeTable.section(row) == section)
  }
}
