import DunjingRandom

extension DefaultCatalog {
  /// The four kinds of hazards with the arrivals of the city of reference.
  public static let hazardKinds: [HazardKind] = [
    hazard(
      "dispute", "矛盾纠纷隐患", "Dispute", 3895, days: 45, detection: 0.12, closure: 0.85,
      [("dispute", 1)], joint: 0.35, mediation: 3),
    hazard(
      "fraudExposure", "涉诈风险", "Fraud exposure", 247, days: 25, detection: 0.08, closure: 0.9,
      [("fraud", 1)], joint: 0.1, mediation: 1),
    hazard(
      "orderOpportunity", "治安隐患", "Public-order opportunity", 2647, days: 50, detection: 0.1, closure: 0.9,
      [("order", 0.897), ("criminal", 0.103)], joint: 0.2, mediation: 1.5),
    hazard(
      "safety", "安全隐患", "Safety", 9276, days: 90, detection: 0.08, closure: 0.9,
      [("traffic", 0.322), ("help", 0.424), ("other", 0.254)], joint: 0.4, mediation: 1)
  ]

  /// Hazards of the city of reference that become incidents in a year without redeployment, in the order of
  /// ``hazardKinds``.
  static let escalationsPerYear = [1328, 140.5, 914, 2487]

  /// Returns the hazards that become incidents in a city in a year without redeployment, in proportion to its residents, in the
  /// order of ``hazardKinds``.
  public static func escalationsPerYear(residents: Double) -> [Double] {
    escalationsPerYear.map { $0 * residents / referenceResidents }
  }

  /// Returns the hazards that arise in a city in a year, in proportion to its residents.
  public static func hazardKinds(residents: Double) -> [HazardKind] {
    hazardKinds.map { kind in
      var kind = kind
      kind.arrivalsPerYear *= residents / referenceResidents
      return kind
    }
  }

  private static func hazard(
    _ id: String, _ zh: String, _ en: String, _ arrivals: Double, days: Double, detection: Double,
    closure: Double, _ becomes: [(kind: String, share: Double)], joint: Double, mediation: Double
  ) -> HazardKind {
    HazardKind(
      id: id, name: LocalizedText(zh: zh, en: en), arrivalsPerYear: arrivals,
      incubationDays: .exponential(mean: days), detectionPerVisit: detection, closure: closure,
      becomes: becomes.map { HazardOutcome(kind: $0.kind, share: $0.share) }, jointShare: joint,
      mediationHours: mediation)
  }
}
