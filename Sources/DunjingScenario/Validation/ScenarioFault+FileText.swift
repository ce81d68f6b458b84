extension ScenarioFault {
  /// The texts of faults of whole files, of YAML and of CSV.
  var fileText: Message? {
    switch self {
    case .noFolder:
      Self.message("没有这个文件夹", "请检查路径", "there is no such folder", "check the path")
    case .notFolder:
      Self.message(
        "这是文件，不是文件夹", "请给出含有 scenario.yaml 的文件夹",
        "this is a file, not a folder", "give the folder that holds scenario.yaml")
    case .noScenario(let below):
      Self.message(
        "文件夹中没有 scenario.yaml", below.map { "是否想用 '\($0)'？" } ?? "请给出含有 scenario.yaml 的文件夹",
        "the folder has no scenario.yaml",
        below.map { "did you mean '\($0)'?" } ?? "give a folder that has one")
    case .noFile(let name, let near):
      Self.message(
        "场景包中没有可读取的文件 '\(name)'", near.map { "是否想写 '\($0)'？" } ?? "请把该文件放入场景文件夹，或改正文件名",
        "the bundle has no readable file '\(name)'",
        near.map { "did you mean '\($0)'?" } ?? "put it into the scenario folder, or correct the name")
    case .outsideBundle(let name):
      Self.message(
        "文件 '\(name)' 在场景文件夹之外", "请把文件放入场景文件夹，只写相对路径，例如 'grids.csv'",
        "the file '\(name)' lies outside of the scenario folder",
        "copy it into the folder and write a relative name, such as 'grids.csv'")
    case .folderAsFile(ScenarioBundle.fileName):
      Self.message(
        "'scenario.yaml' 是文件夹，不是文件", "请改用文件，或给出含有文件 scenario.yaml 的文件夹",
        "'scenario.yaml' is a folder, not a file",
        "put a file in its place, or give the folder that holds the file scenario.yaml")
    case .folderAsFile(let name):
      Self.message(
        "'\(name)' 是文件夹，不是文件", "请改写文件名，或用文件替换该文件夹",
        "'\(name)' is a folder, not a file", "name a file instead, or put a file in its place")
    case .unreadable(let name):
      Self.message(
        "无法读取文件 '\(name)'", "请检查该文件的读取权限",
        "the file '\(name)' cannot be read", "check that you have permission to read it")
    case .fileTooLarge(ScenarioBundle.fileName, let bytes, let limit):
      Self.message(
        "文件 'scenario.yaml' 有 \(bytes) 字节，超过上限 \(limit) 字节", "请把较长的列表改存为单独的表格，例如 grids: grids.csv",
        "the file 'scenario.yaml' has \(bytes) bytes, more than the limit of \(limit)",
        "put long lists into tables of their own, such as grids: grids.csv")
    case .fileTooLarge(let name, let bytes, let limit):
      Self.message(
        "文件 '\(name)' 有 \(bytes) 字节，超过上限 \(limit) 字节", "请删去不用的行或列",
        "the file '\(name)' has \(bytes) bytes, more than the limit of \(limit)",
        "leave out rows or columns that are not used")
    default: encodingText ?? yamlText ?? tableText
    }
  }

  private var encodingText: Message? {
    switch self {
    case .scenarioNotUTF8:
      Self.message(
        "文件不是 UTF-8 编码", "请用文本编辑器把 scenario.yaml 另存为 UTF-8",
        "the file is not UTF-8", "save scenario.yaml as UTF-8 in a text editor")
    case .scenarioIsArchive:
      Self.message(
        "这是 Excel 工作簿或压缩文件，不是 YAML 文本", "请用文本编辑器编写 scenario.yaml；若是压缩文件，请先解压",
        "this is an Excel workbook or an archive, not a YAML text",
        "write scenario.yaml in a text editor, or unpack the archive first")
    case .workbook:
      Self.message(
        "这是工作簿（Excel、WPS）或压缩文件，不是 CSV", "\(Workbook.remedy.zh)",
        "this is a workbook (Excel, WPS) or an archive, not CSV", "\(Workbook.remedy.en)")
    case .undecodable(.utf8):
      Self.message(
        "文件不是 UTF-8 编码", "请另存为 UTF-8（Excel 中选“CSV UTF-8”），或在表名处声明编码：{file: 文件名, encoding: GB18030}",
        "the file is not UTF-8",
        "save it as UTF-8 (\"CSV UTF-8\" in Excel), or declare its encoding: {file: NAME, encoding: GB18030}")
    case .undecodable(let encoding):
      Self.message(
        "文件不是 \(encoding.rawValue) 编码", "请改为声明 encoding: UTF-8，或重新保存文件",
        "the file is not \(encoding.rawValue)", "declare encoding: UTF-8 instead, or save the file again")
    case .damaged(.utf8):
      Self.message(
        "文件不是 UTF-8 编码", "请改正此行，或另存为 UTF-8（Excel 中选“CSV UTF-8”）",
        "the file is not UTF-8", "correct this line, or save the file as UTF-8 (\"CSV UTF-8\" in Excel)")
    case .damaged(let encoding):
      Self.message(
        "文件既不是 \(encoding.rawValue) 编码，也不是 UTF-8 编码",
        "请改正此行，或另存为 UTF-8（Excel 中选“CSV UTF-8”），且不声明 encoding",
        "the file is neither \(encoding.rawValue) nor UTF-8",
        "correct this line, or save the file as UTF-8 (\"CSV UTF-8\" in Excel) and declare no encoding")
    case .wideFile(ScenarioBundle.fileName):
      Self.message(
        "文件是 UTF-16 编码", "请用文本编辑器把 scenario.yaml 另存为 UTF-8",
        "the file is UTF-16", "save scenario.yaml as UTF-8 in a text editor")
    case .wideFile(let name) where GeoJSONReader.reads(name):
      Self.message("文件是 UTF-16 编码", "请另存为 UTF-8", "the file is UTF-16", "save it as UTF-8")
    case .wideFile:
      Self.message(
        "文件是 UTF-16 编码", "请另存为 UTF-8（Excel 中选“CSV UTF-8”），且不声明 encoding",
        "the file is UTF-16", "save it as UTF-8 (\"CSV UTF-8\" in Excel) and declare no encoding")
    case .importUndecodable(let encoding) where encoding != .utf8:
      Self.message(
        "文件不是 \(encoding.rawValue) 编码", "请改正此行，或另存为“CSV UTF-8”，且不写 --encoding",
        "the file is not \(encoding.rawValue)",
        "correct this line, or save the file as \"CSV UTF-8\" and leave --encoding out")
    case .importUndecodable(let encoding):
      Self.message(
        "文件不是 \(encoding.rawValue) 编码", "请另存为“CSV UTF-8”，或用 --encoding 指明编码，例如 --encoding GB18030",
        "the file is not \(encoding.rawValue)",
        "save it as \"CSV UTF-8\", or name its encoding, such as --encoding GB18030")
    case .importIsUTF8(let encoding):
      Self.message(
        "文件是 UTF-8 编码，不是 \(encoding.rawValue)", "请去掉 --encoding，或写 --encoding UTF-8",
        "the file is UTF-8, not \(encoding.rawValue)", "leave out --encoding, or write --encoding UTF-8")
    case .wideText:
      Self.message(
        "文件是 UTF-16 编码", "请另存为“CSV UTF-8”", "the file is UTF-16", "save it as \"CSV UTF-8\"")
    case .emptyFile:
      Self.message(
        "文件是空的", "请从 'schema: dunjing/1' 开始编写", "the file is empty", "start it with 'schema: dunjing/1'")
    default: nil
    }
  }

  private var tableText: Message? {
    switch self {
    case .csvWithoutHeader:
      Self.message(
        "表格没有表头", "第一行请写列名，例如 'id,x,y,population'",
        "the table has no header", "write the column names in the first row, such as 'id,x,y,population'")
    case .csvSeparator(let separator):
      Self.message(
        "各列之间是\(separator.name.zh)，不是逗号", "请以半角逗号分隔（Excel 中选“CSV UTF-8（逗号分隔）”）",
        "the columns are separated by \(separator.name.en), not by commas",
        "separate them by commas (\"CSV UTF-8 (Comma delimited)\" in Excel)")
    case .missingColumn(let column, let header):
      Self.message(
        "表格缺少 '\(column)' 列", "请补上该列；现有的列：\(header.joined(separator: ", "))",
        "the table has no column '\(column)'", "add it; the columns are \(header.joined(separator: ", "))")
    case .emptyCell(let column, let example):
      Self.message(
        "'\(column)' 列的单元格是空的", "请填写，例如 \(example)",
        "the cell in the column '\(column)' is empty", "fill it in, for example with \(example)")
    case .csvCellCount(let found, let expected):
      Self.message(
        "本行有 \(found) 个单元格，表头有 \(expected) 列",
        (found > expected ? "请删去多余的逗号" : "请补齐逗号") + "；含逗号的文字请加双引号",
        "this row has \(found) cell\(found == 1 ? "" : "s"), but the header has "
          + "\(expected) column\(expected == 1 ? "" : "s")",
        (found > expected ? "remove the commas that are too many" : "add the missing commas")
          + "; put text that contains commas in double quotes")
    case .csvOpenQuote:
      Self.message(
        "此处的双引号没有闭合", "请补上结尾的双引号；文字中的双引号请写两次",
        "the quote opened here is never closed", "close it, and double every quote inside of the text")
    case .csvTextAfterQuote:
      Self.message(
        "双引号结束之后还有文字", "请把整个单元格放在双引号内；文字中的双引号请写两次",
        "there is text after the closing quote",
        "put the whole cell in quotes, and double every quote inside of the text")
    default: nil
    }
  }
}
