import DunjingScenario
import DunjingWorld

/// A trace as a table: comma-separated, UTF-8, a header and one line for each entry by time, with ids of the scenario.
///
/// Documentation/Trace.md describes the columns. Times are rounded to milliseconds and written without the C
/// library, so that equal traces are equal bytes.
public struct TraceTable: Sendable {
  /// The names of the columns.
  public static let columns = [
    "seconds", "date", "clock", "event", "incident", "kind", "grid", "priority", "unit", "hazard", "detail"
  ]
  /// The lines, the header first, without line ends.
  public let lines: [String]

  /// Writes a trace of a world.
  public init(_ trace: Trace, of world: World) {
    lines =
      [Self.columns.joined(separator: ",")]
      + trace.ordered.map { entry in
        Self.fields(entry, world).map(CSVQuoting.cell).joined(separator: ",")
      }
  }

  /// The whole table; every line ends with a line feed.
  public var text: String { lines.map { $0 + "\n" }.joined() }

  private static func fields(_ entry: TraceEntry, _ world: World) -> [String] {
    [
      milliseconds(entry.time), date(entry.time, world), clock(entry.time), entry.step.rawValue,
      entry.incident >= 0 ? String(entry.incident + 1) : "", kind(entry, world),
      entry.grid >= 0 ? world.scenario.grids[entry.grid].id : "",
      entry.priority > 0 ? String(entry.priority) : "",
      entry.unit >= 0 ? id(ofUnit: entry.unit, world) : "",
      entry.hazard.map { id(of: $0, world) } ?? "", detail(entry.detail, world)
    ]
  }

  private static func kind(_ entry: TraceEntry, _ world: World) -> String {
    guard entry.kind >= 0 else { return "" }
    let scenario = world.scenario
    return entry.hazard == nil ? scenario.incidentKinds[entry.kind].id : scenario.hazardKinds[entry.kind].id
  }

  private static func detail(_ detail: TraceDetail, _ world: World) -> String {
    switch detail {
    case .none: ""
    case .origin(.call): "call"
    case .origin(.climb): "climb"
    case .origin(.again): "again"
    case .origin(.massEvent): "massEvent"
    case .origin(.hazard(let hazard)): id(of: hazard, world)
    case .arrival(let time): milliseconds(time)
    case .incident(let number): String(number + 1)
    case .facility(let facility): world.scenario.facilities[facility].id
    case .kind(let kind): world.scenario.incidentKinds[kind].id
    case .isClosed(let isClosed): isClosed ? "closed" : "returns"
    case .round(let round): String(round)
    case .treatment(let id): id
    case .shock(let shock): world.scenario.shocks[shock].id
    case .partner(let partner): world.scenario.community.partners[partner].id
    }
  }

  /// Group, facility and number of a unit, such as `street/w1/1`.
  private static func id(ofUnit unit: Int, _ world: World) -> String {
    let compiled = world.units[unit]
    let (group, facility) = (
      world.scenario.units[compiled.group], world.scenario.facilities[compiled.facility]
    )
    return "\(group.id)/\(facility.id)/\(compiled.number + 1)"
  }

  /// Kind and number of a hazard, such as `dispute/17`.
  private static func id(of hazard: HazardIdentity, _ world: World) -> String {
    "\(world.scenario.hazardKinds[hazard.kind].id)/\(hazard.number + 1)"
  }

  private static func milliseconds(_ time: Double) -> String {
    let count = Int((time * 1_000).rounded())
    return "\(count / 1_000).\(padded(count % 1_000, 3))"
  }

  private static func date(_ time: Double, _ world: World) -> String {
    let first = world.scenario.time.start.daysSinceEpoch - world.scenario.time.warmUpDays
    return CalendarDay(daysSinceEpoch: first + Int(time / World.daySeconds)).text
  }

  private static func clock(_ time: Double) -> String {
    let second = Int(time.truncatingRemainder(dividingBy: World.daySeconds))
    return "\(padded(second / 3_600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
