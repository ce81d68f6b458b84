import Logging

/// The log of the program: lines on standard error, from a level on.
public enum WorkLog {
  /// The variable of the environment that says the level: trace, debug, info, notice, warning, error or critical.
  public static let variable = "DUNJING_LOG"

  /// A logger of the level that the environment asks for; unless it does, notice, or warning where somebody watches anyway.
  public static func logger(
    _ label: String, environment: [String: String], isWatched: Bool = false
  ) -> Logger {
    var logger = Logger(label: label) { StreamLogHandler.standardError(label: $0) }
    logger.logLevel =
      environment[variable].flatMap { Logger.Level(rawValue: $0.lowercased()) }
      ?? (isWatched ? .warning : .notice)
    return logger
  }
}
