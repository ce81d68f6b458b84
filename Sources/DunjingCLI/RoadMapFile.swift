import Dunjing
import Foundation

/// A map of roads that is to be imported: OpenStreetMap in one of its forms, or GeoJSON.
struct RoadMapFile {
  let path: String

  /// Returns the roads as a source of an import; OpenStreetMap is reduced to its roads by `osmium`.
  func source() throws -> NetworkSources.Roads {
    let name = path.lowercased()
    if name.hasSuffix(".geojson") || name.hasSuffix(".json") {
      return .lines(try ImportTable(reading: path), .geoJSON)
    }
    if name.hasSuffix(".opl") { return .lines(try ImportTable(reading: path), .openStreetMapText) }
    guard Self.endings.contains(where: name.hasSuffix) else {
      throw CommandFault(
        zh: "\(path)：不认识的地图格式；可用 .osm、.osm.pbf、.osm.bz2、.opl、.geojson。",
        en: "\(path): a form of map that is not known; use .osm, .osm.pbf, .osm.bz2, .opl or .geojson.")
    }
    return .lines(try convert(), .openStreetMapText)
  }

  private static let endings = [".osm", ".osm.pbf", ".pbf", ".osm.bz2", ".osm.gz", ".o5m"]

  /// Has osmium write the roads and their nodes as text.
  private func convert() throws -> ImportTable {
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw FileFault(path: path, operation: .read, reason: CocoaError(.fileReadNoSuchFile))
    }
    let target = FileManager.default.temporaryDirectory.appendingPathComponent(
      "dunjing-\(UUID().uuidString).opl")
    defer { try? FileManager.default.removeItem(at: target) }
    let (status, text) = try run([
      "tags-filter", "--no-progress", "-f", "opl,add_metadata=false", "-o", target.path, path, "w/highway"
    ])
    guard status == 0 else {
      throw CommandFault(
        zh: "osmium 读不了 \(path)：\(text)", en: "osmium cannot read \(path): \(text)")
    }
    let table = try ImportTable(reading: target.path)
    return ImportTable(name: path, bytes: table.bytes)
  }

  private func run(_ arguments: [String]) throws -> (status: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["osmium"] + arguments
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus != 127 else {
      throw CommandFault(
        zh: "读取 OpenStreetMap 文件需要程序 osmium：sudo apt-get install osmium-tool（或先用它转为 .opl）。",
        en:
          "Files of OpenStreetMap are read with the program osmium: sudo apt-get install osmium-tool (or convert them to .opl "
          + "with it elsewhere).")
    }
    return (process.terminationStatus, text.split(separator: "\n").joined(separator: " "))
  }
}
