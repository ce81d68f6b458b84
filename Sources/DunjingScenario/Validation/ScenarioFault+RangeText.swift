extension ScenarioFault {
  /// The texts of faults of the ranges of assumptions.
  var rangeText: Message? {
    switch self {
    case .halfRange(let end):
      let other = end == "low" ? "high" : "low"
      return Self.message(
        "只给了 \(end)，没有 \(other)", "请同时给出 low 和 high，或都不给", "\(end) is given without \(other)",
        "give both low and high, or neither")
    case .emptyRange(let low, let high):
      return Self.message(
        "low（\(low.short)）不小于 high（\(high.short)）", "low 须小于 high",
        "low (\(low.short)) is not less than high (\(high.short))", "low has to be less than high")
    case .rangeOfNoNumber(let key):
      return Self.message(
        "'\(key)' 不是 --set 能改的数值，不能给出范围", "请写一个数值的键（* 表示列表中的每一项），或删去 low 和 high",
        "'\(key)' is no number that --set reaches, so that it has no range",
        "write the key of a number (* for every record of a list), or leave low and high out")
    case .numberNotFound(let key):
      return Self.message(
        "场景没有给出 '\(key)' 的数值，不能在范围内变动", "请在 scenario.yaml 中写出该值，或删去 low 和 high",
        "the scenario has no number at '\(key)' that could vary",
        "write the value in scenario.yaml, or leave low and high out")
    default: return nil
    }
  }
}
