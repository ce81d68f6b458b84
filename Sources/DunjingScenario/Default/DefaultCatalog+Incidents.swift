import DunjingRandom

extension DefaultCatalog {
  /// The seven kinds of incidents in the city of reference; `exogenousPerYear` is what does not grow from hazards.
  public static let incidentKinds: [IncidentKind] = [
    kind(
      "criminal", "刑事", "Criminal", 300.0, .night, priority: 2, urgent: (0.5, 1), scene: (60, 0.9),
      paperwork: 30, second: 1, skills: ["patrol"], harm: 20,
      [("investigation", 130), ("legal", 24), ("forensic", 20)]),
    kind(
      "fraud", "电信网络诈骗", "Telecom fraud", 140.5, .general, priority: 2, scene: (50, 0.7), paperwork: 25,
      second: 0, skills: ["basic"], harm: 10, [("antiFraud", 70), ("legal", 10), ("forensic", 12)]),
    kind(
      "order", "治安", "Public order", 1201.1, .night, priority: 2, scene: (45, 0.9), paperwork: 25,
      second: 0.5,
      skills: ["patrol"], harm: 4,
      [("investigation", 14), ("legal", 7), ("publicOrder", 2), ("forensic", 2)]),
    kind(
      "dispute", "纠纷", "Dispute", 2466.2, .night, priority: 3, scene: (35, 0.8), paperwork: 12, second: 0,
      skills: ["basic"], harm: 1, [("publicOrder", 0.3)]),
    kind(
      "traffic", "交通", "Traffic", 7208.9, .traffic, priority: 3, urgent: (0.1, 2), scene: (30, 0.8),
      paperwork: 15, second: 0, skills: ["traffic"], harm: 1, [("trafficHeadquarters", 2)]),
    kind(
      "help", "求助", "Help", 5972.3, .general, priority: 3, urgent: (0.05, 1), scene: (20, 0.8), paperwork: 6,
      second: 0, skills: ["basic"], harm: 0.5, []),
    kind(
      "other", "其他", "Other", 5691.3, .general, priority: 4, scene: (15, 0.7), paperwork: 5, second: 0,
      skills: ["basic"], harm: 0.25, [])
  ]

  /// Shares of all incidents by kind, in the order of ``incidentKinds``.
  static let incidentShares = [0.015, 0.01, 0.08, 0.135, 0.285, 0.25, 0.225]

  /// Incidents that beget later ones: disputes turn into public-order cases, these into criminal cases.
  public static let climbs: [Climb] = [
    Climb(from: "dispute", to: "order", probability: 0.06, meanDelayDays: 10),
    Climb(from: "order", to: "criminal", probability: 0.012, meanDelayDays: 10)
  ]

  private enum HourProfile {
    case general, night, traffic

    var weights: [Double] {
      switch self {
      case .general:
        [
          0.80, 0.60, 0.45, 0.35, 0.30, 0.35, 0.55, 0.95, 1.30, 1.35, 1.30, 1.25, 1.15, 1.10, 1.15, 1.20,
          1.25,
          1.35, 1.40, 1.45, 1.45, 1.35, 1.20, 1.00
        ]
      case .night:
        [
          1.3, 0.9, 0.6, 0.35, 0.25, 0.25, 0.35, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.9, 0.9, 0.9, 1.0, 1.1, 1.3,
          1.6, 1.9, 2.0, 1.9, 1.6
        ]
      case .traffic:
        [
          0.35, 0.2, 0.15, 0.15, 0.15, 0.25, 0.7, 1.9, 2.1, 1.35, 1.15, 1.1, 1.1, 1.05, 1.1, 1.2, 1.7, 2.1,
          1.7,
          1.2, 1.0, 0.8, 0.6, 0.45
        ]
      }
    }
  }

  private static func kind(
    _ id: String, _ zh: String, _ en: String, _ exogenous: Double, _ profile: HourProfile, priority: Int,
    urgent: (share: Double, priority: Int)? = nil, scene: (median: Double, sigma: Double), paperwork: Double,
    second: Double, skills: [String], harm: Double, _ followUps: [(department: String, hours: Double)]
  ) -> IncidentKind {
    let months =
      id == "traffic" ? [1.2, 1.2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.2] : [Double](repeating: 1, count: 12)
    let command = [FollowUp(department: "command", hours: 0.25)]
    return IncidentKind(
      id: id, name: LocalizedText(zh: zh, en: en), exogenousPerYear: exogenous,
      hourWeights: profile.weights.scaledToMeanOne,
      weekdayWeights: [0.98, 0.96, 0.96, 0.96, 1.05, 1.08, 1.02].scaledToMeanOne,
      monthWeights: months.scaledToMeanOne, priority: priority, urgentShare: urgent?.share ?? 0,
      urgentPriority: urgent?.priority ?? priority,
      sceneMinutes: .logNormal(median: scene.median, sigma: scene.sigma), paperworkMinutes: paperwork,
      secondUnitProbability: second, skills: skills, harm: harm,
      followUps: followUps.map { FollowUp(department: $0.department, hours: $0.hours) } + command, units: 1)
  }
}
