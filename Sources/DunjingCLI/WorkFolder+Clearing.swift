import Dunjing
import Foundation

extension WorkFolder {
  /// Makes sure that a plan may be written: the folder is new or empty, or its plan is to be replaced, which removes the
  /// plan, the copy of the study, the results of units and what was written to submit them, and no other file.
  func clear(overwrite: Bool) throws {
    try checkFree(overwrite: overwrite)
    if FileManager.default.fileExists(atPath: path(of: Self.planFile)) { try removePlanned() }
  }

  /// Makes sure that a plan may be written, before anything is removed.
  func checkFree(overwrite: Bool) throws {
    if FileFault.isFolder(path) == false {
      throw FileFault(path: path, operation: .create, reason: FileFault.inTheWay(path))
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    if names.contains(ScenarioBundle.fileName) {
      throw CommandFault(
        zh: "\(path) 是一个研究的文件夹，试验不能写在其中。请换一个 --out。",
        en: "\(path) is the folder of a study; an experiment cannot be written into it. Use another --out.")
    }
    guard names.contains(Self.planFile) else {
      guard names.isEmpty else {
        throw CommandFault(
          zh: "\(path) 不是空文件夹，其中也没有试验计划。请换一个 --out。",
          en: "\(path) is not empty and holds no planned experiment. Use another --out.")
      }
      return
    }
    guard overwrite else {
      throw CommandFault(
        zh: "\(path) 中已有试验计划。用 dunjing resume \(Message.pasted(path)) 继续，加 --overwrite 替换，或换一个 --out。",
        en:
          "\(path) already holds a planned experiment. Go on with dunjing resume \(Message.pasted(path)), replace it by --overwrite, or "
          + "use another --out.")
    }
  }

  private func removePlanned() throws {
    let study = (try? plan())?.studyFiles ?? []
    let units = (try? FileManager.default.contentsOfDirectory(atPath: path(of: Self.units))) ?? []
    let played = units.filter { $0.wholeMatch(of: /[0-9]{6,}\.json(\..*\.part)?/) != nil }
    let names =
      [Self.planFile] + played.map { "\(Self.units)/\($0)" }
      + study.filter { !$0.hasPrefix("/") && !$0.split(separator: "/").contains("..") }
      .map { "\(Self.study)/\($0)" } + SubmitScript.files
    for name in names where FileManager.default.fileExists(atPath: path(of: name)) {
      do {
        try FileManager.default.removeItem(atPath: path(of: name))
      } catch {
        throw FileFault(path: path(of: name), operation: .write, reason: error)
      }
    }
  }
}
