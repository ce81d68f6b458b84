import DunjingScenario

/// What a column of a table of calls may hold.
public enum IncidentField: String, Sendable, CaseIterable {
  /// The id of the incident.
  case id
  /// When the call was received: a day with a clock, or a day.
  case received
  /// The day of the call: a date, or the number of the day.
  case day
  /// The clock or the hour of the call, where the day has a column of its own.
  case clock
  /// When a unit was ordered.
  case dispatched
  /// When the unit set out.
  case enRoute
  /// When the first unit arrived.
  case onScene
  /// When the incident was closed.
  case cleared
  /// The kind of the incident, the finest where several columns have one.
  case kind
  /// The next coarser kind.
  case kindGroup
  /// The coarsest kind of three.
  case kindClass
  /// The urgency.
  case priority
  /// Longitude, or kilometers east.
  case x
  /// Latitude, or kilometers north.
  case y
  /// Longitude and latitude, or kilometers east and north, in one cell.
  case position
  /// The grid of the study, by its id or name.
  case grid
  /// The length of service.
  case service
  /// Whether officers came upon it, or how it was reported.
  case onView
  /// Whether the call counts as one, or was a repeated, a nuisance or a mistaken one.
  case validity

  /// The fields of kinds, the finest first.
  public static let kindLevels: [IncidentField] = [.kind, .kindGroup, .kindClass]

  /// Whether it holds times with a day.
  var isTime: Bool { [.received, .dispatched, .enRoute, .onScene, .cleared].contains(self) }

  /// The option of `dunjing import incidents` that names the column.
  public var option: String {
    switch self {
    case .enRoute: "--en-route-column"
    case .onScene: "--on-scene-column"
    case .onView: "--on-view-column"
    case .kindGroup, .kindClass: IncidentField.kind.option
    default: "--\(rawValue)-column"
    }
  }

  /// What the column holds, in words.
  public var noun: LocalizedText {
    switch self {
    case .id: LocalizedText(zh: "编号", en: "id")
    case .received: LocalizedText(zh: "接警时间", en: "time received")
    case .day: LocalizedText(zh: "接警日期", en: "day received")
    case .clock: LocalizedText(zh: "接警钟点", en: "clock received")
    case .dispatched: LocalizedText(zh: "派警时间", en: "time dispatched")
    case .enRoute: LocalizedText(zh: "出警时间", en: "time en route")
    case .onScene: LocalizedText(zh: "到场时间", en: "time on scene")
    case .cleared: LocalizedText(zh: "结束时间", en: "time cleared")
    case .kind: LocalizedText(zh: "警情类别", en: "kind")
    case .kindGroup: LocalizedText(zh: "上级类别", en: "coarser kind")
    case .kindClass: LocalizedText(zh: "最上级类别", en: "coarsest kind")
    case .priority: LocalizedText(zh: "紧急程度", en: "priority")
    case .x: LocalizedText(zh: "经度（横坐标）", en: "longitude (x)")
    case .y: LocalizedText(zh: "纬度（纵坐标）", en: "latitude (y)")
    case .position: LocalizedText(zh: "坐标（两数一格）", en: "position (both numbers)")
    case .grid: LocalizedText(zh: "所属网格", en: "grid")
    case .service: LocalizedText(zh: "处置时长", en: "length of service")
    case .onView: LocalizedText(zh: "来源（是否巡逻发现）", en: "on view, or source")
    case .validity: LocalizedText(zh: "是否有效", en: "whether valid")
    }
  }
}

extension IncidentField {
  /// Whether a text is known as the name of a column of a table of calls.
  static func isHeading(_ text: String) -> Bool { headings.contains(text.plainName) }

  private static let headings = Set(
    (ColumnPreset.allCases.flatMap { preset in allCases.flatMap(preset.names) } + KindColumns.names)
      .map(\.plainName))

