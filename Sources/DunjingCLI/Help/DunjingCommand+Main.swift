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
      if ProgramLanguage.current == .zh { exitInChinese(with: error) }
      exit(withError: error)
    }
  }

  private static func exitInChinese(with error: any Error) {
    let text = fullMessage(for: error, columns: 10_000)
    guard ChineseHelp.applies(to: text) else { return }
    let status = exitCode(for: error)
    let output = status.isSuccess ? FileHandle.standardOutput : .standardError
    Message.print(on: output, ChineseHelp.text(text, columns: Terminal.columns) + "\n")
    Foundation.exit(status.rawValue)
  }
}
