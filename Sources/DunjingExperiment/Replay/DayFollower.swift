import DunjingScenario
import DunjingSimulation
import DunjingWorld

/// Follows units and incidents through the entries of a trace.
struct DayFollower {
  /// With more units and incidents than this, one county of a study of several is drawn.
  static let limit = 1_500

  private let world: World
  private let midnight: Double
  private var units: [UnitFollower]
  private var incidents: [Int: DayReplay.Incident] = [:]
  /// When the unit under orders will arrive, by unit.
  private var arrivals: [Int]

  init(_ world: World, midnight: Double) {
    (self.world, self.midnight) = (world, midnight)
    units = world.units.indices.map { UnitFollower($0, in: world) }
    arrivals = world.units.map { _ in 0 }
  }

  private func second(_ time: Double) -> Int { Int((time - midnight).rounded(.down)) }

  mutating func follow(_ entry: TraceEntry) {
    let second = second(entry.time)
    if entry.incident >= 0 { follow(entry, at: second) }
    guard entry.unit >= 0 else { return }
    let unit = entry.unit
    switch entry.step {
    case .onDuty: units[unit].comeOnDuty(at: second)
    case .offDuty: units[unit].goOffDuty(at: second)
    case .ordered:
      if case .arrival(let time) = entry.detail { arrivals[unit] = self.second(time) }
      units[unit].takeOrder(to: entry.incident, from: entry.origin, at: second, in: world)
    case .departed:
      units[unit].depart(to: entry.place, at: second, arriving: arrivals[unit], in: world)
    case .arrived: units[unit].arrive(at: entry.incident, place: entry.place, second: second, in: world)
    case .available, .dismissed: units[unit].becomeFree(at: second, in: world)
    case .relocated:
      if case .facility(let facility) = entry.detail {
        units[unit].move(to: Int(world.geography.placeOfFacility[facility]), at: second, in: world)
      }
    default: break
    }
  }

  /// Follows the incident of an entry.
  private mutating func follow(_ entry: TraceEntry, at second: Int) {
    let number = entry.incident
    var incident =
      incidents[number]
      ?? DayReplay.Incident(
        number: number, kind: entry.kind, grid: entry.grid, priority: entry.priority,
        position: world.geography.position(ofPlace: entry.place),
        received: entry.step == .received ? second : -DayReplay.seconds)
    switch entry.step {
    case .arrived: incident.firstArrival = incident.firstArrival ?? second
    case .cleared:
      incident.closed = second
      for unit in units.indices where units[unit].incident == number && units[unit].activity == .onScene {
        units[unit].startPaperwork(at: second)
      }
    case .handedOver: incident.closed = second
    default: break
    }
    incidents[number] = incident
  }

  /// The day that has been followed.
  func replay(
    treatment: Int, replication: Int, seed: UInt64, day: Int, date: CalendarDay
  ) -> DayReplay {
    let open = incidents.values.filter { $0.received < DayReplay.seconds && $0.closed ?? .max > 0 }
      .sorted { $0.number < $1.number }
    let courses = units.compactMap(course)
    let county =
      world.counties.count > 1 && courses.count + open.count > Self.limit ? busiestCounty(open) : nil
    func isShown(_ own: Int) -> Bool { county.map { $0 == own } ?? true }
    let grids = world.grids.indices.filter { isShown(world.grids[$0].county) }
    let positions = world.geography.gridPositions
    return DayReplay(
      treatment: treatment, replication: replication, seed: seed, day: day, date: date, county: county,
      grids: grids,
      gridPositions: grids.map { DayReplay.Position(x: positions[$0].x, y: positions[$0].y) },
      units: courses.filter { isShown(world.units[$0.unit].county) },
      incidents: open.filter { isShown(world.grids[$0.grid].county) })
  }

  /// The day of a unit; nil where it is off duty all day.
  private func course(_ unit: UnitFollower) -> DayReplay.Course? {
    var stages = unit.stages.filter { $0.end > 0 && $0.start < DayReplay.seconds }
    guard let last = stages.last, stages.contains(where: { $0.activity != .offDuty }) else { return nil }
    if last.end == UnitFollower.never { stages[stages.count - 1].end = DayReplay.seconds }
    return DayReplay.Course(unit: unit.unit, post: unit.post, stages: stages)
  }

  /// The county in which most calls come in on the day; the first of several.
  private func busiestCounty(_ open: [DayReplay.Incident]) -> Int {
    var counts = world.counties.map { _ in 0 }
    for incident in open where incident.received >= 0 { counts[world.grids[incident.grid].county] += 1 }
    return counts.indices.max { counts[$0] < counts[$1] || (counts[$0] == counts[$1] && $0 > $1) } ?? 0
  }
}
