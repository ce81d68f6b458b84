import ArgumentParser

/// `dunjing analyze`: what queueing theory says, without simulation.
struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: String(
      zh: "不作仿真，用排队论说明一个研究或一个超立方体模型。",
      en: "Says what queueing theory says of a study or of a hypercube, without simulation."),
    discussion: String(
      zh: """
        给出研究的文件夹：dunjing analyze STUDY，平均一天中逐小时（dunjing analyze hours --help）。给出速率文件：\
        dunjing analyze hypercube FILE。
        """,
      en: """
        With the folder of a study: `dunjing analyze STUDY`, hour by hour of an average day (`dunjing analyze hours \
        --help`). With a file of rates: `dunjing analyze hypercube FILE`.
        """),
    subcommands: [AnalyzeStudyCommand.self, AnalyzeHypercubeCommand.self],
    defaultSubcommand: AnalyzeStudyCommand.self)
}
