extension Shapes {
  static let hazardKind = RecordShape(
    "hazardKind",
    [
      id(
        "隐患类别编号；与内置类别同名时以其为默认值。",
        "The id of the hazard kind; with the name of a default kind its values are the defaults.")
    ] + names + [
      .key(
        "arrivalsPerYear", .number(.between(0, 1e9)), zh: "全城每年产生的隐患数，按 demandWeight 分到网格。",
        en: "Hazards that arise in the whole city in a year, shared among grids by demandWeight.",
        unit: .hazards,
        default: catalog(zh: "其他须给出", en: "others have to give it")),
      .key(
        "incubationDays", .distribution, zh: "从产生到变成警情的潜伏期，期间可被发现和化解。",
        en: "Time from arising to becoming an incident, within which it can be found and closed.",
        unit: .days,
        default: catalog(zh: "其他须给出", en: "others have to give it")),
      .key(
        "detectionPerVisit", .share, zh: "一次有效走访发现该隐患的概率。",
        en: "Probability that one effective visit of the beat finds it.", unit: .probability,
        default: catalog(zh: "其他须给出", en: "others have to give it")),
      .key(
        "closure", .share, zh: "化解后彻底消除的概率；否则重新潜伏。",
        en: "Probability that mediation closes it for good; else it is latent again.", unit: .probability,
        default: catalog(zh: "其他须给出", en: "others have to give it")),
      .key(
        "becomes", .list(outcome), zh: "未消除时变成的警情类别，份额之和为 1。",
        en: "The incident kinds it becomes if it is not closed, with shares that add up to 1.",
        default: catalog(zh: "其他须给出", en: "others have to give it")),
      .key(
        "jointShare", .share, zh: "需要其他部门参与化解的比例，另需 community.jointHandOffDays。",
        en: "Share that needs a department outside the police, which takes community.jointHandOffDays more.",
        unit: .share, default: catalog(zh: "其他 0", en: "else 0")),
      .key(
        "mediationHours", .nonnegative, zh: "化解一处所需的警时，占用辖区的化解力量。",
        en: "Officer-hours to mediate one, taken from the capacity of its district.", unit: .hours,
        default: catalog(zh: "其他 0", en: "else 0"))
    ])
  static let outcome = RecordShape(
    "hazardOutcome",
    [
      .required("kind", .text, zh: "警情类别编号。", en: "The id of the incident kind."),
      .required("share", .share, zh: "变成这类警情的比例。", en: "Share that becomes this kind.", unit: .share)
    ])
  static let community = RecordShape(
    "community",
    [
      .key(
        "visitors", .list(visitors), zh: "谁走访；有效走访 = 人数 × 时数 × 权重 ÷ (visitHours × beats)。",
        en: "Who visits; visits of a beat = count × hours × weight / (visitHours × beats).",
        default: .rule(
          zh: "按 pool：社区民警 595 小时，辅警 880 小时权重 0.25，群防力量 104 小时权重 0.08",
          en: "by pool: community 595 h, auxiliary 880 h at weight 0.25, volunteer 104 h at weight 0.08")),
      .key(
        "beats", .integer(.between(1, 1_000_000)), zh: "全城的警务区数；越多，每处被走访得越少。",
        en: "Beats of the whole city that visits are spread over: the more, the rarer each is visited.",
        unit: .beats, default: .rule(zh: "居民数 ÷ 900", en: "residents / 900")),
      .key(
        "visitHours", .positive, zh: "一次走访的时长。", en: "Length of one visit.", unit: .hours,
        default: .number(communityDefault.visitHours)),
      .key(
        "jointHandOffDays", .nonnegative, zh: "其他部门参与化解的平均延误（指数分布）。",
        en: "Mean time that a department outside the police adds to mediation, exponential.", unit: .days,
        default: .number(communityDefault.jointHandOffDays)),
      .key(
        "jointHandOffDaysWithChiefs", .nonnegative, zh: "方案打开 jointMediation 时其他部门参与化解的平均延误。",
        en: "jointHandOffDays in treatments with the switch jointMediation.", unit: .days,
        default: .number(communityDefault.jointHandOffDaysWithChiefs)),
      .key(
        "closureGain", .share, zh: "方案打开 jointMediation 时加到每类隐患 closure 上的概率。",
        en: "Added to the closure of every hazard kind in treatments with the switch jointMediation.",
        unit: .probability, default: .number(communityDefault.closureGain)),
      .key(
        "intelligenceFactor", .number(factor), zh: "方案打开 intelligence 时全部有效走访的倍数。",
        en: "Factor on all effective visits in treatments with the switch intelligence.", unit: .factor,
        default: .number(communityDefault.intelligenceFactor)),
      .key(
        "residentFactor", .number(factor), zh: "方案打开 residentPolicing（驻社区）时全部有效走访的倍数。",
        en: "Factor on all effective visits in treatments with the switch residentPolicing.", unit: .factor,
        default: .number(communityDefault.residentFactor)),
      .key(
        "mediationHoursPerYear", .nonnegative, zh: "全城原有警力一年可用于化解的时数，按需求分到各辖区。",
        en: "Hours the officers of the whole city can give to mediation, shared among districts by demand.",
        unit: .hoursPerYear, default: .rule(zh: "286 × 社区民警人数", en: "286 × community officers")),
      .key(
        "coLocationFactor", .number(factor), zh: "方案打开 coLocation（同址办公）时全部有效走访的倍数。",
        en: "Factor on all effective visits in treatments with the switch coLocation.", unit: .factor,
        default: .number(communityDefault.coLocationFactor)),
      .key(
        "contactCards", .record(contactCards), zh: "方案打开 contactCards（小纸条）时哪些警情直拨社区民警。",
        en: "Which incidents go straight to the officer in treatments with the switch contactCards."),
      .key(
        "partners", .list(partner), zh: "参与联调联处的部门，各有办理能力；移交后另加 jointHandOffDays。",
        en:
          "Departments outside the police that join mediation, each with its capacity, after jointHandOffDays.",
        default: .rule(zh: "无：只有 jointHandOffDays 的延误", en: "none: a delay of jointHandOffDays only"))
    ])
  static let factor = NumberRange(low: 0, high: 10, excludesLow: true)

  /// The defaults that depend on nothing.
  private static let communityDefault = DefaultCatalog.community(
    residents: DefaultCatalog.referenceResidents, categories: [])

  static let visitors = RecordShape(
    "visitors",
    [
      .required(
        "category", .text, zh: "警员类别编号，人数取自 force.categories。",
        en: "The id of a category; its count is that of force.categories."),
      .required(
        "tourHoursPerYear", .number(hours), zh: "每人一年的走访时数。", en: "Hours on tour of one person in a year.",
        unit: .hoursPerYear),
      .required(
        "weight", .number(.between(0, 10)), zh: "一小时的效果，相对于熟练社区民警。",
        en: "Effect of an hour, relative to an experienced community officer.", unit: .factor)
    ])
}
