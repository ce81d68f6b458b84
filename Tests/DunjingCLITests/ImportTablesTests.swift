import Dunjing
import Foundation
import Testing

@testable import DunjingCLI

/// `dunjing import tables`: from the tables of an office to a report.
@Suite struct ImportTablesTests {
  private func write(_ program: Program) throws {
    try FileManager.default.createDirectory(at: program.url("raw"), withIntermediateDirectories: true)
    try program.write("a workbook", to: "raw/notes.docx")
    try program.write(
      "网格号;东经;北纬;常住人口;2023年警情数;等级\n" + "01;124.05;43.16;20100;1151;一般\n"
        + "02;124.06;43.16;24750;1808;一般\n03;124.07;43.16;28910;2041;重点\n", to: "raw/网格.csv")
    try program.write(
      "单位名称,种类,经度,纬度\n站前派出所,派出所,124.052,43.161\n广场警务站,街面警务站,124.062,43.16\n拟建站,备用点,124.071,43.16\n",
      to: "raw/驻点.csv")
    try program.write(
      "部门名称,民警数,最少留守,固定工作量\n刑侦大队,22,10,14000\n指挥中心,12,8,12000\n政工办公室,15,6,16000\n", to: "raw/机关.csv")
    try program.write("队伍,身份,人数\n街面巡逻,民警,9\n派出所值班,民警,36\n社区警务,民警,34\n网格,辅警,60\n", to: "raw/警力.csv")
  }

  @Test(arguments: [("zh", "未用的列", "接着"), ("en", "    not used:", "Next")])
  func tablesBecomeAStudyThatPlays(language: String, unused: String, next: String) throws {
    let program = try Program()
    defer { program.remove() }
    try write(program)
    try program.write("面积,户数\n1,2\n", to: "raw/z.csv")
    let made = try program.run([
      "import", "tables", "raw", "--out", "city", "--name", "双河", "--language", language
    ])
    #expect(made.status == 0 && made.errors.isEmpty, "\(made.errors)")
    #expect(made.output.contains("网格号 → id") && made.output.contains("raw/z.csv"), "\(made.output)")
    #expect(made.output.contains(next) && !made.output.contains(unused))
    let valid = try program.run(["validate", "city"])
    #expect(valid.status == 0, "\(valid.errors)")
    #expect(valid.output.contains("Residents: 73760") && valid.output.contains("双河"), "\(valid.output)")
    #expect(!valid.output.contains("Warning"), "\(valid.output)")
    let short = [
      "--set", "time.warmUpDays=1", "--set", "time.horizonDays=2", "--replications", "2", "--no-replay"
    ]
    let played = try program.run(["run", "city", "--out", "out", "--threads", "1"] + short)
    #expect(played.status == 0 && program.exists("out/report.zh.html"), "\(played.errors)")
  }

