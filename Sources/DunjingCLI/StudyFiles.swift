import Dunjing
import Foundation

/// The files in the folder of a study, several of which are replaced at once.
struct StudyFiles {
  private let url: URL
  private let manager = FileManager.default

  init(_ path: String) {
    url = URL(fileURLWithPath: path, isDirectory: true)
  }

  /// The names of the files.
  var names: Set<String> { Set((try? manager.contentsOfDirectory(atPath: url.path)) ?? []) }

  /// Writes all files beside the old ones, then puts each in place; where one cannot be put there, the old ones come back.
  func replace(_ files: [String: [UInt8]]) throws {
    let draft = url.appendingPathComponent(".draft-" + UUID().uuidString, isDirectory: true)
    defer { try? manager.removeItem(at: draft) }
    var former: [(target: URL, bytes: Data?)] = []
    do {
      try manager.createDirectory(at: draft, withIntermediateDirectories: false)
      let drafts = files.keys.sorted().enumerated().map {
        (name: $1, file: draft.appendingPathComponent("\($0)"))
      }
      for (name, file) in drafts { try Data(files[name] ?? []).write(to: file) }
      for (name, file) in drafts {
        let target = url.appendingPathComponent(name).resolvingSymlinksInPath()
        former.append((target, try? Data(contentsOf: target)))
        try Data(contentsOf: file).write(to: target, options: .atomic)
      }
    } catch {
      for (target, bytes) in former { try? bytes?.write(to: target, options: .atomic) }
      throw FileFault(path: url.path, operation: .write, reason: error)
    }
  }
}
