import Dunjing
import Foundation

/// A finished run, read from its folder: the study it was run on, its replications, and what they pool to.
struct FinishedRun {
  let path: String
  let manifest: RunFolder.Manifest
  let valid: ValidScenario
  /// The files of the study, by name.
  let files: [String: [UInt8]]
  let replications: [[ReplicationResult]]
  let result: ExperimentResult

  /// Reads a run.
  /// - Parameter anyBuild: whether it may be one of another build of the program.
  init(_ path: String, anyBuild: Bool) throws {
    let folder = RunFolder(path)
    let manifest = try Self.manifest(folder, path)
    guard anyBuild || Self.isOfThisBuild(manifest) else {
      throw Self.otherBuild(path, manifest)
    }
    let (valid, files) = try Self.study(folder, path, manifest)
    var experiment = try Experiment(
      valid, of: ScenarioBundle(files: files), setting: SettingOptions.overrides(manifest.settings ?? []))
    (experiment.seed, experiment.replications) = (manifest.seed, manifest.replications)
    experiment.precision = manifest.precision
    let unknown = experiment.restrict(to: manifest.treatments)
    guard unknown.isEmpty else { throw Self.changedStudy(path) }
    let treatments = experiment.treatments.count
    let threads = ProcessInfo.processInfo.activeProcessorCount
    let found = Parallel.map(manifest.played ?? 0, threads: threads) { folder.replication($0, of: manifest) }
    replications = try found.enumerated().map { number, results in
      guard let results, results.count == treatments else {
        throw Self.isOfThisBuild(manifest)
          ? Self.damaged(folder, manifest, number) : Self.unreadable(path, manifest)
      }
      return results
    }
    result = experiment.pool(replications, scenarioHash: valid.bundleHash)
    (self.path, self.manifest, self.valid, self.files) = (path, manifest, valid, files)
  }

  /// The report of the run.
  func report() throws -> Report {
    RunReport.make(result, valid.scenario, manifest, try RunFolder(path).replay(of: manifest))
  }

  /// What was set on top of the files of the study.
  func overrides() throws -> [ScenarioOverride] { try SettingOptions.overrides(manifest.settings ?? []) }

  private static func manifest(_ folder: RunFolder, _ path: String) throws -> RunFolder.Manifest {
    try FileFault.checkFolder(path)
    if let found = FolderContent(path), found != .run { throw notRun(path, found) }
    guard FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("manifest.json").path)
    else {
      throw CommandFault(
        zh: "\(path) 不是运行文件夹：其中没有 manifest.json。请给出 dunjing run 的 --out。",
        en: "\(path) is not the folder of a run: it has no manifest.json. Give the --out of dunjing run.")
    }
    guard let manifest = try? folder.read(RunFolder.Manifest.self, "manifest.json") else {
      let file = FolderPath.joined(path, "manifest.json")
      throw CommandFault(
        zh: "\(file) 已损坏，或不是 dunjing run 所写。请重新运行。",
        en: "\(file) is damaged, or not one of dunjing run. Run the study again.",
        status: ExitStatus.invalidInput)
    }
    guard let played = manifest.played, played > 0 else {
      let command = manifest.resuming(path)
      throw CommandFault(
        zh: "\(path) 中的运行没有完成。请完成它：\(command)",
        en: "the run in \(path) is not finished. Finish it: \(command)", status: ExitStatus.invalidInput)
    }
    return manifest
  }

  private static func study(
    _ folder: RunFolder, _ path: String, _ manifest: RunFolder.Manifest
  ) throws -> (ValidScenario, [String: [UInt8]]) {
    let copy = folder.url.appendingPathComponent(RunFolder.study, isDirectory: true).path
    guard FileFault.isFolder(copy) == true else {
      throw CommandFault(
        zh: "\(path) 中没有研究的副本（study 文件夹）：它由旧版程序写出，或被删去。请重新运行。",
        en:
          "\(path) has no copy of its study (folder study): an older program wrote it, or it was removed. Run the study "
          + "again.", status: ExitStatus.invalidInput)
    }
    let settings = try SettingOptions.overrides(manifest.settings ?? [])
    guard let read = try? ScenarioBundle(path: copy).loadWithFiles(setting: settings) else {
      throw isOfThisBuild(manifest) ? changedStudy(path) : unreadable(path, manifest)
    }
    guard read.valid.bundleHash == manifest.scenarioHash else { throw changedStudy(path) }
    return (read.valid, read.files)
  }

  private static func notRun(_ path: String, _ found: FolderContent) -> CommandFault {
    let isPlan = found == .experiment
    return CommandFault(
      zh: "\(path) 中是\(found.noun.zh)，不是运行结果。请给出 dunjing \(isPlan ? "merge" : "run") 的 --out。",
      en:
        "\(path) holds \(found.noun.en), and no run. Give the --out of dunjing \(isPlan ? "merge" : "run").")
  }

  private static func isOfThisBuild(_ manifest: RunFolder.Manifest) -> Bool {
    manifest.version == Version.text && manifest.build == BuildIdentity.text
  }

  private static func unreadable(_ path: String, _ manifest: RunFolder.Manifest) -> CommandFault {
    CommandFault(
      zh: "\(path) 由另一个程序（版本 \(manifest.version)，构建 \(manifest.build)）运行，本程序读不了其中的研究或重复。请用那个程序，或重新运行。",
      en:
        "\(path) was run by another build (version \(manifest.version), build \(manifest.build)), whose study or "
        + "replications this one cannot read. Use that build, or run the study again.",
      status: ExitStatus.invalidInput)
  }

  private static func changedStudy(_ path: String) -> CommandFault {
    let study = FolderPath.joined(path, RunFolder.study)
    return CommandFault(
      zh: "\(study) 中的研究在运行之后被改动：与 manifest.json 中的散列不符。请恢复它，或重新运行。",
      en:
        "the study in \(study) was changed after the run: it does not have the hash in manifest.json. Restore it, or "
        + "run the study again.", status: ExitStatus.invalidInput)
  }

  private static func damaged(
    _ folder: RunFolder, _ manifest: RunFolder.Manifest, _ number: Int
  ) -> CommandFault {
    let path = folder.url.relativePath
    let replay = folder.url.appendingPathComponent(RunFolder.replay).path
    let command = manifest.resuming(path, replays: FileManager.default.fileExists(atPath: replay))
    return CommandFault(
      zh: "\(path) 中的第 \(number) 次重复缺失或损坏。请重算它：\(command)",
      en: "replication \(number) in \(path) is missing or damaged. Play it again: \(command)",
      status: ExitStatus.invalidInput)
  }

  private static func otherBuild(_ path: String, _ manifest: RunFolder.Manifest) -> CommandFault {
    CommandFault(
      zh: "\(path) 由另一个程序（版本 \(manifest.version)，构建 \(manifest.build)）运行，本程序为 \(Version.text)，"
        + "\(BuildIdentity.text)：报告可能不同。请用那个程序，或重新运行，或加 --any-build。",
      en:
        "\(path) was run by another build (version \(manifest.version), build \(manifest.build)); this one is "
        + "\(Version.text), \(BuildIdentity.text), and its report may differ. Use that build, run the study again, or add "
        + "--any-build.", status: ExitStatus.invalidInput)
  }
}
