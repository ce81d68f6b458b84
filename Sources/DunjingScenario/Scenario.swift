/// A study as the user wrote it: one city, its demand, its force, and the treatments to compare.
///
/// Everything that has a default is filled in; units are in the names. A `Scenario` may still be wrong;
/// only ``ValidScenario`` is not.
public struct Scenario: Sendable, Equatable {
  /// The name of the study.
  public var name: LocalizedText
  /// One sentence about the place and the question; may be empty.
  public var summary: LocalizedText
  /// Time zone, start, warm-up and horizon.
  public var time: StudyTime
  /// The coordinate system of every position in the bundle.
  public var coordinates: CoordinateSystem
  /// The grids, in file order.
  public var grids: [Grid]
  /// The counties, in file order; empty in a study of one.
  public var counties: [County]
  /// The road graph; without one, travel follows `travel.metric`.
  public var roads: RoadNetwork?
  /// Modes of travel, their speeds, and how these change by hour and month.
  public var travel: Travel
  /// The places units start from, in file order.
  public var facilities: [Facility]
  /// Officers by category, learning of sent-down officers, the price of a street shift.
  public var force: Force
  /// Shift patterns by name.
  public var rosters: [Roster]
  /// Groups of like response units.
  public var units: [UnitGroup]
  /// How calls are taken and units chosen.
  public var dispatch: DispatchRules
  /// Kinds of incidents, in order; an index into this list identifies a kind everywhere.
  public var incidentKinds: [IncidentKind]
  /// Kinds of latent hazards.
  public var hazardKinds: [HazardKind]
  /// Incidents that beget later incidents of another kind (民转刑).
  public var climbs: [Climb]
  /// Who visits grids, for how many hours, with what effect.
  public var community: CommunityPolicing
  /// The departments at headquarters.
  public var departments: [Department]
  /// How headquarters works: weekdays, spread of its load.
  public var headquarters: HeadquartersRules
  /// Must-visit points and must-patrol lines.
  public var patrol: PatrolDuties
  /// Response targets by area class.
  public var targets: ResponseTargets
  /// The treatments to compare, in file order; colors and tables keep this order.
  public var treatments: [Treatment]
  /// Replications, seed, baseline, confidence.
  public var experiment: ExperimentSettings
  /// Weights of the harm index, used only to rank plans.
  public var harm: HarmWeights
  /// Where numbers come from.
  public var sources: [SourceNote]
  /// Numbers that were estimated from data, with their uncertainty.
  public var estimates: [EstimatedNumber] = []
  /// What stands at the top of the report.
  public var report = ReportHeading()
  /// Long-term measures that keep hazards from arising.
  public var programs: [Program] = []
  /// What strikes the city on given days.
  public var shocks: [Shock] = []
  /// The scorecard.
  public var assessment: [AssessmentItem] = []
  /// The formula of the security index.
  public var security = SecurityFormula()
  /// The service windows at stations; nil where they are not looked at.
  public var windows: ServiceWindows?
}

extension Scenario {
  /// The residents of all grids.
  package var residents: Double { grids.map(\.population).reduce(0, +) }
}

/// A text in Chinese and English.
public struct LocalizedText: Sendable, Equatable, Codable {
  /// The Chinese text.
  public var zh: String
  /// The English text.
  public var en: String

  /// Creates a text from both languages.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// Creates a text that is the same in both languages.
  public init(_ text: String) {
    self.init(zh: text, en: text)
  }
}
