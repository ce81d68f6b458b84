extension ScenarioFault {
  /// Returns the texts of faults of mechanisms that a scenario describes.
  func mechanismText(at path: String) -> Message? {
    switch self {
    case .emptyScale:
      Self.message(
        "'\(path)' 与 zero 相同，无法记分", "请让 full 与 zero 不同",
        "'\(path)' is the same as zero, so there are no points",
        "write a full that differs from zero")
    case .phasesOutOfOrder:
      Self.message(
        "'\(path)' 的 afterDays 没有逐项增大", "请按时间先后排列", "the afterDays of '\(path)' do not rise",
        "put them in order")
    case .outsideStudy(let day):
      Self.message(
        "'\(path)' 的 \(day.text) 不在预热和统计的日期之内", "请写研究期内的日期",
        "\(day.text) in '\(path)' is no day of the study",
        "write a day within its warm-up and measured days")
    case .cutWithoutRoads:
      Self.message(
        "'\(path)' 需要路网，但研究没有 roads", "请给出 roads，或去掉这一冲击", "'\(path)' needs roads, and the study has none",
        "give roads, or leave the shock out")
    case .cutOfOneNode:
      Self.message(
        "'\(path)' 少于两个节点", "道路在节点之间中断，请至少写两个相邻的节点",
        "'\(path)' names fewer than two nodes", "a road is cut between nodes: name at least two neighbors")
    case .noRoad(let from, let to):
      Self.message(
        "节点 '\(from)' 与 '\(to)' 之间没有路段", "请按路网写相邻的节点", "there is no road between '\(from)' and '\(to)'",
        "name neighboring nodes of the network")
    case .overlappingCuts(let first, let second):
      Self.message(
        "道路中断 '\(first)' 与 '\(second)' 时间重叠", "请让前一次在后一次开始之前结束",
        "the road cuts '\(first)' and '\(second)' are on at the same time",
        "end the earlier one before the later one begins")
    case .noStandby(let isTable):
      Self.message(
        "缺少 '\(path)'", "请写例如 order: [w1, w2]\(isTable ? "，或给出 table" : "；table 只用于 complianceTable")",
        "'\(path)' is missing",
        "write for example order: [w1, w2]\(isTable ? ", or give a table" : "; a table is for complianceTable only")"
      )
    case .wrongRow(let number, let found):
      Self.message(
        "待命表第 \(number) 行有 \(found) 个设施", "第 \(number) 行应有 \(number) 个",
        "row \(number) of the table names \(found) facilities",
        "name \(number): row k is for k idle units")
    default: nil
    }
  }
}
