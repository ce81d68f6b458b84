import ArgumentParser

/// `dunjing analyze`: what queueing theory says, without simulation.
struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Says what queueing theory says of a study or of a hypercube, without simulation.",
    discussion: """
      With the folder of a study: `dunjing analyze STUDY`, hour by hour of an average day (`dunjing analyze hours \
      --help`). With a file of rates: `dunjing analyze hypercube FILE`.
      """,
    subcommands: [AnalyzeStudyCommand.self, AnalyzeHypercubeCommand.self],
    defaultSubcommand: AnalyzeStudyCommand.self)
}
