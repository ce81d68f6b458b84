extension ScenarioFault {
  /// The texts of faults of whole files, of YAML and of CSV.
  var fileText: Message? {
    switch self {
    case .noFile(let name):
      Self.message(
        "场景包中没有可读取的文件 '\(name)'", "请把该文件放入场景文件夹，或改正文件名",
        "the bundle has no readable file '\(name)'", "put it into the scenario folder, or correct the name")
    case .outsideBundle(let name):
      Self.message(
        "文件 '\(name)' 在场景文件夹之外", "请把文件放入场景文件夹，只写相对路径，例如 'grids.csv'",
        "the file '\(name)' lies outside of the scenario folder",
        "copy it into the folder and write a relative name, such as 'grids.csv'")
    case .fileTooLarge(let name, let bytes, let limit):
      Self.message(
        "文件 '\(name)' 有 \(bytes) 字节，超过上限 \(limit) 字节", "请删去不用的行或列",
        "the file '\(name)' has \(bytes) bytes, more than the limit of \(limit)",
        "leave out rows or columns that are not used")
    case .undecodable(.utf8):
      Self.message(
        "文件不是 UTF-8 编码", "请另存为 UTF-8（Excel 中选“CSV UTF-8”），或在表名处声明编码：{file: 文件名, encoding: GB18030}",
        "the file is not UTF-8",
        "save it as UTF-8 (\"CSV UTF-8\" in Excel), or declare its encoding: {file: NAME, encoding: GB18030}")
    case .undecodable(.gb18030):
      Self.message(
        "文件不是 GB18030 编码", "请改为声明 encoding: UTF-8，或重新保存文件",
        "the file is not GB18030", "declare encoding: UTF-8 instead, or save the file again")
    case .emptyFile:
      Self.message(
        "文件是空的", "请从 'schema: dunjing/1' 开始编写", "the file is empty", "start it with 'schema: dunjing/1'")
    default: syntaxText
    }
  }

  private var syntaxText: Message? {
    switch self {
    case .yamlSyntax(let problem):
      Self.message(
        "此处不是合法的 YAML（\(problem)）", "请检查缩进、冒号后的空格和引号",
        "this is not valid YAML (\(problem))", "check the indentation, the space after colons, and quotes")
    case .aliases:
      Self.message(
        "不允许使用 YAML 锚点（&）和别名（*）", "请把内容写全；若是文字，请加引号",
        "YAML anchors (&) and aliases (*) are not allowed",
        "write the content out; put it in quotes if it is text")
    case .tooDeep:
      Self.message(
        "嵌套过深（超过 \(YAMLGuard.depthLimit) 层）", "请检查括号和缩进",
        "this is nested more than \(YAMLGuard.depthLimit) deep", "check brackets and indentation")
    case .csvWithoutHeader:
      Self.message(
        "表格没有表头", "第一行请写列名，例如 'id,x,y,population'",
        "the table has no header", "write the column names in the first row, such as 'id,x,y,population'")
    case .csvCellCount(let found, let expected):
      Self.message(
        "本行有 \(found) 个单元格，表头有 \(expected) 列", "请补齐逗号；含逗号的文字请加双引号",
        "this row has \(found) cells, but the header has \(expected) columns",
        "add the missing commas; put text that contains commas in double quotes")
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
