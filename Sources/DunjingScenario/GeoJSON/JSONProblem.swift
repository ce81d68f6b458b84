/// The ways in which a text can fail to be JSON.
enum JSONProblem: Equatable {
  /// There is nothing at all.
  case nothing
  /// The file ends where a value or key would stand.
  case end
  case value
  case key
  case colon
  /// Neither a comma nor the bracket that closes.
  case close(String)
  case textAfterEnd
  case openString
  case controlCharacter
  case escape
  case word(String)

  /// What is wrong and what to write instead.
  var text: ScenarioFault.Message {
    switch self {
    case .nothing:
      ScenarioFault.message(
        "文件是空的", "请重新导出，或写成 {\"type\": \"FeatureCollection\", \"features\": […]}",
        "the file is empty",
        "export it again, or write {\"type\": \"FeatureCollection\", \"features\": […]}")
    case .end:
      ScenarioFault.message(
        "文件到此为止，内容不完整", "请重新导出或复制完整的文件，或补上其余的值和括号",
        "the file ends here, before it is complete",
        "export or copy all of it again, or add the values and brackets that are missing")
    case .value:
      ScenarioFault.message(
        "此处缺少一个值", "请写双引号内的文字、数字、true、false、null、[…] 或 {…}；最后一项之后不要逗号",
        "a value is missing here",
        "write a text in double quotes, a number, true, false, null, […] or {…}, and no comma after the last one"
      )
    case .key:
      ScenarioFault.message(
        "此处应是双引号内的键", "请写成 \"键\": 值；最后一项之后不要逗号",
        "a key in double quotes is missing here",
        "write \"key\": value, and no comma after the last one")
    case .colon:
      ScenarioFault.message(
        "键之后没有冒号", "请写成 \"键\": 值", "no colon follows the key", "write \"key\": value")
    case .close(let bracket):
      ScenarioFault.message(
        "此处既没有逗号，也没有 '\(bracket)'", "各项之间请写逗号，最后写 '\(bracket)'；文件可能不完整",
        "neither a comma nor '\(bracket)' is here",
        "write commas between the parts and '\(bracket)' at the end; the file may be incomplete")
    case .textAfterEnd:
      ScenarioFault.message(
        "最后一个括号之后还有内容", "请删去多余的内容", "there is more after the last bracket", "remove it")
    case .openString:
      ScenarioFault.message(
        "此处的双引号没有闭合", "请补上结尾的双引号", "the quote opened here is never closed", "close it")
    case .controlCharacter:
      ScenarioFault.message(
        "双引号内有换行或控制字符", "请补上结尾的双引号，或把换行写成 \\n",
        "there is a line break or control character inside of the quotes",
        "close the quote, or write a line break as \\n")
    case .escape:
      ScenarioFault.message(
        "此处不是 JSON 的转义符", "反斜杠请写成 \\\\；其他可写 \\\"、\\n、\\t、\\u4E2D",
        "this is no escape of JSON", "write \\\\ for a backslash; others are \\\", \\n, \\t and \\u4E2D")
    case .word(let text):
      ScenarioFault.message(
        "'\(text.prefix(40))' 不是 JSON 的值", "文字请加双引号；数字请写成 0.5，不写 .5、05 或 +5",
        "'\(text.prefix(40))' is no value of JSON",
        "put text in double quotes, and write numbers as 0.5, not .5, 05 or +5")
    }
  }
}
