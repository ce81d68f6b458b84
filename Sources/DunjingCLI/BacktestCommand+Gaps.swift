import Dunjing

extension BacktestCommand {
  /// Why no record can be played, and what to do about those of unknown kinds.
  func nothingToPlay(
    _ gaps: [(reason: RecordGap, rows: [Int])], _ table: KindTableText
  ) -> InvalidScenario {
    guard !gaps.isEmpty else {
      return refusal(
        LocalizedText(zh: "文件中没有记录", en: "the file holds no records"),
        LocalizedText(
          zh: "请给出由 dunjing import incidents 写出、表头之下有记录的 incidents.csv",
          en: "give an incidents.csv of dunjing import incidents with records below its header"))
    }
    let zh = gaps.map { "\($0.rows.count) 条\($0.reason.reason.zh)" }.joined(separator: "，")
    let en = gaps.map { "\($0.rows.count) because \($0.reason.reason.en)" }.joined(separator: ", ")
    return refusal(
      LocalizedText(zh: "没有可以回放的记录（\(zh)）", en: "none of the records can be played (\(en))"),
      gaps.contains { $0.reason == .unknownKind }
        ? LocalizedText(
          zh: (["请用 --kinds 或 --rest 把类别对应到研究中的类别"] + table.lines(in: .zh)).joined(separator: "\n"),
          en: (["map kinds to those of the study with --kinds or --rest"] + table.lines(in: .en))
            .joined(separator: "\n"))
        : LocalizedText(
          zh: "请给出有接警时刻、位置在研究网格之内的记录",
          en: "give records with the time of the call and a position within the grids of the study"))
  }

  private func refusal(_ problem: LocalizedText, _ remedy: LocalizedText) -> InvalidScenario {
    InvalidScenario(issues: [
      ScenarioIssue(file: incidents, line: 1, column: 1, keyPath: "", problem: problem, remedy: remedy)
    ])
  }
}
