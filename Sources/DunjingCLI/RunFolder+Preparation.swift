import Dunjing
import Foundation

extension RunFolder {
  /// Prepares the folder: a new one, one of the same run to go on with, or one whose run is replaced.
  ///
  /// - Parameters:
  ///   - study: The path of the study; its copy in this folder stays as it is.
  ///   - files: The files of the study, which are kept.
  ///   - resume: Whether a run of the same is gone on with; nil for a command that cannot.
  func prepare(
    _ manifest: Manifest, study: String, _ files: [String: [UInt8]], resume: Bool?, overwrite: Bool
  ) throws {
    try checkFree(resume: resume, overwrite: overwrite)
    if let found = try? read(Manifest.self, "manifest.json") {
      if overwrite {
        try removeRun()
        try removeStudy(of: found, unless: study)
      } else if !found.isSameRun(as: manifest) {
        throw CommandFault(
          zh: "\(url.path) 中是另一次运行（场景、种子、方案或程序版本不同）。请加 --overwrite 替换，或换一个 --out。",
          en: "\(url.path) holds another run (scenario, seed, treatments or build differ). "
            + "Use --overwrite to replace it, or another --out.")
      }
    }
    try begin(manifest, study: study, files)
  }

  /// Makes sure that a run may be written, as far as that can be known before the study is loaded.
  /// - Parameter resume: whether a run of the same is gone on with; nil for a command that cannot.
  func checkFree(resume: Bool?, overwrite: Bool) throws {
    try checkPath()
    try FolderContent.check(url.path, for: .run)
    guard !overwrite else { return }
    if (try? read(Manifest.self, "manifest.json")) != nil {
      guard resume == true else { throw Self.alreadyThere(url.path, canResume: resume != nil) }
    } else if let names = try? FileManager.default.contentsOfDirectory(atPath: url.path), !names.isEmpty {
      throw CommandFault(
        zh: "\(url.path) 不是空文件夹，其中也没有运行。请换一个 --out，或加 --overwrite。",
        en: "\(url.path) is not empty and holds no run. Use another --out, or --overwrite.")
    }
  }

  /// Writes what a run begins with; where something cannot be written, nothing is left of it.
  private func begin(_ manifest: Manifest, study: String, _ files: [String: [UInt8]]) throws {
    let copies = isCopy(study) ? [] : files.keys.map { "\(Self.study)/\($0)" }
    let absent = AbsentFiles(in: url.path, ["replications", "tables", "manifest.json"] + copies)
    do {
      try create("replications")
      try create("tables")
      try keep(files, of: study)
      try write(try JSONFile.data(manifest), to: "manifest.json")
    } catch {
      absent.remove()
      throw error
    }
  }

  private static func alreadyThere(_ path: String, canResume: Bool) -> CommandFault {
    canResume
      ? CommandFault(
        zh: "\(path) 中已有一次运行。请加 --resume 继续，加 --overwrite 替换，或换一个 --out。",
        en:
          "\(path) already holds a run. Use --resume to finish it, --overwrite to replace it, or another --out."
      )
      : CommandFault(
        zh: "\(path) 中已有一次运行。请加 --overwrite 替换，或换一个 --out。",
        en: "\(path) already holds a run. Use --overwrite to replace it, or another --out.")
  }

  private func checkPath() throws {
    if FileFault.isFolder(url.path) == false {
      throw FileFault(path: url.path, operation: .create, reason: FileFault.inTheWay(url.path))
    }
  }

  /// Removes the files of the run that is there, and no other file.
  private func removeRun() throws {
    let tables = Self.tables.map { "tables/\($0).csv" }
    let reports =
      TextLanguage.allCases.flatMap { language in
        ["html", "pdf", "md", "json"].map { "report.\(language.rawValue).\($0)" }
      } + writtenByReport
    let replications = (try? FileManager.default.contentsOfDirectory(atPath: path(of: "replications"))) ?? []
    let played = replications.filter { $0.wholeMatch(of: /[0-9]{5,}\.json/) != nil }.map {
      "replications/\($0)"
    }
    for name in reports + ["results.json", Self.replay] + tables + played + ["manifest.json"] {
      try remove(name)
    }
  }

  /// Maps and tables that `dunjing report` wrote.
  private var writtenByReport: [String] {
    let tables = TextLanguage.allCases.flatMap { language -> [String] in
      let folder = "tables/report.\(language.rawValue)"
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path(of: folder))) ?? []
      return names.filter { $0.wholeMatch(of: /([0-9]{2,}-.*|index)\.csv/) != nil }.map { "\(folder)/\($0)" }
    }
    return tables + ["grids", "posts", "counties"].map { "maps/\($0).geojson" }
  }

  private func path(of name: String) -> String {
    url.appendingPathComponent(name).path
  }

  private func create(_ name: String) throws {
    let folder = url.appendingPathComponent(name, isDirectory: true)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw FileFault(path: folder.path, operation: .create, reason: error)
    }
  }
}
