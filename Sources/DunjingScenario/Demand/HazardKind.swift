import DunjingRandom

/// A kind of latent hazard (风险隐患): it arises unseen, and becomes an incident unless found and closed in time.
///
/// The delay-time model of Christer & Waller (1984), "Delay time models of industrial inspection maintenance
/// problems": visits find a hazard with some probability during its incubation.
public struct HazardKind: Sendable, Equatable {
  /// The id, unique among hazard kinds.
  public var id: String
  /// The name.
  public var name: LocalizedText
  /// Hazards that arise per year in the whole city.
  public var arrivalsPerYear: Double
  /// Time from arising to becoming an incident, in days.
  public var incubationDays: Distribution
  /// Probability that one effective visit finds the hazard.
  public var detectionPerVisit: Double
  /// Probability that a found hazard is closed for good once it was mediated.
  public var closure: Double
  /// What it becomes, with shares that add up to 1.
  public var becomes: [HazardOutcome]
  /// Share of found hazards that need a department outside the police.
  public var jointShare: Double
  /// Officer-hours of mediation for one found hazard.
  public var mediationHours: Double
}

/// The kind of incident a hazard becomes, with its share.
public struct HazardOutcome: Sendable, Equatable {
  /// The id of the incident kind.
  public var kind: String
  /// The share of escalated hazards.
  public var share: Double
}

/// Tours in the community, and mediation of what they find.
public struct CommunityPolicing: Sendable, Equatable {
  /// Who makes tours.
  public var visitors: [Visitors]
  /// Beats (警务区) that a visit serves, in the whole city.
  public var beats: Int
  /// Hours of one visit.
  public var visitHours: Double
  /// Mean delay of joint mediation by the department, in days.
  public var jointHandOffDays: Double
  /// The same with station chiefs in township leadership, in days.
  public var jointHandOffDaysWithChiefs: Double
  /// What joint mediation and chiefs in leadership add to the closure probability.
  public var closureGain: Double
  /// Factor on effective visits with committee intelligence and targeted tours.
  public var intelligenceFactor: Double
  /// Factor on effective visits when officers are resident in the community (驻社区).
  public var residentFactor: Double
  /// Hours community officers can give to mediation in a year, in the whole city.
  public var mediationHoursPerYear: Double
  /// Factor on effective visits with police rooms on the premises of the committee (同址办公).
  public var coLocationFactor = 1.05
  /// How residents call their community officer past the call center.
  public var contactCards = ContactCards()
  /// Departments outside the police that join mediation; with none, all take ``jointHandOffDays``.
  public var partners: [Partner] = []
}

/// Calls that go to the community officer by the number on a card (小纸条), under the switch `contactCards`.
public struct ContactCards: Sendable, Equatable {
  /// Kinds of incidents for which residents use it.
  public var kinds = ["dispute", "help"]
  /// Share of these incidents.
  public var share = 0.05
  /// Minutes that the officer spends on one, taken from tours.
  public var officerMinutes = 25.0
}

/// A department outside the police that joins mediation (职能部门): its cases queue, first come, first served.
public struct Partner: Sendable, Equatable {
  /// The id, unique among partners.
  public var id: String
  /// The name.
  public var name: LocalizedText
  /// Its share of the joint cases, relative to other partners.
  public var weight: Double
  /// Cases it can close in a day in the whole study, shared among counties by demand.
  public var casesPerDay: Double
}

/// A group of people who visit grids.
public struct Visitors: Sendable, Equatable {
  /// The id of the officer category.
  public var category: String
  /// Hours on tour, for one person in a year.
  public var tourHoursPerYear: Double
  /// Effect of an hour relative to an experienced community officer.
  public var weight: Double
}
