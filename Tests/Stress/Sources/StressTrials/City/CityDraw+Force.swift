// Who responds: rosters, units, dispatch, officers and community.
extension CityDraw {
  mutating func drawRosters() {
    rosters = [("threeShifts", ["night", "day", "evening"])]
    guard draw.chance(0.6) else { return }
    var rows: [Record] = []
    for number in 0..<draw.integer(1...2) {
      let count = draw.integer(1...8)
      let bounds = draw.shuffled(Array(0..<288)).prefix(count).map { $0 * 5 }.sorted()
      let hasHoles = draw.chance(0.5)
      let shifts = bounds.indices.map { index -> Record in
        let next = bounds[(index + 1) % count] + (index + 1 == count ? 1_440 : 0)
        let end = hasHoles && draw.chance(0.5) ? (bounds[index] + next) / 2 : next
        return Record([
          ("id", .text("s\(index)")), ("start", .text(Self.time(bounds[index]))),
          ("end", .text(Self.time(end % 1_440)))
        ])
      }
      var roster = Record([("id", .text("r\(number)")), ("shifts", .list(shifts.map(Flow.record)))])
      roster["coversDay"] = .flag(!hasHoles)
      roster.maybe("handoverMinutes", 0, 240, &draw)
      roster.maybe("breakMinutes", 0, 240, &draw)
      roster.maybe("availability", 0.2, 1, &draw)
      roster.maybe("teams", 1...6, &draw)
      rows.append(roster)
      rosters.append(("r\(number)", (0..<count).map { "s\($0)" }))
    }
    write("rosters", .list(rows.map(Flow.record)))
  }

