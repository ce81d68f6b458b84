import Foundation

/// Writes the tables of a shipped study: `DunjingGenerator baicheng --out scenarios/baicheng`, and the same with jilin.
///
/// The same program writes the same bytes on any machine.
@main
struct GeneratorCommand {
  /// The seed of the shipped city; another one gives another city with the same counts.
  static let seed: UInt64 = 0x6261_6963_6865_6e67

  /// The seed of the shipped province.
  static let provinceSeed: UInt64 = 0x6a69_6c69_6e

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count == 3, arguments[1] == "--out", ["baicheng", "jilin"].contains(arguments[0]) else {
      finish("usage: DunjingGenerator baicheng|jilin --out FOLDER")
    }
    if arguments[0] == "jilin" {
      let province = Province(seed: provinceSeed)
      write(ProvinceTables(province).files, to: arguments[2])
      print(
        "counties \(province.counties.count), beats \(province.beats.count), sites \(province.sites.count)")
    } else {
      let city = City(seed: seed)
      write(CityTables(city).files, to: arguments[2])
      summarize(city)
    }
  }

  private static func write(_ files: [(name: String, text: String)], to path: String) {
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for file in files {
        try Data(file.text.utf8).write(to: folder.appendingPathComponent(file.name))
      }
    } catch {
      finish("cannot write to \(path): \(error.localizedDescription)")
    }
  }

  private static func summarize(_ city: City) {
    print("grids \(city.grids.count), nodes \(city.graph.nodes.count), edges \(city.graph.edges.count)")
    print("facilities \(city.facilities.count), points \(city.points.count), lines \(city.lines.count)")
    if let travel = city.travel {
      print("mean straight distance \(fixed(travel.meanDistance, decimals: 3)) km")
      print("mean driving time \(fixed(travel.meanMinutes, decimals: 3)) min")
      print("driving time / (distance x 1.25 / 40 km/h) \(fixed(travel.timeRatio, decimals: 4))")
    }
  }

  private static func finish(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(1)
  }
}
