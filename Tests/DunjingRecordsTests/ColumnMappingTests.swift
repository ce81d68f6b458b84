import DunjingRecords
import DunjingScenario
import Foundation
import Testing

/// Which column is taken for what.
@Suite struct ColumnMappingTests {
  private func columns(
    _ text: String, _ settings: IncidentImport = IncidentImport()
  ) throws -> [IncidentField: String] {
    let mapping = try CallTable.audit(text, settings).mapping
    return Dictionary(uniqueKeysWithValues: mapping.map { ($0.field, $0.column) })
  }

  @Test func `Chinese and English names in general use are known`() throws {
    let chinese = try columns(
      "接警编号,接警时间,派警时间,出警时间,到达时间,结束时间,警情类别,警情级别,经度,纬度,报警人电话\n"
        + "1,2024-01-05 08:30,2024-01-05 08:31,2024-01-05 08:32,2024-01-05 08:35,2024-01-05 09:00,盗窃,一级,125.31,43.88,130\n"
    )
    #expect(
      chinese == [
        .id: "接警编号", .received: "接警时间", .dispatched: "派警时间", .enRoute: "出警时间", .onScene: "到达时间",
        .cleared: "结束时间", .kind: "警情类别", .priority: "警情级别", .x: "经度", .y: "纬度"
      ])
    let english = try columns(
      "Incident_ID,Call Received,At-Scene Time,CallType,LAT,Lon\n1,2024-01-05 08:30,2024-01-05 08:40,a,1,2\n")
    #expect(
      english == [
        .id: "Incident_ID", .received: "Call Received", .onScene: "At-Scene Time", .kind: "CallType",
        .x: "Lon", .y: "LAT"
      ])
  }

  @Test func `A column of kinds that looks like free text is not taken unless it is named`() throws {
    func text(_ kind: (Int) -> String) -> String {
      "received,type\n" + (0..<60).map { "2024-01-05 08:30,\(kind($0))\n" }.joined()
    }
    #expect(try columns(text { "kind \($0 % 20)" })[.kind] == "type")
    let long = String(repeating: "a", count: 61)
    for free in [
      text { "kind \($0 % 21)" }, text { $0 == 59 ? "call 1380013" : "a" }, text { $0 == 59 ? long : "a" }
    ] {
      let audit = try CallTable.audit(free)
      #expect(audit.doubtfulKind == "type" && !audit.isMapped(.kind) && audit.unreadColumns == ["type"])
      #expect(audit.records.allSatisfy { $0.kind.isEmpty })
    }
    var settings = IncidentImport()
    settings.columns = [.kind: "type"]
    #expect(try CallTable.audit(text { "kind \($0)" }, settings).records[59].kind == "kind 59")
  }

  /// Rows of one column of kinds, of which some are empty.
  private func kinds(_ cells: [String]) -> String {
    "received,kind\n" + cells.map { "2024-01-05 08:30,\($0)\n" }.joined()
  }

  @Test func `Narratives are no kinds, however few, repeated or among empty cells`() throws {
    let tables = [
      (0..<45).map { "张三\($0)的邻居李四\($0)打他" }, (0..<1_100).map { $0 < 275 ? "call \($0)" : "" },
      (0..<200).map { "caller \($0 / 2)" }, ["theft", "138-0013-8000"], ["盗窃", "１３８ ００１３"],
      ["theft", "0431–8888 123"], ["盗窃", "张三报称被打"], ["盗窃", "李四打电话说邻居打人"],
      ["盗窃", String(repeating: "打", count: 21)]
    ]
    for cells in tables {
      let audit = try CallTable.audit(kinds(cells))
      #expect(audit.doubtfulKind == "kind" && audit.records.allSatisfy { $0.kind.isEmpty }, "\(cells[1])")
    }
  }

  @Test func `Kinds repeat, and may be few, numbered in Chinese or about telephones`() throws {
    let tables = [
      (0..<12).map { "kind \($0)" }, (0..<39).map { "kind \($0 % 13)" } + ["", ""],
      ["类别一二三四五六七", "骚扰电话", String(repeating: "打", count: 20)]
    ]
    for cells in tables {
      let audit = try CallTable.audit(kinds(cells))
      #expect(audit.doubtfulKind == nil && audit.records.map(\.kind) == cells)
    }
  }

  @Test func `The preset of a known system stands, and names in general use are a guess`() throws {
    let rows = (0..<20).map { "2019-01-01,2019-01-01,2019-01-01,story \($0)\n" }.joined()
    let known = try CallTable.audit("Received_Date,At_Scene_Date,Clear_Date,Description\n" + rows)
    #expect(known.preset == .arcGIS && known.records[3].kind == "story 3")
    var settings = IncidentImport()
    settings.preset = .general
    let general = try CallTable.audit("received,on scene,cleared,description\n" + rows, settings)
    #expect(general.doubtfulKind == "description")
  }

  @Test(arguments: ["13800138000", "138-0013-8000", "22010219800101123X", "220102198001011234", "１３８００１３８０００"]
  )
  func `Ids that look like numbers of people are not taken unless they are named`(number: String) throws {
    let text = "id,received\n7,2024-01-05 08:30\n\(number),2024-01-05 08:40\n"
    let audit = try CallTable.audit(text)
    #expect(audit.doubtfulId == "id" && !audit.isMapped(.id) && audit.unreadColumns == ["id"])
    #expect(audit.records.allSatisfy { $0.id.isEmpty })
    var settings = IncidentImport()
    settings.columns = [.id: "id"]
    #expect(try CallTable.audit(text, settings).records[1].id == number)
  }

  @Test(arguments: ["12800138000", "1380013800", "2023000319821", "PS-20220706-0009", "2201022024010500011"])
  func `Other numbers are ids`(number: String) throws {
    let audit = try CallTable.audit("id,received\n\(number),2024-01-05 08:40\n")
    #expect(audit.doubtfulId == nil && audit.records[0].id == number)
  }

  @Test func `A row with too few or too many cells has no texts, as they may be of another column`() throws {
    let audit = try CallTable.audit(
      "id,received,kind,priority\nn1,2024-01-05 08:30,a,1\nn2,2024-01-05 08:30,a,Ann,1\n")
    #expect(audit.records[1].flags == ["raggedRow"] && audit.records[1].kind.isEmpty)
    #expect(audit.records[1].id.isEmpty && audit.unreadable.isEmpty && audit.priorities.map(\.text) == ["1"])
  }

  @Test func `A table in GB 18030 is read unasked and on request`() throws {
    let text = "接警时间,警情类别\n2024-01-05 08:30,盗窃\n"
    let bytes = Array(text.data(using: String.Encoding(rawValue: 0x8000_0632)) ?? Data())
    var settings = IncidentImport()
    #expect(try settings.audit(ImportTable(name: "a", bytes: bytes)).records[0].kind == "盗窃")
    settings.encoding = .utf8
    #expect(
      CallTable.message(bytes, settings).contains(
        "the file is not UTF-8; save it as \"CSV UTF-8\", or name its encoding"))
    settings.encoding = .gb18030
    #expect(try settings.audit(ImportTable(name: "a", bytes: bytes)).records[0].kind == "盗窃")
    #expect(try CallTable.audit("\u{FEFF}" + text).records[0].kind == "盗窃")
  }

  @Test func `Titles and blank rows above the header are skipped and said, and rows keep their numbers`()
    throws
  {
    let audit = try CallTable.audit(
      """
      110接处警明细（2024年3月）,,,,,
      ,,,,,
      填报单位：指挥中心,,,,填报日期：2024.4.2,
      接警单编号,报警时间,警情类别,派警时间,到达现场时间,处置完毕时间
      JJ1,2024/3/1 3:52,交通事故,2024/3/1 3:53,2024/3/1 3:56,2024/3/1 4:39
      JJ2,2024/3/1 7:11,群众求助,2024/3/1 7:13,2024/3/1 7:16,2024/3/1 7:40
      JJ2,2024/3/1 7:11,群众求助,2024/3/1 7:13,2024/3/1 7:16,2024/3/1 7:40
      """)
    #expect(audit.titleRows == 2 && audit.blankRows == 0)
    #expect(audit.titleNote?.en == "2 rows of titles above the header skipped")
    let fields: [IncidentField] = [.id, .received, .dispatched, .onScene, .cleared, .kind]
    #expect(audit.mapping.map(\.field) == fields)
    #expect(audit.records.map(\.row) == [5, 6, 7])
    #expect(audit.records.map { $0.has(.duplicate) } == [false, false, true])
    #expect(audit.usable.demandByDay == 2 && audit.usable.response == 2)
    let plain = try CallTable.audit("received,kind\n2024-01-05 08:30,theft\n")
    #expect(plain.titleRows == 0 && plain.titleNote == nil && plain.records.map(\.row) == [2])
  }

  @Test func `A fault of the header below a title has the line of the header`() {
    #expect(
      CallTable.message("Calls of March\n\nkind,priority\ntheft,1\n").hasPrefix(
        "calls.csv:3:1: error: there is no column for the time of the call"))
    #expect(
      CallTable.message("Calls of March\nreceived;kind\n2024-01-05 08:30;theft\n").hasPrefix(
        "calls.csv:2:9: error: the columns are separated by semicolons"))
  }

  @Test func `A file in another encoding than was named is told as what it is`() throws {
    let text = "接警时间,警情类别\n2024-01-05 08:30,盗窃\n"
    var settings = IncidentImport()
    settings.encoding = .gb18030
    #expect(
      CallTable.message(text, settings).contains(
        "the file is UTF-8, not GB18030; leave out --encoding, or write --encoding UTF-8"))
    #expect(CallTable.message(text, settings, in: .zh).contains("文件是 UTF-8 编码，不是 GB18030；请去掉 --encoding"))
    for encoding in [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian] {
      let bytes = Array(text.data(using: encoding) ?? Data())
      #expect(CallTable.message(bytes).contains("the file is UTF-16; save it as \"CSV UTF-8\""))
      #expect(CallTable.message(bytes, in: .zh).contains("文件是 UTF-16 编码；请另存为“CSV UTF-8”"))
    }
  }

  @Test func `Columns of free text are not read as kinds when named`() throws {
    var settings = IncidentImport()
    settings.columns = [.kind: "报警内容"]
    let text = "接警时间,报警内容\n2024-01-05 08:30,某人报警\n"
    #expect(
      CallTable.message(text, settings).contains(
        "the column '报警内容' seems to hold free text, which may be personal and is not read"))
    #expect(CallTable.message(text, settings, in: .zh).contains("'报警内容' 列看来是自由文本，可能含个人信息，不予读取"))
  }

  @Test func `Of a cell that cannot be read only the shape is kept`() throws {
    let audit = try CallTable.audit(
      "received,on scene,priority\nLi 李四 138-1234,x,Zhao\n2024-01-05 08:30,2024-01-05 08:41,2,y\n"
        + "2024-01-06 08:30,2024-01-05 08:41,2\n2024-01-06 08:30,\(String(repeating: "b", count: 30)),Chen\n")
    #expect(audit.unreadable.filter { $0.field == .received }.map(\.value) == ["aa 字字 999-9999"])
    #expect(audit.unreadable.last { $0.field == .onScene }?.value == String(repeating: "a", count: 24) + "…")
    #expect(audit.priorities.map(\.text) == ["2", "aaaa"] && audit.priorities.map(\.rows) == [1, 2])
    #expect(audit.mapping.map(\.example) == ["2024-01-06 08:30", "2024-01-05 08:41", "2"])
  }

  @Test func `An option comes before a preset, and a preset before a guess`() throws {
    let text =
      "Record_ID,Received_Date,At_Scene_Date,Clear_Date,Description,Call_Type,longitude,latitude,Other\n"
      + "1,2019-01-01,2019-01-01,2019-01-01,THEFT,484,-121.5,38.5,x\n"
    var settings = IncidentImport()
    let preset = try CallTable.audit(text, settings)
    #expect(preset.preset == .arcGIS)
    #expect(preset.mapping.allSatisfy { $0.basis == .preset(.arcGIS) })
    #expect(preset.records[0].kind == "THEFT")
    settings.columns = [.kind: "Call_Type"]
    let told = try CallTable.audit(text, settings)
    #expect(told.records[0].kind == "484")
    #expect(told.mapping.first { $0.field == .kind }?.basis == .told)
    #expect(told.unreadColumns == ["Description", "Other"])
  }

  @Test func `Columns without usual names are found by their contents`() throws {
    let audit = try CallTable.audit(
      "ref,t0,u,v,how\n1,2024-01-05 08:30,125.3123,43.8812,phone\n2,2024-01-05 08:40,125.3129,43.8815,ON-VIEW\n"
    )
    let guesses = audit.mapping.filter { $0.basis == .contents }
    #expect(guesses.map(\.column) == ["t0", "u", "v", "how"])
    #expect(guesses.map(\.field) == [.received, .x, .y, .onView])
    #expect(audit.records.map(\.isOnView) == [false, true])
  }

  @Test func `A name whose contents do not fit is not taken`() throws {
    let audit = try CallTable.audit(
      "received,call time,kind\nyes,2024-01-05 08:30,a\nno,2024-01-05 08:40,b\n")
    #expect(audit.mapping.first { $0.field == .received }?.column == "call time")
  }

  @Test func `Columns of personal data are neither guessed nor read when named`() throws {
    let text = "接警时间,姓名,联系电话,报警地址\n2024-01-05 08:30,王某,13000000000,某路1号\n"
    let audit = try CallTable.audit(text)
    #expect(audit.mapping.map(\.column) == ["接警时间"])
    #expect(!IncidentFile.text(of: audit.records).contains("王某"))
    var settings = IncidentImport()
    settings.columns = [.kind: "报警地址"]
    #expect(
      CallTable.message(text, settings).contains(
        "the column '报警地址' seems to hold personal data, which is not read"))
  }

  @Test func `The example of a position is coarse`() throws {
    let audit = try CallTable.audit("received,longitude,latitude\n2024-01-05 08:30,125.318765,43.881234\n")
    #expect(audit.mapping.filter { [.x, .y].contains($0.field) }.map(\.example) == ["125.32…", "43.88…"])
  }

  @Test func `What is no such table is named as what it is`() {
    #expect(
      CallTable.message("")
        == "calls.csv:1:1: error: the file is empty; give a CSV file with the names of the columns in its first row and records below"
    )
    #expect(CallTable.message("\u{FEFF}\r\n").contains("the file is empty"))
    #expect(CallTable.message([0x50, 0x4B, 0x03, 0x04, 0x14]).contains("calls.csv:1:1: error: "))
    #expect(CallTable.message([0x50, 0x4B, 0x03, 0x04, 0x14]).lowercased().contains("workbook"))
    #expect(CallTable.message("received,kind\n").contains("the table has a header but no rows"))
    #expect(
      CallTable.message("7303185,2019-01-01,theft\n7303186,2019-01-01,theft\n").contains(
        "the table has no header: its first row holds values"))
    #expect(
      CallTable.message("received;kind\n2019-01-01;a\n").contains(
        "the columns are separated by semicolons, not by commas"))
    #expect(CallTable.message("received,kind\n2019-01-01,\"a\n").contains("calls.csv:2:12: error: "))
    #expect(
      CallTable.message("a,b\nc,d\n").contains(
        "there is no column for the time of the call (looked for received, received time"))
    #expect(CallTable.message("a,b\nc,d\n", in: .zh).contains("没有接警时间列"))
  }

  @Test func `A column that is not there is told with those that are`() {
    var settings = IncidentImport()
    settings.columns = [.received: "time", .kind: "sort"]
    let message = CallTable.message("received,kind\n2019-01-01,a\n", settings)
    #expect(
      message.contains("there is no column 'time' for --received-column; the columns are received, kind"))
    #expect(message.contains("there is no column 'sort' for --kind-column"))
  }
}
