import DunjingScenario
import Testing

@testable import DunjingScenario

/// A study out of tables as an office keeps them.
@Suite struct TablesImportTests {
  static let tables = [
    "网格.csv": """
    双河市网格基础数据,,,,,
    网格号,东经,北纬,常住人口,2023年接警数,等级,所属派出所
    001,124.0500,43.1600,"2,001",151,一般,站前
    002,124.0610,43.1600,2475人,208,核心,站前派出所
    003,124.0720,43.1600,1.2万,241,重点,河东
    合计,,,16476,600,,

    """,
    "驻点.csv": """
    单位名称,种类,经度,纬度,电话
    站前派出所,派出所,124.052,43.161,1
    中心广场警务站,街面警务站,124.062,43.16,2
    广场核心岗,核心岗,124.061,43.16,3
    火车站拟建点,备用点,124.071,43.16,4

    """,
    "机关.csv": """
    部门名称,民警数,最少留守,固定工作量（小时/年）
    刑侦大队,32,16,17000
    禁毒大队,9,5,7500
    法制大队,8,5,9000

    """,
    "警力.csv": """
    队伍,身份,人数
    街面巡逻,民警,30
    派出所值班,民警,36
    社区警务,民警,34
    街面巡逻,辅警,24
    社区网格,辅警,90
    平安志愿者,志愿者,300

    """
  ]

  private func sources(
    _ change: (inout [String: String]) -> Void = { _ in }, encoding: TextEncoding = .utf8
  ) -> [ImportTable] {
    var tables = Self.tables
    change(&tables)
    return tables.sorted { $0.key < $1.key }.map {
      ImportTable(name: $0.key, bytes: encoding.encode($0.value) ?? [])
    }
  }

  private func errors(
    _ settings: TablesImport = TablesImport(), _ change: (inout [String: String]) -> Void
  ) -> [String] {
    do {
      _ = try settings.tables(sources(change))
      return []
    } catch { return error.issues.map { $0.text(in: .en) } }
  }

