import ArgumentParser

/// `dunjing calibrate`: gives a study the numbers that data speak for, or says what it has to be for known outcomes.
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: String(
      zh: "用数据和已知结果估计研究中的参数。", en: "Gives a study the numbers that data and known outcomes speak for."),
    subcommands: [CalibrateDemandCommand.self, CalibratePreventionCommand.self])
}
