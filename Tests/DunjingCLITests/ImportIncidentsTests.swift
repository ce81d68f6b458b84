import Foundation
import Testing

/// `dunjing import incidents`: an audit of a table of calls.
@Suite struct ImportIncidentsTests {
  private static let table = """
    id,received,on scene,kind,priority,longitude,latitude,caller name
    1,01/31/2024 8:30:00 AM,01/31/2024 8:41:00 AM,theft,Prompt,125.318765,43.881234,Wang
    2,02/01/2024 9:00:00 PM,,dispute,Immediate,0,0,Li
    3,02/01/2024 9:05:00 PM,soon,theft,Prompt,125.318765,43.881234,Zhao

    """

  private func program() throws -> Program {
    let program = try Program()
    try program.write(Self.table, to: "calls.csv")
    return program
  }

  @Test func `The summary in English`() throws {
    let program = try program()
    defer { program.remove() }
    let outcome = try program.run(["import", "incidents", "calls.csv", "--out", "audit"])
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(
      outcome.output == """
        Columns:
          id = id (guessed), such as 1
          time received = received (guessed), such as 01/31/2024 8:30:00 AM
          time on scene = on scene (guessed), such as 01/31/2024 8:41:00 AM
          kind = kind (guessed), such as theft
          priority = priority (guessed), such as Prompt
          longitude (x) = longitude (guessed), such as 125.32…
          latitude (y) = latitude (guessed), such as 43.88…
          not used: caller name
          positions are taken as WGS-84; say --coordinates GCJ-02 or BD-09 if they are of these

        3 rows, 2024-01-31 – 2024-02-01; found:
          missingArrival: no time of arrival, 1 row (33.3%)
          unreadableTime: a time that cannot be read, 1 row (33.3%)
          zeroPosition: the position is 0 or −1, 1 row (33.3%)

        This table can be used for demand by day, demand by hour and places, but not for response times (33.3% of the rows) and service times (0.0% of the rows).
        Written to audit: incidents.csv, audit.json and the pages.
        Next: dunjing calibrate demand --incidents audit/incidents.csv --out calibrated

        """)
  }

