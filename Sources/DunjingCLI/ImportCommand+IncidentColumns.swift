import ArgumentParser
import Dunjing

/// The options that name the columns of a table of calls; columns left out are found by a preset, by names or by contents.
struct IncidentColumnOptions: ParsableArguments {
  @Option(help: ArgumentHelp(zh: "编号的列。", en: "Column of the id."))
  var idColumn: String?

  @Option(help: ArgumentHelp(zh: "接警时间的列。", en: "Column of the time at which the call was received (接警时间)."))
  var receivedColumn: String?

  @Option(
    help: ArgumentHelp(
      zh: "日期单独成列时的日期列：日期，或配合 --start-date 的天数。",
      en: "Column of its day, where the clock is apart: dates, or numbers with --start-date."))
  var dayColumn: String?

  @Option(
    help: ArgumentHelp(zh: "时刻单独成列时的时刻或小时列。", en: "Column of its clock or hour, where the day is apart."))
  var clockColumn: String?

  @Option(help: ArgumentHelp(zh: "派警时间的列。", en: "Column of the time at which a unit was ordered (派警时间)."))
  var dispatchedColumn: String?

  @Option(help: ArgumentHelp(zh: "出警时间的列。", en: "Column of the time at which it set out (出警时间)."))
  var enRouteColumn: String?

  @Option(
    help: ArgumentHelp(zh: "到场时间（第一个单元）的列。", en: "Column of the time at which the first unit arrived (到场时间).")
  )
  var onSceneColumn: String?

  @Option(
    help: ArgumentHelp(zh: "结束时间的列。", en: "Column of the time at which the incident was closed (结束时间)."))
  var clearedColumn: String?

  @Option(
    help: ArgumentHelp(
      zh: "警情类别的列；有几级的，从最细的起依次写，最多三次。",
      en: "Column of the kind (警情类别); up to three times where it has levels, the finest first."))
  var kindColumn: [String] = []

  @Option(
    help: ArgumentHelp(
      zh: "优先级的列：数字（1 最紧急）或词语。", en: "Column of the priority: numbers, 1 for the most urgent, or words."))
  var priorityColumn: String?

  @Option(help: ArgumentHelp(zh: "经度的列，或向东千米数的列。", en: "Column of the longitude, or of kilometers east."))
  var xColumn: String?

  @Option(help: ArgumentHelp(zh: "纬度的列，或向北千米数的列。", en: "Column of the latitude, or of kilometers north."))
  var yColumn: String?

  @Option(
    help: ArgumentHelp(
      zh: "两个坐标写在一格的列，例如 114.31,30.59；哪个在前按整列判断。",
      en: "Column of both in one cell, as 114.31,30.59; which comes first is decided over the whole column."))
  var positionColumn: String?

  @Option(
    help: ArgumentHelp(
      zh: "所属网格的列：--study 中网格的编号或名称；没有坐标的行放在网格中心。",
      en: "Column of the grid, by its id or name in --study: where rows without a position are placed."))
  var gridColumn: String?

  @Option(help: ArgumentHelp(zh: "服务时长的列。", en: "Column of the length of service."))
  var serviceColumn: String?

  @Option(
    help: ArgumentHelp(
      zh: "标明民警自行发现的列：是或否，或 ONVIEW 这样的词。",
      en: "Column that says which incidents officers came upon: yes or no, or words such as ONVIEW."))
  var onViewColumn: String?

  @Option(
    help: ArgumentHelp(
      zh: "是否有效的列：是或否，或有效、无效、重复、骚扰、误报等词；无效的不计入需求。",
      en:
        "Column that says which calls are valid: yes or no, or words such as 有效, 无效, 重复, 骚扰, 误报; others are no demand."
    ))
  var validityColumn: String?

  /// The columns that were named.
  func named() throws -> [IncidentField: String] {
    let levels = IncidentField.kindLevels
    guard kindColumn.count <= levels.count else {
      throw CommandFault(
        zh: "--kind-column 最多写 \(levels.count) 次，而不是 \(kindColumn.count) 次。",
        en: "--kind-column may be given \(levels.count) times, not \(kindColumn.count).")
    }
    let values: [IncidentField: String?] = [
      .id: idColumn, .received: receivedColumn, .day: dayColumn, .clock: clockColumn,
      .dispatched: dispatchedColumn, .enRoute: enRouteColumn, .onScene: onSceneColumn,
      .cleared: clearedColumn,
      .priority: priorityColumn, .x: xColumn, .y: yColumn, .service: serviceColumn,
      .position: positionColumn, .grid: gridColumn, .onView: onViewColumn, .validity: validityColumn
    ]
    return values.compactMapValues { $0 }.merging(zip(levels, kindColumn)) { first, _ in first }
  }
}