  @Test func chineseTablesBecomeThoseOfAStudy() throws {
    let study = try TablesImport().tables(sources())
    #expect(
      study.tables[.grids] == """
        id,x,y,population,demandWeight,areaClass,station,community
        001,124.05,43.16,2001,151,general,s1,
        002,124.061,43.16,2475,208,core,s1,
        003,124.072,43.16,12000,241,key,,

        """)
    #expect(
      study.tables[.facilities] == """
        id,name_zh,name_en,kind,x,y,grid
        s1,站前派出所,Station s1,station,124.052,43.161,
        w1,中心广场警务站,Street workstation w1,streetWorkstation,124.062,43.16,
        c1,广场核心岗,Core post c1,corePost,124.061,43.16,002
        r1,火车站拟建点,Reserve site r1,reserveSite,124.071,43.16,

        """)
    #expect(
      study.tables[.departments]?.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }
        == ["investigation", "d2", "legal"])
    #expect(
      study.tables[.officers] == """
        id,name_zh,name_en,pool,isSworn,count
        street,街面巡逻（民警）,Street officers,patrol,true,30
        stationDuty,派出所值班,Station duty officers,stationDuty,true,36
        community,社区警务,Community officers,community,true,34
        streetAuxiliary,街面巡逻（辅警）,Street auxiliaries,patrol,false,24
        gridAuxiliary,社区网格,Auxiliaries,auxiliary,false,90
        volunteer,平安志愿者,Volunteers,volunteer,false,300

        """)
    #expect(study.isInDegrees && study.residents == 16_476)
    #expect(study.incidentsPerDay == 600.0 / 365)
    #expect(study.choices.map(\.kind) == StudyTableKind.allCases)
    #expect(study.choices[1].unused == ["电话"])
    let notes = study.notes.map(\.en)
    #expect(notes.contains { $0.contains("no station '河东'") })
    #expect(notes.contains { $0.contains("网格.csv: 1 row of totals or notes") })
  }

  @Test(arguments: [(TextEncoding.gb18030, ","), (.utf8, ";"), (.gb18030, "\t")])
  func encodingsAndSeparatorsAreFound(encoding: TextEncoding, separator: String) throws {
    let plain = try TablesImport().tables(sources())
    let other = try TablesImport().tables(
      sources(
        { tables in
          tables = tables.mapValues {
            $0.replacing("\"2,001\"", with: "2001").replacing(",", with: separator)
          }
        }, encoding: encoding))
    #expect(other.tables == plain.tables)
  }

  @Test func positionsOfChineseMapsAreConverted() throws {
    var settings = TablesImport()
    settings.coordinates = .gcj02
    let study = try settings.tables(sources())
    let place = ShiftedCoordinates.gcj02.wgs84(longitude: 124.05, latitude: 43.16)
    let cells = study.tables[.grids]?.split(separator: "\n")[1].split(separator: ",") ?? []
    #expect(abs((Double(cells[1]) ?? 0) - place.longitude) < 1e-7)
    #expect(abs((Double(cells[2]) ?? 0) - place.latitude) < 1e-7)
  }

  @Test func aCountyHasOfficersOfItsOwnAndAssumedNumbersAreSaid() throws {
    var settings = TablesImport()
    settings.isOfCounty = true
    let study = try settings.tables(sources { $0["机关.csv"] = "部门,人数\n刑侦大队,32\n后勤,10\n" })
    let rows = study.tables[.departments]?.split(separator: "\n").map { $0.split(separator: ",") } ?? []
    #expect(rows[1].prefix(7) == ["investigation", "刑侦大队", "Criminal investigation", "0", "0", "32", "16"])
    #expect(rows[2][0] == "administration" && rows[2].suffix(2).first == "10800")
    #expect(study.notes.count { $0.en.contains("[H]") } == 2)
  }

  /// Degrees that are no degrees are refused, not taken for kilometers.
  @Test func positionsThatAreNoDegreesAreRefused() {
    let swapped = errors { tables in
      tables["网格.csv"] = tables["网格.csv"]?.replacing("东经,北纬", with: "北纬,东经")
      tables["驻点.csv"] = tables["驻点.csv"]?.replacing("经度,纬度", with: "纬度,经度")
    }
    #expect(swapped.count == 2 && swapped.allSatisfy { $0.contains("swapped") }, "\(swapped)")
    let slip = errors { $0["网格.csv"] = $0["网格.csv"]?.replacing("124.0610", with: "1240.610") }
    #expect(slip.count == 1 && slip[0].hasPrefix("网格.csv:4:5"), "\(slip)")
  }

  /// The surest heading counts, wherever its column stands, and the other one is named.
  @Test func theSurestHeadingCounts() throws {
    let study = try TablesImport().tables(
      sources {
        $0["网格.csv"] =
          "序号,流动人口数,无效警情数,有效警情数,常住人口数,经度,纬度\n1,5,9,30,700,124,43\n2,5,9,20,800,124.1,43\n,合计,18,50,1500,,\n"
        $0["机关.csv"] = "部门,总人数,民警数,最低留守\n刑侦大队,40,32,16\n填表人：张三,,,\n"
      })
    #expect(study.residents == 1_500)
    #expect(study.tables[.grids]?.contains("124,43,700,30,") == true)
    #expect(study.tables[.departments]?.contains(",32,16,0,0,") == true)
    #expect(study.tables[.departments]?.split(separator: "\n").count == 2)
    #expect(study.notes.contains { $0.en.contains("'流动人口数' could be population too") })
  }

  @Test(arguments: [
    ("近三年警情数", false), ("2023年6月警情数", false), ("上半年警情数", false), ("2023年警情占比", false), ("全年警情数", true),
    ("2024年有效警情(起)", true)
  ])
  func onlyWholeYearsAreTakenForAYear(heading: String, isYear: Bool) throws {
    let study = try TablesImport().tables(
      sources { $0["网格.csv"] = $0["网格.csv"]?.replacing("2023年接警数", with: heading) })
    #expect((study.incidentsPerDay != nil) == isYear)
  }

  @Test func peopleWhoCannotBePlacedAreNamed() {
    let faults = errors { tables in
      tables["警力.csv"] = "队伍,身份,人数\n街面巡逻,临时,30\n社区警务,民警,3.5\n"
      tables["机关.csv"] = "部门,民警数,最少留守\n刑侦大队,,3\n,5,2\n法制大队,5,9\n"
    }
    #expect(faults.count == 5, "\(faults)")
    for text in ["'临时' are sworn", "'人数' is '3.5'", "'民警数' is empty", "'部门' is empty", "'最少留守' is 9, of 5"] {
      #expect(faults.contains { $0.contains(text) }, "\(text)")
    }
  }

  @Test func namesSayWhatFacilitiesAreByTheirLastWord() throws {
    let study = try TablesImport().tables(
      sources { $0["驻点.csv"] = "名称,经度,纬度\n城东派出所,124,43\n城东派出所第一警务室,124.01,43\n城东派出所固定岗,124.02,43\n" })
    #expect(study.facilityCounts == [.station: 1, .policeRoom: 1, .corePost: 1])
    #expect(study.notes.contains { $0.en.contains("go by their names") })
    let nobody = errors { $0["驻点.csv"] = "名称,种类,经度,纬度\n市公安局,机关,124,43\n" }
    #expect(nobody.count == 1 && nobody[0].contains("neither a station nor"), "\(nobody)")
  }

  /// A list of units with sworn officers and auxiliaries side by side.
  @Test func unitsWithTwoCountsAreSummedByWhatTheyDo() throws {
    let study = try TablesImport().tables(
      sources {
        $0["警力.csv"] = "单位,民警数,辅警数\n站前派出所,12,20\n河东派出所,10,15\n巡特警大队,30,12\n合计,52,47\n"
      })
    #expect(
      study.tables[.officers] == """
        id,name_zh,name_en,pool,isSworn,count
        stationDuty,站前派出所等 2 个单位（民警）,Station duty officers,stationDuty,true,22
        stationDutyAuxiliary,站前派出所等 2 个单位（辅警）,Station duty auxiliaries,stationDuty,false,35
        street,巡特警大队（民警）,Street officers,patrol,true,30
        streetAuxiliary,巡特警大队（辅警）,Street auxiliaries,patrol,false,12

        """)
    let sums = study.notes.filter { $0.en.contains("one category") }
    #expect(
      sums.map(\.zh) == [
        "警力.csv：站前派出所、河东派出所的民警合为一类（stationDuty）", "警力.csv：站前派出所、河东派出所的辅警合为一类（stationDuty）"
      ])
    #expect(sums.first?.en == "警力.csv: the officers of 站前派出所, 河东派出所 are one category (stationDuty)")
  }

  @Test func columnsCanBeNamed() throws {
    var settings = TablesImport()
    settings.columns = ["grids.population=户籍", "grids.demandWeight=矛盾"].compactMap(
      TablesImport.NamedColumn.init)
    settings.days = 100
    let study = try settings.tables(
      sources { $0["网格.csv"] = "网格号,东经,北纬,常住人口,户籍,矛盾\n1,124,43,5,7,30\n2,124.1,43,5,8,20\n" })
    #expect(study.residents == 15 && study.incidentsPerDay == 0.5)
    #expect(study.choices[0].unused == ["常住人口"])
    #expect(TablesImport.NamedColumn("grids.area=面积") == nil && TablesImport.NamedColumn("x=1") == nil)
    settings.columns = [TablesImport.NamedColumn("grids.population=人囗")].compactMap { $0 }
    let faults = errors(settings) { _ in }
    #expect(faults.count == 1 && faults[0].contains("there is no column '人囗'"), "\(faults)")
  }

  @Test func sharesAreNoCounts() throws {
    let study = try TablesImport().tables(
      sources { $0["网格.csv"] = $0["网格.csv"]?.replacing("2023年接警数", with: "警情份额") })
    #expect(study.incidentsPerDay == nil)
    #expect(study.notes.contains { $0.en.contains("only gives shares") })
  }

  @Test func everythingWrongIsNamedWithItsPlace() {
    let faults = errors { tables in
      tables["网格.csv"] = tables["网格.csv"]?.replacing("核心", with: "市中心").replacing("1.2万", with: "很多")
        .replacing("002,", with: "001,")
      tables["警力.csv"] = "队伍,身份,人数\n街面巡逻,民警,30\n机动,民警,3\n"
    }
    #expect(faults.count == 4, "\(faults)")
    #expect(faults.contains { $0.hasPrefix("网格.csv:4:32") && $0.contains("市中心") }, "\(faults)")
    #expect(faults.contains { $0.hasPrefix("网格.csv:5:") && $0.contains("很多") })
    #expect(faults.contains { $0.hasPrefix("网格.csv:4:1") && $0.contains("'001'") })
    #expect(faults.contains { $0.hasPrefix("警力.csv:3:1") && $0.contains("机动") })
  }

  @Test func tablesThatAreMissingOrThereTwiceAreNamed() {
    let none = errors { $0["网格.csv"] = "面积,户数\n1,2\n" }
    #expect(none.count == 2 && none[0].contains("cannot be told from its headings: 面积, 户数"), "\(none)")
    #expect(none.last?.contains("there is no table of grids; name the columns of one of those above") == true)
    let twice = errors { $0["网格2.csv"] = $0["网格.csv"] }
    #expect(twice.count == 1 && twice[0].contains("both look like tables of grids"), "\(twice)")
    let nobody = errors { $0["网格.csv"] = $0["网格.csv"]?.replacing("常住人口", with: "户数") }
    #expect(nobody.count == 1 && nobody[0].contains("no column of residents"), "\(nobody)")
  }

  /// Workbooks beside the tables are named, and where a table is missing, how to make one of them.
  @Test func workbooksBesideTheTablesAreNamed() throws {
    var settings = TablesImport()
    settings.workbooks = ["raw/驻点.xlsx"]
    let study = try settings.tables(sources())
    #expect(study.notes.contains { $0.zh.hasPrefix("raw/驻点.xlsx 是工作簿，没有读") })
    let missing = errors(settings) { $0["驻点.csv"] = nil }
    #expect(missing.count == 1 && missing[0].contains("no table of facilities"), "\(missing)")
    #expect(missing[0].contains("raw/驻点.xlsx") && missing[0].contains("CSV UTF-8"), "\(missing)")
  }

  @Test(arguments: [
    ("a.xlsx", true), ("A.XLS", true), ("表.et", true), ("a.ods", true), ("a.xlsm", true), ("a.csv", false),
    ("xlsx", false)
  ])
  func workbooksAreKnownByTheirNames(name: String, isOne: Bool) {
    #expect(Workbook.isOne(name) == isOne)
  }

  @Test(arguments: [
    ("1,234", 1234), ("１２３", 123), ("1.2万", 12_000), ("32 人", 32), ("3 辆", 3), ("-3", -3),
    ("17000小时/年", 17_000)
  ])
  func numbersAreReadAsPeopleWriteThem(text: String, value: Double) {
    #expect(OfficeNumber.value(of: text) == value)
  }

  @Test(arguments: ["", "很多", "12-34", "1,5", "12,34", "3 吨", "1e3", "万"]) func otherTextsAreNoNumbers(
    text: String
  ) {
    #expect(OfficeNumber.value(of: text) == nil)
  }
}
