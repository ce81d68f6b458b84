import DunjingRandom

@testable import DunjingExperiment
@testable import DunjingScenario
@testable import DunjingSimulation

extension Fixture {
  static func scenario() -> Scenario {
    var scenario = smallScenario()
    scenario.grids = grids()
    scenario.facilities = facilities()
    scenario.incidentKinds = [kind("criminal", "刑事", 20), kind("order", "治安", 4)]
    scenario.hazardKinds = [
      HazardKind(
        id: "quarrel", name: LocalizedText(zh: "纠纷", en: "quarrels"), arrivalsPerYear: 1000,
        incubationDays: .exponential(mean: 60), detectionPerVisit: 0.2, closure: 0.9, becomes: [],
        jointShare: 0.2,
        mediationHours: 3)
    ]
    scenario.departments = departments()
    scenario.treatments = treatments()
    scenario.sources = sources()
    scenario.roads = RoadNetwork(
      nodes: (0..<17).map { RoadNode(id: "n\($0)", x: Double($0), y: 8, grid: nil) }, edges: [])
    scenario.patrol.points = (0..<6).map {
      MustVisitPoint(
        id: "v\($0)", x: 3 + 2 * Double($0), y: 7 + Double($0 % 3), node: nil, intervalHours: 4,
        dwellMinutes: 10)
    }
    scenario.patrol.lines = (0..<4).map {
      MustPatrolLine(id: "l\($0)", nodes: ["n\(3 * $0)", "n\(3 * $0 + 3)"], passesPerShift: 2)
    }
    scenario.assessment = [
      AssessmentItem(
        indicator: .withinTarget, weight: 30, zero: 0.6, full: 0.9,
        owner: LocalizedText(zh: "派出所", en: "stations")),
      AssessmentItem(
        indicator: .incidentsOrder, weight: 20, zero: 3000, full: 1500,
        owner: LocalizedText(zh: "治安大队", en: "order brigade"))
    ]
    return scenario
  }

  /// A scenario with hardly anything in it.
  static func smallScenario() -> Scenario {
    Scenario(
      name: LocalizedText("Small"),
      summary: LocalizedText(zh: "虚构数据，只用于测试版式。", en: "Invented data, to test the layout."),
      time: StudyTime(
        zone: "Asia/Shanghai", start: CalendarDay(year: 2024, month: 1, day: 1), warmUpDays: 365,
        settlingDays: 0,
        horizonDays: 365),
      coordinates: .local, grids: [], counties: [], roads: nil,
      travel: Travel(modes: [], metric: .euclidean, followsRoads: true, detourFactor: 1.25), facilities: [],
      force: force(),
      rosters: [],
      units: [], dispatch: dispatch(), incidentKinds: [], hazardKinds: [], climbs: [], community: community(),
      departments: [],
      headquarters: HeadquartersRules(
        productiveHoursPerYear: 1500, caseVariation: 1.5, fixedLoadVariation: 0.2),
      patrol: PatrolDuties(
        points: [], lines: [], speedKilometersPerHour: 20, policy: .pointsAndLines, hotSpotMinutes: 15),
      targets: ResponseTargets(coreMinutes: 1, keyMinutes: 3, generalMinutes: 5, clockOrigin: .dispatch),
      treatments: [treatmentDefinition("s0", 0)],
      experiment: ExperimentSettings(replications: 30, seed: 20_231_222, baseline: "s0", confidence: 0.95),
      harm: HarmWeights(lateArrival: 0.25, delayDayPerYear: 250), sources: [])
  }

  /// A disc of one-kilometer cells with some core areas inside.
  static func grids() -> [Grid] {
    var grids: [Grid] = []
    for row in 0..<17 {
      for column in 0..<17 {
        let (x, y) = (Double(column), Double(row))
        guard (x - 8) * (x - 8) / 70 + (y - 8) * (y - 8) / 45 <= 1.05 else { continue }
        grids.append(grid("g\(grids.count)", x, y, row % 4 == 1 && column % 3 == 0 ? .key : .general))
      }
    }
    for (x, y) in [(7.2, 8.1), (8.3, 7.9), (4.1, 9.2), (11.2, 6.8)] {
      grids.append(grid("c\(grids.count)", x, y, .core))
    }
    return grids
  }

  private static func grid(_ id: String, _ x: Double, _ y: Double, _ area: AreaClass) -> Grid {
    Grid(
      id: id, x: x, y: y, population: 900, demandWeight: 1, areaClass: area, station: nil, community: "",
      county: "",
      node: nil)
  }

