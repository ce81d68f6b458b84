import DunjingRandom

/// What a scenario takes where it says nothing: the city of reference, 474,276 residents, scaled by residents.
///
/// Every number is listed in Documentation/Scenario.md; most are assumptions.
public enum DefaultCatalog {
  /// Residents of the city of reference.
  public static let referenceResidents = 474_276.0
  /// Incidents per year in the city of reference.
  public static let referenceIncidentsPerYear = 28_105.0

  /// Day, evening and night in shifts of eight hours, four teams.
  public static let threeShifts = Roster(
    id: "threeShifts",
    shifts: [
      Shift(id: "night", startMinute: 0, endMinute: 480), Shift(id: "day", startMinute: 480, endMinute: 960),
      Shift(id: "evening", startMinute: 960, endMinute: 1440)
    ], availability: 0.88, handoverMinutes: 10, breakMinutes: 20, teams: 4, coversDay: true)

  /// Returns the roster of a usual pattern, with the shares of ``threeShifts``.
  public static func roster(_ pattern: RosterPattern) -> Roster {
    var roster = threeShifts
    switch pattern {
    case .threeShifts: break
    case .twoShifts:
      roster.shifts = [
        Shift(id: "day", startMinute: 480, endMinute: 1200),
        Shift(id: "night", startMinute: 1200, endMinute: 480)
      ]
    case .dayOnTwoOff:
      roster.shifts = [Shift(id: "whole", startMinute: 480, endMinute: 480)]
      roster.teams = 3
    }
    return roster
  }

  /// The modes of travel: car, electric bike, and foot.
  public static let travel = Travel(
    modes: [
      TravelMode(
        id: "car", speedKilometersPerHour: 40, classSpeeds: [],
        hourFactors: (0..<24).map { hour in
          switch hour {
          case 7, 8, 17, 18: 0.85
          case 22, 23, 0...5: 1.1
          default: 1
          }
        }, monthFactors: [0.8, 0.8, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.8]),
      TravelMode(
        id: "ebike", speedKilometersPerHour: 15, classSpeeds: [],
        hourFactors: [Double](repeating: 1, count: 24), monthFactors: [Double](repeating: 1, count: 12)),
      TravelMode(
        id: "foot", speedKilometersPerHour: 5, classSpeeds: [],
        hourFactors: [Double](repeating: 1, count: 24), monthFactors: [Double](repeating: 1, count: 12))
    ], metric: .euclidean, followsRoads: true, detourFactor: 1.25)

  /// How calls are taken and units chosen.
  public static let dispatch = DispatchRules(
    callTakingSeconds: 83, oneClickSeconds: 45, acknowledgeSeconds: 10, accessSeconds: 0, policy: .nearest,
    preemption: .never,
    resumesAfterPreemption: true, preemptingPriority: 1, reserveUnits: 0, waitingLimit: nil,
    relocation: .homePost, busyFraction: 0.3)

  /// Targets of 1, 3 and 5 minutes from dispatch.
  public static let targets = ResponseTargets(
    coreMinutes: 1, keyMinutes: 3, generalMinutes: 5, clockOrigin: .dispatch)

  /// How headquarters works.
  public static let headquarters = HeadquartersRules(
    productiveHoursPerYear: 1500, caseVariation: 1.5, fixedLoadVariation: 0.2)

  /// Weights of the harm index: of a late arrival the same everywhere, of a day of delay in proportion to the residents, as
  /// the incidents that it is weighed against are.
  public static func harm(residents: Double) -> HarmWeights {
    HarmWeights(lateArrival: 0.25, delayDayPerYear: 250 * residents / referenceResidents)
  }

  /// One year of warm-up and one measured year from January 1, 2024.
  public static let time = StudyTime(
    zone: "Asia/Shanghai", start: CalendarDay(year: 2024, month: 1, day: 1), warmUpDays: 365, settlingDays: 0,
    horizonDays: 365)

  /// Sink ratios from 0 to 40 %, everything else equal.
  public static let treatments: [Treatment] = [0, 5, 10, 15, 20, 25, 30, 40].map { percent in
    Treatment(
      id: "sink\(percent)", name: LocalizedText(zh: "下沉 \(percent) %", en: "\(percent) % sent down"),
      sinkRatio: SinkRatio(agency: Double(percent) / 100), streetShare: 0.2, sourceRule: .headroom,
      destinationRule: .siteBySite, switches: noSwitches, unitsPerFacility: [])
  }

  /// All switches off.
  public static let noSwitches = Switches.none

  /// Programs that a treatment may name; what they avert is assumed.
  public static let programs = [
    Program(
      id: "leadersContact", name: LocalizedText(zh: "领导干部联系社区", en: "Leaders' contact with communities"),
      hazardKinds: [], reduction: 0.02, coverage: 1, buildUpDays: 90, hoursPerYear: 0),
    Program(
      id: "schoolVicePrincipals",
      name: LocalizedText(zh: "民警任法治副校长", en: "Officers as school vice-principals"),
      hazardKinds: ["fraudExposure", "orderOpportunity"], reduction: 0.04, coverage: 1, buildUpDays: 120,
      hoursPerYear: 880),
    Program(
      id: "sourceGovernance", name: LocalizedText(zh: "部门源头治理", en: "Governance at the source"),
      hazardKinds: [], reduction: 0.05, coverage: 1, buildUpDays: 180, hoursPerYear: 0)
  ]
}
