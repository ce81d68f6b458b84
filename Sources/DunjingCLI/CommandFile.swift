import Dunjing
import Foundation

/// The command that a folder belongs to, kept in it as `command.json`, so that it can be sent to other machines.
struct CommandFile: Codable, Equatable {
  static let name = "command.json"
  static let currentSchema = "dunjing-command/1"

  var schema = currentSchema
  /// What follows `dunjing`, without options of where and how the command was started.
  var arguments: [String]
  /// The folder it was started in, from which its paths are understood.
  var directory: String

  /// The command of this process.
  static var ofThisProcess: CommandFile {
    CommandFile(
      arguments: CommandLine.arguments.dropFirst().filter { !["--prepare", "--overwrite"].contains($0) },
      directory: FileManager.default.currentDirectoryPath)
  }

  /// The command of a folder; nil without one.
  static func read(in folder: String) -> CommandFile? {
    guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)"),
      let file = try? JSONDecoder().decode(CommandFile.self, from: data), file.schema == currentSchema
    else { return nil }
    return file
  }

  func write(to folder: String) throws {
    let path = "\(folder)/\(Self.name)"
    do {
      try JSONFile.data(self).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw FileFault(path: path, operation: .write, reason: error)
    }
  }

  /// The command as it is typed.
  var text: String { arguments.map(Message.pasted).joined(separator: " ") }
}
