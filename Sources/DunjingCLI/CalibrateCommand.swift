import ArgumentParser

/// `dunjing calibrate`: what a study has to be for what is known to come out.
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Says what a study has to be for known outcomes to come out.",
    subcommands: [CalibratePreventionCommand.self])
}
