// What happens in the city: incidents, hazards and climbs, and the work they beget.
extension CityDraw {
  mutating func drawDepartments() {
    switch draw.integer(0...2) {
    case 0: write("departments", .text("default"))
    case 1:
      departments = ["legal", "刑侦", "hq"].prefix(draw.integer(1...3)).map(\.self)
      let rows = departments.map { id -> Record in
        var row = Record([("id", .text(id)), ("agencyOfficers", .integer(draw.integer(0...30)))])
        if case .integer(let officers)? = row["agencyOfficers"] {
          row["agencyFloor"] = .integer(draw.integer(0...officers))
        }
        row["fixedHoursPerYear"] = .number(draw.pick([0, draw.number(1, 40_000)]))
        if draw.chance(0.5) { row["countyOfficers"] = .integer(draw.integer(0...20)) }
        if draw.chance(0.5) { row["countyFloor"] = .integer(0) }
        if draw.chance(0.2) { makeStation(&row) }
        row.maybe("delayWeight", 0, 5, &draw)
        return row
      }
      write("departments", table: rows, allowing: [.csv, .csvInGB18030, .geoJSON])
    default: break
    }
    var headquarters = Record()
    headquarters.maybe("productiveHoursPerYear", 100, 2_000, &draw)
    if draw.chance(0.5) { headquarters["caseVariation"] = .number(draw.pick([0, 0.5, 1, 3])) }
    if draw.chance(0.5) { headquarters["fixedLoadVariation"] = .number(draw.pick([0, 0.2, 2])) }
    write("headquarters", .record(headquarters))
  }

  /// Turns a department into the desks of the stations, which have county officers only.
  private mutating func makeStation(_ department: inout Record) {
    department["tier"] = .text("station")
    for key in ["agencyOfficers", "agencyFloor"] { department[key] = .integer(0) }
    department["countyOfficers"] = .integer(draw.integer(0...20))
    department["countyFloor"] = .integer(0)
  }

  mutating func drawDemand() {
    guard draw.chance(0.7) else { return drawDefaultDemand() }
    kinds = Array(draw.shuffled(Self.catalogKinds + ["抢险", "k2", "k3"]).prefix(draw.integer(1...5)))
    // At most some six hundred incidents in all, so that a long queue stays cheap to check.
    let perDay = min(600 / Double(days), 8 * load) / Double(kinds.count)
    write("incidentKinds", .list(kinds.map { .record(incidentKind($0, perDay: perDay)) }))
    drawHazards()
    drawClimbs()
  }

  private mutating func drawDefaultDemand() {
    kinds = Self.catalogKinds
    let usual = residents * 0.0593
    let factor = min(max(1.2, load), 600 / Double(days) / (usual / 365))
    write(
      "demand",
      .record(
        draw.chance(0.5)
          ? Record([("incidentsPerDay", .number(usual * factor / 365))])
          : Record([("incidentsPerResidentYear", .number(min(10, 0.0593 * factor)))])))
    if draw.chance(0.3) { write("hazardKinds", .list([])) }
  }

  private mutating func incidentKind(_ id: String, perDay: Double) -> Record {
    let priority = draw.integer(1...9)
    var kind = Record([("id", .text(id)), ("priority", .integer(priority))])
    kind["exogenousPerYear"] = .number(draw.chance(0.1) ? 0 : perDay * 365 * draw.number(0.2, 2))
    if draw.chance(0.4) { kind["hourWeights"] = .numbers(draw.weights(24)) }
    if draw.chance(0.3) { kind["weekdayWeights"] = .numbers(draw.weights(7)) }
    if draw.chance(0.2) { kind["monthWeights"] = .numbers((0..<12).map { _ in draw.number(0.1, 2) }) }
    kind["urgentShare"] = .number(draw.pick([0, 0.2, 1]))
    kind["urgentPriority"] = .integer(draw.integer(1...priority))
    kind["sceneMinutes"] = distribution(draw.magnitude(0.5, 300))
    kind.maybe("paperworkMinutes", 0, 240, &draw)
    kind.maybe("secondUnitProbability", 0, 1, &draw)
    kind["skills"] = .texts(draw.chance(0.2) ? [] : draw.some(Self.skills))
    kind.maybe("harm", 0, 20, &draw)
    if draw.chance(0.3) {
      kind["repeatShare"] = .number(draw.number(0, 0.8))
      kind["repeatMeanDays"] = .number(draw.magnitude(0.1, 10))
    }
    if draw.chance(0.2) { kind["units"] = .integer(draw.integer(1...4)) }
    if !departments.isEmpty && draw.chance(0.5) {
      kind["followUps"] = .list(
        draw.some(departments).map { id in
          .record(Record([("department", .text(id)), ("hours", .number(draw.number(0, 60)))]))
        })
    } else {
      kind["followUps"] = .list([])
    }
    return kind
  }

  /// A distribution of about a mean.
  private mutating func distribution(_ mean: Double) -> Flow {
    func form(_ name: String, _ entries: [(key: String, value: Flow)]) -> Flow {
      .record(Record([(name, .record(Record(entries)))]))
    }
    switch draw.integer(0...6) {
    case 0: return .number(mean)
    case 1: return form("exponential", [("mean", .number(mean))])
    case 2: return form("gamma", [("mean", .number(mean)), ("shape", .number(draw.number(0.05, 10)))])
    case 3: return form("logNormal", [("median", .number(mean)), ("sigma", .number(draw.number(0, 1.5)))])
    case 4: return form("weibull", [("mean", .number(mean)), ("shape", .number(draw.number(0.3, 5)))])
    case 5:
      return form("triangular", [("low", .number(0)), ("mode", .number(mean)), ("high", .number(mean * 2))])
    default: return form("uniform", [("low", .number(0)), ("high", .number(mean * 2))])
    }
  }

  private mutating func drawHazards() {
    let count = draw.integer(0...3)
    let rows = (0..<count).map { number -> Flow in
      var hazard = Record([("id", .text("h\(number)"))])
      hazard["arrivalsPerYear"] = .number(min(500 / Double(days), draw.magnitude(0.1, 60)) * 365)
      hazard["incubationDays"] = distribution(draw.magnitude(0.1, 60))
      hazard["detectionPerVisit"] = .number(draw.number(0, 1))
      hazard["closure"] = .number(draw.number(0, 1))
      let outcomes = draw.some(kinds)
      hazard["becomes"] = .list(
        outcomes.map { kind in
          .record(Record([("kind", .text(kind)), ("share", .number(1 / Double(outcomes.count)))]))
        })
      hazard.maybe("jointShare", 0, 1, &draw)
      hazard.maybe("mediationHours", 0, 40, &draw)
      return .record(hazard)
    }
    write("hazardKinds", .list(rows))
  }

  /// Climbs lead from a kind to a later one in most cases, else with so small a probability that they die out.
  private mutating func drawClimbs() {
    guard kinds.count > 1, draw.chance(0.7) else { return write("climbs", .list([])) }
    let rows = (0..<draw.integer(1...3)).map { _ -> Flow in
      let from = draw.integer(0...(kinds.count - 1))
      let to = (from + draw.integer(1...(kinds.count - 1))) % kinds.count
      return .record(
        Record([
          ("from", .text(kinds[from])), ("to", .text(kinds[to])),
          ("probability", .number(to > from ? draw.number(0, 1) : draw.number(0, 0.2))),
          ("meanDelayDays", .number(draw.magnitude(0.01, 30)))
        ]))
    }
    write("climbs", .list(rows))
  }
}
