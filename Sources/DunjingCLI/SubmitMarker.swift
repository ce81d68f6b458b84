import Dunjing
import Foundation

/// The note in the folder of an experiment that its units were sent out, so that two people do not do it unawares.
///
/// Units that are sent out twice are played twice at worst, and count once.
struct SubmitMarker {
  private struct Note: Codable {
    var engine: String
    var host: String
    var job: String?
  }

  private let path: String
  private var note: Note

  /// Makes the note.
  /// - Parameter again: whether one that is there is replaced.
  init(_ folder: WorkFolder, _ engine: SubmitScript.Engine, again: Bool) throws {
    path = folder.path(of: SubmitScript.marker)
    note = Note(engine: engine.rawValue, host: HostName.text)
    if again { try? FileManager.default.removeItem(atPath: path) }
    let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666)
    guard file >= 0 else {
      guard errno == EEXIST else { throw WorkFault.file(path: path, code: errno) }
      throw Self.submitted(path, folder)
    }
    close(file)
    do {
      try write()
    } catch {
      remove()
      throw error
    }
  }

  /// Adds the number of the job.
  func note(job: String?) throws {
    var noted = self
    noted.note.job = job
    try noted.write()
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  private func write() throws {
    do {
      try JSONFile.data(note).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw FileFault(path: path, operation: .write, reason: error)
    }
  }

  private static func submitted(_ path: String, _ folder: WorkFolder) -> CommandFault {
    let found = FileManager.default.contents(atPath: path).flatMap {
      try? JSONDecoder().decode(Note.self, from: $0)
    }
    let job = found?.job.map { " \($0)" } ?? ""
    let (engine, host) = (found?.engine ?? "?", found?.host ?? "?")
    return CommandFault(
      zh:
        "\(folder.path) 已从 \(host) 提交给 \(engine)\(job)。用 dunjing status \(Message.pasted(folder.path)) 看进度；确要再次提交，加 --again。",
      en:
        "\(folder.path) was sent to \(engine)\(job) from \(host). dunjing status \(Message.pasted(folder.path)) says how far it is; add "
        + "--again to send it out once more.")
  }
}
