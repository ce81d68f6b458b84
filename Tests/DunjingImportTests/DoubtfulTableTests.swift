import DunjingScenario
import Testing

/// What the tables of an office leave open or say twice, and what is not one of them.
@Suite struct DoubtfulTableTests {
  private func study(
    _ tables: [String: String], county: Bool = true
  ) throws -> ImportedTables {
    var settings = TablesImport()
    settings.isOfCounty = county
    let all = [
      "网格.csv": "网格号,经度,纬度,人口\n1,124.05,43.16,2000\n2,124.06,43.16,3000\n",
      "驻点.csv": "名称,类别,经度,纬度\n城关派出所,派出所,124.05,43.16\n"
    ].merging(tables) { $1 }
    return try settings.tables(
      all.sorted { $0.key < $1.key }.map { ImportTable(name: $0.key, bytes: Array($0.value.utf8)) })
  }

  private func officers(_ study: ImportedTables) -> [[Substring]]? {
    study.tables[.departments]?.split(separator: "\n").dropFirst().map { row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      return [cells[1], cells[5]]
    }
  }

  @Test(arguments: [
    ("单位,编制数（名）,实有数（名）", "9"), ("部门,编制,实有", "9"), ("机构,编制数,在编（人）", "9"), ("单位,编制,现有人数", "9")
  ])
  func officersPresentCountBeforeTheEstablishment(header: String, count: Substring) throws {
    let study = try study(["机构编制表.csv": "\(header)\n法制大队,10,9\n"])
    #expect(officers(study) == [["法制大队", count]])
    let headings = header.split(separator: ",")
    #expect(
      study.notes.contains {
        $0.zh == "机构编制表.csv：'\(headings[1])' 也像 agencyOfficers，没有使用；用的是 '\(headings[2])'"
      })
  }

  @Test func anEstablishmentAloneIsReadAndSaid() throws {
    let study = try study(["机构编制表.csv": "单位,编制数（名）\n法制大队,10\n"])
    #expect(officers(study) == [["法制大队", "10"]])
    #expect(study.notes.contains { $0.en.contains("'编制数（名）', the establishment") })
  }

  /// Residents are no officers, though both may be called 实有.
  @Test func residentsAreNoOfficers() throws {
    let study = try study(["单位.csv": "单位,实有人口\n法制大队,10\n"])
    #expect(study.tables[.departments] == nil)
    #expect(
      study.unknown.map(\.nearest) == [.departments] && study.unknown.map(\.missing) == [["agencyOfficers"]])
    #expect(
      study.unknown[0].text.zh
        == "单位.csv：没有使用。最像机关部门表，但没有认出人数列；若是，请用 --column departments.agencyOfficers=列名 指明")
    #expect(study.unknown[0].text.en.hasSuffix("--column departments.agencyOfficers=HEADING"))
  }

  @Test func aTableWithoutAnyKnownColumnIsLikeNone() throws {
    let study = try study(["面积.csv": "面积,户数\n1,2\n"])
    #expect(study.unknown.map(\.nearest) == [nil])
    #expect(study.unknown[0].text.en == "面积.csv: what it lists cannot be told; not used")
  }

  /// A count that is left blank may be a count that is not known.
  @Test func blankCountsAreNamedWithTheirLines() throws {
    let study = try study([
      "网格.csv":
        "网格情况,,,,\n编号,经度,纬度,人口,上年警情数（起）\n1,124.05,43.16,2000,\n2,124.06,43.16,3000,40\n3,124.07,43.16,400,\n"
    ])
    #expect(study.tables[.grids]?.contains(",2000,0,general") == true)
    let notes = study.notes.filter { $0.zh.contains("如不为 0 请补") }
    #expect(notes.map(\.zh) == ["网格.csv：第 3、5 行的 '上年警情数（起）' 为空，按 0 计（其居民共 2400 人）；如不为 0 请补"])
    #expect(notes[0].en.contains("empty in lines 3, 5, and 0 was taken (for 2400 residents)"))
    #expect(!(try self.study([:])).notes.contains { $0.zh.contains("如不为 0 请补") })
  }
}
