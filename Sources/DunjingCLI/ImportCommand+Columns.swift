import ArgumentParser
import Dunjing

/// The options that name columns; columns left out are found by their names.
struct ImportColumnOptions: ParsableArguments {
  @Option(help: "Column of the node id (default: \(Self.guesses(.node))).")
  var nodeColumn: String?

  @Option(help: "Column of the position east (default: \(Self.guesses(.x))).")
  var xColumn: String?

  @Option(help: "Column of the position north (default: \(Self.guesses(.y))).")
  var yColumn: String?

  @Option(help: "Column of the district of a node (default: \(Self.guesses(.district)), if any).")
  var districtColumn: String?

  @Option(help: "Column of the incidents a day of a node (default: \(Self.guesses(.demand))).")
  var demandColumn: String?

  @Option(help: "Column of the residents of a node (default: \(Self.guesses(.population)), if any).")
  var populationColumn: String?

  @Option(help: "Column of the node where an edge starts (default: \(Self.guesses(.from))).")
  var fromColumn: String?

  @Option(help: "Column of the node where an edge ends (default: \(Self.guesses(.to))).")
  var toColumn: String?

  @Option(help: "Column of the length of an edge (default: \(Self.guesses(.length)); else straight).")
  var lengthColumn: String?

  @Option(help: "Column that marks one-way edges (default: \(Self.guesses(.oneWay)), if any).")
  var oneWayColumn: String?

  @Option(help: "Column of the minutes to drive an edge (default: \(Self.guesses(.minutes)), if any).")
  var minutesColumn: String?

  @Option(help: "Column of the class of a road (default: \(Self.guesses(.roadClass)), if any).")
  var classColumn: String?

  @Option(help: "Column of the units at a facility (default: \(Self.guesses(.units)), if any).")
  var unitsColumn: String?

  @Option(help: "Column of the facility id (default: \(Self.guesses(.facility))).")
  var facilityColumn: String?

  @Option(help: "Column of the node of a facility (default: \(Self.guesses(.facilityNode))).")
  var facilityNodeColumn: String?

  @Option(help: "Property of the area id (default: \(Self.guesses(.area))).")
  var areaColumn: String?

  @Option(help: "Property of the name of an area (default: \(Self.guesses(.areaName)), if any).")
  var areaNameColumn: String?

  @Option(help: "Property of the residents of an area (default: \(Self.guesses(.areaPopulation)), if any).")
  var areaPopulationColumn: String?

  @Option(
    help: ArgumentHelp(
      "Property of the class of an area, core, key, general or 核心, 重点, 一般 "
        + "(default: \(Self.guesses(.areaClass)), if any)."))
  var areaClassColumn: String?

  @Option(help: "Property of the district of an area (default: \(Self.guesses(.areaDistrict)), if any).")
  var areaDistrictColumn: String?

  /// The columns that were named.
  var named: [ImportColumn: String] {
    let values: [ImportColumn: String?] = [
      .node: nodeColumn, .x: xColumn, .y: yColumn, .district: districtColumn, .demand: demandColumn,
      .population: populationColumn, .from: fromColumn, .to: toColumn, .length: lengthColumn,
      .oneWay: oneWayColumn, .minutes: minutesColumn, .roadClass: classColumn, .units: unitsColumn,
      .facility: facilityColumn, .facilityNode: facilityNodeColumn, .area: areaColumn,
      .areaName: areaNameColumn,
      .areaPopulation: areaPopulationColumn, .areaClass: areaClassColumn, .areaDistrict: areaDistrictColumn
    ]
    return values.compactMapValues { $0 }
  }

  private static func guesses(_ column: ImportColumn) -> String {
    column.guesses.joined(separator: ", ")
  }
}
