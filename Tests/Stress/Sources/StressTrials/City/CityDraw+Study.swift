// What is compared, and how it is reported.
extension CityDraw {
  mutating func drawStudy() {
    let ids = (0..<draw.integer(1...4)).map { "t\($0)" }
    write("treatments", .list(ids.map { .record(treatment($0)) }))
    var experiment = Record([("replications", .integer(2)), ("seed", .integer(draw.integer(0...1_000_000)))])
    experiment.maybe("baseline", of: ids, &draw)
    experiment.maybe("confidence", 0.5, 0.9999, &draw)
    if draw.chance(0.2) { experiment["precision"] = .record(precision()) }
    write("experiment", .record(experiment))
    var harm = Record()
    harm.maybe("lateArrival", 0, 5, &draw)
    harm.maybe("delayDayPerYear", 0, 1_000, &draw)
    write("harm", .record(harm))
    guard draw.chance(0.4) else { return }
    write("report", .record(Record([("title", .text("报告")), ("documentNumber", .text("屯〔2024〕1号"))])))
    write(
      "sources",
      table: [
        Record([
          ("key", .text("targets.coreMinutes")), ("mark", .text(draw.pick(["A", "S", "D", "H"]))),
          ("note_en", .text("an assumption, made here"))
        ])
      ], allowing: [.csv, .csvInGB18030])
  }

  private static let switches = [
    "oneClickDispatch", "residentPolicing", "intelligence", "jointMediation", "coLocation", "contactCards",
    "mergeTrafficPatrol", "mutualAid", "resourceSupport", "targetedPatrol", "unitAutonomy", "oneWindow"
  ]

  private mutating func treatment(_ id: String) -> Record {
    var treatment = Record([("id", .text(id))])
    if draw.chance(0.5) {
      treatment["sinkRatio"] = .number(draw.number(0, 1))
    } else {
      var ratio = Record([("agency", .number(draw.number(0, 1))), ("county", .number(draw.number(0, 1)))])
      ratio.maybe("station", 0, 1, &draw)
      ratio.maybe("province", 0, 1, &draw)
      if !counties.isEmpty && draw.chance(0.5) {
        ratio["byCounty"] = .record(Record([(draw.pick(counties), .number(draw.number(0, 1)))]))
      }
      treatment["sinkRatio"] = .record(ratio)
    }
    treatment.maybe("streetShare", 0, 1, &draw)
    treatment.maybe("sourceRule", of: ["headroom", "balanced", "lowestWeightFirst"], &draw)
    treatment.maybe("destinationRule", of: ["siteBySite", "shiftByShift"], &draw)
    var switches = Record()
    for name in Self.switches {
      switches.maybe(flag: name, &draw)
    }
    treatment["switches"] = .record(switches)
    addMechanisms(to: &treatment)
    if draw.chance(0.3) {
      treatment["unitsPerFacility"] = .record(
        Record(draw.some(groups).map { ($0, .integer(draw.integer(0...4))) }))
    }
    return treatment
  }

  private mutating func precision() -> Record {
    var precision = Record([("maximumReplications", .integer(draw.integer(2...5)))])
    precision.maybe("relative", 0.01, 1, &draw)
    precision.maybe("of", of: ["level", "difference"], &draw)
    if draw.chance(0.5) {
      precision["indicators"] = .texts(
        draw.some(["incidents", "withinTarget", "harmIndex", "linePassRate", "weightedDelay"]))
    }
    return precision
  }
}
