extension Shapes {
  static let time = RecordShape(
    "time",
    [
      .key(
        "zone", .text, zh: "时区名称，只印在报告中；模拟的一天总是 24 小时。",
        en: "The time zone, only printed; a simulated day always has 24 hours.",
        default: .text(DefaultCatalog.time.zone), effect: .information),
      .key(
        "start", .day, zh: "方案开始的日期，预热在它之前；决定月份和星期几。",
        en: "The day the treatments begin, right after the warm-up; it sets months and weekdays.",
        default: .text(DefaultCatalog.time.start.text)),
      .key(
        "warmUpDays", .integer(.between(0, 3660)), zh: "开始前按基准方案模拟的天数，不统计。",
        en: "Days played before under the baseline, not measured.", unit: .days,
        default: .integer(DefaultCatalog.time.warmUpDays)),
      .key(
        "settlingDays", .integer(.between(0, 3660)), zh: "方案开始后不统计的天数。",
        en: "Days after the treatments begin that are not measured.", unit: .days,
        default: .integer(DefaultCatalog.time.settlingDays)),
      .key(
        "horizonDays", .integer(.between(1, 3660)), zh: "统计的天数。", en: "Measured days.", unit: .days,
        default: .integer(DefaultCatalog.time.horizonDays))
    ])
  static let experiment = RecordShape(
    "experiment",
    [
      .key(
        "replications", .integer(.between(2, 100_000)),
        zh: "每个方案的独立重复次数；有 precision 时是起始次数；可用 --replications 另定。",
        en: "Independent replications of every treatment, the pilot where there is a precision; "
          + "--replications overrides it.",
        unit: .count, default: .integer(30), effect: .evaluation),
      .key(
        "seed", .integer(.between(0, 9.2e18)), zh: "随机种子；同一场景和种子的结果逐字节相同；可用 --seed 另定。",
        en: "The seed: the same scenario and seed give the same bytes; --seed overrides it.", unit: .seed,
        default: .integer(20_231_222)),
      .key(
        "baseline", .text, zh: "基准方案的编号：预热按它进行，其他方案与它比较。",
        en: "The id of the treatment of the warm-up, with which all others are compared.",
        default: .rule(zh: "第一个方案", en: "the first treatment")),
      .key(
        "confidence", .number(.between(0.5, 0.9999)), zh: "所有区间的置信水平。",
        en: "The confidence level of every interval.",
        unit: .share, default: .number(0.95), effect: .evaluation),
      .key(
        "precision", .record(precision), zh: "要达到的精度，为此追加重复次数；写 {} 即用其默认值。",
        en: "A precision that replications are added for; {} takes its defaults.",
        default: .rule(zh: "无：只重复 replications 次", en: "none: exactly the replications are played"),
        effect: .evaluation),
      .key(
        "estimates", .choice(of: EstimateUse.self), zh: "estimates 表中的参数用估计值，还是每两次重复重新抽取。",
        en:
          "Whether the numbers of the table estimates have their values or are drawn for every two replications.",
        default: .name(EstimateUse.fixed))
    ])
  static let precision = RecordShape(
    "precision",
    [
      .key(
        "indicators", .choices(Indicator.allCases.map(\.rawValue)),
        zh: "须达到精度的指标；名称见 dunjing indicators。",
        en: "The indicators that have to be precise; `dunjing indicators` explains their names.",
        default: .texts(PrecisionSettings().indicators.map(\.rawValue)), effect: .evaluation),
      .key(
        "relative", .number(.positiveShare), zh: "置信区间半宽的上限，相对值；0.02 即 ±2 %。",
        en: "The largest half width, relative: 0.02 is ± 2 %.", unit: .share,
        default: .number(PrecisionSettings().relative), effect: .evaluation),
      .key(
        "of", .choice(of: PrecisionTarget.self), zh: "哪种估计须达到精度。", en: "Which estimates have to be precise.",
        default: .name(PrecisionSettings().target), effect: .evaluation),
      .key(
        "maximumReplications", .integer(.between(2, 100_000)), zh: "重复次数的上限，即使未达到精度。",
        en: "Replications never exceeded, whether precise or not.", unit: .count,
        default: .rule(
          zh: "\(PrecisionSettings().maximumReplications)，但不少于 replications",
          en: "\(PrecisionSettings().maximumReplications), at least replications"), effect: .evaluation)
    ])
  static let harm = RecordShape(
    "harm",
    [
      .key(
        "lateArrival", .nonnegative, zh: "一次超时到场的权重。", en: "Weight of one arrival later than its target.",
        unit: .weight, default: .number(DefaultCatalog.harm(residents: 0).lateArrival), effect: .evaluation),
      .key(
        "delayDayPerYear", .nonnegative, zh: "机关加权延误每一个工作日，每年的权重。",
        en: "Weight, per year, of one working day of weighted delay at headquarters.", unit: .weight,
        default: .rule(zh: "每 474,276 居民 250", en: "250 for 474,276 residents"), effect: .evaluation)
    ])
}
