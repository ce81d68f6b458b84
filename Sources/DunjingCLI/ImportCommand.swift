import ArgumentParser

/// `dunjing import`: makes a study out of data in other forms.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Makes a study out of data in other forms.",
    subcommands: [ImportNetworkCommand.self])
}
