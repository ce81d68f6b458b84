import DunjingScenario
import DunjingWorld

/// What makes a plan the same as another: whole officers, county by county and by station where they are divided among
/// stations, not the shares and weights that led there; and the mechanisms and programs that are on.
public struct PlanKey: Sendable, Hashable, Codable {
  private let officers: [[Int]]
  private let mechanisms: [String]

  /// The key of a plan.
  ///
  /// Officers of later phases follow those of the first. Which rule chose the officers does not matter, as they are the same
  /// officers; which shifts they staff does.
  public init(_ plan: TreatmentPlan) {
    let treatment = plan.treatment
    officers = Self.officers(plan)
    let rule = treatment.destinationRule
    let usesStreet = plan.toStreet > 0 || plan.phases.contains { $0.plan.toStreet > 0 }
    mechanisms =
      Mechanism.allCases.filter { treatment.switches[$0] }.map { "switches.\($0.rawValue)" }
      + treatment.programs.sorted().map { "programs.\($0)" }
      + (rule != .siteBySite && usesStreet ? ["destinationRule.\(rule.rawValue)"] : [])
  }

  private static func officers(_ plan: TreatmentPlan) -> [[Int]] {
    let now = plan.counties.map { county in
      county.takenFromAgencies + county.takenFromCounty + [county.moved, county.destination.toStreet]
        + (county.division?.officers ?? [])
    }
    return now + plan.phases.flatMap { officers($0.plan) }
  }

  /// The key as text, to be written down.
  public var text: String {
    let officers = officers.map { $0.map(String.init).joined(separator: ",") }.joined(separator: ";")
    return ([officers] + mechanisms).joined(separator: "\n")
  }
}
