import DunjingScenario
import Foundation

/// The folder of a planned experiment: `plan.json`, a copy of the study, and a file for every unit that was played.
///
/// Any number of workers may work in it at once, on any number of machines that see it. They need no locks: every unit is
/// a file that appears whole, whoever writes it writes the same results, and one that is there is not played again.
public struct WorkFolder: Sendable, Equatable {
  /// The path of the folder.
  public let path: String

  /// The file of the plan.
  public static let planFile = "plan.json"
  /// The folder of the copy of the study.
  public static let study = "study"
  /// The folder of the results.
  public static let units = "units"

  /// Creates the folder's name; nothing is read or written.
  public init(_ path: String) {
    self.path = FolderPath.plain(path)
  }

  /// The path of something in the folder; an empty path is the current folder, and never the root.
  public func path(of name: String) -> String { FolderPath.joined(path, name) }

  /// Reads the plan.
  public func plan() throws -> WorkPlan {
    let file = path(of: Self.planFile)
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: file))
    } catch {
      let fault = WorkFault(path: file, error)
      guard fault == .file(path: file, code: ENOENT) else { throw fault }
      let isThere = path.isEmpty || FileManager.default.fileExists(atPath: path)
      throw isThere ? WorkFault.noPlan(folder: path) : WorkFault.noFolder(path)
    }
    struct Schema: Decodable { let schema: String }
    guard let schema = try? JSONDecoder().decode(Schema.self, from: data).schema
    else { throw WorkFault.damagedPlan(folder: path) }
    guard schema == WorkPlan.currentSchema else {
      throw WorkFault.otherSchema(folder: path, schema: schema)
    }
    guard let plan = try? JSONDecoder().decode(WorkPlan.self, from: data), plan.isWhole else {
      throw WorkFault.damagedPlan(folder: path)
    }
    return plan
  }

  /// Writes a plan with the files of its study, the plan last: whoever finds it finds all. Where one cannot be written, none is left.
  /// - Parameters:
  ///   - plan: the plan of the experiment.
  ///   - files: the files of the study, by name.
  public func write(_ plan: WorkPlan, study files: [String: [UInt8]]) throws {
    let absent = AbsentFiles(
      in: path, [Self.units, Self.planFile] + files.keys.map { "\(Self.study)/\($0)" })
    do {
      try writeFiles(of: plan, study: files)
    } catch {
      absent.remove()
      throw error
    }
  }

  private func writeFiles(of plan: WorkPlan, study files: [String: [UInt8]]) throws {
    try create(Self.units)
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let file = "\(Self.study)/\(name)"
      try create((file as NSString).deletingLastPathComponent)
      try DurableFile(path(of: file)).write(Data(bytes))
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    try DurableFile(path(of: Self.planFile)).write(try encoder.encode(plan))
  }

  /// Makes a folder and those above it.
  func create(_ name: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path(of: name), withIntermediateDirectories: true)
    } catch {
      throw WorkFault(path: path(of: name), error)
    }
  }

  /// The path of the file of a unit.
  public func path(of unit: WorkUnit) -> String {
    path(of: String(format: "%@/%06d.json", Self.units, unit.number))
  }

  /// What is known of a unit.
  func state(of unit: WorkUnit, in plan: WorkPlan) throws -> UnitFile.State {
    let file = path(of: unit)
    do {
      return UnitFile.state(of: try Data(contentsOf: URL(fileURLWithPath: file)), unit, in: plan)
    } catch {
      guard FileManager.default.fileExists(atPath: file) else { return .missing }
      throw WorkFault(path: file, error)
    }
  }

  /// Removes drafts of files that workers left when they were killed, once all units are there: before that, a draft may
  /// be one that is being written.
  public func removeDrafts(of plan: WorkPlan) {
    guard plan.units.allSatisfy({ FileManager.default.fileExists(atPath: path(of: $0)) }) else { return }
    let folder = path(of: Self.units)
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where name.hasSuffix(DurableFile.unfinished) {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
  }
}
