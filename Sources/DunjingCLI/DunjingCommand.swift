import ArgumentParser
import Dunjing

/// The command `dunjing`.
@main
struct DunjingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dunjing",
    abstract:
      String(
        zh: "仿真并比较警力从机关下沉到街面和社区的方案。",
        en:
          "Simulates and compares plans that move police officers from headquarters to street and community."),
    discussion: String(
      zh: """
        研究是一个文件夹，其中有 scenario.yaml 和它引用的表格。结果文件夹中有 report.zh.html、report.en.html、results.json \
        和 tables/。
        """,
      en: """
        A study is a folder with scenario.yaml and the tables it names. The folder of a run holds report.zh.html,
        report.en.html, results.json and tables/.
        """,
      examples: """
        dunjing init my-city --template city
        dunjing validate scenarios/baicheng
        dunjing run scenarios/baicheng --out out/baicheng
        dunjing report out/baicheng --format pdf
        """),
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
