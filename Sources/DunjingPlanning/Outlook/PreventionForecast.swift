import DunjingScenario
import DunjingWorld

/// What plans prevent, with no look at response or headquarters: that of ``PlanOutlook/prevention(of:)``, at once.
///
/// The numbers of hazards and of incidents that do not grow from them may be other than those of the study, so that the
/// share of incidents that grows from hazards can be varied while the number of incidents stays.
public struct PreventionForecast: Sendable {
  /// The world.
  public let world: World
  private let model: PreventionModel

  /// Prepares a world.
  /// - Parameters:
  ///   - world: the study, compiled.
  ///   - hazardsPerYear: hazards that arise in a year by kind; those of the study unless given.
  ///   - exogenousPerYear: incidents in a year that grow neither from hazards nor from climbs, by kind; those of the
  ///     study unless given.
  /// - Complexity: O(counties · hazard kinds · days of the warm-up).
  public init(_ world: World, hazardsPerYear: [Double]? = nil, exogenousPerYear: [Double]? = nil) {
    self.world = world
    model = PreventionModel(world, hazardsPerYear: hazardsPerYear, exogenousPerYear: exogenousPerYear)
  }

  /// Returns what the plan prevents.
  /// - Complexity: O(counties · hazard kinds · days).
  public func outlook(of plan: TreatmentPlan) -> PreventionOutlook { model.outlook(of: plan) }

  /// Returns the incidents in a year by kind, repeats and climbs included, that follow from exogenous ones and from
  /// escalated hazards under a plan: a linear function of both.
  public func incidents(
    exogenousPerYear: [Double], escalationsPerYear: [Double], under plan: TreatmentPlan
  ) -> [Double] {
    model.incidents(exogenousPerYear, escalationsPerYear, plan).incidents
  }
}