  /// Names looked for when none is given, best first; upper and lower case, spaces and underscores are alike.
  public var guesses: [String] {
    switch self {
    case .id:
      [
        "incident id", "incident number", "event number", "CAD event number", "call number", "case number",
        "event no", "event no.", "event #", "incident no", "incident no.", "incident #", "call no",
        "call no.", "case no", "CFS number",
        "event id", "call id", "record id", "URN", "警情编号", "接警编号", "接处警编号", "接警单编号", "警单编号", "事件编号", "案件编号",
        "编号", "id",
        "object id"
      ]
    case .received:
      [
        "received", "received time", "received date", "time received", "call received",
        "call received time",
        "original time queued", "time queued", "call time", "call date time", "incident date time",
        "event time", "reported time", "created time", "create time", "接警时间", "报警时间", "接报时间", "受理时间", "来电时间",
        "警情时间", "发生时间", "案发时间", "发案时间"
      ]
    case .day:
      ["day", "date", "call date", "received date", "incident date", "接警日期", "报警日期", "发生日期", "日期", "天"]
    case .clock:
      [
        "hour", "received time", "call time", "time", "接警钟点", "接警时间", "报警时间", "发生时间", "时间", "小时", "钟点",
        "时刻"
      ]
    case .dispatched:
      [
        "dispatched", "dispatch time", "dispatch date", "time dispatched", "first dispatch", "派警时间", "调派时间",
        "派单时间", "指令时间", "下达时间"
      ]
    case .enRoute:
      ["en route", "en route time", "en route date", "time en route", "responding", "出警时间", "出动时间", "出发时间"]
    case .onScene:
      [
        "on scene", "on scene time", "on scene date", "at scene", "at scene time", "at scene date",
        "arrived", "arrived time", "arrival time", "arrival", "first arrival", "到场时间", "到达时间", "到达现场时间",
        "抵达时间"
      ]
    case .cleared:
      [
        "cleared", "clear time", "clear date", "cleared time", "closed", "closed time", "close time", "结束时间",
        "处警结束时间", "处置完毕时间", "处置结束时间", "处结时间", "处结", "处警完毕时间", "处置完毕", "处置结束", "办结时间", "结案时间", "完成时间", "反馈时间"
      ]
    case .kind:
      [
        "kind", "final call type", "call type description", "call type", "incident type", "event type",
        "nature", "警情类别", "警情类型", "报警类别", "报警类型", "案件类别", "案件类型", "案由", "类别", "类型", "type", "description"
      ]
    // Found beside that of the kind.
    case .kindGroup, .kindClass: []
    case .priority:
      [
        "priority", "priority level", "pri", "prio", "call priority", "urgency", "grade", "优先级", "紧急程度",
        "警情级别", "警情等级", "级别", "等级"
      ]
    case .x: ["longitude", "lon", "lng", "long", "blurred longitude", "x", "经度", "东经", "报警经度", "坐标经度", "横坐标"]
    case .y: ["latitude", "lat", "blurred latitude", "y", "纬度", "北纬", "报警纬度", "坐标纬度", "纵坐标"]
    case .position:
      [
        "坐标", "经纬度", "经纬度坐标", "坐标经纬度", "坐标经度纬度", "经度纬度", "中心点坐标", "案发坐标", "事发坐标", "警情坐标", "报警坐标",
        "位置坐标", "地理坐标", "coordinates", "coordinate", "position", "location", "lat lon", "lat long", "lat lng",
        "lon lat", "long lat", "lng lat", "latitude longitude", "longitude latitude"
      ]
    case .grid:
      [
        "网格编号", "网格号", "网格编码", "网格代码", "网格", "所属网格", "所属网格编号", "所在网格", "网格名称", "所属网格名称", "社区", "所属社区", "所在社区",
        "社区名称", "村社区", "所属村社区", "行政村", "行政村社区", "村居", "所属村居", "grid id", "grid",
        "grid number", "grid name", "beat", "beat number", "police beat", "patrol beat", "sector",
        "census tract", "tract", "LSOA", "LSOA code"
      ]
    case .service:
      [
        "service minutes", "service time", "deployment time", "deployment time (hrs)", "duration",
        "time on call", "处置时长", "处警时长", "处置用时", "用时"
      ]
    case .onView:
      [
        "on view", "onview", "officer initiated", "self initiated", "call source", "警情来源", "报警方式", "接警方式",
        "来源"
      ]
    case .validity:
      [
        "是否有效", "有效警情", "是否有效警情", "警情有效性", "有效性", "有效", "有效无效", "是否无效", "是否无效警情", "无效警情", "是否重复", "是否重复报警",
        "重复报警", "valid", "is valid", "call validity", "validity", "invalid", "is invalid", "is duplicate",
        "警情状态",
        "接警状态", "状态", "call status", "incident status", "status", "disposition", "dispo",
        "call disposition", "final disposition", "clearance code", "result code"
      ]
    }
  }
}
