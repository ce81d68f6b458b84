import Dunjing
import Foundation

/// The copy of the study in the folder of a run, from which reports can be written again.
extension RunFolder {
  /// Its folder within that of the run.
  static let study = "study"

  /// Whether a study is the copy in this very folder, which a run must neither remove nor write.
  func isCopy(_ path: String) -> Bool {
    func real(_ url: URL) -> String { url.standardizedFileURL.resolvingSymlinksInPath().path }
    let bundle = ScenarioBundle(path: path).path
    return real(URL(fileURLWithPath: bundle, isDirectory: true))
      == real(url.appendingPathComponent(Self.study, isDirectory: true))
  }

  /// Keeps the files of the study that is run.
  func keep(_ files: [String: [UInt8]], of path: String) throws {
    guard !isCopy(path) else { return }
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      try write(Data(bytes), to: "\(Self.study)/\(name)", creatingFolder: true)
    }
  }

  /// Removes the copy of the study: the files that the manifest names, and folders that are empty then.
  func removeStudy(of manifest: Manifest, unless path: String) throws {
    guard !isCopy(path) else { return }
    for name in (manifest.studyFiles ?? []).filter(Self.isInside).map({ "\(Self.study)/\($0)" }) {
      try remove(name)
      var folder = url.appendingPathComponent(name).deletingLastPathComponent()
      while folder.path != url.path, rmdir(folder.path) == 0 { folder.deleteLastPathComponent() }
    }
  }

  /// Whether a name cannot lead out of the folder; a manifest may have been changed by hand.
  private static func isInside(_ name: String) -> Bool {
    !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
  }

  /// Refuses to write reports into the folder of a study, or into that of a run that they are not of.
  func checkTakesReports(of run: RunFolder?) throws {
    func holds(_ name: String) -> Bool {
      FileManager.default.fileExists(atPath: url.appendingPathComponent(name).path)
    }
    guard !holds(ScenarioBundle.fileName) else {
      throw CommandFault(
        zh: "\(url.relativePath) 是一个研究的文件夹，报告不能写在其中。请换一个 --out。",
        en:
          "\(url.relativePath) is the folder of a study; reports cannot be written into it. Use another --out."
      )
    }
    let isOwn = run.map { $0.url.standardizedFileURL.path == url.standardizedFileURL.path } ?? false
    guard isOwn || !holds("manifest.json") else {
      throw CommandFault(
        zh: "\(url.relativePath) 中是另一次运行，报告不能写在其中。请换一个 --out。",
        en:
          "\(url.relativePath) holds another run; these reports cannot be written into it. Use another --out."
      )
    }
  }

  /// Writes a file whole or not at all, and the folder it is in.
  func write(_ data: Data, to name: String, creatingFolder: Bool) throws {
    let folder = url.appendingPathComponent(name).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw FileFault(path: folder.path, operation: .create, reason: error)
    }
    try write(data, to: name)
  }

  /// Removes a file, if it is there.
  func remove(_ name: String) throws {
    let path = url.appendingPathComponent(name).path
    guard FileManager.default.fileExists(atPath: path) else { return }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw FileFault(path: path, operation: .write, reason: error)
    }
  }
}
