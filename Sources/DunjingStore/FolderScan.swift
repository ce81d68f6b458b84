import DunjingParallel
import DunjingScenario
import Foundation

/// What a folder and those below it hold, found by looking at every file that says so.
///
/// Nothing is taken from sizes or times of files: a run that was found is known by the SHA-256 of its two files.
public struct FolderScan: Sendable {
  /// A finished run with sound files, or a damaged one.
  enum Found: Sendable {
    case run(path: String, RunHashes)
    case damaged(RunDamage)
    case unfinished(path: String)
  }

  /// The folder that was looked through.
  public let root: String
  /// Finished runs whose files could be read, by path.
  let runs: [(path: String, hashes: RunHashes)]
  /// Planned experiments by path.
  public let plans: [PlannedWork]
  /// Runs that are going on or were stopped, by path.
  public let unfinished: [String]
  /// Runs and plans that cannot be read, by path.
  public let damaged: [RunDamage]
  /// Folders that cannot be looked into.
  public let closed: [String]

  /// Whether there is nothing that an index would hold.
  var isEmpty: Bool { runs.isEmpty && plans.isEmpty }

  /// Looks through a folder.
  /// - Parameters:
  ///   - root: its path.
  ///   - reader: who reads the units of plans.
  ///   - threads: how many read files at once.
  public init(_ root: String, plans reader: any PlanReader, threads: Int) {
    var walk = FolderWalk(root)
    walk.visit(".")
    let (folders, planFolders) = (walk.runs.sorted(), walk.plans.sorted())
    let found = Parallel.map(folders.count, threads: threads) { Self.look(at: folders[$0], in: root) }
    let work = planFolders.map { path in
      Result { PlannedWork(path: path, units: try reader.units(in: Self.join(root, path))) }
    }
    self.root = root
    closed = walk.closed.sorted()
    plans = work.compactMap { try? $0.get() }
    runs = found.compactMap { if case .run(let path, let hashes)? = $0 { (path, hashes) } else { nil } }
    unfinished = found.compactMap { if case .unfinished(let path)? = $0 { path } else { nil } }
    damaged =
      found.compactMap { if case .damaged(let damage)? = $0 { damage } else { nil } }
      + zip(planFolders, work).compactMap { path, result in
        if case .failure(let fault) = result { RunDamage.plan(path, fault) } else { nil }
      }
  }

  /// Says what a folder with `manifest.json` holds; nil where that is another program's or another command's.
  private static func look(at path: String, in root: String) -> Found? {
    let folder = join(root, path)
    let file = "\(folder)/\(RunManifest.fileName)"
    guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: file)) else {
      let isFolder = FolderWalk.isFolder(file)
      return .damaged(
        isFolder ? .folder(path, RunManifest.fileName) : .unreadable(path, RunManifest.fileName))
    }
    guard let schema = try? JSONDecoder().decode(SchemaName.self, from: bytes).schema else {
      return looksLikeRun(folder) ? .damaged(.manifest(path)) : nil
    }
    guard schema.hasPrefix("dunjing-manifest/") else { return nil }
    guard schema == RunManifest.schema else { return .damaged(.schema(path, RunManifest.fileName, schema)) }
    guard let manifest = try? JSONDecoder().decode(RunManifest.self, from: bytes) else {
      return .damaged(.manifest(path))
    }
    guard manifest.played != nil else { return .unfinished(path: path) }
    do {
      return .run(path: path, try RunFiles(path, in: root).hashes)
    } catch {
      return .damaged(error)
    }
  }

  /// Whether a folder whose manifest cannot be read has other files of a run.
  private static func looksLikeRun(_ folder: String) -> Bool {
    ["results.json", "replications"].contains { FileManager.default.fileExists(atPath: "\(folder)/\($0)") }
  }

  /// The path of a folder below another one.
  package static func join(_ root: String, _ path: String) -> String {
    path == "." ? root : FolderPath.joined(root, path)
  }
}

/// A walk through folders that notes those of runs and of plans.
private struct FolderWalk {
  let root: String
  var runs: [String] = []
  var plans: [String] = []
  var closed: [String] = []

  /// Folders of a run or a plan that hold none themselves.
  private static let parts: Set<String> = ["study", "replications", "units", "tables", "maps"]

  init(_ root: String) { self.root = root }

  /// Looks into a folder and those in it. Links are not followed, as they may lead in circles; hidden folders are left out.
  mutating func visit(_ path: String) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: FolderScan.join(root, path)) else {
      closed.append(path)
      return
    }
    let isRun = names.contains(RunManifest.fileName)
    let isPlan = names.contains("plan.json") && Self.isPlan("\(FolderScan.join(root, path))/plan.json")
    if isRun { runs.append(path) }
    if isPlan { plans.append(path) }
    for name in names.sorted() where !name.hasPrefix(".") {
      if (isRun || isPlan) && Self.parts.contains(name) { continue }
      let next = path == "." ? name : "\(path)/\(name)"
      if Self.isFolder(FolderScan.join(root, next)) { visit(next) }
    }
  }

  static func isFolder(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.type] as? FileAttributeType == .typeDirectory
  }

  private static func isPlan(_ path: String) -> Bool {
    guard let bytes = FileManager.default.contents(atPath: path) else { return false }
    return (try? JSONDecoder().decode(SchemaName.self, from: bytes))?.schema.hasPrefix("dunjing-plan/")
      ?? false
  }
}
