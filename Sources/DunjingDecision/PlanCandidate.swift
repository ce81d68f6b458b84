import DunjingScenario
import DunjingWorld

/// A plan that a search looks at.
struct PlanCandidate: Sendable {
  /// A number for each decision; nil for a treatment outside of the space, such as a baseline with other switches.
  let point: [Double]?
  let treatment: Treatment
  let plan: TreatmentPlan
  /// Whole officers and what is on, as text.
  let key: String
  /// The id in the scenario, if the scenario names it.
  let id: String?

  init(point: [Double]?, treatment: Treatment, plan: TreatmentPlan, id: String? = nil) {
    (self.point, self.treatment, self.plan, self.id) = (point, treatment, plan, id)
    // What does not vary is the same for all; a treatment outside of the space has its own.
    key = (point == nil ? "\(treatment.id):" : "") + PlanKey(plan).text
  }
}