  private static func time(_ minute: Int) -> String {
    let (hour, rest) = minute.quotientAndRemainder(dividingBy: 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
  }

  /// The first group has every skill and stands at the first facility, so that everything can be served.
  mutating func drawUnits() {
    groups = ["all"] + (0..<draw.integer(0...3)).map { "u\($0)" }
    let rows = groups.enumerated().map { number, id in
      number == 0 ? self.general(id) : self.special(id)
    }
    write("units", .list(rows.map(Flow.record)))
    drawDispatch()
  }

  private mutating func general(_ id: String) -> Record {
    var group = Record([("id", .text(id)), ("facilityKind", .text(facilities[0].kind))])
    group["skills"] = .texts(Self.skills)
    group["area"] = .text(
      draw.pick(counties.isEmpty ? ["city", "city", "district"] : ["city", "county", "district"]))
    group["unitsPerFacility"] = .integer(draw.pick([1, 1, 2, 5]))
    group["isFirstResponderOnly"] = .flag(false)
    addReadiness(&group)
    return group
  }

  private mutating func special(_ id: String) -> Record {
    var group = Record([("id", .text(id)), ("facilityKind", .text(draw.pick(facilities).kind))])
    if draw.chance(0.3) { group["facilities"] = .texts(draw.some(facilities.map(\.id))) }
    if draw.chance(0.7) { group["skills"] = .texts(draw.some(Self.skills)) }
    group.maybe("area", of: ["city", "county", "district", "grid"], &draw)
    group.maybe("unitsPerFacility", 0...3, &draw)
    group.maybe(flag: "isFirstResponderOnly", &draw)
    group["crewSworn"] = .integer(draw.integer(1...3))
    if draw.chance(0.3) { group["mergedSkills"] = .texts(draw.some(Self.skills)) }
    group.maybe("crewAuxiliaries", 0...2, &draw)
    addReadiness(&group)
    return group
  }

  private mutating func addReadiness(_ group: inout Record) {
    group.maybe("mode", of: modes, &draw)
    group["roster"] = .text(draw.pick(rosters).id)
    if draw.chance(0.5) { group["movingShare"] = .number(draw.pick([0, 0.01, 0.6, 1])) }
    group.maybe("turnoutSeconds", 0, 600, &draw)
    group.maybe("movingTurnoutSeconds", 0, 60, &draw)
    group.maybe("unavailableShare", 0, 0.99, &draw)
    group.maybe("unavailableMeanMinutes", 1, 300, &draw)
    group.maybe("preferenceSeconds", -600, 600, &draw)
  }

  private mutating func drawDispatch() {
    var dispatch = Record()
    dispatch.maybe("callTakingSeconds", 0, 600, &draw)
    dispatch.maybe("oneClickSeconds", 0, 600, &draw)
    dispatch.maybe("acknowledgeSeconds", 0, 60, &draw)
    dispatch.maybe("policy", of: ["nearest", "districtFirst", "longestIdle"], &draw)
    dispatch.maybe("preemption", of: ["never", "enRoute", "onScene"], &draw)
    dispatch.maybe(flag: "resumesAfterPreemption", &draw)
    dispatch.maybe("preemptingPriority", 0...9, &draw)
    if draw.chance(0.3) { dispatch["reserveUnits"] = .integer(draw.integer(0...4)) }
    if draw.chance(0.3) { dispatch["waitingLimit"] = .integer(draw.pick([0, 1, 10])) }
    dispatch.maybe("mutualAidMinutes", 1, 120, &draw)
    dispatch.maybe("supportSceneFactor", 0, 1, &draw)
    addRelocation(to: &dispatch)
    dispatch.maybe("busyFraction", 0, 0.99, &draw)
    write("dispatch", .record(dispatch))
  }

  private mutating func addRelocation(to dispatch: inout Record) {
    let policies = [
      "homePost", "dynamicMEXCLP", "complianceTable", "priorityList", "doubleStandard", "slotBenefits"
    ]
    let ids = facilities.map(\.id)
    dispatch["relocation"] = .text(draw.pick(policies))
    var standby = Record([("order", .texts(draw.shuffled(ids) + draw.some(ids)))])
    if draw.chance(0.3) {
      let rows = (1...draw.integer(1...4)).map { count -> Flow in
        .record(Record([("posts", .texts((0..<count).map { _ in draw.pick(ids) }))]))
      }
      standby["table"] = .list(rows)
    }
    standby.maybe("coveredShare", 0, 1, &draw)
    standby.maybe("widerFactor", 1, 10, &draw)
    standby.maybe("minuteCost", 0, 1, &draw)
    dispatch["standby"] = .record(standby)
  }

  mutating func drawForce() {
    var force = Record()
    let pools = ["patrol", "traffic", "investigation", "stationDuty", "community", "auxiliary", "volunteer"]
    let categories = ["community", "street", "特勤"]
    if draw.chance(0.6) {
      force["categories"] = .list(
        categories.map { id in
          var row = Record([("id", .text(id)), ("pool", .text(draw.pick(pools)))])
          row["count"] = .integer(draw.integer(0...40))
          row.maybe(flag: "isSworn", &draw)
          return .record(row)
        })
    }
    force["sentDown"] = .record(sentDown())
    force["streetShift"] = .record(streetShift())
    write("force", .record(force))
    write("community", .record(community(visitors: force["categories"] == nil ? ["community"] : categories)))
  }

  private mutating func sentDown() -> Record {
    var record = Record()
    record.maybe("initialEffectiveness", 0, 2, &draw)
    record.maybe("finalEffectiveness", 0, 2, &draw)
    record.maybe("learningDays", 0.5, 400, &draw)
    record.maybe(flag: "rotatesYearly", &draw)
    record.maybe("tourHoursPerYear", 0, 8_784, &draw)
    record.maybe("mediationHoursPerYear", 0, 8_784, &draw)
    return record
  }

  private mutating func streetShift() -> Record {
    var record = Record([("group", .text(groups[0]))])
    if draw.chance(0.5) { record["officersPerUnitShift"] = .number(draw.number(0.5, 6)) }
    if draw.chance(0.4) { record["weekdayOrder"] = .list(draw.shuffled(Array(0...6)).map(Flow.integer)) }
    return record
  }

  private mutating func community(visitors: [String]) -> Record {
    var record = Record()
    if draw.chance(0.6) {
      record["visitors"] = .list(
        draw.some(visitors).map { id in
          .record(
            Record([
              ("category", .text(id)), ("tourHoursPerYear", .number(draw.number(0, 8_784))),
              ("weight", .number(draw.number(0, 10)))
            ]))
        })
    }
    record.maybe("beats", 1...100, &draw)
    record.maybe("visitHours", 0.05, 8, &draw)
    record.maybe("jointHandOffDays", 0, 30, &draw)
    record.maybe("jointHandOffDaysWithChiefs", 0, 30, &draw)
    record.maybe("closureGain", 0, 1, &draw)
    record.maybe("intelligenceFactor", 0.1, 10, &draw)
    record.maybe("coLocationFactor", 0.1, 2, &draw)
    addPartners(to: &record)
    record.maybe("residentFactor", 0.1, 10, &draw)
    if draw.chance(0.5) {
      record["mediationHoursPerYear"] = .number(draw.pick([0, 1, draw.number(1, 20_000)]))
    }
    return record
  }
}
