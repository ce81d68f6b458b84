/// Writes an imported network as the texts of a bundle.
struct BundleWriter {
  let network: ImportedNetwork
  let settings: NetworkImport

  /// The files in the order of ``ImportedBundle/fileNames``.
  var files: [ImportedBundle.File] {
    zip(ImportedBundle.fileNames, [scenario, grids, nodes, edges, facilities]).map {
      ImportedBundle.File(name: $0, text: $1)
    }
  }

  private var grids: String {
    let hasNames = network.grids.contains { !$0.name.isEmpty }
    return CSVQuoting.table(
      ["id", "x", "y", "population", "demandWeight", "areaClass", "county", "node"]
        + (hasNames ? ["community"] : []),
      network.grids.map {
        [
          $0.id, $0.x.short, $0.y.short, $0.population.short, Self.rounded($0.demand).short,
          $0.areaClass.rawValue, $0.district, $0.node ?? ""
        ] + (hasNames ? [$0.name] : [])
      })
  }

  private var nodes: String {
    CSVQuoting.table(
      ["id", "x", "y", "grid"], network.nodes.map { [$0.id, $0.x.short, $0.y.short, $0.grid ?? ""] })
  }

  private var edges: String {
    let hasClasses = !roadClasses.isEmpty
    return CSVQuoting.table(
      ["from", "to", "lengthMeters", "oneWay"] + (hasClasses ? ["class"] : [])
        + (hasSpeeds ? ["speedKilometersPerHour"] : []),
      network.edges.map { edge in
        [
          network.nodes[edge.from].id, network.nodes[edge.to].id,
          edge.lengthMeters.map { Self.rounded($0).short } ?? "", edge.isOneWay ? "true" : "false"
        ] + (hasClasses ? [edge.roadClass] : [])
          + (hasSpeeds ? [edge.speedKilometersPerHour.map { Self.rounded($0).short } ?? ""] : [])
      })
  }

  /// The classes of roads, sorted.
  var roadClasses: [String] { Set(network.edges.map(\.roadClass)).subtracting([""]).sorted() }

  /// Whether some edges have a speed of their own.
  var hasSpeeds: Bool { network.edges.contains { $0.speedKilometersPerHour != nil } }

  private var facilities: String {
    let hasGrids = network.areaTableName != nil
    return CSVQuoting.table(
      ["id", "kind", "x", "y", "node"] + (hasGrids ? ["grid"] : []),
      network.facilities.map {
        let node = network.nodes[$0.node]
        return [$0.id, FacilityKind.streetWorkstation.rawValue, node.x.short, node.y.short, node.id]
          + (hasGrids ? [$0.grid ?? ""] : [])
      })
  }

  /// The number to nine decimals, which drops only the noise of multiplication.
  static func rounded(_ value: Double) -> Double {
    value.magnitude < 1e6 ? (value * 1e9).rounded() / 1e9 : value
  }
}
