import Dunjing
import Foundation

/// The command that a folder belongs to, kept in it as `command.json`: what is asked, so that processes that play together answer
/// the same, and so that it can be sent to other machines.
struct CommandFile: Codable, Equatable {
  static let name = "command.json"
  static let currentSchema = "dunjing-command/1"

  var schema = currentSchema
  /// What follows `dunjing`, without what says how the command is played.
  var arguments: [String]
  /// The folder it was started in, from which its paths are understood.
  var directory: String
  /// The build that was started.
  var build: String

  /// The command of this process.
  static var ofThisProcess: CommandFile {
    CommandFile(
      arguments: question(Array(CommandLine.arguments.dropFirst())),
      directory: FileManager.default.currentDirectoryPath, build: BuildIdentity.text)
  }

  /// Arguments without those that say how something is played and shown to the caller, which changes no result.
  static func question(_ arguments: [String]) -> [String] {
    let (flags, options) = (["--prepare", "--overwrite", "--json"], ["--shard", "--threads", "--memory"])
    var (kept, isValue): ([String], Bool) = ([], false)
    for argument in arguments {
      if isValue {
        isValue = false
      } else if options.contains(argument) {
        isValue = true
      } else if !flags.contains(argument), !options.contains(where: { argument.hasPrefix($0 + "=") }) {
        kept.append(argument)
      }
    }
    return kept
  }

  /// The command of a folder; nil without one.
  static func read(in folder: String) -> CommandFile? {
    guard let data = FileManager.default.contents(atPath: FolderPath.joined(folder, name)),
      let file = try? JSONDecoder().decode(CommandFile.self, from: data), file.schema == currentSchema
    else { return nil }
    return file
  }

  func write(to folder: String) throws {
    let path = FolderPath.joined(folder, Self.name)
    do {
      try JSONFile.data(self).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw FileFault(path: path, operation: .write, reason: error)
    }
  }

  /// The command as it is typed, after `dunjing`.
  var text: String { arguments.map(Message.pasted).joined(separator: " ") }
}
