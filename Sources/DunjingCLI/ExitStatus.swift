import ArgumentParser

/// The exit codes of the program; usage errors are ArgumentParser's own 64.
enum ExitStatus {
  /// The input is not a valid study.
  static let invalidInput = ExitCode(65)
  /// A defect of the program.
  static let internalFault = ExitCode(70)
  /// A file cannot be read or written.
  static let inputOutput = ExitCode(74)
  /// Stopped by the user; finished replications are kept.
  static let interrupted = ExitCode(130)
}
