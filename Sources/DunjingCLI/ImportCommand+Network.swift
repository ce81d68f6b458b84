import ArgumentParser
import Dunjing
import Foundation

/// `dunjing import network`: a study out of tables of nodes, edges and facilities.
struct ImportNetworkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network",
    abstract: String(zh: "由道路、设施和需求生成一个研究。", en: "Makes a study out of roads, facilities and demand."),
    discussion: String(
      zh: """
        道路为节点和路段两张表，或一份地图：OpenStreetMap（.osm、.osm.pbf，需要 osmium-tool 软件包中的 osmium 程序）或 GeoJSON \
        线。设施为一张表，每个成为一个街面警务工作站，有一个汽车单元，或按 units 列的个数。日均警情为节点表的一列、按节点或位置的表，\
        或沿街道均匀分布。至多 1,000 个节点时每个节点一个网格；更多时分成方格，或用 --areas 的多边形。
        """,
      en: """
        Roads are tables of nodes and edges, or a map: OpenStreetMap (.osm, .osm.pbf; needs the program osmium of the package
        osmium-tool) or lines of GeoJSON. Facilities are a table; each becomes a street workstation with one car unit, or as
        many as its column `units` says. Incidents a day are a column of the nodes, a table by node or by position, or spread
        evenly over the streets. Up to 1,000 nodes become a grid each; more are divided into square cells, or by the polygons of
        --areas.
        """,
      examples: """
        dunjing import network --nodes nodes.csv --edges edges.csv --facilities platforms.csv \\
          --scale 0.1 --speed 60 --out city

        dunjing import network --roads city.osm.pbf --facilities posts.csv --demand calls.csv \\
          --incidents-per-day 200 --largest-part --out city

        dunjing import network --roads city.osm.pbf --facilities posts.csv --areas grids.geojson \\
          --coordinates GCJ-02 --incidents-per-day 200 --largest-part --out city
        """))

  @Option(help: ArgumentHelp(zh: "节点表：id、位置、日均警情。", en: "Table of nodes: id, position, incidents a day."))
  var nodes: String?

  @Option(
    help: ArgumentHelp(
      zh: "路段表：起点、终点，也可有长度、分钟、等级。", en: "Table of edges: from, to, and maybe length, minutes, class."))
  var edges: String?

  @Option(
    help: ArgumentHelp(
      zh: "代替节点和路段表的道路地图：.osm、.osm.pbf、.opl 或 .geojson。",
      en: "Map of roads in place of nodes and edges: .osm, .osm.pbf, .opl or .geojson."))
  var roads: String?

  @Option(
    help: ArgumentHelp(
      zh: "设施表：id，节点或经纬度；也可有单元数。",
      en: "Table of facilities: id, and node or longitude and latitude; maybe units."))
  var facilities: String

  @Option(
    help: ArgumentHelp(
      zh: "按节点或按位置的日均警情表（默认：节点表中的一列）。",
      en: "Table of incidents a day by node or by position (default: a column of the nodes)."))
  var demand: String?

  @Option(
    help:
      ArgumentHelp(
        zh: "作为网格的区域：GeoJSON 多边形，有 id，也可有名称、居民数、分级、片区。",
        en:
          "Areas that become the grids: polygons of GeoJSON with id, and maybe name, population, class, district."
      )
  )
  var areas: String?

  @Option(
    help: ArgumentHelp(
      zh: "除 OpenStreetMap 外各文件经纬度的坐标系（默认：WGS-84，看似偏移时给出警告）。",
      en:
        "System of longitudes and latitudes in all files but OpenStreetMap (default: WGS-84, with a warning where they "
        + "look shifted)."))
  var coordinates: DegreeSystem?

  @Option(
    help: ArgumentHelp(
      zh: "各表的编码：UTF-8、GB18030、GBK 或 GB2312。", en: "Encoding of the tables: UTF-8, GB18030, GBK or GB2312."))
  var encoding = TextEncoding.utf8

  @Option(help: ArgumentHelp(zh: "新研究的文件夹。", en: "The folder of the new study."))
  var out: String

  @Option(help: ArgumentHelp(zh: "研究的名称。", en: "The name of the study."))
  var name: String?

  @Option(help: ArgumentHelp(zh: "车速，千米/小时。", en: "Speed of cars, in km/h."))
  var speed = 40.0

  @Option(help: ArgumentHelp(zh: "位置的一个地图单位是多少千米。", en: "Kilometers of one map unit of the positions."))
  var scale = 1.0

  @Option(
    help: ArgumentHelp(
      zh: "长度列的一个单位是多少米（默认：按列名，否则同 --scale）。",
      en: "Meters of one unit of the length column (default: by its name, otherwise as --scale)."))
  var metersPerLength: Double?

  @Option(
    help: ArgumentHelp(
      zh: "全部日均警情（默认：各节点之和）。", en: "Incidents a day in all (default: the sum over the nodes)."))
  var incidentsPerDay: Double?

  @Option(
    help: ArgumentHelp(
      zh: "各网格的响应时限，分钟（默认：3；区域有分级时按级为 1、3、5）。",
      en: "Response target of all grids, in minutes (default: 3; with classes of areas 1, 3 and 5 by class).")
  )
  var targetMinutes: Double?

  @Flag(
    help: ArgumentHelp(
      zh: "响应只含行驶：没有受理和出动用时，单元在设施待命。",
      en: "A response is driving alone: no acknowledgement, no turnout, units wait at their facility."))
  var drivingOnly = false

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      zh: "路段表每行只是道路的一个方向（默认：按各行判断）。",
      en: "Each row of the edges is one direction of a road (default: by the rows)."))
  var arcs: Bool?

  @Flag(
    help: ArgumentHelp(
      zh: "去掉不能到达或不能离开的节点；那里的一切移到最近的节点。",
      en: "Take away nodes that cannot be reached or left; what is there moves to the nearest node."))
  var largestPart = false

  @Option(
    help: ArgumentHelp(
      zh: "作为网格的方格边长，千米；0：每个节点一个网格（默认：按节点数）。",
      en: "Side of the cells that become grids, in km; 0: every node is a grid (default: by the nodes)."))
  var cellKm: Double?

  @Option(
    help: ArgumentHelp(
      zh: "每个方格或区域中至多有多少个发生警情的节点。", en: "Nodes of a cell or area at which incidents happen, at most."))
  var nodesPerCell = 4

  @OptionGroup(title: "Columns")
  var columns: ImportColumnOptions

  @Flag(
    help: ArgumentHelp(zh: "替换文件夹中已有的导入研究。", en: "Replace an imported study that is already in the folder."))
  var overwrite = false

  @OptionGroup var former: FormerForce

  @Option(help: LanguageOption.ofMessages)
  var language = LanguageOption.both

  func run() throws {
    try Reporting.run(in: language.messages) {
      try checkNumbers()
      let folder = FreshFolder(out)
      let inputs = [nodes, edges, roads, facilities, demand, areas].compactMap { $0 }
      try folder.checkFree(
        overwrite: overwrite || former.isGiven, inputs: inputs, known: ImportedBundle.fileNames)
      let bundle = try settings.bundle(
        NetworkSources(
          roads: try roadSource(), facilities: try ImportTable(reading: facilities),
          demand: try demand.map { try ImportTable(reading: $0) },
          areas: try areas.map { try ImportTable(reading: $0) }))
      try folder.write(bundle)
      print(text(of: bundle))
      for warning in bundle.warnings { Message.write(Message.warning(warning, in: language.messages)) }
    }
  }

  private func roadSource() throws -> NetworkSources.Roads {
    switch (roads, nodes, edges) {
    case (nil, let nodes?, let edges?):
      return .tables(nodes: try ImportTable(reading: nodes), edges: try ImportTable(reading: edges))
    case (let map?, nil, nil): return try RoadMapFile(path: map).source()
    default:
      throw CommandFault(
        zh: "道路请用 --nodes 和 --edges 两张表给出，或用 --roads 给出一份地图。",
        en: "Give roads as two tables, --nodes and --edges, or as a map, --roads.")
    }
  }

  private func checkNumbers() throws {
    guard areas == nil || cellKm == nil else {
      throw CommandFault(
        zh: "--areas 与 --cell-km 只能用一个：网格是区域，或是方格。",
        en: "Use --areas or --cell-km, not both: grids are areas or cells.")
    }
    guard (1...100).contains(nodesPerCell) else {
      throw CommandFault(
        zh: "--nodes-per-cell 应为 1 至 100，而不是 \(nodesPerCell)。",
        en: "--nodes-per-cell has to be 1 to 100, not \(nodesPerCell).")
    }
    if let cellKm, !(0...1_000).contains(cellKm) {
      throw CommandFault(
        zh: "--cell-km 应为 0 至 1000，而不是 \(CommandNumber.short(cellKm))。",
        en: "--cell-km has to be 0 to 1000, not \(CommandNumber.short(cellKm)).")
    }
    let numbers: [(option: String, value: Double?, limit: Double)] = [
      ("--speed", speed, 300), ("--scale", scale, 1e6), ("--meters-per-length", metersPerLength, 1e9),
      ("--incidents-per-day", incidentsPerDay, 1e6), ("--target-minutes", targetMinutes, 1e4)
    ]
    for case (let option, let value?, let limit) in numbers where !(value > 0 && value <= limit) {
      throw CommandFault(
        zh: "\(option) 应大于 0 且不大于 \(Int(limit))，而不是 \(CommandNumber.short(value))。",
        en: "\(option) has to be more than 0 and at most \(Int(limit)), not \(CommandNumber.short(value)).")
    }
  }

  private var settings: NetworkImport {
    var settings = NetworkImport()
    settings.speedKilometersPerHour = speed
    settings.kilometersPerUnit = scale
    settings.metersPerLengthUnit = metersPerLength
    settings.incidentsPerDay = incidentsPerDay
    settings.targetMinutes = targetMinutes
    settings.isDrivingOnly = drivingOnly
    settings.encoding = encoding
    settings.name = name
    settings.columns = columns.named
    settings.edgesAreArcs = arcs
    settings.keepsLargestPart = largestPart
    settings.cellKilometers = cellKm
    settings.nodesPerCell = nodesPerCell
    settings.coordinates = coordinates
    return settings
  }

  private func text(of bundle: ImportedBundle) -> String {
    let isChinese = language.messages == .zh
    let columns = bundle.choices.map { choice in
      let noun = choice.purpose.noun.text(in: language.messages)
      let guess = isChinese ? "（按列名猜测）" : " (guessed)"
      return "  \(choice.table): \(noun) = \(choice.column)" + (choice.isGuess ? guess : "")
    }
    let incidents = String(format: "%.1f", bundle.incidentsPerDay)
    let residents = String(format: "%.0f", bundle.residents)
    let notes = bundle.notes.map { "  " + $0.text(in: language.messages) }
    let head = isChinese ? ["列："] + columns : ["Columns:"] + columns
    let middle = notes.isEmpty ? [] : [isChinese ? "处理：" : "What was done:"] + notes
    let count = bundle.grids == bundle.nodes
    let end =
      isChinese
      ? [
        "\(bundle.nodes) 个节点（\(count ? "各为一个网格" : "\(bundle.grids) 个网格")），\(bundle.edges) 条道路，"
          + "\(bundle.facilities) 个设施，日均警情 \(incidents) 起，人口 \(residents)。",
        "已写入 \(out)。接着：dunjing validate \(out)"
      ]
      : [
        EnglishCount.text(bundle.nodes, "node", "nodes")
          + " (\(count ? "a grid each" : EnglishCount.text(bundle.grids, "grid", "grids"))), "
          + EnglishCount.text(bundle.edges, "edge", "edges") + ", "
          + EnglishCount.text(bundle.facilities, "facility", "facilities")
          + ", \(incidents) incidents a day, \(residents) residents.",
        "Written to \(out). Next: dunjing validate \(out)"
      ]
    return (head + middle + end).joined(separator: "\n")
  }
}
