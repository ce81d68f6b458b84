import DunjingScenario
import DunjingWorld

extension PlanOutlook {
  /// Prepares a world that differs little from one whose outlook is known: response is not solved again if units,
  /// travel, dispatch and the time over each incident are the same, as far as the scenarios say.
  ///
  /// Shared response depends on the load as in the other world, with the kinds of incidents in the proportions of its
  /// baseline; at a world with the same demand it is exactly that.
  /// - Complexity: O(counties · (hazard kinds · days + departments)) where response is shared.
  public init(_ world: World, sharing other: PlanOutlook, threads: Int = 1) {
    if world.scenario.hasResponse(of: other.world.scenario) {
      self.init(world, response: other.responseModel)
    } else {
      self.init(world, threads: threads)
    }
  }

  private init(_ world: World, response: ResponseModel) {
    self.world = world
    preventionModel = PreventionModel(world)
    headquartersModel = HeadquartersModel(
      world, baseline: preventionModel.outlook(of: world.plans[world.baseline]))
    responseModel = ResponseModel(world, sharing: response)
  }
}

extension ResponseModel {
  /// The response of another world whose units and travel are the same.
  init(_ world: World, sharing other: ResponseModel) {
    (self.world, parts, classes, paces) = (world, other.parts, other.classes, other.paces)
    (baseline, cache) = (other.baseline, other.cache)
  }
}
