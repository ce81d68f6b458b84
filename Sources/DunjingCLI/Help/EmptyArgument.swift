import Dunjing
import Foundation

/// An argument without a letter, as `"$OUT"` is where no variable `OUT` is set: a command would take it for the root folder, the
/// current one, or for an option that was left out.
enum EmptyArgument {
  /// What is wrong and what to type instead; nil where no argument is empty.
  static func fault(in arguments: [String]) -> CommandFault? {
    for (index, argument) in arguments.enumerated() {
      if argument.hasPrefix("--"), argument.hasSuffix("="), argument.count(where: { $0 == "=" }) == 1 {
        return fault(of: String(argument.dropLast()))
      }
      guard argument.trimmingCharacters(in: .whitespaces).isEmpty else { continue }
      guard index > 0, arguments[index - 1].hasPrefix("-"), !arguments[index - 1].contains("=") else {
        return fault
      }
      return fault(of: arguments[index - 1])
    }
    return nil
  }

  private static func fault(of option: String) -> CommandFault {
    CommandFault(
      zh: "\(option) 之后的值是空的，可能是 shell 变量没有设置。请写出它的值，或去掉 \(option)。",
      en:
        "what follows \(option) is empty; perhaps a variable of the shell is not set. Write a value, or leave \(option) out."
    )
  }

  private static var fault: CommandFault {
    CommandFault(
      zh: "有一个参数是空的，可能是 shell 变量没有设置。请在该处写出路径，当前文件夹写作“.”。",
      en:
        "an argument is empty; perhaps a variable of the shell is not set. Write a path there; the current folder is \".\"."
    )
  }
}
