/// What can be wrong with a table that a spreadsheet has saved, beyond what can be wrong with any table.
enum SpreadsheetFault: Equatable {
  case tableEmptied
  /// The bytes of the table are in no known encoding.
  case unknownEncoding
  /// The first row names no columns; those it should name.
  case noHeader(columns: [String])
  case columnLost(String)
  case cellWithoutColumn(String, number: Int)
  case thousands(String, meant: String)
  case decimalComma(String, meant: String)
  case errorValue(String)
  case unreadableCell(String)
  case recordAdded(String, list: String)
  case recordRemoved(String, list: String, line: Int)
  case recordsMoved(list: String)
  case valueRemoved(String, line: Int)
  case valueOutOfReach(String, line: Int)
  case nameTaken(String)
  case unknownTable(String, near: String?)
  case workbookOnly(String, csv: String)
  case mapTable(String)

  /// What is wrong, and what to write instead.
  var text: (problem: LocalizedText, remedy: LocalizedText) { tableText ?? recordText }

  private var tableText: (problem: LocalizedText, remedy: LocalizedText)? {
    switch self {
    case .tableEmptied:
      Self.pair(
        "表中没有一行数据", "请补上各行；要去掉整个列表，请在 scenario.yaml 中删除该键",
        "the table has no rows left",
        "put the rows back; to do without the list, remove its key from scenario.yaml")
    case .columnLost(let name):
      Self.pair(
        "缺少 '\(name)' 列", "请保留该列；不需要的值请把单元格留空", "the column '\(name)' is missing",
        "keep it; leave cells empty where a value is not to be given")
    case .cellWithoutColumn(let found, let number):
      Self.pair(
        "第 \(number) 列没有列名，却有内容 '\(found)'", "请在第一行写列名，或删去该内容",
        "column \(number) has no name but holds '\(found)'",
        "name the column in the first row, or empty the cell")
    case .thousands(let found, let meant):
      Self.pair(
        "'\(found)' 含有千位分隔符", "请写 \(meant)（在 Excel 中把该列的格式设为“常规”）",
        "'\(found)' has a thousands separator",
        "write \(meant) (set the format of the column to General in Excel)")
    case .decimalComma(let found, let meant):
      Self.pair("'\(found)' 以逗号作小数点", "请写 \(meant)", "'\(found)' has a decimal comma", "write \(meant)")
    case .errorValue(let found):
      Self.pair(
        "'\(found)' 是表格软件的错误值或列宽不足的显示", "请改正公式或加宽列，再保存",
        "'\(found)' is an error of the spreadsheet, or a column too narrow",
        "correct the formula or widen the column, and save again")
    case .nameTaken(let name):
      Self.pair(
        "要写入的文件 '\(name)' 已存在，但研究没有使用它", "请先移走或改名该文件",
        "the file '\(name)' to write exists already, though the study does not use it",
        "move or rename it first")
    case .unknownTable(let name, let near):
      Self.pair(
        "研究中没有名为 '\(name)' 的表", near.map { "是否想写 '\($0)'？" } ?? "请移走该文件，或按 dunjing tables --out 写出的文件命名",
        "the study has no table of the name '\(name)'",
        near.map { "did you mean '\($0)'?" } ?? "move the file away, or name it as dunjing tables --out did")
    case .workbookOnly(let name, let csv):
      Self.pair(
        "'\(name)' 是工作簿，不能读取", "\(Workbook.remedy.zh)：\(csv)",
        "'\(name)' is a workbook, which is not read", "\(Workbook.remedy.en): \(csv)")
    case .unknownEncoding:
      Self.pair(
        "该表既不是 UTF-8，也不是 GB18030 编码", "请在表格软件中另存为“CSV UTF-8”",
        "the table is neither UTF-8 nor GB18030", "save it as \"CSV UTF-8\" in the spreadsheet")
    case .noHeader(let columns):
      Self.pair(
        "首行没有列名", "请在首行写列名：'\(columns.joined(separator: ","))'", "the first row has no column names",
        "write them there: '\(columns.joined(separator: ","))'")
    case .mapTable(let file):
      Self.pair(
        "该表来自地图文件 '\(file)'", "请用地图软件编辑它", "the table comes from the map '\(file)'",
        "edit that in a map program")
    default: nil
    }
  }

  private var recordText: (problem: LocalizedText, remedy: LocalizedText) {
    switch self {
    case .unreadableCell(let found):
      Self.pair(
        "'\(found)' 不是完整的 YAML 值", "请照原样写成 [a, b] 或 {键: 值}，括号成对", "'\(found)' is no complete value of YAML",
        "write [a, b] or {key: value} as it was, with both brackets")
    case .recordAdded(let name, let list):
      Self.pair(
        "'\(list)' 中没有 '\(name)'，而该列表不能写成表格文件", "请在 scenario.yaml 的 \(list) 下添加",
        "'\(list)' has no '\(name)', and this list cannot be a file of its own",
        "add it below \(list) in scenario.yaml")
    case .recordRemoved(let name, let list, let line):
      Self.pair(
        "少了 '\(name)' 一行，而 '\(list)' 不能写成表格文件", "请放回该行，或在 scenario.yaml 第 \(line) 行删除它",
        "the row '\(name)' is missing, and '\(list)' cannot be a file of its own",
        "put it back, or remove it in line \(line) of scenario.yaml")
    case .recordsMoved(let list):
      Self.pair(
        "各行的次序变了，而 '\(list)' 不能写成表格文件", "请按原来的次序排列，或在 scenario.yaml 中移动",
        "the rows are in another order, and '\(list)' cannot be a file of its own",
        "sort them as they were, or move them in scenario.yaml")
    case .valueRemoved(let key, let line):
      Self.pair(
        "'\(key)' 的值被清空", "请写一个值，或在 scenario.yaml 第 \(line) 行附近删除该键", "the value of '\(key)' was emptied",
        "write a value, or remove the key near line \(line) of scenario.yaml")
    case .valueOutOfReach(let key, let line):
      Self.pair(
        "无法在 scenario.yaml 中写入 '\(key)'", "请在该文件第 \(line) 行附近自行写入",
        "'\(key)' cannot be put into scenario.yaml",
        "write it there yourself, near line \(line)")
    default: (LocalizedText(""), LocalizedText(""))
    }
  }

  private static func pair(
    _ zh: String, _ zhRemedy: String, _ en: String, _ enRemedy: String
  ) -> (LocalizedText, LocalizedText) {
    (LocalizedText(zh: zh, en: en), LocalizedText(zh: zhRemedy, en: enRemedy))
  }
}

extension IssueLog {
  /// Adds an issue of a saved table at its place.
  func addIssue(_ fault: SpreadsheetFault, at place: Place, keyPath: String) {
    let (problem, remedy) = fault.text
    add(
      ScenarioIssue(
        file: files[place.file], line: place.line, column: place.column, keyPath: keyPath, problem: problem,
        remedy: remedy))
  }
}
