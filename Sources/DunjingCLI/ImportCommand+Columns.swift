import ArgumentParser
import Dunjing

/// The options that name columns; columns left out are found by their names.
struct ImportColumnOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      zh: "节点 id 的列（默认：\(Self.guesses(.node))）。",
      en: "Column of the node id (default: \(Self.guesses(.node)))."))
  var nodeColumn: String?

  @Option(
    help: ArgumentHelp(
      zh: "向东位置的列（默认：\(Self.guesses(.x))）。", en: "Column of the position east (default: \(Self.guesses(.x)))."
    ))
  var xColumn: String?

  @Option(
    help: ArgumentHelp(
      zh: "向北位置的列（默认：\(Self.guesses(.y))）。",
      en: "Column of the position north (default: \(Self.guesses(.y)))."))
  var yColumn: String?

  @Option(
    help: ArgumentHelp(
      zh: "节点所属片区的列（默认：\(Self.guesses(.district))，如果有）。",
      en: "Column of the district of a node (default: \(Self.guesses(.district)), if any)."))
  var districtColumn: String?

  @Option(
    help: ArgumentHelp(
      zh: "节点日均警情的列（默认：\(Self.guesses(.demand))）。",
      en: "Column of the incidents a day of a node (default: \(Self.guesses(.demand)))."))
  var demandColumn: String?

  @Option(
    help: ArgumentHelp(
      zh: "节点居民数的列（默认：\(Self.guesses(.population))，如果有）。",
      en: "Column of the residents of a node (default: \(Self.guesses(.population)), if any)."))
  var populationColumn: String?

  @Option(
    help: ArgumentHelp(
      zh: "路段起点节点的列（默认：\(Self.guesses(.from))）。",
      en: "Column of the node where an edge starts (default: \(Self.guesses(.from)))."))
  var fromColumn: String?

  @Option(
    help: ArgumentHelp(
      zh: "路段终点节点的列（默认：\(Self.guesses(.to))）。",
      en: "Column of the node where an edge ends (default: \(Self.guesses(.to)))."))
  var toColumn: String?

  @Option(
    help: ArgumentHelp(
      zh: "路段长度的列（默认：\(Self.guesses(.length))；没有则按直线）。",
      en: "Column of the length of an edge (default: \(Self.guesses(.length)); else straight)."))
  var lengthColumn: String?

  @Option(
    help: ArgumentHelp(
      zh: "标明单行路段的列（默认：\(Self.guesses(.oneWay))，如果有）。",
      en: "Column that marks one-way edges (default: \(Self.guesses(.oneWay)), if any)."))
  var oneWayColumn: String?

  @Option(
    help: ArgumentHelp(
      zh: "驶过路段所需分钟的列（默认：\(Self.guesses(.minutes))，如果有）。",
      en: "Column of the minutes to drive an edge (default: \(Self.guesses(.minutes)), if any)."))
  var minutesColumn: String?

  @Option(
    help: ArgumentHelp(
      zh: "道路等级的列（默认：\(Self.guesses(.roadClass))，如果有）。",
      en: "Column of the class of a road (default: \(Self.guesses(.roadClass)), if any)."))
  var classColumn: String?

  @Option(
    help: ArgumentHelp(
      zh: "设施单元数的列（默认：\(Self.guesses(.units))，如果有）。",
      en: "Column of the units at a facility (default: \(Self.guesses(.units)), if any)."))
  var unitsColumn: String?

  @Option(
    help: ArgumentHelp(
      zh: "设施 id 的列（默认：\(Self.guesses(.facility))）。",
      en: "Column of the facility id (default: \(Self.guesses(.facility)))."))
  var facilityColumn: String?

  @Option(
    help: ArgumentHelp(
      zh: "设施所在节点的列（默认：\(Self.guesses(.facilityNode))）。",
      en: "Column of the node of a facility (default: \(Self.guesses(.facilityNode)))."))
  var facilityNodeColumn: String?

  @Option(
    help: ArgumentHelp(
      zh: "区域 id 的属性（默认：\(Self.guesses(.area))）。",
      en: "Property of the area id (default: \(Self.guesses(.area)))."))
  var areaColumn: String?

  @Option(
    help: ArgumentHelp(
      zh: "区域名称的属性（默认：\(Self.guesses(.areaName))，如果有）。",
      en: "Property of the name of an area (default: \(Self.guesses(.areaName)), if any)."))
  var areaNameColumn: String?

  @Option(
    help: ArgumentHelp(
      zh: "区域居民数的属性（默认：\(Self.guesses(.areaPopulation))，如果有）。",
      en: "Property of the residents of an area (default: \(Self.guesses(.areaPopulation)), if any)."))
  var areaPopulationColumn: String?

  @Option(
    help: ArgumentHelp(
      zh: "区域分级的属性，取 core、key、general 或 核心、重点、一般（默认：\(Self.guesses(.areaClass))，如果有）。",
      en: "Property of the class of an area, core, key, general or 核心, 重点, 一般 "
        + "(default: \(Self.guesses(.areaClass)), if any)."))
  var areaClassColumn: String?

  @Option(
    help: ArgumentHelp(
      zh: "区域所属片区的属性（默认：\(Self.guesses(.areaDistrict))，如果有）。",
      en: "Property of the district of an area (default: \(Self.guesses(.areaDistrict)), if any)."))
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
