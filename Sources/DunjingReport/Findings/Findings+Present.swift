import DunjingExperiment
import DunjingScenario
import DunjingSimulation

extension Findings {
  /// Whether the baseline, which stands for the present, can last as the study describes it: every department gets its work done,
  /// and dispatch keeps up.
  var isPresentLasting: Bool {
    guard let baseline else { return true }
    return !baseline.isUnstable && overloaded(under: baseline).isEmpty && !isHeadquartersOverfull
  }

  /// Whether the departments together get more work under the baseline than they can do.
  var isHeadquartersOverfull: Bool {
    estimate(.departmentUtilization, of: baseline).map { $0.mean >= 1 } ?? false
  }
}
