import DunjingRandom

extension ScenarioValidator {
  /// The most skills: they are kept as bits of a word.
  static let skillLimit = 64
  /// The most places of incidents: the table of travel times has a number for every two, 6.4 GB for each mode at this
  /// limit.
  static let placeLimit = 40_000
  /// The most road nodes, most of them only driven through; a large province has as many.
  static let nodeLimit = 2_000_000
  /// The widest map in kilometers; China from west to east has 5,200.
  static let widthLimit = 6_000.0
  /// The most incidents, and the most hazards, of one run: all of them could be open at once, and an event can name
  /// 2²⁴. A province with 1.44 million incidents a year takes a tenth of it.
  static let workLimit = 1.5e7

  /// What is larger than can be played, which is nearly always a wrong unit.
  func checkSize() {
    let skills = Set(scenario.incidentKinds.flatMap(\.skills) + scenario.units.flatMap(\.skills))
    let places = scenario.roads?.nodes.count { $0.grid != nil } ?? scenario.grids.count
    atMost(Self.skillLimit, skills.count, "units", LocalizedText(zh: "技能", en: "skills"))
    atMost(
      Self.placeLimit, places, scenario.roads == nil ? "grids" : "roads.nodes",
      LocalizedText(zh: "地点", en: "places"))
    atMost(
      Self.nodeLimit, scenario.roads?.nodes.count ?? 0, "roads.nodes",
      LocalizedText(zh: "路网节点", en: "road nodes"))
    checkWidth()
    checkWork()
  }

  private func atMost(_ limit: Int, _ found: Int, _ path: String, _ noun: LocalizedText) {
    if found > limit { log.add(.tooMany(found: found, limit: limit, noun), keyPath: path) }
  }

  /// Names the first position that is not on the globe, or too far from the middle of the grids; others may follow from it.
  private func checkWidth() {
    guard log.issues.isEmpty, !scenario.grids.isEmpty else { return }
    let lists = [
      ("grids", scenario.grids.map { ($0.x, $0.y) }),
      ("roads.nodes", (scenario.roads?.nodes ?? []).map { ($0.x, $0.y) }),
      ("facilities", scenario.facilities.map { ($0.x, $0.y) }),
      ("patrol.points", scenario.patrol.points.map { ($0.x, $0.y) })
    ]
    let middle = (Self.median(scenario.grids.map(\.x)), Self.median(scenario.grids.map(\.y)))
    for (path, positions) in lists {
      guard let (index, fault) = misplaced(positions, from: middle) else { continue }
      return log.add(fault, keyPath: "\(path)[\(index)].x")
    }
  }

  /// The middle one of some numbers, which a single wrong one hardly moves.
  private static func median(_ numbers: [Double]) -> Double { numbers.sorted()[numbers.count / 2] }

  private func misplaced(
    _ positions: [(x: Double, y: Double)], from middle: (x: Double, y: Double)
  ) -> (index: Int, fault: ScenarioFault)? {
    let isGeographic = scenario.coordinates != .local
    for (index, place) in positions.enumerated() {
      if isGeographic && (abs(place.x) > 180 || abs(place.y) > 90) {
        return (index, .outsideGlobe(x: place.x, y: place.y))
      }
      let width =
        max(abs(place.x - middle.x), abs(place.y - middle.y)) * (isGeographic ? DegreeLength.north : 1)
      guard width > Self.widthLimit else { continue }
      return (index, .tooWide(kilometers: width.rounded(), limit: Self.widthLimit, inDegrees: isGeographic))
    }
    return nil
  }

  /// Incidents and hazards of a run in the mean, climbs followed until they have died out.
  private func checkWork() {
    // Refused residents or demand would be told again as their work.
    guard !log.refuses("grids"), !log.refuses("demand") else { return }
    let time = scenario.time
    let days = time.warmUpDays + time.settlingDays + time.horizonDays
    let years = Double(days) / 365
    let hazards = scenario.hazardKinds.map(\.arrivalsPerYear).reduce(0, +) * years
    // Where there are too many hazards, the incidents that follow from them say nothing.
    let incidents = incidentsPerYear(withHazards: hazards <= Self.workLimit) * years
    let work = [
      (incidents, LocalizedText(zh: "警情", en: "incidents"), "incidentKinds"),
      (hazards, LocalizedText(zh: "隐患", en: "hazards"), "hazardKinds")
    ]
    for (count, noun, list) in work where count > Self.workLimit {
      // Default kinds follow the demand or, without one, the residents.
      let path = [list, "demand", "grids"].first { log.node(at: $0) != nil } ?? list
      log.add(.tooMuch(count: count.rounded(), limit: Self.workLimit, days: days, noun), keyPath: path)
    }
  }

  private func incidentsPerYear(withHazards: Bool) -> Double {
    let kinds = scenario.incidentKinds
    func index(_ id: String) -> Int? { kinds.firstIndex { $0.id == id } }
    var latest = kinds.map { max(0, $0.exogenousPerYear) }
    for hazard in scenario.hazardKinds where withHazards {
      for outcome in hazard.becomes {
        if let kind = index(outcome.kind) { latest[kind] += hazard.arrivalsPerYear * outcome.share }
      }
    }
    let climbs = scenario.climbs.compactMap { climb -> (from: Int, to: Int, probability: Double)? in
      guard let from = index(climb.from), let to = index(climb.to) else { return nil }
      return (from, to, climb.probability)
    }
    var total = 0.0
    for _ in 0..<1_000 {
      total += latest.reduce(0, +)
      var next = kinds.map { _ in 0.0 }
      for climb in climbs { next[climb.to] += latest[climb.from] * climb.probability }
      latest = next
    }
    return total
  }
}

extension Distribution {
  /// The least value that can be drawn.
  var leastValue: Double {
    switch self {
    case .constant(let value): value
    case .uniform(let low, _), .triangular(let low, _, _): low
    default: 0
    }
  }

  /// The parameter that says how far values lie apart, and what it may be so that they stay finite.
  var spread: (value: Double, range: NumberRange) {
    switch self {
    case .gamma(_, let shape), .weibull(_, let shape): (shape, .between(0.01, 1e9))
    case .logNormal(_, let sigma): (sigma, .between(0, 10))
    default: (0, .any)
    }
  }
}
