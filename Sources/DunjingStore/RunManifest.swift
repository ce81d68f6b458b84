/// What the store reads of `manifest.json` of a run.
struct RunManifest: Decodable {
  static let fileName = "manifest.json"
  static let schema = "dunjing-manifest/1"

  let scenarioHash: String
  let seed: UInt64
  let treatments: [String]
  let version: String
  let build: String
  let settings: [String]?
  let played: Int?
  let runSeconds: Double?
  let stopped: String?
}

/// The schema that a file of the program names.
struct SchemaName: Decodable {
  let schema: String
}
