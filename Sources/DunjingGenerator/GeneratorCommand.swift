import Foundation

/// Writes the tables of the shipped city study: `dunjing-generator baicheng --out scenarios/baicheng`.
///
/// The same program writes the same bytes on any machine.
@main
struct GeneratorCommand {
  /// The seed of the shipped city; another one gives another city with the same counts.
  static let seed: UInt64 = 0x6261_6963_6865_6e67

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count == 3, arguments[0] == "baicheng", arguments[1] == "--out" else {
      finish("usage: dunjing-generator baicheng --out FOLDER")
    }
    let folder = URL(fileURLWithPath: arguments[2], isDirectory: true)
    let city = City(seed: seed)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for file in CityTables(city).files {
        try Data(file.text.utf8).write(to: folder.appendingPathComponent(file.name))
      }
    } catch {
      finish("cannot write to \(arguments[2]): \(error.localizedDescription)")
    }
    summarize(city)
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
