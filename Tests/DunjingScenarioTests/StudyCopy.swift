import DunjingScenario
import Foundation
import Testing

/// A copy of the smallest shipped study with files added and texts of its `scenario.yaml` replaced.
struct StudyCopy {
  var files: [String: String] = [:]
  var replacements: [(old: String, new: String)] = []
  var addition = ""
  /// The name of the table that takes the place of the list of facilities.
  var facilityTable: String?

  /// Loads the copy and removes it.
  /// - Throws: ``InvalidScenario``.
  func load() throws -> Scenario {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.copyItem(at: root.appendingPathComponent("scenarios/minimal"), to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("scenario.yaml")
    var text = try String(contentsOf: file, encoding: .utf8)
    for (old, new) in replacements {
      #expect(text.contains(old), "the study has no text \(old)")
      text = text.replacing(old, with: new)
    }
    if let facilityTable {
      text = text.replacing(/facilities:\n( .*\n)+/, with: "facilities: \(facilityTable)\n")
    }
    try Data((text + addition).utf8).write(to: file)
    for (name, content) in files { try Data(content.utf8).write(to: folder.appendingPathComponent(name)) }
    return try ScenarioBundle(path: folder.path).load().scenario
  }

  /// The issues in English, one text each; none where the copy is accepted.
  func issues() throws -> [String] {
    do {
      _ = try load()
      return []
    } catch let error as InvalidScenario {
      #expect(error.issues.allSatisfy { !$0.problem.zh.isEmpty && !$0.remedy.zh.isEmpty })
      return error.issues.map { $0.text(in: .en) }
    }
  }
}

/// Writes GeoJSON for tests.
enum Features {
  static func collection(_ features: [String]) -> String {
    "{\"type\": \"FeatureCollection\", \"features\": [\n\(features.joined(separator: ",\n"))\n]}\n"
  }

  static func feature(_ properties: String, _ type: String, _ coordinates: String) -> String {
    "{\"type\": \"Feature\", \"properties\": {\(properties)}, "
      + "\"geometry\": {\"type\": \"\(type)\", \"coordinates\": \(coordinates)}}"
  }

  /// A square of one unit about a point.
  static func square(_ properties: String, x: Double, y: Double) -> String {
    let (west, east, south, north) = (x - 0.5, x + 0.5, y - 0.5, y + 0.5)
    let ring = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return feature(properties, "Polygon", "[[\(ring.map { "[\($0.0), \($0.1)]" }.joined(separator: ", "))]]")
  }
}
