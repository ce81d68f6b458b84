import ArgumentParser
import Dunjing

/// A first word that is none of the commands: what the parser calls an unexpected argument.
enum UnknownCommand {
  /// What is wrong and what to type instead; nil where all words name commands.
  static func fault(in arguments: [String]) -> CommandFault? {
    var command: any ParsableCommand.Type = DunjingCommand.self
    var words = ["dunjing"]
    for argument in arguments {
      let configuration = command.configuration
      if argument.hasPrefix("-") || configuration.subcommands.isEmpty || argument == "help" { return nil }
      if let next = configuration.subcommands.first(where: { $0._commandName == argument }) {
        command = next
        words.append(argument)
      } else if configuration.defaultSubcommand != nil {
        return nil
      } else {
        return fault(
          argument, after: words.joined(separator: " "), configuration.subcommands.map { $0._commandName })
      }
    }
    return nil
  }

  private static func fault(_ word: String, after words: String, _ names: [String]) -> CommandFault {
    let meant = Spelling.nearest(to: word, in: names)
    return CommandFault(
      zh: "没有命令 \(words) \(word)；"
        + (meant.map { "是否想写 \(words) \($0)？" } ?? "可用：\(names.listed.zh)。"),
      en: "there is no command \(words) \(word); "
        + (meant.map { "did you mean \(words) \($0)?" } ?? "there are \(names.listed.en)."))
  }
}
