extension Shapes {
  static let program = RecordShape(
    "program",
    [
      id(
        "举措编号，供方案的 programs 引用；与内置举措同名时以其为默认值。",
        "The id of the program, for programs of treatments; with the name of a default one its values are the defaults."
      )
    ] + names + [
      .key(
        "hazardKinds", .texts, zh: "减少哪些隐患的产生；[] 为全部。",
        en: "The kinds of hazards it keeps from arising; [] is all.",
        default: catalog(zh: "其他 []", en: "else []")),
      .key(
        "reduction", .share, zh: "全覆盖时长期减少的比例。",
        en: "Share of these hazards that it averts in the long run where it covers everybody.", unit: .share,
        default: catalog(zh: "其他须给出", en: "others have to give it")),
      .key(
        "coverage", .share, zh: "覆盖率。", en: "Share of communities, schools or people it covers.",
        unit: .share,
        default: catalog(zh: "其他 1", en: "else 1")),
      .key(
        "buildUpDays", .nonnegative, zh: "见效的时间常数；0 为立即见效。",
        en: "Days in which its effect builds up to 1 − 1/e; 0 has it at once.", unit: .days,
        default: catalog(zh: "其他 0", en: "else 0")),
      .key(
        "hoursPerYear", .nonnegative, zh: "全城一年占用的走访时数。",
        en: "Hours it takes from tours in a year, in the whole city.", unit: .hoursPerYear,
        default: catalog(zh: "其他 0", en: "else 0"))
    ])
  static let contactCards = RecordShape(
    "contactCards",
    [
      .key(
        "kinds", .texts, zh: "群众按联系卡直拨社区民警的警情类别；场景没有的类别不起作用。",
        en:
          "Kinds of incidents for which residents call their officer; kinds the study does not have do nothing.",
        default: .texts(ContactCards().kinds)),
      .key(
        "share", .share, zh: "直拨的比例；由社区民警处置，不经 110，不派单元。",
        en: "Share of them; the officer sees to them, without the call center and without a unit.",
        unit: .share,
        default: .number(ContactCards().share)),
      .key(
        "officerMinutes", .number(.between(0, 1440)), zh: "每起占用社区民警的时间，从走访时数中扣除。",
        en: "Minutes of the officer for each, taken from tours.", unit: .minutes,
        default: .number(ContactCards().officerMinutes))
    ])
  static let partner = RecordShape(
    "partner",
    [
      id("部门编号，不重复。", "The id of the department, unique.")
    ] + names + [
      .key(
        "weight", .nonnegative, zh: "分到的联调联处件数，相对值。", en: "Its share of the joint cases, relative.",
        unit: .weight, default: .number(1)),
      .required(
        "casesPerDay", .positive, zh: "全城每天能办结的件数；先到先办，每件用时服从指数分布。",
        en: "Cases it can close in a day in the whole study, in order; the time of each is exponential.",
        unit: .perDay)
    ])
  static let assessmentItem = RecordShape(
    "assessmentItem",
    [
      .required(
        "indicator", .text, zh: "考核的指标；名称见 dunjing indicators。",
        en: "The indicator; `dunjing indicators` explains their names.", effect: .evaluation),
      .key(
        "weight", .positive, zh: "权重。", en: "Its weight.", unit: .weight, default: .number(1),
        effect: .evaluation),
      .required(
        "zero", .number(.any), zh: "得 0 分的值。", en: "The value that gives no points.", unit: .asIndicator,
        effect: .evaluation),
      .required(
        "full", .number(.any), zh: "得满分的值；越低越好的指标写得比 zero 小。",
        en: "The value that gives all points; below zero's where less is better.", unit: .asIndicator,
        effect: .evaluation),
      .required(
        "owner", .localizedText, zh: "责任单位。", en: "The unit that answers for it.", effect: .evaluation)
    ])
  static let security = RecordShape(
    "security",
    [
      .key(
        "intercept", .number(.any), zh: "常数项。", en: "The constant.", unit: .weight,
        default: .number(base.intercept),
        effect: .evaluation),
      .key(
        "response", .number(.any), zh: "按时到场率的系数。", en: "Weight of the share within the target.",
        unit: .weight,
        default: .number(base.response), effect: .evaluation),
      .key(
        "visibility", .number(.any), zh: "见警率的系数。", en: "Weight of the visibility.", unit: .weight,
        default: .number(base.visibility), effect: .evaluation),
      .key(
        "incidence", .number(.any), zh: "每千人每年一起警情的系数（减项）。",
        en: "Weight of one incident per 1,000 residents and year, subtracted.", unit: .weight,
        default: .number(base.incidence), effect: .evaluation)
    ])
  private static let base = SecurityFormula()
  static let phase = RecordShape(
    "phase",
    [
      .required(
        "afterDays", .integer(.between(1, 3660)), zh: "实施之后的第几天起。", en: "Days after the treatments begin.",
        unit: .days),
      .required(
        "sinkRatio", .either([.share, .record(sinkRatio)]), zh: "从那天起的下沉率；下沉民警重新学起。",
        en: "The ratio from then on; sent-down officers learn anew.", unit: .share)
    ])
  static let stationOfficer = RecordShape(
    "stationOfficer",
    [
      .key(
        "tourHoursPerYear", .number(hours), zh: "一年的走访时数。", en: "Hours on tour in a year.",
        unit: .hoursPerYear, default: .number(StationOfficer().tourHoursPerYear)),
      .key(
        "mediationHoursPerYear", .number(hours), zh: "一年可用于化解的时数。", en: "Hours for mediation in a year.",
        unit: .hoursPerYear, default: .number(StationOfficer().mediationHoursPerYear))
    ])
}
