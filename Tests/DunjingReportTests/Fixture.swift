import DunjingRandom

@testable import DunjingExperiment
@testable import DunjingScenario
@testable import DunjingSimulation

/// A made-up study whose numbers have the size of the shipped city's.
enum Fixture {
  static let ratios = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4]

  /// Level at ratio 0, its half width, then differences and their half widths at the other ratios.
  struct Curve {
    var level: Double
    var halfWidth: Double
    var differences: [Double]
    var halfWidths: [Double]
  }

  static let curves: [Indicator: Curve] = [
    .coreWithinTarget: curve(0.317, 0.001, [0.0022, 0.0031, 0.0039, 0.0054, 0.0059, 0.0152, 0.0298], 0.0009),
    .keyWithinTarget: curve(0.7212, 0.0013, [0.0074, 0.0135, 0.0203, 0.0265, 0.0294, 0.0396, 0.0665], 0.0012),
    .generalWithinTarget: curve(
      0.8443, 0.0006, [0.0119, 0.0241, 0.0345, 0.0418, 0.0459, 0.0508, 0.0578], 0.0005),
    .withinTarget: curve(0.741, 0.0006, [0.0101, 0.0211, 0.0305, 0.0368, 0.0409, 0.0468, 0.0538], 0.0005),
    .withinFiveMinutes: curve(
      0.8443, 0.0006, [0.0119, 0.0241, 0.0345, 0.0418, 0.0459, 0.0508, 0.0578], 0.0005),
    .dispatchMean: curve(1.41, 0.002, [0, -0.01, -0.01, -0.02, -0.02, -0.02, -0.03], 0.01),
    .turnoutMean: curve(0.5, 0.001, [0, 0, -0.01, -0.01, -0.01, -0.01, -0.01], 0.01),
    .travelMean: curve(2.34, 0.01, [-0.05, -0.09, -0.12, -0.14, -0.17, -0.2, -0.26], 0.01),
    .fullComplementMean: curve(5.07, 0.05, [-0.1, -0.2, -0.3, -0.38, -0.4, -0.44, -0.5], 0.06),
    .handlingMean: curve(37.08, 0.1, [-0.05, -0.1, -0.12, -0.17, -0.2, -0.2, -0.3], 0.09),
    .responseMeanFromCall: curve(4.25, 0.01, [-0.07, -0.14, -0.18, -0.22, -0.24, -0.28, -0.35], 0.01),
    .streetUtilization: curve(
      0.2778, 0.0004, [-0.0073, -0.0145, -0.021, -0.0274, -0.0335, -0.039, -0.0494], 0.0002),
    .pointVisitRate: curve(0.687, 0.007, [0.009, 0.018, 0.022, 0.0285, 0.032, 0.0426, 0.0586], 0.003),
    .linePassRate: curve(0.816, 0.009, [0.009, 0.017, 0.021, 0.025, 0.027, 0.036, 0.05], 0.008),
    .visibility: curve(0.14, 0.001, [0.0008, 0.0016, 0.002, 0.0028, 0.0034, 0.0058, 0.0097], 0.0002),
    .worstDecileResponse: curve(4.4, 0.05, [-0.11, -0.21, -0.24, -0.27, -0.29, -0.33, -0.38], 0.04),
    .responseGini: curve(0.16, 0.001, [0, 0, 0, 0, -0.001, -0.001, -0.002], 0.002),
    .queuedShare: curve(
      0.00012, 0.00005, [0.00001, -0.00001, 0, -0.00002, 0.00001, 0.00001, -0.00003], 0.00006),
    .incidents: curve(28_103, 32, [-181, -349, -488, -635, -771, -884, -1121], 6),
    .incidentsOrder: curve(2248, 10, [-31, -61, -86, -112, -135, -155, -196], 2.4),
    .incidentsFraud: curve(283, 4, [-3.3, -6.2, -8.8, -11.8, -14.3, -16.4, -21.2], 0.9),
    .incidentsCriminal: curve(424, 4, [-3.7, -7.1, -9.9, -13.1, -15.7, -18, -23], 0.9),
    .hazardsEscalated: curve(4869, 15, [-178, -342, -479, -624, -757, -868, -1100], 6),
    .departmentUtilization: curve(0.809, 0.003, [0.018, 0.038, 0.056, 0.078, 0.102, 0.125, 0.181], 0.001),
    .weightedDelay: curve(1.75, 0.16, [0.14, 0.33, 0.56, 1.03, 2.16, 3.22, 7.53], 0.2),
    .backlogEnd: curve(268, 42, [27, 57, 105, 186, 513, 961, 2427], 40),
    .departmentsOverloaded: curve(0.02, 0.02, [0.01, 0, 0.05, 0.19, 1.42, 2.46, 4.13], 0.2),
    .officersSunk: curve(0, 0, [9, 18, 26, 35, 44, 53, 70], 0),
    .assessmentScore: curve(48.25, 0.2, [0.6, 1.4, 2.1, 2.9, 3.4, 4.2, 5.5], 0.3),
    .harmIndex: curve(39_971, 113, [-378, -713, -978, -1191, -1187, -1190, -661], 55)
  ]

  static func curve(_ level: Double, _ half: Double, _ differences: [Double], _ halves: Double) -> Curve {
    Curve(
      level: level, halfWidth: half, differences: [0] + differences,
      halfWidths: [0] + Array(repeating: halves, count: differences.count))
  }

  /// The full study: eight ratios and one package.
  static func result() -> ExperimentResult {
    var treatments = ratios.indices.map { treatment(at: $0) }
    var package = treatment(at: 4)
    package.id = "s20-package"
    package.name = LocalizedText(zh: "20% 加配套机制", en: "20% with the integration package")
    for index in package.comparisons.indices where package.comparisons[index].indicator == .harmIndex {
      package.comparisons[index].difference -= 900
    }
    for index in package.estimates.indices where package.estimates[index].indicator == .harmIndex {
      package.estimates[index].mean -= 900
    }
    treatments.append(package)
    return ExperimentResult(
      name: LocalizedText(zh: "示例市警力下沉方案仿真对比", en: "Officers to the street: an example city"),
      scenarioHash: String(repeating: "3f9a0c1e", count: 8), seed: 20_231_222, replications: 30,
      confidence: 0.95,
      horizonDays: 365, baseline: "s0", treatments: treatments,
      warnings: [
        LocalizedText(
          zh: "下沉 40% 时有 4 个部门的工作量超过能力。", en: "At 40% four departments receive more work than they can do.")
      ])
  }

  static func treatment(at index: Int) -> TreatmentResult {
    let ratio = ratios[index]
    let percent = Int((ratio * 100).rounded())
    let present = Indicator.allCases.filter { curves[$0] != nil }
    return TreatmentResult(
      id: "s\(percent)", name: LocalizedText(zh: "下沉 \(percent)%", en: "Sink \(percent)%"), sinkRatio: ratio,
      redeployment: redeployment(ratio), estimates: present.compactMap { estimate($0, at: index) },
      comparisons: index == 0 ? [] : present.compactMap { comparison($0, at: index) },
      responses: [
        response(.core, target: 1, scale: 95 - 25 * ratio),
        response(.key, target: 3, scale: 140 - 60 * ratio),
        response(.general, target: 5, scale: 175 - 90 * ratio)
      ],
      grids: grids().enumerated().map { gridOutcome($1, number: $0, ratio: ratio) },
      weekHours: (0..<168).map { weekHour($0, ratio: ratio) }, departments: departmentOutcomes(ratio),
      harmByReplication: harm(at: index),
      weeklyBacklog: (1...52).map { 268 + Double($0) / 52 * (curves[.backlogEnd]?.differences[index] ?? 0) },
      patrol: patrolOutcome(ratio), workloads: workloads(ratio))
  }

  /// Thirty replications around the mean, such that two treatments differ with a half width of about 45.
  private static func harm(at index: Int) -> [Double] {
    let mean = estimate(.harmIndex, at: index)?.mean ?? 0
    var stream = RandomStream(seed: 1, purpose: StreamPurpose(rawValue: 901), entity: UInt64(index))
    let noise = (0..<30).map { _ in (stream.nextUnit() - 0.5) * 250 }
    let center = noise.reduce(0, +) / 30
    return noise.map { mean + $0 - center }
  }

  private static func estimate(_ indicator: Indicator, at index: Int) -> Estimate? {
    curves[indicator].map {
      Estimate(
        indicator: indicator, mean: $0.level + $0.differences[index], halfWidth: $0.halfWidth, count: 30)
    }
  }

  private static func comparison(_ indicator: Indicator, at index: Int) -> Comparison? {
    guard let curve = curves[indicator] else { return nil }
    let (difference, half) = (curve.differences[index], curve.halfWidths[index])
    return Comparison(
      indicator: indicator, difference: difference, halfWidth: half * 0.7, simultaneousHalfWidth: half,
      relative: curve.level == 0 ? nil : difference / curve.level,
      relativeHalfWidth: curve.level == 0 ? nil : half / curve.level, isSignificant: abs(difference) > half)
  }

  private static func redeployment(_ ratio: Double) -> RedeploymentSummary {
    let sunk = Int((175 * ratio).rounded())
    let street = sunk / 5
    return RedeploymentSummary(
      agencyOfficers: sunk, countyOfficers: 0, toCommunity: sunk - street, toStreet: street,
      unitShiftsPerDay: Double(street) / 4.2,
      communityShare: Double(120 + sunk - street) / Double(243 + sunk),
      stationShare: Double(243 + sunk) / Double(491 + sunk))
  }

  private static func patrolOutcome(_ ratio: Double) -> PatrolOutcome {
    PatrolOutcome(
      pointRates: (0..<6).map { min(1, 0.5 + 0.1 * Double($0) + ratio / 4) }, lineRates: [1, 0.8, 0.5, 0.97],
      visibilityByHour: (0..<24).map { (8..<22).contains($0) ? 0.2 + ratio / 40 : 0.055 })
  }

  private static func workloads(_ ratio: Double) -> [GroupWorkload] {
    [
      ("street", "街面单元", "Street unit", 0.28), ("car", "派出所值班车", "Station duty car", 0.05),
      ("post", "岗", "Post", 0.003)
    ]
    .compactMap { id, chinese, english, level in
      GroupWorkload(
        id: id, name: LocalizedText(zh: chinese, en: english),
        utilization: (0..<9).map { level * (1 - ratio / 3) * (0.8 + 0.05 * Double($0)) })
    }
  }

  private static func response(_ area: AreaClass, target: Double, scale: Double) -> ResponseDistribution {
    let counts = (0..<241).map { bin -> Double in
      let x = Double(bin) * 10 / scale
      return 1000 * x * x / (1 + x * x * x * x * x)
    }
    return ResponseDistribution(
      areaClass: area, targetMinutes: target, counts: counts, binSeconds: 10, unreached: 2)
  }

  private static func weekHour(_ hour: Int, ratio: Double) -> WeekHour {
    let day = hour % 24
    let demand = 1.2 + 2.2 * Double(min(day, 24 - min(day, 20))) / 12 + (hour >= 120 ? 0.3 : 0)
    let isDay = (8..<20).contains(day)
    let onDuty = (isDay ? 15 : 11) + (isDay ? 12 * ratio : 4 * ratio)
    return WeekHour(
      incidents: demand, busyUnits: demand * 0.95, unitsOnDuty: onDuty, unitsAvailable: onDuty - 3)
  }

  private static func departmentOutcomes(_ ratio: Double) -> [DepartmentOutcome] {
    departments().enumerated().map { index, department in
      let load = 0.62 + 0.03 * Double(index) + ratio * 0.5
      return DepartmentOutcome(
        id: department.id, name: department.name,
        officers: department.agencyOfficers + department.countyOfficers,
        taken: Int(Double(department.agencyOfficers) * ratio), utilization: load, delayDays: load * load * 3,
        backlogEnd: 30 + 400 * max(0, load - 0.9))
    }
  }

  private static func gridOutcome(_ grid: Grid, number: Int, ratio: Double) -> GridOutcome {
    let distance = ((grid.x - 8) * (grid.x - 8) + (grid.y - 8) * (grid.y - 8)).squareRoot()
    let isEmpty = number % 53 == 7
    let minutes = 0.8 + distance * 0.85 - ratio * (distance > 4 ? 2.2 : -0.6)
    return GridOutcome(
      id: grid.id, incidentsPerYear: isEmpty ? 0 : 110, meanMinutes: isEmpty ? nil : minutes,
      withinTarget: isEmpty ? nil : 0.8, nearestPostMinutes: minutes * 0.8,
      seenShare: distance < 3 ? 0.25 : 0.03)
  }
}
