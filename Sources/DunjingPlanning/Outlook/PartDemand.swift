import DunjingRandom
import DunjingScenario
import DunjingWorld

/// The incidents of one part by class and hour of the day: classes need the same skills.
struct PartDemand: Sendable {
  /// The skills of each class, as bits, in order of first mention.
  static func classes(of world: World) -> [UInt64] {
    world.kinds.reduce(into: []) { if !$0.contains($1.skills) { $0.append($1.skills) } }
  }

  /// Incidents in a year by class and then by hour of the day.
  private(set) var incidents: [[Double]]
  /// Dispatches in a year by class.
  private(set) var dispatches: [Double]
  /// Seconds of scene and paperwork in a year by class, of all units, without support from afar.
  private(set) var work: [Double]
  /// Of these, seconds on scene.
  private(set) var scenes: [Double]
  /// Seconds of work in a year by hour of the day, over all classes, were every hour like it.
  private(set) var workByHour = [Double](repeating: 0, count: 24)

  init(
    _ world: World, part: PartGeometry, classes: [UInt64], prevention: PreventionOutlook, plan: TreatmentPlan
  ) {
    let cards = Self.cards(plan, in: world)
    incidents = classes.map { _ in [Double](repeating: 0, count: 24) }
    dispatches = classes.map { _ in 0 }
    (work, scenes) = (dispatches, dispatches)
    for (number, kind) in world.kinds.enumerated() {
      guard let position = classes.firstIndex(of: kind.skills) else { continue }
      let all = part.countyShares.reduce(0) {
        $0 + prevention.incidents[$1.county][number] * $1.share
      }
      let perYear = all * (kind.usesContactCard ? 1 - cards : 1)
      let units = kind.meanUnits
      let scene = kind.sceneMinutes.mean * 60 * units
      let seconds = scene + kind.paperworkSeconds
      dispatches[position] += perYear * units
      scenes[position] += perYear * scene
      work[position] += perYear * seconds
      for (hour, weight) in world.scenario.incidentKinds[number].hourWeights.enumerated() {
        incidents[position][hour] += perYear * weight / 24
        workByHour[hour] += perYear * weight * seconds
      }
    }
  }

  /// The share of calls that go to contact cards under a plan.
  static func cards(_ plan: TreatmentPlan, in world: World) -> Double {
    plan.treatment.switches.contactCards ? world.scenario.community.contactCards.share : 0
  }

  /// Seconds of work in a year.
  var totalWork: Double { work.reduce(0, +) }
}
