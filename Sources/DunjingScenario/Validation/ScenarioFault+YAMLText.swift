extension ScenarioFault {
  /// The texts of faults of YAML.
  var yamlText: Message? {
    switch self {
    case .yamlSyntax(let problem):
      Self.yamlProblems[problem]
        ?? Self.message(
          "此处不是合法的 YAML（\(problem)）", "请检查缩进、冒号后的空格和引号",
          "this is not valid YAML (\(problem))", "check the indentation, the space after colons, and quotes")
    case .yamlOpenBracket(let closing, nil):
      Self.message(
        "此处打开的括号没有闭合", "请补上 '\(closing)'",
        "the bracket opened here is never closed", "close it with '\(closing)'")
    case .yamlOpenBracket(let closing, let place?):
      Self.message(
        "此处打开的括号没有闭合，或第 \(place.line) 行第 \(place.column) 列之前缺少逗号", "请补上 '\(closing)' 或逗号，并检查引号",
        "the bracket opened here is not closed, or a comma is missing before line \(place.line), column "
          + "\(place.column)",
        "write '\(closing)' or the comma, and check the quotes between")
    case .keyTwice(let key, let line):
      Self.message(
        "'\(key)' 出现了两次，前一次在第 \(line) 行", "只保留一个",
        "'\(key)' is given twice, first in line \(line)", "keep only one of them")
    case .yamlTab:
      Self.message(
        "此处有制表符（Tab）", "YAML 只用空格缩进，请把制表符换成空格",
        "there is a tab here", "YAML is indented with blanks only: replace the tab by blanks")
    case .fullWidth(let character):
      Self.message(
        "此处的\(character.shownFound)是全角\(character.name.zh)",
        "请改用半角\(character.shownInstead.zh)",
        "'\(character.found)' is a full-width \(character.name.en)",
        "type the half-width \(character.shownInstead.en) instead")
    case .aliases:
      Self.message(
        "不允许使用 YAML 锚点（&）和别名（*）", "请把内容写全；若是文字，请加引号",
        "YAML anchors (&) and aliases (*) are not allowed",
        "write the content out; put it in quotes if it is text")
    case .tooDeep:
      Self.message(
        "嵌套过深（超过 \(YAMLGuard.depthLimit) 层）", "请检查括号和缩进",
        "this is nested more than \(YAMLGuard.depthLimit) deep", "check brackets and indentation")
    default: nil
    }
  }

  /// The problems that libyaml often reports, in words.
  private static let yamlProblems: [String: Message] = [
    "could not find expected ':'": message(
      "此处的键缺少“键: 值”中的冒号", "请在键后写半角冒号和一个空格",
      "the key here has no colon", "write a colon and a blank after the key"),
    "mapping values are not allowed in this context": message(
      "此处不应出现冒号", "请检查缩进；含冒号的文字请加引号",
      "a colon is not expected here", "check the indentation; put text that contains a colon in quotes"),
    "mapping keys are not allowed in this context": message(
      "此处不应出现键", "请检查缩进", "a key is not expected here", "check the indentation"),
    "block sequence entries are not allowed in this context": message(
      "此处不应出现列表项 '-'", "请把 '-' 写在新的一行",
      "a list item '-' is not expected here", "put the '-' on a line of its own"),
    "did not find expected ',' or '}'": message(
      "大括号中缺少逗号或 '}'", "请检查逗号、引号和括号",
      "a comma or '}' is missing", "check commas, quotes and brackets"),
    "did not find expected ',' or ']'": message(
      "方括号中缺少逗号或 ']'", "请检查逗号、引号和括号",
      "a comma or ']' is missing", "check commas, quotes and brackets"),
    "did not find expected key": message(
      "此处应是一个键", "请与同级的键对齐缩进，并检查上一行的引号和括号",
      "a key is expected here", "align it with the keys beside it, and check quotes and brackets before it"),
    "did not find expected '-' indicator": message(
      "此处应是以 '-' 开头的列表项", "请与同级的列表项对齐缩进",
      "a list item that starts with '-' is expected here", "align it with the items before it"),
    "did not find expected node content": message(
      "此处缺少值", "请检查多余的逗号和括号", "a value is missing here", "check for commas or brackets too many"),
    "did not find expected <document start>": message(
      "此处不应还有内容", "请检查缩进和键后的冒号",
      "nothing more is expected here", "check the indentation and the colons after keys"),
    "found character that cannot start any token": message(
      "值不能以这个字符开头", "请给文字加引号", "a value cannot start with this character", "put the text in quotes"),
    "found unexpected end of stream": message(
      "此处的引号没有闭合", "请补上结尾的引号", "the quote opened here is never closed", "close it"),
    "found unexpected document indicator": message(
      "此处的引号在 '---' 之前没有闭合", "请补上结尾的引号",
      "the quote opened here is not closed before '---'", "close it"),
    "but found another document": message(
      "此处开始了第二个 YAML 文档", "请删去 '---' 这一行",
      "a second YAML document starts here", "remove the line '---'"),
    "found incompatible YAML document": message(
      "不支持此处声明的 YAML 版本", "请删去以 %YAML 开头的行",
      "the version of YAML named here is not supported", "remove the line that begins with %YAML"),
    "found unknown escape character": message(
      "双引号中的反斜杠后不能是这个字符", "请写两个反斜杠，或改用单引号",
      "this cannot follow a backslash in double quotes", "double the backslash, or use single quotes"),
    "found duplicate anchor": message(
      "同一锚点出现两次", "请把内容写全", "an anchor is defined twice", "write the content out"),
    "control characters are not allowed": message(
      "文件中有控制字符", "请删去该字符，并另存为 UTF-8",
      "the file holds a control character", "remove it, and save the file as UTF-8")
  ]
}

extension FullWidthCharacter {
  /// The character as a Chinese text shows it: quotes are not put in quotes.
  fileprivate var shownFound: String {
    ["\"", "'"].contains(instead) ? " \(found) " : "“\(found)”"
  }

  /// What to type instead, in words.
  fileprivate var shownInstead: LocalizedText {
    switch instead {
    case ":": LocalizedText(zh: " ':'，其后加一个空格", en: "':' and a blank")
    case " ": LocalizedText(zh: "空格", en: "blank")
    case "'": LocalizedText(zh: " '\"'", en: "'\"'")
    default: LocalizedText(zh: " '\(instead)'", en: "'\(instead)'")
    }
  }
}
