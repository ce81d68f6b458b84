import Foundation

extension ScenarioBundle {
  /// The issue that there is no bundle at the path, or nil where there is one.
  var missing: ScenarioIssue? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return issue(.noFolder)
    }
    guard isFolder.boolValue else { return issue(.notFolder) }
    return hasScenario(path) ? nil : issue(.noScenario(below: onlyBundleBelow))
  }

  private func issue(_ fault: ScenarioFault) -> ScenarioIssue {
    ScenarioIssue(file: path, line: 0, column: 0, keyPath: "", fault: fault)
  }

  private func hasScenario(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: FolderPath.joined(folder, Self.fileName))
  }

  /// The folder right below the path that holds a bundle, if there is just one.
  private var onlyBundleBelow: String? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let bundles = names.map { FolderPath.joined(path, $0) }.filter(hasScenario)
    return bundles.count == 1 ? bundles.first : nil
  }
}
