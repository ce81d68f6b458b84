import ArgumentParser
import Dunjing
import Foundation

extension DunjingCommand {
  /// Runs the command that the arguments name. In Chinese, what the parser says of them is said in Chinese too.
  static func main() {
    do {
      try Reporting.run(in: ProgramLanguage.current) {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if let fault = UnknownCommand.fault(in: arguments) ?? EmptyArgument.fault(in: arguments) {
          throw fault
        }
      }
      var command = try parseAsRoot()
      try command.run()
      try Reporting.run(in: ProgramLanguage.current) { try StandardOutput.flush() }
    } catch {
      end(with: error)
    }
  }

  /// Ends the program with what the parser has to say: help, the version, or arguments that it does not understand. Faults of
  /// commands are told already.
  private static func end(with error: any Error) -> Never {
    let (text, status) = (message(of: error), exitCode(for: error))
    guard !text.isEmpty else { Foundation.exit(status.rawValue) }
    guard status.isSuccess else {
      Message.write(text)
      Foundation.exit(status.rawValue)
    }
    do {
      try Reporting.run(in: ProgramLanguage.current) { try StandardOutput.write(text + "\n") }
    } catch {
      Foundation.exit(exitCode(for: error).rawValue)
    }
    Foundation.exit(status.rawValue)
  }

  /// What the parser says, in the language of the program and as the program says it: faults begin with `error:`.
  private static func message(of error: any Error) -> String {
    if ProgramLanguage.current == .zh {
      let text = fullMessage(for: error, columns: 10_000)
      if ChineseHelp.applies(to: text) { return ChineseHelp.text(text, columns: Terminal.columns) }
    }
    let (text, head) = (fullMessage(for: error, columns: nil), "Error: ")
    return text.hasPrefix(head) ? "error: " + text.dropFirst(head.count) : text
  }
}
