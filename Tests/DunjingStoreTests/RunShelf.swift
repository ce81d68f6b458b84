import DunjingScenario
import Foundation

@testable import DunjingStore

/// A folder with runs for a test, written as `dunjing run` writes them.
struct RunShelf {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// A run of two treatments, with the share arrived within target that each has.
  func addRun(
    _ name: String, study: String = "A town", hash: String = "aaaa", seed: UInt64 = 1,
    within: (Double, Double) = (0.5, 0.75)
  ) throws {
    try write(
      """
      {"schema":"dunjing-manifest/1","scenarioHash":"\(hash)","scenarioPath":"s","seed":\(seed),"replications":3,
       "treatments":["base","more"],"version":"1.0","build":"b1","settings":["a=1"],"played":3,"runSeconds":1.5,
       "stopped":"replications"}
      """, to: "\(name)/manifest.json")
    let (base, more) = within
    try write(
      """
      {"schema":"dunjing-results/1","name":{"zh":"城","en":"\(study)"},"scenarioHash":"\(hash)","seed":\(seed),
       "replications":3,"confidence":0.95,"horizonDays":7,"baseline":"base","warnings":[],"treatments":[
       {"id":"base","name":{"zh":"现状","en":"As is"},"comparisons":{},"indicators":{
         "harmIndex":{"mean":null,"halfWidth95":null,"unit":"index","n":0},
         "withinTarget":{"mean":\(base),"halfWidth95":0.01,"unit":"share","n":3}}},
       {"id":"more","name":{"zh":"下沉","en":"Sunk"},"comparisons":{"withinTarget":{"difference":\(more - base),
         "halfWidth95":0.02,"simultaneousHalfWidth95":0.03,"relative":\((more - base) / base),"significant":true}},
        "indicators":{"withinTarget":{"mean":\(more),"halfWidth95":0.01,"unit":"share","n":3,
         "growsWithoutBound":true}}}]}
      """, to: "\(name)/results.json")
  }

  func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func delete(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(path)/\(name)") }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(path)/\(name)") }

  var database: String { "\(path)/\(RunStore.fileName)" }

  func scan() -> FolderScan { FolderScan(path, plans: UnitSizes(), threads: 1) }

  func answer(_ query: RunQuery = RunQuery(), journal: JournalMode = .wal) throws -> RunAnswer {
    try RunStore.answer(query, over: scan(), journal: journal, threads: 1)
  }
}

/// Takes every file of a unit for a sound one, so that the store is tested without the room that plays units.
struct UnitSizes: PlanReader {
  func units(in folder: String) throws -> [PlannedUnit] {
    let units = folder + "/units"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: units)) ?? []
    return try names.filter { $0.hasSuffix(".json") }.map { name in
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(units)/\(name)")
      return PlannedUnit(
        number: Int(name.dropLast(5)) ?? 0, state: .done, bytes: attributes[.size] as? Int, seconds: 2.5)
    }
  }
}

extension RunAnswer {
  /// The rows as `run treatment`.
  var names: [String] { rows.map { "\($0.run.path) \($0.treatment.id)" } }
}