  /// Officers of one's own visit more or less than those of the city of reference; incidents on record are those of today all the
  /// same, as hazards arise as often as it takes.
  @Test(arguments: [4, 34, 120])
  func incidentsOnRecordAreThoseOfTodayWhateverTheVisits(officers: Int) throws {
    let program = try Program()
    defer { program.remove() }
    try write(program)
    try program.write("队伍,身份,人数\n派出所值班,民警,36\n社区警务,民警,\(officers)\n", to: "raw/警力.csv")
    #expect(try program.run(["import", "tables", "raw", "--out", "city"]).status == 0)
    let valid = try ScenarioBundle(path: program.url("city").path).load()
    let world = World(compiling: valid)
    let found = PreventionForecast(world).outlook(of: world.plans[world.baseline])
    let wanted = DefaultCatalog.escalationsPerYear(residents: 73_760)
    for (found, wanted) in zip(found.escalationsByKind, wanted) { #expect(abs(found / wanted - 1) < 0.01) }
    let perYear = found.incidentsByKind.reduce(0, +)
    #expect(abs(perYear / 5_000 - 1) < 0.01, "\(perYear)")
  }

  /// Grids and facilities are enough; a county's plans move county officers.
  @Test func whatIsMissingFollowsFromTheResidents() throws {
    let program = try Program()
    defer { program.remove() }
    try write(program)
    let places = ["raw/网格.csv", "raw/驻点.csv"]
    let made = try program.run(["import", "tables"] + places + ["--out", "city"])
    #expect(made.status == 0 && made.output.contains("no table of departments"), "\(made.errors)")
    let city = try String(contentsOf: program.url("city/scenario.yaml"), encoding: .utf8)
    #expect(city.contains("coordinates: WGS-84") && city.contains("sinkRatio: 0.2"))
    #expect(try program.run(["validate", "city"]).status == 0)
    try program.write("名称,种类,经度,纬度\n站前派出所,派出所,124.052,43.161\n", to: "stations.csv")
    let stations = try program.run(
      ["import", "tables", places[0], "stations.csv", "--county", "--out", "stations"])
    #expect(
      stations.status == 0 && stations.output.contains("--county changes nothing"), "\(stations.errors)")
    let county = try program.run(
      ["import", "tables"] + places + ["raw/机关.csv", "--county", "--out", "county"])
    #expect(county.status == 0, "\(county.errors)")
    let text = try String(contentsOf: program.url("county/scenario.yaml"), encoding: .utf8)
    #expect(text.contains("sinkRatio: {county: 0.2}"))
    let valid = try program.run(["validate", "county"])
    #expect(valid.status == 0 && valid.output.contains("sink20: 10 officers sent down"), "\(valid.output)")
  }

