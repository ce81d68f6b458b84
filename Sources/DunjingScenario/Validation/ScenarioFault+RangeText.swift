extension ScenarioFault {
  /// The texts of faults of the ranges of assumptions and of estimates.
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
    case .estimateOfNoNumber(let key):
      let roots = EstimatedNumber.roots.sorted().joined(separator: ", ")
      return Self.message(
        "'\(key)' 不是可以抽取的数值",
        "请写以下各部分中一个数值的键（记录用编号，网格只有 demandWeight，整数不抽取）：\(roots)；例如 "
          + "incidentKinds.dispute.exogenousPerYear",
        "'\(key)' is no number that can be drawn",
        "write the key of one number, such as incidentKinds.dispute.exogenousPerYear: of \(roots); records by their ids, "
          + "of grids the demandWeight, no whole numbers")
    case .staleEstimate(let value, let study):
      return Self.message(
        "估计值为 \(value.short)，研究中的值却是 \(study.short)", "请使两者一致，或删去此行",
        "the estimate is \(value.short), but the study has \(study.short)",
        "make them one, or leave the row out")
    case .oddReplications(let count):
      return Self.message(
        "抽取参数时每两次重复共用一组参数，\(count) 是奇数", "请写偶数，例如 \(count + 1)",
        "\(count) is odd, but with drawn estimates every two replications share a draw",
        "write an even number, such as \(count + 1)")
    case .noSuchEstimate(let distribution, let value, let error):
      return Self.message(
        "没有均值 \(value.short)、标准误 \(error.short) 的 \(distribution.rawValue) 分布", distribution.needs.zh,
        "there is no \(distribution.rawValue) distribution with the value \(value.short) and the standard error "
          + error.short, distribution.needs.en)
    case .estimateTwice(let key):
      return Self.message(
        "'\(key)' 有两个估计", "请只留一行", "'\(key)' has two estimates", "leave one row")
    case .nothingToDraw:
      return Self.message(
        "要抽取参数，但没有带标准误的估计", "请给出 estimates 表（dunjing calibrate demand 写出此表），或写 fixed",
        "estimates are to be drawn, but none has a standard error",
        "give a table estimates, as dunjing calibrate demand writes it, or write fixed")
    default: return nil
    }
  }
}

extension EstimateDistribution {
  /// What values and standard errors it takes.
  var needs: LocalizedText {
    switch self {
    case .normal: LocalizedText(zh: "标准误须不小于 0", en: "the standard error has to be 0 or more")
    case .beta:
      LocalizedText(
        zh: "value 须在 0 与 1 之间，标准误的平方须明显小于 value·(1−value)",
        en:
          "the value has to lie between 0 and 1, and the square of the standard error well below value·(1−value)"
      )
    case .gamma, .logNormal, .dirichlet:
      LocalizedText(
        zh: "value 须大于 0，标准误须在 0 与 value 的 1000 倍之间",
        en: "the value has to be more than 0, and the standard error between 0 and 1,000 times the value")
    }
  }
}