/// The options that say how times, positions and priorities are to be read.
struct IncidentReadingOptions: ParsableArguments {
  @Option(
    help:
      ArgumentHelp(
        zh: "表格的形式：cad-arcgis、cad-queued、day-hour 或 general（默认：按列识别）。",
        en:
          "The form of the table: cad-arcgis, cad-queued, day-hour or general (default: recognized by its columns)."
      )
  )
  var preset: ColumnPreset?

  @Option(
    help: ArgumentHelp(
      zh: "表格的编码：UTF-8、GB18030、GBK 或 GB2312（默认：自动识别）。",
      en: "Encoding of the table: UTF-8, GB18030, GBK or GB2312 (default: recognized)."))
  var encoding: TextEncoding?

  @Option(
    help: ArgumentHelp(
      zh: "日与月的次序：day-first 或 month-first（默认：按整列判断）。",
      en: "Order of day and month: day-first or month-first (default: decided over the whole column)."))
  var dateOrder: DateOrder?

  @Option(help: ArgumentHelp(zh: "日期为天数时第 1 天的日期。", en: "The date of day 1, where days are numbers."))
  var startDate: String?

  @Option(
    help: ArgumentHelp(
      zh: "城市的时区，例如 Asia/Shanghai（默认：--study 的时区，没有则按所写时刻）。",
      en: "Time zone of the city, such as Asia/Shanghai (default: that of --study, else clocks as written)."))
  var zone: String?

  @Option(
    help:
      ArgumentHelp(
        zh: "坐标系：WGS-84、CGCS2000、GCJ-02、BD-09（换算为 WGS-84），或本地千米坐标 local。",
        en:
          "System of the positions: WGS-84, CGCS2000, GCJ-02, BD-09 (converted to WGS-84), or local kilometers."
      ))
  var coordinates: String?

  @Option(
    help: ArgumentHelp(
      zh: "服务时长的单位：hours、minutes 或 seconds（默认：按列名）。",
      en: "Unit of the length of service: hours, minutes or seconds (default: by the name of its column)."))
  var serviceUnit: ServiceUnit?

  @Option(
    help: ArgumentHelp(
      zh: "优先级的词语，最紧急的在前，例如 Immediate,Prompt,Standard。",
      en: "Words of the priorities, the most urgent first, as in Immediate,Prompt,Standard."))
  var priorityOrder: String?

  @Option(
    help: ArgumentHelp(
      zh: "从接警到派警超过多少小时即视为记录有误。",
      en: "Hours from the call to the order above which a record is held to be wrong."))
  var mostDispatchHours = 24.0

  @Option(help: ArgumentHelp(zh: "出动和路程的同类界限。", en: "The same for the turnout and for the travel."))
  var mostTravelHours = 4.0

  @Option(
    help: ArgumentHelp(zh: "现场处置和服务时长的同类界限。", en: "The same for the time on scene and the length of service.")
  )
  var mostSceneHours = 24.0

  /// Returns the settings of an import.
  func settings() throws -> IncidentImport {
    var settings = IncidentImport()
    (settings.preset, settings.encoding, settings.dateOrder) = (preset, encoding, dateOrder)
    settings.startDate = try startDate.map { try CommandDay.read($0, "--start-date") }
    settings.zone = try zone.map(Self.zone)
    settings.coordinates = try coordinates.map(Self.coordinates)
    settings.serviceUnit = serviceUnit
    settings.priorityOrder =
      priorityOrder?.split(separator: ",").map { String($0.drop { $0 == " " }) } ?? []
    for (option, value) in [
      ("--most-dispatch-hours", mostDispatchHours), ("--most-travel-hours", mostTravelHours),
      ("--most-scene-hours", mostSceneHours)
    ] where !(value > 0 && value <= 8_784) {
      throw CommandFault(
        zh: "\(option) 应大于 0 且不大于 8784，而不是 \(CommandNumber.short(value))。",
        en: "\(option) has to be more than 0 and at most 8784, not \(CommandNumber.short(value)).")
    }
    settings.limits.dispatchHours = mostDispatchHours
    settings.limits.travelHours = mostTravelHours
    settings.limits.sceneHours = mostSceneHours
    return settings
  }

  private static func zone(_ text: String) throws -> CityZone {
    if let zone = CityZone(text) { return zone }
    throw CommandFault(
      zh: "没有时区 \(text)；请写 IANA 名称，例如 Asia/Shanghai。",
      en: "there is no time zone \(text); write an IANA name such as Asia/Shanghai.")
  }

  private static func coordinates(_ text: String) throws -> RecordedCoordinates {
    if let system = RecordedCoordinates(text) { return system }
    throw CommandFault(
      zh: "不认识坐标系 \(text)；请写 WGS-84、CGCS2000、GCJ-02、BD-09 或 local。",
      en: "the coordinates \(text) are not known; write WGS-84, CGCS2000, GCJ-02, BD-09 or local.")
  }
}

extension ColumnPreset: ExpressibleByArgument {}
extension DateOrder: ExpressibleByArgument {}
extension ServiceUnit: ExpressibleByArgument {}
