import ArgumentParser

/// The exit codes of the program.
enum ExitStatus {
  /// The command was typed wrongly; ArgumentParser's own code.
  static let usage = ExitCode(64)
  /// The input is not a valid study, or a plan or a run that cannot be used.
  static let invalidInput = ExitCode(65)
  /// No plan satisfies what is asked for, or none was found.
  static let noPlan = ExitCode(67)
  /// An iteration that did not settle.
  static let notConverged = ExitCode(68)
  /// A queue that has no steady state, as more arrives than its units can do.
  static let saturated = ExitCode(69)
  /// A defect of the program.
  static let internalFault = ExitCode(70)
  /// A file cannot be read or written.
  static let inputOutput = ExitCode(74)
  /// Stopped by the user; finished replications are kept.
  static let interrupted = ExitCode(130)
}
