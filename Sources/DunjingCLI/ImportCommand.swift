import ArgumentParser

/// `dunjing import`: makes a study, or a part of one, out of data in other forms.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: String(
      zh: "把其他形式的数据做成研究，并核查警情记录。",
      en: "Makes a study out of data in other forms, and audits recorded incidents."),
    subcommands: [ImportTablesCommand.self, ImportNetworkCommand.self, ImportIncidentsCommand.self])
}