  private static func facilities() -> [Facility] {
    let stations = [(3.0, 8.0), (8.0, 4.0), (8.0, 12.0), (13.0, 8.0)]
    let workstations = [(6.0, 7.0), (10.0, 9.0), (8.5, 8.2)]
    return stations.map { facility("p\($0.0)-\($0.1)", .station, $0.0, $0.1) }
      + workstations.map { facility("w\($0.0)-\($0.1)", .streetWorkstation, $0.0, $0.1) }
  }

  private static func facility(_ id: String, _ kind: FacilityKind, _ x: Double, _ y: Double) -> Facility {
    Facility(id: id, name: LocalizedText(id), kind: kind, x: x, y: y, node: nil, grid: nil, county: nil)
  }

  static func departments() -> [Department] {
    [
      ("刑侦", "Criminal investigation", 28, 58), ("反诈经侦", "Anti-fraud, economic", 14, 12),
      ("法制监管", "Legal, case review", 12, 30), ("指挥情报", "Command, intelligence", 16, 14),
      ("交警机关", "Traffic headquarters", 30, 0), ("治安户政", "Public order, household", 18, 14),
      ("网安技术", "Forensic, cyber", 12, 8), ("政工后勤", "Administration", 37, 30), ("督察训练", "Supervision", 8, 0)
    ].map { zh, en, agency, county in
      Department(
        id: en, name: LocalizedText(zh: zh, en: en), agencyOfficers: agency, countyOfficers: county,
        agencyFloor: agency / 2, countyFloor: county, fixedHoursPerYear: 9000, delayWeight: 1)
    }
  }

  static func treatmentDefinition(_ id: String, _ ratio: Double, bundle: Bool = false) -> Treatment {
    Treatment(
      id: id, name: LocalizedText(id), sinkRatio: SinkRatio(agency: ratio), streetShare: 0.2,
      sourceRule: .headroom, destinationRule: .siteBySite,
      switches: Switches(
        oneClickDispatch: false, residentPolicing: bundle, intelligence: bundle, jointMediation: bundle),
      unitsPerFacility: [])
  }

  private static func treatments() -> [Treatment] {
    ratios.map { treatmentDefinition("s\(Int(($0 * 100).rounded()))", $0) }
      + [treatmentDefinition("s20-package", 0.2, bundle: true)]
  }

  private static func kind(_ id: String, _ zh: String, _ harm: Double) -> IncidentKind {
    IncidentKind(
      id: id, name: LocalizedText(zh: zh, en: id), exogenousPerYear: 300, hourWeights: [], weekdayWeights: [],
      monthWeights: [], priority: 1, urgentShare: 0, urgentPriority: 1, sceneMinutes: .exponential(mean: 30),
      paperworkMinutes: 10, secondUnitProbability: 0.2, skills: [], harm: harm, followUps: [], units: 0)
  }

  private static func force() -> Force {
    Force(
      categories: [
        OfficerCategory(
          id: "community", name: LocalizedText(zh: "社区民警", en: "Community officers"), pool: .community,
          isSworn: true,
          count: 120)
      ],
      sentDown: SentDownOfficers(
        initialEffectiveness: 0.6, finalEffectiveness: 0.95, learningDays: 90, rotatesYearly: true,
        tourHoursPerYear: 595, mediationHoursPerYear: 300),
      streetShift: StreetShift(group: "street", officersPerUnitShift: 4.2, shiftOrder: [], weekdayOrder: []))
  }

  private static func community() -> CommunityPolicing {
    CommunityPolicing(
      visitors: [Visitors(category: "community", tourHoursPerYear: 595, weight: 1)], beats: 100,
      visitHours: 1,
      jointHandOffDays: 7, jointHandOffDaysWithChiefs: 3, closureGain: 0.05, intelligenceFactor: 1.25,
      residentFactor: 1.15, mediationHoursPerYear: 20_000)
  }

  private static func dispatch() -> DispatchRules {
    DispatchRules(
      callTakingSeconds: 83, oneClickSeconds: 45, acknowledgeSeconds: 10, accessSeconds: 0, policy: .nearest,
      preemption: .never,
      resumesAfterPreemption: true, preemptingPriority: 1, reserveUnits: 0, waitingLimit: nil,
      relocation: .homePost, busyFraction: 0.3)
  }

  private static func sources() -> [SourceNote] {
    SourceMark.allCases.map { mark in
      SourceNote(
        key: "dispatch.callTakingSeconds", value: "83", statedValue: nil, mark: mark,
        note: LocalizedText(
          zh: "内蒙古 2023 年公布的数字 & 推算 <A>", en: "Published figures of Inner Mongolia, 2023 & <A>"))
    }
  }
}
