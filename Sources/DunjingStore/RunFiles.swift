import DunjingScenario
import Foundation

/// The two files of a run, as bytes.
struct RunFiles {
  let path: String
  let manifestBytes: Data
  let resultsBytes: Data

  /// Reads the files.
  /// - Parameter path: the folder relative to the folder of the store.
  init(_ path: String, in root: String) throws(RunDamage) {
    self.path = path
    let folder = FolderScan.join(root, path)
    manifestBytes = try Self.bytes(RunManifest.fileName, path, folder)
    let results = "\(folder)/\(RunResults.fileName)"
    guard FileManager.default.fileExists(atPath: results) else { throw RunDamage.missingResults(path) }
    resultsBytes = try Self.bytes(RunResults.fileName, path, folder)
  }

  private static func bytes(_ name: String, _ path: String, _ folder: String) throws(RunDamage) -> Data {
    do {
      return try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
    } catch {
      throw RunDamage.unreadable(path, name)
    }
  }

  /// What the files are.
  var hashes: RunHashes {
    RunHashes(
      manifest: SHA256.hexadecimal(of: Array(manifestBytes)),
      results: SHA256.hexadecimal(of: Array(resultsBytes)))
  }

  /// Reads the run out of the bytes.
  func run() throws(RunDamage) -> StoredRun {
    guard let manifest = try? JSONDecoder().decode(RunManifest.self, from: manifestBytes),
      let played = manifest.played
    else { throw RunDamage.manifest(path) }
    let results = try results()
    guard results.scenarioHash == manifest.scenarioHash, results.seed == manifest.seed,
      results.replications == played, results.treatments.map(\.id) == manifest.treatments
    else { throw RunDamage.mismatch(path) }
    guard let treatments = results.storedTreatments() else { throw RunDamage.results(path) }
    return StoredRun(
      path: path, study: results.name, scenarioHash: results.scenarioHash, seed: results.seed,
      replications: played, confidence: results.confidence, baseline: results.baseline,
      version: manifest.version, build: manifest.build, settings: manifest.settings ?? [],
      runSeconds: manifest.runSeconds, stopped: manifest.stopped, hashes: hashes, treatments: treatments)
  }

  private func results() throws(RunDamage) -> RunResults {
    let results = try? JSONDecoder().decode(RunResults.self, from: resultsBytes)
    if let results, results.schema == RunResults.currentSchema { return results }
    guard let schema = try? JSONDecoder().decode(SchemaName.self, from: resultsBytes).schema,
      schema != RunResults.currentSchema
    else { throw RunDamage.results(path) }
    throw RunDamage.schema(path, RunResults.fileName, schema)
  }
}
