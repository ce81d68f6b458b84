extension Shapes {
  static let grid = RecordShape(
    "grid",
    [
      id("网格编号，不重复。", "The id of the grid, unique.")
    ] + position("网格中心", "the middle of the grid") + [
      .required(
        "population", .nonnegative,
        zh: "居民数；总和决定内置警员、隐患、警情、部门和警务区的规模。",
        en: "Residents; their sum scales the default officers, hazards, incidents, departments and beats.",
        unit: .people),
      .key(
        "demandWeight", .nonnegative, zh: "网格在全城警情和隐患中的相对份额。",
        en: "The grid's share of the incidents and hazards of the city, relative to other grids.",
        unit: .weight,
        default: .rule(zh: "population 的值", en: "the value of population")),
      .key(
        "areaClass", .choice(of: AreaClass.self), zh: "区域类别，决定到场时限，不改变警情。",
        en: "The class of the area, which sets its response target; it does not change the incidents.",
        default: .name(AreaClass.general), effect: .evaluation),
      .key(
        "station", .text, zh: "所属派出所的编号，决定辖区单元和化解由谁负责。",
        en: "The id of its station, whose district units answer here and whose officers mediate here.",
        default: .rule(zh: "最近的派出所", en: "the nearest station")),
      .key(
        "community", .text, zh: "所属社区的名称；报告以此称呼网格。",
        en: "The name of its community, by which reports call the grid.",
        default: .text(""), effect: .information),
      .key(
        "county", .text, zh: "所属县区：有 counties 时为其编号，必填；没有时任意。",
        en: "Its county: an id, and needed, where the study has counties; otherwise any text.",
        default: .text("")),
      .key(
        "node", .text, zh: "代表网格的路网节点，没有节点指明属于它时使用。",
        en: "The road node that stands for the grid where no node says that it lies in the grid.",
        default: .rule(zh: "最近的节点", en: "the nearest node"))
    ], geometry: .area)

  static let county = RecordShape(
    "county",
    [
      id("县区编号，不重复，供 grids、facilities 引用。", "The id of the county, unique, for grids and facilities.")
    ] + names + [
      .key(
        "prefecture", .text, zh: "所属市（州）的名称，供 sinkRatio 的 byPrefecture 引用。",
        en: "The prefecture it belongs to, a name for byPrefecture of sinkRatio.", default: .text("")),
      .key(
        "prefecture_en", .text, zh: "市（州）的英文名称。", en: "The English name of the prefecture.",
        default: .rule(zh: "prefecture 的值", en: "the value of prefecture"), effect: .information),
      .key(
        "forceWeight", .nonnegative, zh: "部门警力、走访力量和化解能力按此分给各县区。",
        en:
          "Its part of the departments' officers, of those who visit and of mediation, relative to other counties.",
        unit: .weight, default: .rule(zh: "县区的居民数", en: "the residents of its grids"))
    ])

  /// The required position of a place.
  static func position(_ zh: String, _ en: String) -> [KeyShape] {
    [
      .required(
        "x", .number(.any), zh: "\(zh)的东向位置或经度。", en: "The position of \(en) to the east, or its longitude.",
        unit: .position),
      .required(
        "y", .number(.any), zh: "\(zh)的北向位置或纬度。", en: "The position of \(en) to the north, or its latitude.",
        unit: .position)
    ]
  }

  static let roads = RecordShape(
    "roads",
    [
      .required(
        "nodes", .table(node), zh: "路网节点：路口和警情可能发生的点。",
        en: "Nodes: where roads meet, and where incidents may happen."),
      .required(
        "edges", .table(edge), zh: "路段；全部节点须互相可达。",
        en: "Stretches of road; every node has to be within reach of every other.")
    ])
  static let node = RecordShape(
    "roadNode",
    [
      id("节点编号，不重复。", "The id of the node, unique.")
    ] + position("节点", "the node") + [
      .key(
        "grid", .text, zh: "节点所在网格的编号；网格的警情在写明属于它的节点中均匀发生。",
        en: "The grid it lies in; incidents of a grid happen evenly at the nodes that name it.",
        default: .rule(
          zh: "最近的网格，但不在此发生警情（除非网格没有节点）",
          en: "the nearest grid, but none of its incidents happen here while it has other nodes"))
    ], geometry: .point)
  static let edge = RecordShape(
    "roadEdge",
    [
      .required("from", .text, zh: "起点节点的编号。", en: "The id of the first node."),
      .required("to", .text, zh: "终点节点的编号。", en: "The id of the second node."),
      .key(
        "lengthMeters", .positive, zh: "路段长度。", en: "The length of the road.", unit: .meters,
        default: .rule(zh: "两节点的直线距离", en: "the straight distance of the nodes")),
      .key(
        "class", .text, zh: "道路等级，对应 travel.modes 中 classSpeeds 的名称。",
        en: "The road class, a name in classSpeeds of travel.modes.", default: .text("")),
      .key(
        "oneWay", .flag, zh: "是否只能从 from 驶向 to。", en: "Whether it can be driven from `from` to `to` only.",
        default: .flag(false)),
      .key(
        "speedKilometersPerHour", .number(speed),
        zh: "这一路段上汽车的速度，如限速或实测；写有 roadSpeedFactor 的出行方式按此乘倍数行驶，其他仍按等级。",
        en:
          "The speed of cars on this stretch, as signed or measured; modes with a roadSpeedFactor drive at it times "
          + "that factor, others by class.", unit: .kilometersPerHour,
        default: .rule(zh: "按等级", en: "by class"))
    ], geometry: .length)
  static let targets = RecordShape(
    "targets",
    [
      .key(
        "coreMinutes", .positive, zh: "核心区域的到场时限；动态 MEXCLP 待命也据此选点。",
        en: "The response target in core areas; dynamicMEXCLP stations units by it as well.", unit: .minutes,
        default: .number(DefaultCatalog.targets.coreMinutes), effect: .evaluation),
      .key(
        "keyMinutes", .positive, zh: "重点区域的到场时限；动态 MEXCLP 待命也据此选点。",
        en: "The response target in key areas; dynamicMEXCLP stations units by it as well.", unit: .minutes,
        default: .number(DefaultCatalog.targets.keyMinutes), effect: .evaluation),
      .key(
        "generalMinutes", .positive, zh: "其他区域的到场时限；动态 MEXCLP 待命也据此选点。",
        en: "The response target elsewhere; dynamicMEXCLP stations units by it as well.", unit: .minutes,
        default: .number(DefaultCatalog.targets.generalMinutes), effect: .evaluation),
      .key(
        "clockOrigin", .choice(of: ClockOrigin.self), zh: "到场时间从何时起算。", en: "When the response clock starts.",
        default: .name(DefaultCatalog.targets.clockOrigin), effect: .evaluation),
      .key(
        "fullMinutes", .positive, zh: "需要多个单元的警情，全部到齐的时限。",
        en: "The target for the last unit where an incident needs several.", unit: .minutes,
        default: .number(DefaultCatalog.targets.fullMinutes), effect: .evaluation)
    ])
}
