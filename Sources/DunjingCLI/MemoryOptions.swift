import ArgumentParser
import Dunjing

/// How much memory a command may take.
struct MemoryOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help:
      ArgumentHelp(
        zh: "本次运行可用的内存，MB（默认：本机和控制组剩余内存的九成）。",
        en:
          "Memory that the run may take, in MB (default: nine tenths of what this machine and the control groups have left)."
      )
  )
  var memory: String?

  /// The budget, with its messages in a language.
  func budget(in language: TextLanguage) throws -> MemoryBudget {
    try MemoryBudget(memory, language: language)
  }
}
