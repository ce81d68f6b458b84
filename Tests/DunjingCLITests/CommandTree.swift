import ArgumentParser

@testable import DunjingCLI

/// All commands, those of commands included, with the words that name them.
struct CommandTree {
  let words: [String]
  let command: any ParsableCommand.Type

  static let all = below([], DunjingCommand.self)

  private static func below(_ words: [String], _ command: any ParsableCommand.Type) -> [CommandTree] {
    [CommandTree(words: words, command: command)]
      + command.configuration.subcommands.flatMap { below(words + [$0._commandName], $0) }
  }
}
