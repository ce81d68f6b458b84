extension SourceRule: DescribedChoice {
  var meaning: LocalizedText {
    switch self {
    case .headroom:
      LocalizedText(
        zh: "按各部门超出最低留守的人数成比例（最大余数法）",
        en: "in proportion to the officers above each floor, by largest remainder")
    case .balanced:
      LocalizedText(
        zh: "每次从抽走一名后负荷率最低的部门抽下一名",
        en: "the next officer from the department whose utilization stays lowest without one more")
    case .lowestWeightFirst:
      LocalizedText(
        zh: "先从 delayWeight 最低的部门抽，抽到最低留守为止",
        en: "from the department of the lowest delayWeight down to its floor, then the next")
    }
  }
}

extension DestinationRule: DescribedChoice {
  var meaning: LocalizedText {
    switch self {
    case .siteBySite:
      LocalizedText(
        zh: "第一个备用点的所有班次排满后再排下一个点", en: "all shifts of the first reserve site before the next site")
    case .shiftByShift:
      LocalizedText(
        zh: "第一个班次在所有备用点排满后再排下一个班次", en: "the first shift at all reserve sites before the next shift")
    }
  }
}

extension PrecisionTarget: DescribedChoice {
  var meaning: LocalizedText {
    switch self {
    case .level:
      LocalizedText(
        zh: "每个方案的均值：半宽与该均值之比", en: "the mean under every treatment: half width relative to that mean")
    case .difference:
      LocalizedText(
        zh: "每个方案与基准的配对差：半宽与基准均值之比",
        en:
          "the paired difference of every treatment to the baseline: half width relative to the baseline's mean"
      )
    }
  }
}

extension EstimateUse: DescribedChoice {
  var meaning: LocalizedText {
    switch self {
    case .fixed: LocalizedText(zh: "研究中的值", en: "the values of the study")
    case .drawn:
      LocalizedText(
        zh: "按标准误抽取：结果说明数据留下多少不确定",
        en: "drawn by their standard errors: results tell what the data leave open")
    }
  }
}

extension EstimateDistribution: DescribedChoice {
  var meaning: LocalizedText {
    switch self {
    case .gamma: LocalizedText(zh: "伽马分布，用于发生率和权重", en: "gamma, for rates and weights")
    case .beta: LocalizedText(zh: "贝塔分布，用于比例", en: "beta, for shares")
    case .normal: LocalizedText(zh: "正态分布", en: "normal")
    case .logNormal:
      LocalizedText(
        zh: "对数正态分布，value 为中位数，用于用时、车速和形状参数",
        en: "log-normal with the value as its median, for times, speeds and shapes")
    case .dirichlet:
      LocalizedText(
        zh: "各为伽马分布，再使同一 group 的均值不变，用于各时段权重",
        en: "each gamma, then scaled to the mean of the group, for profiles")
    }
  }
}

extension SourceMark: DescribedChoice {
  var meaning: LocalizedText {
    switch self {
    case .announced: LocalizedText(zh: "改革通报中公布", en: "stated in the announcement of the reform")
    case .published: LocalizedText(zh: "其他公开资料", en: "published elsewhere")
    case .derived: LocalizedText(zh: "由公布的数推算", en: "derived from announced or published numbers")
    case .assumed: LocalizedText(zh: "假定", en: "assumption")
    }
  }
}
