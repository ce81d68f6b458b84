/// The keys of a bundle, part by part; names and units as in the Swift types.
enum Shapes {
  static let scenario = RecordShape(
    "scenario",
    [
      .required("schema", .literal("dunjing/1")), .required("name", .localizedText),
      .key("summary", .localizedText), .key("time", .record(time)),
      .key("coordinates", .choice(CoordinateSystem.allCases.map(\.rawValue))),
      .required("grids", .table(grid)), .key("roads", .record(roads)), .key("travel", .record(travel)),
      .required("facilities", .table(facility)), .key("force", .record(force)),
      .key("rosters", .list(roster)), .key("units", .list(unitGroup)), .key("dispatch", .record(dispatch)),
      .key("demand", .record(demand)),
      .key("incidentKinds", .either([.literal("default"), .list(incidentKind)])),
      .key("hazardKinds", .either([.literal("default"), .list(hazardKind)])), .key("climbs", .list(climb)),
      .key("community", .record(community)),
      .key("departments", .either([.literal("default"), .table(department)])),
      .key("headquarters", .record(headquarters)), .key("patrol", .record(patrol)),
      .key("targets", .record(targets)), .key("treatments", .list(treatment)),
      .key("experiment", .record(experiment)), .key("harm", .record(harm)), .key("sources", .table(source)),
      .key("report", .record(report))
    ])

  static let names: [KeyShape] = [
    .key("name", .localizedText), .key("name_zh", .text), .key("name_en", .text)
  ]

  /// A table in a file of its own, with its encoding.
  static let tableFile = RecordShape(
    "tableFile",
    [
      .required("file", .text), .key("encoding", .choice(TextEncoding.allCases.map(\.rawValue)))
    ])

  // Area

  static let grid = RecordShape(
    "grid",
    [
      .required("id", .text), .required("x", .number(.any)), .required("y", .number(.any)),
      .required("population", .nonnegative), .key("demandWeight", .nonnegative),
      .key("areaClass", .choice(AreaClass.allCases.map(\.rawValue))), .key("station", .text),
      .key("community", .text), .key("county", .text), .key("node", .text)
    ], geometry: .area)
  static let roads = RecordShape(
    "roads", [.required("nodes", .table(node)), .required("edges", .table(edge))])
  static let node = RecordShape(
    "roadNode",
    [
      .required("id", .text), .required("x", .number(.any)), .required("y", .number(.any)),
      .key("grid", .text)
    ], geometry: .point)
  static let edge = RecordShape(
    "roadEdge",
    [
      .required("from", .text), .required("to", .text), .key("lengthMeters", .positive), .key("class", .text),
      .key("oneWay", .flag)
    ], geometry: .length)
  static let travel = RecordShape(
    "travel",
    [
      .key("metric", .choice(Metric.allCases.map(\.rawValue))),
      .key("followsRoads", .flag), .key("detourFactor", .number(.between(1, 10))),
      .key("modes", .keyed(mode))
    ])
  static let mode = RecordShape(
    "travelMode",
    [
      .key("speedKilometersPerHour", .number(speed)), .key("classSpeeds", .keyedNumbers(speed)),
      .key("hourFactors", .weights(count: 24)), .key("monthFactors", .weights(count: 12))
    ])
  static let speed = NumberRange(low: 0, high: 300, excludesLow: true)
  static let factor = NumberRange(low: 0, high: 10, excludesLow: true)
  static let targets = RecordShape(
    "targets",
    [
      .key("coreMinutes", .positive), .key("keyMinutes", .positive), .key("generalMinutes", .positive),
      .key("clockOrigin", .choice(ClockOrigin.allCases.map(\.rawValue)))
    ])

  // Facilities and patrol

  static let facility = RecordShape(
    "facility",
    [
      .required("id", .text)
    ] + names + [
      .required("kind", .choice(FacilityKind.allCases.map(\.rawValue))), .key("x", .number(.any)),
      .key("y", .number(.any)), .key("node", .text), .key("grid", .text)
    ], geometry: .area)
  static let patrol = RecordShape(
    "patrol",
    [
      .key("points", .table(point)), .key("lines", .table(line)),
      .key("speedKilometersPerHour", .number(speed)),
      .key("policy", .choice(PatrolPolicyName.allCases.map(\.rawValue))),
      .key("hotSpotMinutes", .number(NumberRange(low: 0, high: 480, excludesLow: true)))
    ])
  static let point = RecordShape(
    "mustVisitPoint",
    [
      .required("id", .text), .required("x", .number(.any)), .required("y", .number(.any)),
      .key("node", .text),
      .key("intervalHours", .number(NumberRange(low: 0, high: 24, excludesLow: true))),
      .key("dwellMinutes", .number(.between(0, 480)))
    ], geometry: .point)
  static let line = RecordShape(
    "mustPatrolLine",
    [
      .required("id", .text), .required("nodes", .either([.text, .texts])),
      .key("passesPerShift", .number(NumberRange(low: 0, high: 100, excludesLow: true)))
    ], geometry: .nodes)

  // Study

  static let time = RecordShape(
    "time",
    [
      .key("zone", .text), .key("start", .day), .key("warmUpDays", .integer(.between(0, 3660))),
      .key("settlingDays", .integer(.between(0, 3660))), .key("horizonDays", .integer(.between(1, 3660)))
    ])
  static let treatment = RecordShape(
    "treatment",
    [
      .required("id", .text)
    ] + names + [
      .key("sinkRatio", .either([.share, .record(sinkRatio)])), .key("streetShare", .share),
      .key("sourceRule", .choice(SourceRule.allCases.map(\.rawValue))),
      .key("destinationRule", .choice(DestinationRule.allCases.map(\.rawValue))),
      .key("switches", .record(switches)),
      .key("unitsPerFacility", .keyedNumbers(.between(0, 100)))
    ])
  static let sinkRatio = RecordShape("sinkRatio", [.key("agency", .share), .key("county", .share)])
  static let switches = RecordShape(
    "switches",
    [
      .key("oneClickDispatch", .flag), .key("residentPolicing", .flag), .key("intelligence", .flag),
      .key("jointMediation", .flag)
    ])
  static let experiment = RecordShape(
    "experiment",
    [
      .key("replications", .integer(.between(2, 100_000))), .key("seed", .integer(.between(0, 9.2e18))),
      .key("baseline", .text), .key("confidence", .number(.between(0.5, 0.9999))),
      .key("precision", .record(precision))
    ])
  static let precision = RecordShape(
    "precision",
    [
      .key("indicators", .choices(Indicator.allCases.map(\.rawValue))),
      .key("relative", .number(.positiveShare)),
      .key("of", .choice(PrecisionTarget.allCases.map(\.rawValue))),
      .key("maximumReplications", .integer(.between(2, 100_000)))
    ])
  static let harm = RecordShape(
    "harm",
    [
      .key("lateArrival", .nonnegative), .key("delayDayPerYear", .nonnegative)
    ])
  static let report = RecordShape(
    "report",
    [
      .key("title", .localizedText), .key("documentNumber", .text), .key("organization", .localizedText),
      .key("classification", .localizedText)
    ])
  static let source = RecordShape(
    "source",
    [
      .required("key", .text), .required("mark", .choice(SourceMark.allCases.map(\.rawValue))),
      .key("note_zh", .text), .key("note_en", .text), .key("note", .localizedText), .key("value", .text)
    ])
}
