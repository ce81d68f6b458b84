import ArgumentParser
import Dunjing

/// The options that name the columns of a table of calls; columns left out are found by a preset, by names or by contents.
struct IncidentColumnOptions: ParsableArguments {
  @Option(help: "Column of the id.")
  var idColumn: String?

  @Option(help: "Column of the time at which the call was received (接警时间).")
  var receivedColumn: String?

  @Option(help: "Column of its day, where the clock is apart: dates, or numbers with --start-date.")
  var dayColumn: String?

  @Option(help: "Column of its clock or hour, where the day is apart.")
  var clockColumn: String?

  @Option(help: "Column of the time at which a unit was ordered (派警时间).")
  var dispatchedColumn: String?

  @Option(help: "Column of the time at which it set out (出警时间).")
  var enRouteColumn: String?

  @Option(help: "Column of the time at which the first unit arrived (到场时间).")
  var onSceneColumn: String?

  @Option(help: "Column of the time at which the incident was closed (结束时间).")
  var clearedColumn: String?

  @Option(help: "Column of the kind (警情类别).")
  var kindColumn: String?

  @Option(help: "Column of the priority: numbers, 1 for the most urgent, or words.")
  var priorityColumn: String?

  @Option(help: "Column of the longitude, or of kilometers east.")
  var xColumn: String?

  @Option(help: "Column of the latitude, or of kilometers north.")
  var yColumn: String?

  @Option(help: "Column of the length of service.")
  var serviceColumn: String?

  @Option(help: "Column that says which incidents officers came upon: yes or no, or words such as ONVIEW.")
  var onViewColumn: String?

  /// The columns that were named.
  var named: [IncidentField: String] {
    let values: [IncidentField: String?] = [
      .id: idColumn, .received: receivedColumn, .day: dayColumn, .clock: clockColumn,
      .dispatched: dispatchedColumn, .enRoute: enRouteColumn, .onScene: onSceneColumn,
      .cleared: clearedColumn,
      .kind: kindColumn, .priority: priorityColumn, .x: xColumn, .y: yColumn, .service: serviceColumn,
      .onView: onViewColumn
    ]
    return values.compactMapValues { $0 }
  }
}

/// The options that say how times, positions and priorities are to be read.
struct IncidentReadingOptions: ParsableArguments {
  @Option(
    help:
      "The form of the table: cad-arcgis, cad-queued, day-hour or general (default: recognized by its columns)."
  )
  var preset: ColumnPreset?

  @Option(help: "Encoding of the table: UTF-8, GB18030, GBK or GB2312.")
  var encoding = TextEncoding.utf8

  @Option(help: "Order of day and month: day-first or month-first (default: decided over the whole column).")
  var dateOrder: DateOrder?

  @Option(help: "The date of day 1, where days are numbers.")
  var startDate: String?

  @Option(
    help: "Time zone of the city, such as Asia/Shanghai (default: that of --study, else clocks as written).")
  var zone: String?

  @Option(
    help:
      "System of the positions: WGS-84, CGCS2000, GCJ-02, BD-09 (converted to WGS-84), or local kilometers.")
  var coordinates: String?

  @Option(
    help: "Unit of the length of service: hours, minutes or seconds (default: by the name of its column).")
  var serviceUnit: ServiceUnit?

  @Option(help: "Words of the priorities, the most urgent first, as in Immediate,Prompt,Standard.")
  var priorityOrder: String?

  @Option(help: "Hours from the call to the order above which a record is held to be wrong.")
  var mostDispatchHours = 24.0

  @Option(help: "The same for the turnout and for the travel.")
  var mostTravelHours = 4.0

  @Option(help: "The same for the time on scene and the length of service.")
  var mostSceneHours = 24.0

  /// Returns the settings of an import.
  func settings() throws -> IncidentImport {
    var settings = IncidentImport()
    (settings.preset, settings.encoding, settings.dateOrder) = (preset, encoding, dateOrder)
    settings.startDate = try startDate.map(Self.day)
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
        zh: "\(option) 应大于 0 且不大于 8784，而不是 \(value)。",
        en: "\(option) has to be more than 0 and at most 8784, not \(value).")
    }
    settings.limits.dispatchHours = mostDispatchHours
    settings.limits.travelHours = mostTravelHours
    settings.limits.sceneHours = mostSceneHours
    return settings
  }

  private static func day(_ text: String) throws -> CalendarDay {
    if let time = RecordTime(text), time.precision == .day { return time.day }
    throw CommandFault(
      zh: "--start-date 应写成 2024-01-31 的形式，而不是 \(text)。",
      en: "--start-date has to be written as 2024-01-31, not \(text).")
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
