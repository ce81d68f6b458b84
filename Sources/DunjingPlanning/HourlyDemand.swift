import DunjingRandom
import DunjingScenario
import DunjingWorld

/// The demand of an average day by hour, as far as formulas know it.
///
/// Incidents of a year by kind (``ExpectedDemand``: hazards by the delay-time model, climbs and repeats included) follow
/// the kind's weights by hour; weekdays and months are averaged. Kinds that need the same skills are one class.
struct HourlyDemand: Sendable {
  /// A class of incidents with the same needs.
  struct Class: Sendable {
    /// The skills needed, as bits.
    let skills: UInt64
    /// Dispatches per hour, by hour of the day; an incident for two units counts as two.
    private(set) var ratePerHour = [Double](repeating: 0, count: 24)
    /// The mean of scene and paperwork in minutes, by hour of the day.
    private(set) var minutes = [Double](repeating: 0, count: 24)

    init(skills: UInt64) { self.skills = skills }

    /// Adds dispatches of an hour, each so many minutes long.
    mutating func add(_ rate: Double, minutes new: Double, hour: Int) {
      guard rate > 0 else { return }
      ratePerHour[hour] += rate
      minutes[hour] += (new - minutes[hour]) * rate / ratePerHour[hour]
    }
  }

  /// The classes, in order of first mention.
  let classes: [Class]
  /// Incidents per hour, by hour of the day.
  let incidentsPerHour: [Double]
  /// Dispatches per incident over the day.
  let unitsPerIncident: Double

  init(_ world: World, plan: TreatmentPlan) {
    let yearly = ExpectedDemand(world.scenario).incidentsPerYear
    let support = plan.treatment.switches.resourceSupport ? world.scenario.dispatch.supportSceneFactor : 1
    var classes: [Class] = []
    var incidents = [Double](repeating: 0, count: 24)
    for (index, kind) in world.kinds.enumerated() {
      let units = kind.meanUnits
      let minutes = kind.sceneMinutes.mean * support + kind.paperworkSeconds / 60 / units
      let position = classes.firstIndex { $0.skills == kind.skills } ?? classes.count
      if position == classes.count { classes.append(Class(skills: kind.skills)) }
      for hour in 0..<24 {
        let rate = yearly[index] / (365 * 24) * world.scenario.incidentKinds[index].hourWeights[hour]
        incidents[hour] += rate
        classes[position].add(rate * units, minutes: minutes, hour: hour)
      }
    }
    self.classes = classes
    incidentsPerHour = incidents
    let dispatches = classes.reduce(0) { $0 + $1.ratePerHour.reduce(0, +) }
    let total = incidents.reduce(0, +)
    unitsPerIncident = total > 0 ? dispatches / total : 1
  }
}
