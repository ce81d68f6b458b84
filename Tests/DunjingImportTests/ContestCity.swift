import DunjingScenario
import DunjingTestSupport
import Foundation

/// Writes a bundle into a folder of its own and loads it as any study.
func load(_ bundle: ImportedBundle) throws -> ValidScenario {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  for file in bundle.files {
    try Data(file.text.utf8).write(to: folder.appendingPathComponent(file.name))
  }
  return try ScenarioBundle(path: folder.path).load()
}

/// The six-district city of CUMCM 2011 problem B; its data are not part of the package.
enum ContestCity {
  fileprivate static let path = "cumcm2011b"

  static var isPresent: Bool {
    SharedData.exists("\(path)/nodes.csv")
  }

  /// One map millimeter is 0.1 km; patrol cars drive 60 km/h.
  static func bundle() throws -> ImportedBundle {
    func table(_ name: String) throws -> ImportTable {
      ImportTable(name: name, bytes: [UInt8](try Data(contentsOf: SharedData.url("\(path)/\(name)"))))
    }
    var settings = NetworkImport()
    settings.kilometersPerUnit = 0.1
    settings.speedKilometersPerHour = 60
    settings.isDrivingOnly = true
    return try settings.bundle(
      nodes: table("nodes.csv"), edges: table("edges.csv"), facilities: table("platforms.csv"))
  }

  /// The part `city` of `expected.json`, which was checked independently.
  struct Expected: Decodable {
    var nodesBeyond3Minutes: Int
    var byDistrict: [String: Int]
    var nodesWithin: [Int]
    var weightedWithin: [Double]

    enum CodingKeys: String, CodingKey {
      case nodesBeyond3Minutes, byDistrict
      case nodesWithin = "nodesWithin_1_3_5"
      case weightedWithin = "weightedWithin_1_3_5"
    }

    private struct Document: Decodable { var city: Expected }

    static func read() throws -> Expected {
      let data = try Data(contentsOf: SharedData.url("\(path)/expected.json"))
      return try JSONDecoder().decode(Document.self, from: data).city
    }
  }
}
