import Dunjing

extension StudySummary {
  /// Departments that by formula have about as much work as they can do, or more, before anybody is sent down, and what to do
  /// where they have more.
  static func overload(in scenario: Scenario, _ demand: ExpectedDemand) -> LocalizedText? {
    var (isOver, isOverByCases) = (false, false)
    let over = zip(scenario.departments, demand.caseHours).compactMap { department, cases -> LocalizedText? in
      let fixed = department.fixedHoursPerYear
      let capacity = ExpectedDemand.capacityHours(of: department.officers, in: scenario)
      guard capacity > 0, (fixed + cases) / capacity >= ExpectedDemand.fullLoad else { return nil }
      isOver = isOver || fixed + cases >= capacity
      isOverByCases = isOverByCases || cases >= capacity
      let percent = Int(((fixed + cases) / capacity * 100).rounded())
      let hours = [fixed, cases, capacity].map { Int($0.rounded()) }
      return LocalizedText(
        zh: "\(department.name.zh) \(percent) %（固定 \(hours[0]) + 警情带来 \(hours[1])，能力 \(hours[2]) 小时/年）",
        en:
          "\(department.name.en) \(percent) % (\(hours[0]) h fixed + \(hours[1]) h from incidents, of \(hours[2]) h a year)"
      )
    }
    guard !over.isEmpty else { return nil }
    let (lasting, cases) = (lasting(isOver), cases(isOverByCases))
    return LocalizedText(
      zh: "不下沉时工作量已接近或超过能力的部门：\(over.map(\.zh).joined(separator: "；"))。接近能力时延误很长，超过能力时积压不断增长\(lasting.zh)；"
        + "fixedHoursPerYear 若含警情带来的工作，请减去，否则请核对人数\(cases.zh)。",
      en: "Departments with about as much work as they can do, or more, before anybody is sent down: "
        + "\(over.map(\.en).joined(separator: "; ")). Near that waits are long, above it backlogs grow\(lasting.en). If fixedHoursPerYear holds work that incidents bring, "
        + "subtract it; otherwise check the officers\(cases.en).")
  }

  /// That a present with more work than hours cannot last.
  private static func lasting(_ isOver: Bool) -> LocalizedText {
    isOver
      ? LocalizedText(
        zh: "，这样的现状不能长久，与之比较的代价不可信",
        en: ": such a present cannot last, and no price that is compared with it can be trusted")
      : LocalizedText("")
  }

  /// What to look at where incidents alone bring more work than there are hours.
  private static func cases(_ isOverByCases: Bool) -> LocalizedText {
    isOverByCases
      ? LocalizedText(
        zh: "；仅警情带来的就超过能力的，请核对每起警情的工时（followUps 的 hours）和警情数",
        en:
          ", and where incidents alone bring more than that, the hours for each (hours of followUps) and the number of incidents"
      )
      : LocalizedText("")
  }
}

extension StudySummary {
  /// The work of a department that treatments take officers from.
  struct DepartmentLoad: Encodable {
    let id: String
    let name: LocalizedText
    /// Hours of work in a year by formula, over those that the officers who are left have; nil where nobody is.
    let utilization: Double?

    /// The same as a number that sorts.
    var share: Double { utilization ?? .infinity }
  }
}

extension StudySummary.TreatmentSummary {
  /// How hard the treatment is on departments: those that nobody is left in, and the loads of the other full ones together.
  var strain: (empty: Int, load: Double) {
    (full.count { $0.utilization == nil }, full.compactMap(\.utilization).reduce(0, +))
  }
}

/// The work of departments under treatments by formula: that without any sinking, less the incidents that the treatment is
/// expected to prevent in the measured days, in proportion to those of the baseline.
struct TreatmentLoads {
  private let scenario: Scenario
  private let forecast: PreventionForecast
  /// Incidents in a year by kind, without any sinking.
  private let incidents: [Double]
  /// Those expected in the measured days under the baseline, in a year.
  private let baseline: [Double]

  init(_ world: World, _ expected: ExpectedDemand) {
    (scenario, forecast) = (world.scenario, PreventionForecast(world))
    incidents = expected.incidentsPerYear
    baseline = forecast.outlook(of: world.plans[world.baseline]).incidentsByKind
  }

  /// Departments that lose officers to a treatment or a later step of it, and then have about as much work as they can do, or
  /// more; the fullest first.
  func full(under plan: TreatmentPlan) -> [StudySummary.DepartmentLoad] {
    let steps = ([plan] + plan.phases.map(\.plan)).filter { $0.sunk + $0.moved > 0 }.map(loads)
    return scenario.departments.enumerated().compactMap { number, department in
      guard let worst = steps.compactMap({ $0[number] }).max(), worst >= ExpectedDemand.fullLoad else {
        return nil
      }
      return StudySummary.DepartmentLoad(
        id: department.id, name: department.name, utilization: worst.isFinite ? worst : nil)
    }.sorted { $0.share > $1.share }
  }

  /// The load of every department, as a share of what the officers who are left can do; infinite without any, nil for a
  /// department that nobody leaves.
  private func loads(under plan: TreatmentPlan) -> [Double?] {
    let shares = zip(forecast.outlook(of: plan).incidentsByKind, baseline).map { $1 > 0 ? $0 / $1 : 1 }
    let incidents = zip(incidents, shares).map { $0 * $1 }
    let taken = zip(plan.takenFromAgencies, plan.takenFromCounties).map { $0 + $1 }
    let cases = ExpectedDemand.caseHours(of: incidents, in: scenario)
    return scenario.departments.enumerated().map { number, department in
      let taken = taken[number]
      guard taken > 0 else { return nil }
      let hours = department.fixedHoursPerYear + cases[number]
      let left = department.officers - taken
      return ExpectedDemand.load(of: left, hours, in: scenario)
        ?? (hours > 0 ? .infinity : 0)
    }
  }
}
