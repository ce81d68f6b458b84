extension Shapes {
  static let treatment = RecordShape(
    "treatment",
    [
      id("方案编号，不重复。", "The id of the treatment, unique.")
    ] + names + [
      .key(
        "sinkRatio", .either([.share, .record(sinkRatio)]),
        zh: "下沉率：一个数只指机关民警；取整到人，且不超过各部门留守数以上的人数。",
        en: "Share of officers sent down, of the agencies if one number; in whole officers, "
          + "and never more than stand above the floors of the departments.",
        unit: .share, default: .number(0)),
      .key(
        "streetShare", .share,
        zh: "下沉民警中去街面班次的比例，其余成为社区民警；不超过备用点的班次所需，没有备用点时无人去街面。",
        en: "Share of the sunk officers who staff street shifts; the others become community officers. "
          + "No more go than the reserve sites need, none without reserve sites.",
        unit: .share, default: .number(0.2)),
      .key(
        "sourceRule", .choice(of: SourceRule.self), zh: "从哪些部门抽人；总不低于留守数。",
        en: "Which departments give the officers; never below their floors.",
        default: .name(SourceRule.headroom)),
      .key(
        "destinationRule", .choice(of: DestinationRule.self), zh: "街面班次按什么顺序排到备用点。",
        en: "In which order shifts at the reserve sites are staffed.",
        default: .name(DestinationRule.siteBySite)),
      .key(
        "switches", .record(switches), zh: "这一方案打开的改革机制。", en: "The mechanisms of the reform that are on."),
      .key(
        "unitsPerFacility", .keyedNumbers(.between(0, 100)),
        zh: "按单元组给出每个设施的单元数，代替该组的 unitsPerFacility。",
        en: "Units at each facility by unit group, in place of the group's unitsPerFacility.", unit: .units,
        default: .rule(zh: "同各组的值", en: "as in the groups"))
    ])
  static let sinkRatio = RecordShape(
    "sinkRatio",
    [
      .key(
        "agency", .share, zh: "省、市机关民警的下沉率。", en: "Share of the agency officers sent down.", unit: .share,
        default: .number(0)),
      .key(
        "county", .share, zh: "县级部门民警的下沉率；countyFloor 默认不允许抽，须另设。",
        en: "Share of the county officers sent down; countyFloor allows none unless it is set lower.",
        unit: .share,
        default: .number(0)),
      .key(
        "byPrefecture", .keyedNumbers(.share), zh: "个别市（州）机关的下沉率，代替 agency；名称同 counties 的 prefecture。",
        en: "Share in place of agency for single prefectures, by their name in counties.", unit: .share,
        default: .rule(zh: "都用 agency", en: "agency for all")),
      .key(
        "byCounty", .keyedNumbers(.share),
        zh: "个别县区部门的下沉率，代替 county；按 counties 的编号。countyFloor 默认不允许抽，须在 departments 中另设。",
        en:
          "Share in place of county for single counties, by their id; countyFloor allows none unless departments set it "
          + "lower.", unit: .share,
        default: .rule(zh: "都用 county", en: "county for all"))
    ])
  static let switches = RecordShape(
    "switches",
    [
      .key(
        "oneClickDispatch", .flag, zh: "一键调度：接派警用 dispatch.oneClickSeconds。",
        en: "One-click dispatch: calls take dispatch.oneClickSeconds.", default: .flag(false)),
      .key(
        "residentPolicing", .flag, zh: "驻社区：有效走访乘以 community.residentFactor。",
        en: "Officers live in the community: effective visits × community.residentFactor.",
        default: .flag(false)),
      .key(
        "intelligence", .flag, zh: "情报研判和靶向走访：有效走访乘以 community.intelligenceFactor。",
        en: "Committee intelligence and targeted tours: effective visits × community.intelligenceFactor.",
        default: .flag(false)),
      .key(
        "jointMediation", .flag,
        zh: "所长进班子、联合化解：用 jointHandOffDaysWithChiefs，closure 加 closureGain。",
        en:
          "Station chiefs in township leadership: jointHandOffDaysWithChiefs, and closureGain on top of closure.",
        default: .flag(false))
    ])
}
