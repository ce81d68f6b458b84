import ArgumentParser
import Dunjing

/// The command `dunjing`.
@main
struct DunjingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dunjing",
    abstract:
      "Simulates and compares plans that move police officers from headquarters to street and community.",
    discussion: """
      A study is a folder with scenario.yaml and the tables it names. Typical use:

        dunjing init my-city --template city
        dunjing validate scenarios/baicheng
        dunjing run scenarios/baicheng --out out/baicheng
        dunjing report out/baicheng --format pdf

      The run folder then holds report.zh.html, report.en.html, results.json and tables/.
      """,
    version: Version.text,
    subcommands: [
      InitCommand.self, RunCommand.self, ReportCommand.self, CompareCommand.self, ReplayCommand.self,
      ValidateCommand.self,
      TraceCommand.self, AnalyzeCommand.self, LocateCommand.self,
      OptimizeCommand.self, SweepCommand.self, RunsCommand.self, ImportCommand.self, CalibrateCommand.self,
      BacktestCommand.self, PlanCommand.self, SubmitCommand.self, StatusCommand.self, ResumeCommand.self,
      MergeCommand.self,
      TablesCommand.self, SchemaCommand.self, ExplainCommand.self, IndicatorsCommand.self
    ])
}
