extension Shapes {
  static let travel = RecordShape(
    "travel",
    [
      .key(
        "metric", .choice(of: Metric.self), zh: "没有路网或 followsRoads 为 false 时的距离。",
        en: "The distance where there are no roads, or followsRoads is false.",
        default: .name(DefaultCatalog.travel.metric)),
      .key(
        "followsRoads", .flag, zh: "有路网时是否按最短路行驶；false 时路网只确定位置。",
        en: "Whether travel takes shortest paths over the roads; if not, they only say where places are.",
        default: .flag(DefaultCatalog.travel.followsRoads)),
      .key(
        "detourFactor", .number(.between(1, 10)), zh: "metric 距离的绕行倍数；按路网行驶时不用。",
        en: "Factor on the distances of metric; not used where travel follows roads.", unit: .factor,
        default: .number(DefaultCatalog.travel.detourFactor)),
      .key(
        "modes", .keyed(mode), zh: "按名称给出的出行方式；所列名称修改或增加内置的 car、ebike、foot。",
        en: "Modes of travel by name, which change or add to the default car, ebike and foot.",
        default: .rule(zh: "car, ebike, foot", en: "car, ebike, foot"))
    ])
  static let mode = RecordShape(
    "travelMode",
    [
      .key(
        "speedKilometersPerHour", .number(speed), zh: "没有等级速度的道路上，或不按路网行驶时的速度。",
        en: "Speed on roads without a class speed, or where travel does not follow roads.",
        unit: .kilometersPerHour,
        default: .rule(
          zh: "car 40，ebike 15，foot 5；其他须给出", en: "car 40, ebike 15, foot 5; others have to give it")),
      .key(
        "classSpeeds", .keyedNumbers(speed), zh: "按道路等级的速度，名称为 roads.edges 的 class。",
        en: "Speeds by road class, the class of roads.edges.", unit: .kilometersPerHour,
        default: .rule(zh: "无", en: "none")),
      .key(
        "roadSpeedFactor", .number(.between(0.01, 10)),
        zh: "在写有 speedKilometersPerHour 的路段上，按该速度乘此倍数行驶：紧急出警可大于 1，不给出则按等级。",
        en:
          "On stretches with a speedKilometersPerHour of their own the mode drives at it times this factor, more than 1 "
          + "for lights and sirens; without it, by class.", unit: .factor,
        default: .rule(zh: "不用路段速度", en: "speeds of stretches are not used")),
      .key(
        "hourFactors", .weights(count: 24), zh: "每天各小时速度的倍数（不归一）。",
        en: "Factors on the speed in each hour of the day, used as they are.", unit: .perClock,
        default: .rule(
          zh: "car：7–9、17–19 时 0.85，22–6 时 1.1，其余 1；其他方式 1",
          en: "car: 0.85 from 7 to 9 and 17 to 19 h, 1.1 from 22 to 6 h, else 1; other modes: 1")),
      .key(
        "monthFactors", .weights(count: 12), zh: "各月速度的倍数（不归一）。",
        en: "Factors on the speed in each month, used as they are.", unit: .perMonths,
        default: .rule(
          zh: "car：12–2 月 0.8，其余 1；其他方式 1", en: "car: 0.8 from December to February, else 1; other modes: 1"))
    ])
  static let speed = NumberRange(low: 0, high: 300, excludesLow: true)
}
