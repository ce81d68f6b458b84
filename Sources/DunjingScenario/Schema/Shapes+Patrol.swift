extension Shapes {
  static let facility = RecordShape(
    "facility",
    [
      id("设施编号，不重复。", "The id of the facility, unique.")
    ] + names + [
      .required(
        "kind", .choice(of: FacilityKind.self), zh: "设施的类型。", en: "What the facility is."),
      .key(
        "x", .number(.any), zh: "东向位置或经度。", en: "The position to the east, or longitude.", unit: .position,
        default: .rule(zh: "grid 所指网格的位置；没有 grid 时必填", en: "that of the grid it names; needed without one")),
      .key(
        "y", .number(.any), zh: "北向位置或纬度。", en: "The position to the north, or latitude.", unit: .position,
        default: .rule(zh: "grid 所指网格的位置；没有 grid 时必填", en: "that of the grid it names; needed without one")),
      .key(
        "node", .text, zh: "所在路网节点的编号；给出时以它为准。", en: "The id of its road node, which then is its place.",
        default: .rule(zh: "最近的节点", en: "the nearest node")),
      .key(
        "grid", .text, zh: "area 为 grid 的单元所服务的网格；没有 x、y 时也是位置。",
        en: "The grid that units with area `grid` serve from here; without x and y also the position.",
        default: .rule(zh: "所在的网格", en: "the grid it lies in")),
      .key(
        "county", .text, zh: "所属县区，counties 中的编号；有 counties 时必填。",
        en: "The id of its county, needed where the study has counties.",
        default: .rule(zh: "无", en: "none"))
    ], geometry: .area)
  static let patrol = RecordShape(
    "patrol",
    [
      .key(
        "points", .table(point), zh: "必到点，由最近的动中备勤驻点巡查。",
        en: "Must-visit points, visited by moving standby units from the nearest post.",
        default: .rule(zh: "无", en: "none")),
      .key(
        "lines", .table(line), zh: "必巡线，由最近的动中备勤驻点巡逻；需要路网。",
        en: "Must-patrol lines, driven by moving standby units from the nearest post; they need roads.",
        default: .rule(zh: "无", en: "none")),
      .key(
        "speedKilometersPerHour", .number(speed), zh: "动中备勤的巡逻速度，不是出警速度。",
        en: "Speed of units on moving standby, not on their way to incidents.", unit: .kilometersPerHour,
        default: .number(20)),
      .key(
        "policy", .choice(of: PatrolPolicyName.self), zh: "动中备勤的单元（movingShare 大于 0）怎样走。",
        en: "Where units on moving standby go, that is, groups with a movingShare above 0.",
        default: .name(PatrolPolicyName.pointsAndLines)),
      .key(
        "hotSpotMinutes", .number(NumberRange(low: 0, high: 480, excludesLow: true)),
        zh: "policy 为 hotSpots 时在每处停留的时间。", en: "Time at each place under the policy hotSpots; else unused.",
        unit: .minutes, default: .number(15))
    ])
  static let point = RecordShape(
    "mustVisitPoint",
    [
      id("必到点编号，不重复。", "The id of the point, unique.")
    ] + position("必到点", "the point") + [
      .key(
        "node", .text, zh: "所在路网节点的编号；给出时以它为准。", en: "The id of its road node, which then is its place.",
        default: .rule(zh: "最近的节点", en: "the nearest node")),
      .key(
        "intervalHours", .number(NumberRange(low: 0, high: 24, excludesLow: true)),
        zh: "6–22 时要求的到访间隔，夜间加倍；只用于计算到位率，不改变巡逻路线。",
        en:
          "Time between visits required from 6 to 22 h, twice that by night; it measures compliance and changes no route.",
        unit: .hours, default: .number(2), effect: .evaluation),
      .key(
        "dwellMinutes", .number(.between(0, 480)), zh: "每次到访停留的时间。", en: "Time spent at a visit.",
        unit: .minutes, default: .number(5))
    ], geometry: .point)
  static let line = RecordShape(
    "mustPatrolLine",
    [
      id("必巡线编号，不重复。", "The id of the line, unique."),
      .required(
        "nodes", .either([.text, .texts]), zh: "依次经过的路网节点；CSV 中以空格分隔。",
        en: "The road nodes it goes through, in order; in a CSV cell with spaces between."),
      .key(
        "passesPerShift", .number(NumberRange(low: 0, high: 100, excludesLow: true)),
        zh: "每个班次要求巡过的次数；只用于计算完成率，不改变巡逻路线。",
        en: "Passes required in each shift; it measures compliance and changes no route.", unit: .passes,
        default: .number(1), effect: .evaluation)
    ], geometry: .nodes)
}