  @Test func `The summary in Chinese`() throws {
    let program = try program()
    defer { program.remove() }
    let outcome = try program.run(
      ["import", "incidents", "calls.csv", "--out", "audit", "--received-column", "received"],
      locale: "zh_CN.UTF-8")
    #expect(
      outcome.output == """
        列：
          编号 = id（猜测），例如 1
          接警时间 = received，例如 01/31/2024 8:30:00 AM
          到场时间 = on scene（猜测），例如 01/31/2024 8:41:00 AM
          警情类别 = kind（猜测），例如 theft
          紧急程度 = priority（猜测），例如 Prompt
          经度（横坐标） = longitude（猜测），例如 125.32…
          纬度（纵坐标） = latitude（猜测），例如 43.88…
          未用的列：caller name
          坐标按 WGS-84 读；若为 GCJ-02（高德、腾讯）或 BD-09（百度），请加 --coordinates GCJ-02 或 BD-09

        3 行，2024-01-31 – 2024-02-01；发现：
          没有到场时间（missingArrival），1 行（33.3%）
          读不出的时间（unreadableTime），1 行（33.3%）
          坐标为 0 或 −1（zeroPosition），1 行（33.3%）

        这份数据可用于每日需求、分时需求和地点分布，不足以用于响应时间（33.3% 的行）和处置时长（0.0% 的行）。
        已写入 audit：incidents.csv、audit.json 和报告。
        接着：dunjing calibrate demand --incidents audit/incidents.csv --out calibrated

        """)
  }

  @Test func `Columns that are not used are told, and what follows of them`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(
      "接警时间,警情类别,网格责任人号,处结时间,有效标志\n2024-01-05 08:30,求助,7,2024-01-05 09:00,A\n", to: "calls.csv")
    let outcome = try program.run(
      ["import", "incidents", "calls.csv", "--out", "audit"], locale: "zh_CN.UTF-8")
    #expect(outcome.status == 0 && outcome.output.contains("结束时间 = 处结时间"), "\(outcome.output)")
    for words in ["未用的列：网格责任人号", "'有效标志' 未读：其中注明无效、重复的警情仍计入需求", "'网格责任人号' 未读"] {
      #expect(outcome.output.contains(words), "\(words)")
    }
    // Without positions nothing is said of their system.
    #expect(!outcome.output.contains("WGS-84"))
  }

  @Test func `Of two columns of validity it is said that naming one takes it instead of the other`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(
      "接警时间,是否有效,是否重复,location\n2024-01-05 08:30,是,否,\"41.8812,-87.6298\"\n", to: "calls.csv")
    let outcome = try program.run(
      ["import", "incidents", "calls.csv", "--out", "audit"], locale: "zh_CN.UTF-8")
    #expect(outcome.output.contains("只能读一列，用 --validity-column 指明它就不再读 '是否有效'"), "\(outcome.output)")
    #expect(outcome.output.contains("'location' 按经度在前读（无从判断，属假定"), "\(outcome.output)")
    let record = try JSONSerialization.jsonObject(with: Data(contentsOf: program.url("audit/audit.json")))
    let order = try #require((record as? [String: Any])?["positionOrder"] as? [String: String])
    #expect(order == ["first": "longitude", "basis": "assumed"])
  }

  @Test func `Calls that are not valid, totals and grids are told and written`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(
      "接警时间,警情类别,网格编号,是否有效\n2024-01-05 08:30,求助,G1,是\n2024-01-05 09:30,求助,G2,无效\n"
        + "2024-01-05 10:30,求助,G1,待定\n合计,,,3\n", to: "calls.csv")
    let outcome = try program.run(
      ["import", "incidents", "calls.csv", "--out", "audit"], locale: "zh_CN.UTF-8")
    for words in [
      "  略去 1 行合计或说明（第 5 行）", "  按 '是否有效'，1 行无效（无效 1）：不计入需求、用时和地点",
      "  '是否有效' 中不认识的词按有效计：字字 1", "  3 行没有坐标；用 --study 指明研究，即可按 '网格编号' 定位",
      "  注明无效或重复（invalid），1 行（33.3%）"
    ] {
      #expect(outcome.output.contains(words + "\n"), "\(words)")
    }
    let incidents = try String(contentsOf: program.url("audit/incidents.csv"), encoding: .utf8)
    #expect(incidents.split(separator: "\n").map { $0.hasSuffix(",invalid") } == [false, false, true, false])
    let record = try JSONSerialization.jsonObject(with: Data(contentsOf: program.url("audit/audit.json")))
    let top = try #require(record as? [String: Any])
    #expect(top["remarkRows"] as? [Int] == [5] && top["gridPlacement"] == nil)
    let validity = try #require(top["validity"] as? [[String: Any]])
    #expect(validity.map { $0["text"] as? String } == ["无效", "字字", "是"])
    #expect(validity.map { $0["valid"] as? Bool } == [false, nil, true])
    #expect(validity.map { $0["column"] as? String } == ["是否有效", "是否有效", "是否有效"])
  }

  @Test func `The folder has the canonical file, the audit and its pages, without names and houses`() throws {
    let program = try program()
    defer { program.remove() }
    _ = try program.run(["import", "incidents", "calls.csv", "--out", "audit"])
    let names = try FileManager.default.contentsOfDirectory(atPath: program.url("audit").path).sorted()
    #expect(
      names == [
        "audit.en.html", "audit.en.md", "audit.json", "audit.zh.html", "audit.zh.md", "incidents.csv"
      ])
    let incidents = try String(contentsOf: program.url("audit/incidents.csv"), encoding: .utf8)
    #expect(
      incidents == """
        row,id,received,dispatched,enRoute,onScene,cleared,kind,priority,x,y,serviceMinutes,onView,flags
        2,1,2024-01-31T08:30:00,,,2024-01-31T08:41:00,,theft,2,125.319,43.881,,false,
        3,2,2024-02-01T21:00:00,,,,,dispute,1,,,,false,missingArrival zeroPosition
        4,3,2024-02-01T21:05:00,,,,,theft,2,125.319,43.881,,false,unreadableTime

        """)
    for name in names {
      let text = try String(contentsOf: program.url("audit/\(name)"), encoding: .utf8)
      #expect(!text.contains("Zhao") && !text.contains("125.3187"), "\(name)")
    }
    let record = try JSONSerialization.jsonObject(with: Data(contentsOf: program.url("audit/audit.json")))
    let top = try #require(record as? [String: Any])
    #expect(top["schema"] as? String == "dunjing-audit/1" && top["rows"] as? Int == 3)
    #expect(top["unreadColumns"] as? [String] == ["caller name"])
    let findings = try #require(top["findings"] as? [[String: Any]])
    #expect(findings.map { $0["id"] as? String } == ["missingArrival", "unreadableTime", "zeroPosition"])
    #expect(findings.map { $0["firstRows"] as? [Int] } == [[3], [4], [3]])
  }

  @Test func `Columns that look personal are named in the audit without any of their cells`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(
      "id,received,kind,notes\n13800138000,2024-01-05 08:30,张三报称被打,王五\n", to: "calls.csv")
    let outcome = try program.run(["import", "incidents", "calls.csv", "--out", "audit"])
    #expect(outcome.output.contains("  'kind' was not taken as the kind: free text"))
    #expect(outcome.output.contains("  'id' was not taken as the id: its cells look like"))
    let record = try JSONSerialization.jsonObject(with: Data(contentsOf: program.url("audit/audit.json")))
    let top = try #require(record as? [String: Any])
    #expect(top["doubtfulKind"] as? String == "kind" && top["doubtfulId"] as? String == "id")
    let names = try FileManager.default.contentsOfDirectory(atPath: program.url("audit").path)
    let texts = try names.map { try String(contentsOf: program.url("audit/\($0)"), encoding: .utf8) }
    for text in texts + [outcome.output] {
      #expect(!["1380013", "张三", "王五"].contains { text.contains($0) })
    }
  }

  @Test func `A folder is replaced only where that is said, whole, and never another one`() throws {
    let program = try program()
    defer { program.remove() }
    let command = ["import", "incidents", "calls.csv", "--out", "audit"]
    #expect(try program.run(command).status == 0)
    let again = try program.run(command)
    #expect(
      again.status == 64 && again.errors.contains("audit already exists. Use another --out, or --overwrite"))
    try program.write("received,kind\n", to: "calls.csv")
    // As it was called once.
    let bad = try program.run(command + ["--force"])
    #expect(bad.status == 65 && bad.errors.contains("the table has a header but no rows"))
    #expect(bad.errors.hasSuffix("1 error; nothing was written.\n"))
    let incidents = try String(contentsOf: program.url("audit/incidents.csv"), encoding: .utf8)
    #expect(incidents.contains("2024-01-31T08:30:00"))
    try program.write(Self.table, to: "calls.csv")
    #expect(try program.run(command + ["--overwrite", "--language", "en"]).status == 0)
    #expect(!program.exists("audit/audit.zh.html") && program.exists("audit/audit.en.html"))
    let study = try program.run(["import", "incidents", "calls.csv", "--out", "study", "--overwrite"])
    #expect(study.status == 64 && study.errors.contains("holds files that no import wrote"))
  }

  @Test func `Faults are told in both languages`() throws {
    let program = try program()
    defer { program.remove() }
    func expect(_ options: [String], _ status: Int32, _ en: String, _ zh: String) throws {
      let command = ["import", "incidents", "calls.csv", "--out", "audit"] + options
      let english = try program.run(command)
      #expect(english.status == status && english.errors.hasPrefix(en))
      #expect(try program.run(command, locale: "zh_CN.UTF-8").errors.hasPrefix(zh))
      #expect(!program.exists("audit"))
    }
    try expect(
      ["--zone", "Nowhere"], 64,
      "error: there is no time zone Nowhere; write an IANA name such as Asia/Shanghai.\n",
      "错误：没有时区 Nowhere；请写 IANA 名称，例如 Asia/Shanghai。\n")
    try expect(
      ["--start-date", "1/2/2024"], 64,
      "error: write --start-date as 2024-01-31, not '1/2/2024'.\n",
      "错误：--start-date 应写成 2024-01-31 的形式，而不是 '1/2/2024'。\n")
    try expect(
      ["--coordinates", "UTM"], 64,
      "error: the coordinates UTM are not known; write WGS-84, CGCS2000, GCJ-02, BD-09 or local.\n",
      "错误：不认识坐标系 UTM；请写 WGS-84、CGCS2000、GCJ-02、BD-09 或 local。\n")
    try expect(
      ["--most-travel-hours", "0"], 64,
      "error: --most-travel-hours has to be more than 0 and at most 8784, not 0.\n",
      "错误：--most-travel-hours 应大于 0 且不大于 8784，而不是 0。\n")
    try expect(
      ["--kind-column", "sort"], 65,
      "calls.csv:1:1: error: there is no column 'sort' for --kind-column; the columns are id, received, on scene,",
      "calls.csv:1:1: 错误：没有 --kind-column 所指的列 'sort'；请改用表中的列：id、received、on scene、")
    try expect(
      ["--kind-column", "caller name"], 65,
      "calls.csv:1:1: error: the column 'caller name' seems to hold personal data, which is not read;",
      "calls.csv:1:1: 错误：'caller name' 列看来含个人信息，不予读取；")
    try expect(
      ["--study", "study"], 65,
      "calls.csv:1:36: error: the positions are longitudes and latitudes, and the study is in kilometers; leave --study out, or use a study in degrees\n",
      "calls.csv:1:36: 错误：位置是经纬度，而研究用公里坐标；请去掉 --study，或换用经纬度的研究\n")
    try expect(
      ["--study", "study", "--coordinates", "GCJ-02"], 64,
      "error: the coordinates of study are local, which --coordinates",
      "错误：study 的坐标是 local，与 --coordinates GCJ-02 不能对应。")
  }

  @Test func `A folder in place of the table is named, with the file in it that may be meant`() throws {
    let program = try program()
    defer { program.remove() }
    let folder = try program.run(["import", "incidents", "study", "--out", "audit"])
    #expect(folder.status == 74 && folder.errors == "error: cannot read study: it is a folder, not a file\n")
    _ = try program.run(["import", "incidents", "calls.csv", "--out", "audit"])
    let command = ["calibrate", "demand", "--incidents", "audit", "--out", "new"]
    let near = try program.run(command)
    #expect(
      near.status == 74
        && near.errors == "error: cannot read audit: it is a folder; did you mean audit/incidents.csv?\n")
    #expect(
      try program.run(command, locale: "zh_CN.UTF-8").errors
        == "错误：无法读取 audit：这是文件夹；是否想写 audit/incidents.csv？\n")
  }

  @Test func `Names that slipped into a column are shown nowhere`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(
      "接警时间,到场时间,警情类别,紧急程度\n王建国13812345678,2024-01-05 08:41,盗窃,李某\n"
        + "2024-01-05 08:30,王建国13812345678,盗窃,一般\n2024-01-05 09:30,2024-01-05 09:41,盗窃,一般\n",
      to: "calls.csv")
    let outcome = try program.run(
      ["import", "incidents", "calls.csv", "--out", "audit"], locale: "zh_CN.UTF-8")
    #expect(outcome.status == 0 && outcome.output.contains("接警时间 = 接警时间（猜测），例如 2024-01-05 08:30"))
    for name in try FileManager.default.contentsOfDirectory(atPath: program.url("audit").path) {
      let text = try String(contentsOf: program.url("audit/\(name)"), encoding: .utf8)
      #expect(!text.contains("王建国") && !text.contains("138123") && !text.contains("李某"), "\(name)")
      if name.hasSuffix(".html") { #expect(text.contains("字字字99999999999"), "\(name)") }
    }
  }

  @Test func `The help says what is done to positions and personal data`() throws {
    let program = try program()
    defer { program.remove() }
    let outcome = try program.run(["import", "incidents", "--help"])
    #expect(outcome.status == 0)
    let text = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("columns of names, telephone numbers, addresses and the like are never read"))
    #expect(text.contains("to three decimals of a degree (about 100 m); --exact-positions keeps them"))
    for option in [
      "--received-column", "--validity-column", "--position-column", "--grid-column", "--preset",
      "--date-order", "--start-date", "--zone", "--priority-order", "--study"
    ] {
      #expect(text.contains(option))
    }
  }
}