  /// Cars and officers on duty become groups of units at the posts that have as many, and count as they stand.
  @Test func carsOfPostsBecomeGroupsOfUnits() throws {
    let program = try Program()
    defer { program.remove() }
    try write(program)
    try program.write(
      "单位名称,种类,经度,纬度,警车数,每班警力\n站前派出所,派出所,124.052,43.161,3,8\n广场警务站,街面警务站,124.062,43.16,1,3\n"
        + "东门警务站,街面警务站,124.063,43.16,1,2\n西门警务站,街面警务站,124.061,43.16,2,6\n", to: "raw/驻点.csv")
    let made = try program.run(["import", "tables", "raw", "--out", "city", "--language", "en"])
    #expect(made.status == 0, "\(made.errors)")
    let text = try String(contentsOf: program.url("city/scenario.yaml"), encoding: .utf8)
    #expect(
      text.contains("# Units at each post and officers of a crew: from '警车数', '每班警力' of raw/驻点.csv [D]."),
      "\(text)")
    #expect(
      text.contains(
        """
          - id: street2
            name: {zh: 街面处警单元, en: Street unit}
            facilityKind: streetWorkstation
            facilities: ["w3"]
        """))
    #expect(text.contains("facilities: [\"w1\", \"w2\"]") && text.contains("crewSworn: 3"))
    let sources = try String(contentsOf: program.url("city/sources.csv"), encoding: .utf8)
    #expect(sources.split(separator: "\n").count { $0.hasPrefix("units.*.unitsPerFacility,H,") } == 1)
    #expect(sources.contains("\nunits.*.crewSworn,H,"))
    let valid = try program.run(["validate", "city"])
    #expect(valid.status == 0, "\(valid.errors)")
    #expect(
      valid.output.contains(
        "Response units: 7 (Street unit 4, Station duty car 3)"),
      "\(valid.output)")
  }

  /// A county whose villages lie far off, with traffic police among its departments only.
  @Test func whatDoesNotFitACountyIsToBeChecked() throws {
    let program = try Program()
    defer { program.remove() }
    try write(program)
    try program.write(
      "网格号,经度,纬度,人口,2023年警情数\n1,124.05,43.16,60000,3000\n2,124.25,43.16,9000,450\n3,124.35,43.16,9000,450\n",
      to: "grids.csv")
    func made(_ staff: String, _ out: String, _ more: [String] = []) throws -> String {
      try program.write(staff, to: "staff.csv")
      let run = try program.run(
        [
          "import", "tables", "grids.csv", "raw/驻点.csv", "raw/警力.csv", "staff.csv", "--out", out,
          "--language", "zh"
        ]
          + more)
      #expect(run.status == 0, "\(run.errors)")
      return run.output
    }
    let county = try made("部门,民警数\n刑侦大队,20\n交警大队,40\n", "county", ["--county"])
    #expect(county.contains("时限：核心、重点、一般区域 1、3、5 分钟，是大城市公告的 [H]；3 个位置中 2 个超出"), "\(county)")
    let valid = try program.run(["validate", "county"])
    #expect(valid.output.contains("Places beyond their target: 2"), "\(valid.output)")
    #expect(county.contains("交警大队 40 名只列为机关部门，不出警：交通警情由街面处警单元"), "\(county)")
    let none = try made("部门,民警数\n刑侦大队,20\n", "none", ["--county"])
    #expect(!none.contains("只列为机关部门"))
    try program.write("队伍,身份,人数\n街面巡逻,民警,9\n派出所值班,民警,36\n社区警务,民警,34\n交警,民警,20\n", to: "raw/警力.csv")
    #expect(try !made("部门,民警数\n刑侦大队,20\n交警大队,40\n", "road", ["--county"]).contains("只列为机关部门"))
    try write(program)
    let near = try program.run(["import", "tables", "raw", "--out", "near", "--language", "zh"])
    #expect(near.status == 0 && !near.output.contains("是大城市公告的"), "\(near.output)")
  }

  /// One street unit for many incidents: stations answer everything, and what was assumed is marked so.
  @Test func whereStreetUnitsAreTooFewStationsAnswerEverything() throws {
    let program = try Program()
    defer { program.remove() }
    try write(program)
    try program.write(
      "网格号,经度,纬度,人口,2023年警情数\n1,124.05,43.16,60000,6000\n2,124.06,43.16,60000,6000\n", to: "grids.csv")
    try program.write(
      "名称,种类,经度,纬度\n站前派出所,派出所,124.052,43.161\n广场警务站,街面警务站,124.062,43.16\n", to: "posts.csv")
    try program.write("部门,民警数\n刑侦大队,40\n法制大队,12\n", to: "staff.csv")
    let made = try program.run([
      "import", "tables", "grids.csv", "posts.csv", "staff.csv", "--county", "--out", "few", "--language",
      "zh"
    ])
    #expect(made.status == 0, "\(made.errors)")
    #expect(
      made.output.contains("派出所值班车什么警情都处置 [H]") && made.output.contains("方案 sink20street"), "\(made.output)")
    let scenario = try String(contentsOf: program.url("few/scenario.yaml"), encoding: .utf8)
    #expect(scenario.contains("skills: [basic, patrol, traffic]"))
    let sources = try String(contentsOf: program.url("few/sources.csv"), encoding: .utf8)
    for key in [
      "departments.*.fixedHoursPerYear", "departments.*.countyFloor", "units.stationCar.skills",
      "treatments.sink20street.streetShare", "force.categories"
    ] {
      #expect(sources.contains("\n\(key),H,"), "\(key)")
    }
    let valid = try program.run(["validate", "few"])
    #expect(valid.status == 0 && !valid.output.contains("can be answered by"), "\(valid.output)")
    #expect(!valid.output.contains("before anybody is sent down"), "\(valid.output)")
    #expect(valid.output.contains("sink20street"), "\(valid.output)")
    try write(program)
    let enough = try program.run(["import", "tables", "raw", "--out", "enough"])
    #expect(!enough.output.contains("units.stationCar.skills") && !enough.output.contains("sink20street"))
  }
}
