import Foundation

/// A random small city over the whole range of what a scenario can say, as the files of its bundle.
///
/// It is meant to be valid: what a city may not be, such as a unit without a place, is never drawn.
public struct CityDraw {
  /// The files, by name.
  public private(set) var files: [String: [UInt8]] = [:]
  var draw: Draw
  private var text = "schema: dunjing/1\n"
  var isGeographic = false
  var gridIDs: [String] = []
  var gridPlaces: [(x: Double, y: Double)] = []
  /// The counties; at times none.
  var counties: [String] = []
  var countyOfGrid: [String: String] = [:]
  var nodeIDs: [String] = []
  var roads: [(from: String, to: String)] = []
  var facilities: [(id: String, kind: String)] = []
  var rosters: [(id: String, shifts: [String])] = []
  var modes = ["car", "ebike", "foot"]
  var groups: [String] = []
  var kinds: [String] = []
  var departments: [String] = []
  var programs: [String] = []
  var residents = 0.0
  var days = 0
  private var warmUpDays = 0
  private var start: (year: Int, monthAndDay: String) = (2024, "01-01")
  /// How much of the ordinary is asked of the city: from idle to overloaded.
  var load = 1.0

  /// The skills that occur.
  static let skills = ["basic", "patrol", "traffic", "枪械", "k9"]
  /// Default kinds of incidents.
  static let catalogKinds = ["criminal", "fraud", "order", "dispute", "traffic", "help", "other"]

  /// Draws the city of a seed and a number.
  public init(seed: UInt64, number: Int) {
    draw = Draw(seed: seed, purpose: 201, number: number)
    load = draw.magnitude(0.02, 40)
    write("name", .text(draw.pick(["small city", "小城", "city: #1 <&>"])))
    if draw.chance(0.3) { write("summary", .record(Record([("zh", .text("概要")), ("en", .text("summary"))]))) }
    drawTime()
    drawArea()
    drawRosters()
    drawUnits()
    drawDepartments()
    drawDemand()
    drawForce()
    drawMechanisms()
    drawStudy()
    files["scenario.yaml"] = Array(text.utf8)
  }

  /// Writes a key of `scenario.yaml`.
  mutating func write(_ key: String, _ value: Flow) {
    text += "\(key): \(value.yaml())\n"
  }

  /// Writes a key whose value is a table, in a form of its own or in `scenario.yaml`.
  mutating func write(_ key: String, table rows: [Record], allowing forms: [TableForm]) {
    let form = draw.chance(0.6) ? TableForm.inline : draw.pick(forms)
    let (value, file) = form.write(rows, name: key)
    text += "\(key):\(value)\n"
    if let file { files[file.name] = file.bytes }
  }

  /// Returns the value of a key whose table stands in a record, with its file written.
  mutating func nested(_ name: String, table rows: [Record], allowing forms: [TableForm]) -> Flow {
    guard draw.chance(0.4), !rows.isEmpty else { return .list(rows.map(Flow.record)) }
    let form = draw.pick(forms.filter { $0 == .csv || $0 == .geoJSON })
    guard let file = form.write(rows, name: name).file else { return .list(rows.map(Flow.record)) }
    files[file.name] = file.bytes
    return .text(file.name)
  }

  private mutating func drawTime() {
    var time = Record()
    time.maybe("zone", of: ["UTC", "Asia/Shanghai", "Asia/Kathmandu"], &draw)
    let year = draw.pick([1970, 2000, 2023, 2024, 2099])
    let month = draw.pick(["01-01", "02-28", "12-31", "06-15", year % 4 == 0 ? "02-29" : "03-01"])
    time["start"] = .text("\(year)-\(month)")
    start = (year, month)
    let (warmUp, settling) = (draw.integer(0...10), draw.pick([0, 0, 1, 4]))
    let horizon = draw.pick([1, 2, 7, 10, 14])
    time["warmUpDays"] = .integer(warmUp)
    time["settlingDays"] = .integer(settling)
    time["horizonDays"] = .integer(horizon)
    warmUpDays = warmUp
    days = warmUp + settling + horizon
    write("time", .record(time))
  }

  /// The date that lies some days after the warm-up begins, as a scenario writes it.
  func date(after days: Int) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "UTC")
    formatter.dateFormat = "yyyy-MM-dd"
    let first = formatter.date(from: "\(start.year)-\(start.monthAndDay)") ?? .distantPast
    return formatter.string(from: first.addingTimeInterval(Double(days - warmUpDays) * 86_400))
  }
}
