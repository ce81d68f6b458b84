/// What a column of an imported table may hold.
public enum ImportColumn: String, Sendable, CaseIterable {
  /// The id of a node, in the tables of nodes and of demand.
  case node
  /// The position east, in map units or degrees.
  case x
  /// The position north, in map units or degrees.
  case y
  /// The district of a node; optional.
  case district
  /// Incidents a day at a node, or its share of them.
  case demand
  /// Residents at a node; optional.
  case population
  /// The node where an edge starts.
  case from
  /// The node where an edge ends.
  case to
  /// The length of an edge; optional.
  case length
  /// Whether an edge may only be driven from its start to its end; optional.
  case oneWay
  /// The minutes to drive an edge; optional.
  case minutes
  /// The class of the road; optional.
  case roadClass
  /// The id of a facility.
  case facility
  /// The node of a facility.
  case facilityNode
  /// The units that stand at a facility; optional.
  case units
  /// The id of an area, a property of its polygon.
  case area
  /// The name of an area; optional.
  case areaName
  /// Residents of an area; optional.
  case areaPopulation
  /// The class of an area: core, key or general, or 核心, 重点, 一般; optional.
  case areaClass
  /// The district or county of an area; optional.
  case areaDistrict

  /// Names looked for when none is given, best first; upper and lower case are alike.
  public var guesses: [String] {
    switch self {
    case .node: ["node", "id", "node_id", "节点", "节点编号", "编号"]
    case .x: ["x", "x_mm", "x_m", "x_km", "lon", "lng", "long", "longitude", "经度", "横坐标", "X坐标"]
    case .y: ["y", "y_mm", "y_m", "y_km", "lat", "latitude", "纬度", "纵坐标", "Y坐标"]
    case .district: ["district", "county", "区县", "县区", "所属区县"]
    case .demand:
      ["incidents_per_day", "incidentsPerDay", "demand", "share", "demand_share", "日均警情", "警情", "发案率", "份额"]
    case .population: ["population", "residents", "人口", "常住人口"]
    case .from: ["from", "source", "start", "起点", "起点编号"]
    case .to: ["to", "target", "end", "终点", "终点编号"]
    case .length:
      [
        "lengthMeters", "length_m", "length_km", "length_mm", "length", "distance", "长度", "距离", "长度（米）",
        "长度(米)",
        "长度（千米）", "长度(千米)", "长度（公里）", "长度(公里)"
      ]
    case .oneWay: ["oneWay", "one_way", "单行", "单行道"]
    case .minutes:
      ["priorityMinutes", "travelMinutes", "travel_minutes", "minutes", "行驶时间（分钟）", "行驶分钟", "通行时间（分钟）"]
    case .roadClass: ["class", "highway", "fclass", "道路等级", "等级"]
    case .units: ["units", "cars", "单元数", "车组数", "警车数"]
    case .facility: ["platform", "id", "station", "facility", "设施", "设施编号", "平台", "平台编号", "编号"]
    case .facilityNode: ["node", "node_id", "节点", "节点编号", "所在节点"]
    case .area: ["id", "area", "area_id", "grid", "grid_id", "code", "网格编号", "区域编号", "编号", "编码"]
    case .areaName: ["name", "areaName", "area_name", "名称", "网格名称", "区域名称"]
    case .areaPopulation: Self.population.guesses
    case .areaClass: ["areaClass", "class", "area_class", "区域类别", "类别", "等级"]
    case .areaDistrict: Self.district.guesses
    }
  }

  /// The option of `dunjing import network` that names the column.
  public var option: String {
    switch self {
    case .oneWay: "--one-way-column"
    case .roadClass: "--class-column"
    case .facilityNode: "--facility-node-column"
    case .areaName: "--area-name-column"
    case .areaPopulation: "--area-population-column"
    case .areaClass: "--area-class-column"
    case .areaDistrict: "--area-district-column"
    default: "--\(rawValue)-column"
    }
  }

  /// What the column holds, in words.
  public var noun: LocalizedText {
    switch self {
    case .node: LocalizedText(zh: "节点编号", en: "node id")
    case .x: LocalizedText(zh: "横坐标", en: "position east")
    case .y: LocalizedText(zh: "纵坐标", en: "position north")
    case .district: LocalizedText(zh: "区县", en: "district")
    case .demand: LocalizedText(zh: "日均警情", en: "incidents a day")
    case .population: LocalizedText(zh: "人口", en: "population")
    case .from: LocalizedText(zh: "道路起点", en: "start of the edge")
    case .to: LocalizedText(zh: "道路终点", en: "end of the edge")
    case .length: LocalizedText(zh: "道路长度", en: "length of the edge")
    case .oneWay: LocalizedText(zh: "单行", en: "one-way mark")
    case .minutes: LocalizedText(zh: "行驶分钟", en: "minutes to drive an edge")
    case .roadClass: LocalizedText(zh: "道路等级", en: "class of the road")
    case .units: LocalizedText(zh: "设施的单元数", en: "units of the facility")
    case .facility: LocalizedText(zh: "设施编号", en: "facility id")
    case .facilityNode: LocalizedText(zh: "设施所在节点", en: "node of the facility")
    case .area: LocalizedText(zh: "区域编号", en: "area id")
    case .areaName: LocalizedText(zh: "区域名称", en: "name of the area")
    case .areaPopulation: LocalizedText(zh: "区域人口", en: "population of the area")
    case .areaClass: LocalizedText(zh: "区域类别", en: "class of the area")
    case .areaDistrict: LocalizedText(zh: "区域所属区县", en: "district of the area")
    }
  }
}

/// The column taken for a purpose.
public struct ColumnChoice: Sendable, Equatable {
  /// The table, by the name it was given.
  public let table: String
  /// The purpose.
  public let purpose: ImportColumn
  /// The name of the column.
  public let column: String
  /// Whether it was found by its name instead of being named by the user.
  public let isGuess: Bool
}
