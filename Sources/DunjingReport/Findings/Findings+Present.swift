import DunjingExperiment
import DunjingScenario
import DunjingSimulation

extension Findings {
  /// Whether the baseline, which stands for the present, can last as the study describes it: departments get their work done, and
  /// dispatch keeps up. A department or two that fall behind, of few of the officers, are told with the plans that take from them.
  var isPresentLasting: Bool {
    guard let baseline else { return true }
    return !baseline.isUnstable && !isHeadquartersOverfull && !isMuchOverloaded(baseline)
  }

  /// Whether the departments that fall behind under a treatment have at least a fifth of the officers of all.
  private func isMuchOverloaded(_ treatment: TreatmentResult) -> Bool {
    func officers(_ departments: [DepartmentOutcome]) -> Int { departments.reduce(0) { $0 + $1.officers } }
    let behind = officers(overloaded(under: treatment))
    return behind > 0 && 5 * behind >= officers(treatment.departments)
  }

  /// Whether the departments together get more work under the baseline than they can do.
  var isHeadquartersOverfull: Bool {
    estimate(.departmentUtilization, of: baseline).map { $0.mean >= 1 } ?? false
  }
}
