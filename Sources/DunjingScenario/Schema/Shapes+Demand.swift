extension Shapes {
  static let demand = RecordShape(
    "demand",
    [
      .key(
        "incidentsPerDay", .positive, zh: "不下沉时全城每天的警情总数，不含反复和升级的（由模型另加）；按内置比例分到各类。",
        en:
          "All incidents of the city in a day without sinking, but those that come again or climb, which the model adds; shared "
          + "among the default kinds.",
        unit: .perDay,
        default: .rule(
          zh: "每 474,276 居民每年 28,105 起（77.0 起/天）",
          en: "28,105 a year for 474,276 residents (77.0 a day)")),
      .key(
        "incidentsPerResidentYear", .number(NumberRange(low: 0, high: 10, excludesLow: true)),
        zh: "不下沉时每居民每年的警情总数；与 incidentsPerDay 只能给一个。",
        en: "All incidents by resident and year without sinking, in place of incidentsPerDay.",
        unit: .perResidentYear,
        default: .rule(LocalizedText("0.0593")))
    ])
  static let incidentKind = RecordShape("incidentKind", kindRates + kindWork)

  private static let kindRates: [KeyShape] =
    [
      id(
        "类别编号；与内置类别同名时以其为默认值。",
        "The id of the kind; with the name of a default kind its values are the defaults.")
    ] + names + [
      .key(
        "exogenousPerYear", .number(.between(0, 1e9)), zh: "全城每年不由隐患和引发而来的警情数。",
        en: "Incidents of the whole city in a year that do not grow from hazards or climbs.", unit: .perYear,
        default: catalog(zh: "按居民数和 demand", en: "by residents and demand")),
      .key(
        "hourWeights", .weights(count: 24), zh: "各小时的相对数量；自动归一到均值 1。",
        en: "Relative rates by hour of the day; scaled to a mean of 1.", unit: .perClock,
        default: catalog(zh: "其他全为 1", en: "else all 1")),
      .key(
        "weekdayWeights", .weights(count: 7), zh: "各星期几的相对数量；自动归一。",
        en: "Relative rates by weekday; scaled to a mean of 1.", unit: .perWeek,
        default: catalog(zh: "其他全为 1", en: "else all 1")),
      .key(
        "monthWeights", .weights(count: 12), zh: "各月的相对数量；自动归一。",
        en: "Relative rates by month; scaled to a mean of 1.", unit: .perMonths,
        default: catalog(zh: "其他全为 1", en: "else all 1")),
      .key(
        "priority", .integer(.between(1, 9)), zh: "等待时先服务级别高的。",
        en: "Waiting incidents are served in this order.",
        unit: .priority, default: catalog(zh: "其他须给出", en: "others have to give it")),
      .key(
        "urgentShare", .share, zh: "按 urgentPriority 处理的比例。",
        en: "Share of incidents that have urgentPriority instead.",
        unit: .share, default: catalog(zh: "其他 0", en: "else 0")),
      .key(
        "urgentPriority", .integer(.between(1, 9)), zh: "紧急部分的级别。", en: "Priority of the urgent share.",
        unit: .priority, default: catalog(zh: "其他同 priority", en: "else priority"))
    ]

  private static let kindWork: [KeyShape] = [
    .key(
      "sceneMinutes", .distribution, zh: "现场处置时长。", en: "Time on the scene.", unit: .minutes,
      default: catalog(zh: "其他须给出", en: "others have to give it")),
    .key(
      "paperworkMinutes", .number(.between(0, 1440)), zh: "离开现场后第一个单元做笔录、不能派的时间。",
      en: "Paperwork after the scene, during which the first unit cannot be sent.", unit: .minutes,
      default: catalog(zh: "其他 0", en: "else 0")),
    .key(
      "secondUnitProbability", .share, zh: "需要再增加一个单元的概率。", en: "Probability that one unit more is needed.",
      unit: .probability, default: catalog(zh: "其他 0", en: "else 0")),
    .key(
      "skills", .texts, zh: "单元须全部具备的技能。", en: "Skills that a unit needs, all of them.",
      default: catalog(zh: "其他 [basic]", en: "else [basic]")),
    .key(
      "harm", .nonnegative, zh: "一起警情在综合损失指数中的权重。", en: "Weight of one incident in the harm index.",
      unit: .weight,
      default: catalog(zh: "其他 1", en: "else 1"), effect: .evaluation),
    .key(
      "followUps", .list(followUp), zh: "给机关部门带来的工作。",
      en: "The work it begets at departments of headquarters.",
      default: catalog(zh: "其他无", en: "else none")),
    .key(
      "units", .integer(.between(1, 100)), zh: "总是需要的单元数，不含 secondUnitProbability 所增加的。",
      en: "Units always needed, besides the one that secondUnitProbability may add.", unit: .units,
      default: .integer(1)),
    .key(
      "deterrence", .record(deterrence),
      zh: "见警巡逻对此类警情的威慑；只作用于 exogenousPerYear 部分，不作用于由隐患或升级而来的警情。",
      en:
        "How visible patrol deters such incidents; of exogenousPerYear only, not of those from hazards or climbs.",
      default: .rule(zh: "无威慑", en: "none")),
    .key(
      "repeatShare", .number(.between(0, 0.9)), zh: "初次未解决而再次发生的概率（重复警情）。",
      en: "Probability that it comes again because it was not resolved at first.", unit: .probability,
      default: .number(0)),
    .key(
      "repeatMeanDays", .nonnegative, zh: "再次发生的平均间隔（指数分布）。",
      en: "Mean time until it comes again, exponential.", unit: .days, default: .number(7))
  ]

  /// The value of the default record with the same id, and what others have.
  static func catalog(zh: String, en: String) -> KeyDefault {
    .rule(zh: "同名内置项的值；\(zh)", en: "of a default with this id its value; \(en)")
  }

  static let deterrence = RecordShape(
    "deterrence",
    [
      .required(
        "effect", .share, zh: "巡逻单元正在该网格巡逻时，警情不发生的概率。",
        en: "Probability that the incident does not happen while a unit is on patrol in its grid.",
        unit: .probability),
      .required(
        "fadeMinutes", .number(NumberRange(low: 0, high: 10_080, excludesLow: true)),
        zh: "单元离开后，威慑按指数衰减到 1/e 所需的分钟数。",
        en: "Minutes after the unit has left in which the effect falls to 1/e, exponentially.", unit: .minutes
      )
    ])

  static let followUp = RecordShape(
    "followUp",
    [
      .required("department", .text, zh: "部门编号。", en: "The id of the department."),
      .required(
        "hours", .nonnegative, zh: "平均工时；逐案波动见 headquarters.caseVariation。",
        en: "Mean hours of work; headquarters.caseVariation spreads them from case to case.", unit: .hours)
    ])
  static let climb = RecordShape(
    "climb",
    [
      .required("from", .text, zh: "先发生的警情类别。", en: "The id of the earlier incident kind."),
      .required("to", .text, zh: "后引发的警情类别，须不同。", en: "The id of the later kind, another one."),
      .required(
        "probability", .share, zh: "一起前者引发一起后者的概率。",
        en: "Probability that one of the first begets one of the second.",
        unit: .probability),
      .required(
        "meanDelayDays", .positive, zh: "间隔的平均天数（指数分布）。", en: "Mean delay between the two, exponential.",
        unit: .days)
    ])
}
