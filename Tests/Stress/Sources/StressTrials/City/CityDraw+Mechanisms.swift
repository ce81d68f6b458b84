// The mechanisms of the reform beside officers and visits: shocks, programs, partners, cards, windows, later years.
extension CityDraw {
  mutating func drawMechanisms() {
    if draw.chance(0.5) { drawShocks() }
    if draw.chance(0.4) { drawPrograms() }
    if facilities.contains(where: { $0.kind == "station" }) && draw.chance(0.5) { drawWindows() }
  }

  private mutating func drawShocks() {
    let rows = (0..<draw.integer(1...3)).map { number -> Flow in
      var shock = Record([("id", .text("shock\(number)"))])
      shock["day"] = .text(date(after: draw.integer(0...(days - 1))))
      if draw.chance(0.5) { shock["time"] = .text("\(draw.integer(10...23)):30") }
      shock["hours"] = .number(draw.magnitude(0.1, 100))
      addKind(to: &shock)
      return .record(shock)
    }
    write("shocks", .list(rows))
  }

  private mutating func addKind(to shock: inout Record) {
    switch draw.integer(0...3) {
    case 0:
      shock["kind"] = .text("surge")
      shock["factor"] = .number(draw.pick([0, 0.5, 1, 3]))
      if draw.chance(0.5) { shock["incidentKinds"] = .texts(draw.some(kinds)) }
    case 1:
      shock["kind"] = .text("massEvent")
      shock["incidentKind"] = .text(draw.pick(kinds))
      shock["grid"] = .text(draw.pick(gridIDs))
      shock.maybe("units", 1...8, &draw)
    case 2 where !roads.isEmpty:
      let road = draw.pick(roads)
      shock["kind"] = .text("roadCut")
      shock["nodes"] = .texts([road.from, road.to])
    default:
      shock["kind"] = .text("facilityLoss")
      shock["facilities"] = .texts(draw.some(facilities.map(\.id)))
    }
  }

  private mutating func drawPrograms() {
    let known = ["leadersContact", "schoolVicePrincipals", "sourceGovernance"]
    programs = draw.some(known + ["夜巡"])
    let rows = programs.map { id -> Flow in
      var program = Record([("id", .text(id)), ("hazardKinds", .list([]))])
      program["reduction"] = .number(draw.number(0, 1))
      program.maybe("coverage", 0, 1, &draw)
      program.maybe("buildUpDays", 0, 60, &draw)
      program.maybe("hoursPerYear", 0, 20_000, &draw)
      return .record(program)
    }
    write("programs", .list(rows))
  }

  /// Windows as in any town; their work is bounded, as they are no events.
  private mutating func drawWindows() {
    var windows = Record()
    windows.maybe("visitsPerResidentYear", 0.01, 3, &draw)
    if draw.chance(0.5) {
      let count = draw.integer(1...4)
      windows["windowsPerStation"] = .integer(count)
      windows["businessShares"] = .numbers((0..<count).map { _ in 1 / Double(count) })
    }
    if draw.chance(0.3) { windows["hourWeights"] = .numbers(draw.weights(draw.integer(1...12))) }
    windows.maybe("longWaitMinutes", 0, 60, &draw)
    write("windows", .record(windows))
  }

  /// Adds what treatments may turn on besides the ratio.
  mutating func addMechanisms(to treatment: inout Record) {
    treatment.maybe("chiefShare", 0, 1, &draw)
    treatment.maybe("preventionFloor", 0, 1, &draw)
    if !programs.isEmpty && draw.chance(0.6) { treatment["programs"] = .texts(draw.some(programs)) }
    guard draw.chance(0.3) else { return }
    let phases = [draw.integer(1...5), draw.integer(6...12)].prefix(draw.integer(1...2))
    treatment["phases"] = .list(
      phases.map { day in
        .record(Record([("afterDays", .integer(day)), ("sinkRatio", .number(draw.number(0, 1)))]))
      })
  }

  /// Adds departments outside the police, and contact cards, to `community`.
  mutating func addPartners(to community: inout Record) {
    if draw.chance(0.4) {
      community["partners"] = .list(
        ["legal", "民政"].map { id in
          var partner = Record([("id", .text(id)), ("casesPerDay", .number(draw.magnitude(0.05, 200)))])
          partner.maybe("weight", 0.1, 5, &draw)
          return .record(partner)
        })
    }
    guard draw.chance(0.4) else { return }
    var cards = Record([("kinds", .texts(draw.some(kinds)))])
    cards.maybe("share", 0, 1, &draw)
    cards.maybe("officerMinutes", 0, 200, &draw)
    community["contactCards"] = .record(cards)
  }
}
