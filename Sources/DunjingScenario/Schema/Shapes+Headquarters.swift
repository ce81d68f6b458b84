extension Shapes {
  static let department = RecordShape(
    "department",
    [
      id(
        "部门编号；与内置部门同名时以其为默认值。",
        "The id of the department; with the name of a default one its values are the defaults.")
    ] + names + departmentOfficers + [
      .key(
        "fixedHoursPerYear", .nonnegative,
        zh: "不由警情带来的工作量；警情带来的另加。能力是人数乘 headquarters.productiveHoursPerYear。",
        en: "Work that no incident begets; what incidents bring comes on top. The capacity is officers times "
          + "headquarters.productiveHoursPerYear.",
        unit: .hoursPerYear, default: catalog(zh: "其他须给出", en: "others have to give it")),
      .key(
        "delayWeight", .nonnegative, zh: "它的延误在加权延误和综合损失指数中的权重；规则 lowestWeightFirst 也用它。",
        en:
          "Weight of its delay in the weighted delay and the harm index; the rule lowestWeightFirst uses it too.",
        unit: .weight, default: catalog(zh: "其他 1", en: "else 1"), effect: .evaluation),
      .key(
        "tier", .choice(of: DepartmentTier.self), zh: "在机关还是在派出所；后者只有县级民警，按 sinkRatio 的 station 转到社区。",
        en:
          "At headquarters or in the stations; the latter have county officers only, who move by sinkRatio.station.",
        default: .name(DepartmentTier.headquarters))
    ])

  private static let headcount = ValueShape.integer(.between(0, 1_000_000))

  private static let departmentOfficers: [KeyShape] = [
    .key(
      "agencyOfficers", headcount, zh: "省、市两级机关的民警数，sinkRatio 的 agency 按它计算。",
      en: "Officers of province and prefecture agencies, to which sinkRatio.agency applies.", unit: .officers,
      default: catalog(
        zh: "给出 countyOfficers 时 0，其他须给出", en: "0 with countyOfficers, others have to give one")),
    .key(
      "provinceOfficers", headcount, zh: "机关民警中属省级的人数，sinkRatio 的 province 按它计算。",
      en: "Of the agency officers, those of province agencies, to which sinkRatio.province applies.",
      unit: .officers, default: .integer(0)),
    .key(
      "countyOfficers", headcount, zh: "县级的民警数，sinkRatio 的 county 按它计算；与机关民警一起承担工作。",
      en: "Officers at county level, to which sinkRatio.county applies; they share the work.",
      unit: .officers,
      default: catalog(zh: "给出 agencyOfficers 时及其他 0", en: "0 with agencyOfficers, else 0")),
    .key(
      "agencyFloor", headcount, zh: "机关最低留守人数；任何方案都不会抽到它以下。",
      en: "Agency officers that have to stay; no treatment takes more.", unit: .officers,
      default: catalog(zh: "不超过 agencyOfficers，其他 0", en: "at most agencyOfficers, else 0")),
    .key(
      "countyFloor", headcount, zh: "县级最低留守人数。", en: "County officers that have to stay.", unit: .officers,
      default: .rule(zh: "countyOfficers，即一个不抽", en: "countyOfficers, so that none is taken"))
  ]

  static let headquarters = RecordShape(
    "headquarters",
    [
      .key(
        "productiveHoursPerYear", .number(NumberRange(low: 0, high: 8784, excludesLow: true)),
        zh: "一名机关民警一年的有效工时，只在周一至周五工作。",
        en: "Productive hours of one officer, worked from Monday to Friday.", unit: .hoursPerYear,
        default: .number(DefaultCatalog.headquarters.productiveHoursPerYear)),
      .key(
        "caseVariation", .number(.between(0, 20)), zh: "一案工时的变异系数（伽马分布）。",
        en: "Coefficient of variation of the hours of one case (gamma).", unit: .factor,
        default: .number(DefaultCatalog.headquarters.caseVariation)),
      .key(
        "fixedLoadVariation", .number(.between(0, 20)), zh: "每天固定工作量的变异系数（伽马分布）。",
        en: "Coefficient of variation of a day's fixed work (gamma).", unit: .factor,
        default: .number(DefaultCatalog.headquarters.fixedLoadVariation))
    ])
}

extension DepartmentTier: DescribedChoice {
  var meaning: LocalizedText {
    switch self {
    case .headquarters: LocalizedText(zh: "机关", en: "at headquarters")
    case .station: LocalizedText(zh: "派出所内勤与办案", en: "desk and cases of the stations")
    }
  }
}
