/// The sentences of swift-argument-parser and how they are said in Chinese.
enum ParserSentence {
  /// How the groups of a match are put together; the first is the whole match.
  typealias Replacement = @Sendable ([String]) -> String

  /// Patterns of parts of a line, in the order in which they are looked for.
  nonisolated(unsafe) static let all: [(Regex<AnyRegexOutput>, Replacement)] =
    heads + faults + values

  private static func pair(
    _ pattern: some RegexComponent, _ replacement: @escaping Replacement
  ) -> (Regex<AnyRegexOutput>, Replacement) {
    (Regex<AnyRegexOutput>(pattern.regex), replacement)
  }

  nonisolated(unsafe) private static let heads = [
    pair(#/^OVERVIEW: /#) { _ in "概述：" },
    pair(#/^USAGE: /#) { _ in "用法：" },
    pair(#/^Usage: /#) { _ in "用法：" },
    pair(#/^ARGUMENTS:$/#) { _ in "参数：" },
    pair(#/^OPTIONS:$/#) { _ in "选项：" },
    pair(#/^SUBCOMMANDS:$/#) { _ in "子命令：" },
    pair(#/Show help information\.$/#) { _ in "显示帮助。" },
    pair(#/Show the version\.$/#) { _ in "显示版本。" },
    pair(#/See '(.+)' for detailed help\.$/#) { "各子命令详见 \($0[1])。" },
    pair(#/See '(.+)' for more information\.$/#) { "详见 \($0[1])。" },
    pair(#/^Help:  /#) { _ in "说明：" },
    pair(#/^Error: /#) { _ in "错误：" }
  ]

  nonisolated(unsafe) private static let faults = [
    pair(#/Unknown option '(.+?)'\. Did you mean '(.+?)'\?$/#) { "没有选项 \($0[1])；是否想写 \($0[2])？" },
    pair(#/Unknown option '(.+?)'$/#) { "没有选项 \($0[1])。" },
    pair(#/Invalid option: (.+)$/#) { "没有选项 \($0[1])。" },
    pair(#/Missing value for '(.+?)'/#) { "\($0[1]) 缺少取值。" },
    pair(#/The option '(.+?)' does not take any value, but '(.*)' was specified\.$/#) {
      "\($0[1]) 不带取值，却给出了 \($0[2])。"
    },
    pair(#/Unexpected argument '(.*)'$/#) { "多余的参数：\($0[1])。" },
    pair(#/(\d+) unexpected arguments: '(.*)'$/#) {
      "多余的 \($0[1]) 个参数：\($0[2].replacing("', '", with: "、"))。"
    },
    pair(#/Missing expected argument '(.+)'$/#) { "缺少参数 \($0[1])。" },
    pair(#/Missing one of: '(.+)'$/#) { "缺少以下之一：\($0[1].replacing("', '", with: "、"))。" },
    pair(#/Value to be set with flag '(.+)' had already been set with flag '(.+)'$/#) {
      "\($0[1]) 与前面的 \($0[2]) 重复。"
    },
    pair(#/Missing required subcommand\.$/#) { _ in "缺少子命令。" },
    pair(#/The value '(.*)' is invalid for '(.+?)'(?:\. Please provide one of (.+)\.)?$/#) {
      "\($0[2]) 不能取 \($0[1])\($0[3].isEmpty ? "" : "；可取 " + choices($0[3]))。"
    },
    pair(#/The value '(.*)' is invalid for '(.+?)'\. Please provide one of the following:$/#) {
      "\($0[2]) 不能取 \($0[1])；可取："
    },
    pair(#/Can't generate completion scripts for '(.+)'\.$/#) { "不能为 \($0[1]) 生成补全脚本。" },
    pair(#/Can't autodetect a supported shell\.$/#) { _ in "不能识别当前的 shell。" },
    pair(#/Please use (--generate-completion-script=<shell>) with one of:$/#) { "请用 \($0[1])，可取：" }
  ]

  nonisolated(unsafe) private static let values = [
    pair(#/ ?\(values: (.+); default: (.+)\)$/#) { "（取值：\(list($0[1]))；默认：\($0[2])）" },
    pair(#/ ?\(values: (.+)\)$/#) { "（取值：\(list($0[1]))）" },
    pair(#/ ?\(default: (.+)\)$/#) { "（默认：\($0[1])）" }
  ]

  private static func list(_ words: String) -> String { words.replacing(", ", with: "、") }

  /// 'a', 'b' or 'c', or 'a' and 'b'.
  private static func choices(_ words: String) -> String {
    words.matches(of: /'(.*?)'/).map { String($0.output.1) }.joined(separator: "、")
  }
}
