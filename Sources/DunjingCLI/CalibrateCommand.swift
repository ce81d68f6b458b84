import ArgumentParser

/// `dunjing calibrate`: gives a study the numbers that data speak for.
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate", abstract: "Gives a study the numbers that data speak for.",
    subcommands: [CalibrateDemandCommand.self])
}
