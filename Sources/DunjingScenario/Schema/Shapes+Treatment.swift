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
        "stationWeights", .keyedNumbers(.between(0, 1_000_000)),
        zh: "成为社区民警的下沉民警在县区内各派出所之间怎样分：按派出所编号给出每个警务区相对于平均分配的权重，"
          + "1 为平均，未列的派出所为 1；按权重乘以警务区数取整到人。县区内没有列出派出所、或权重合计为 0 的，平均分到所有警务区。",
        en:
          "How the sunk officers of a county who become community officers divide among its stations: weight of each beat "
          + "relative to an even spread, by station id; 1 is even, also for stations not named. Whole officers, by weight × "
          + "beats. A county with no station named, or without any weight, spreads them evenly over all beats.",
        unit: .weight, default: .rule(zh: "平均分到县区的所有警务区", en: "evenly over the beats of the county")),
      .key(
        "unitsPerFacility", .keyedNumbers(.between(0, 100)),
        zh: "按单元组给出每个设施的单元数，代替该组的 unitsPerFacility。",
        en: "Units at each facility by unit group, in place of the group's unitsPerFacility.", unit: .units,
        default: .rule(zh: "同各组的值", en: "as in the groups")),
      .key(
        "chiefShare", .share, zh: "所长进乡镇（街道）班子的派出所比例；只在打开 jointMediation 时有用。",
        en: "Share of stations whose chief is in township leadership; matters with jointMediation on.",
        unit: .share,
        default: .number(1)),
      .key(
        "preventionFloor", .share, zh: "社区民警占派出所警力的最低比例（派出所主防）；不足时从 tier 为 station 的部门补。",
        en:
          "Least share of the station officers who work in the community; officers of departments of tier station move "
          + "there until it is met.", unit: .share, default: .number(0)),
      .key(
        "programs", .texts, zh: "打开的源头举措（programs 的编号）。", en: "The programs that are on, by id.",
        default: .texts([])),
      .key(
        "phases", .list(phase), zh: "以后各年的下沉率（三年行动计划）。",
        en: "Ratios of later years, as of a three-year plan.",
        default: .rule(zh: "始终为 sinkRatio", en: "sinkRatio throughout"))
    ])
  static let sinkRatio = RecordShape(
    "sinkRatio",
    [
      .key(
        "agency", .share, zh: "省、市机关民警的下沉率。", en: "Share of the agency officers sent down.", unit: .share,
        default: .number(0)),
      .key(
        "province", .share, zh: "省级机关民警（provinceOfficers）的下沉率。",
        en: "Share of the officers of province agencies (provinceOfficers).", unit: .share,
        default: .rule(zh: "同 agency", en: "as agency")),
      .key(
        "station", .share, zh: "tier 为 station 的部门民警转到社区的比例（两级下沉的第二级）。",
        en:
          "Share of the officers of departments of tier station who move to the community: the second stage.",
        unit: .share, default: .number(0)),
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
        "agencyByCounty", .keyedNumbers(.share),
        zh: "个别县（市、区）机关民警的下沉率，代替 agency 和 byPrefecture；按 counties 的编号。",
        en: "Share in place of agency for single counties, by their id; it goes before byPrefecture.",
        unit: .share,
        default: .rule(zh: "都用 byPrefecture 或 agency", en: "byPrefecture or agency for all")),
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
        zh: "所长进班子（派出所所长进乡镇、街道班子）和联调联处：用 jointHandOffDaysWithChiefs，closure 加 closureGain。",
        en:
          "Station chiefs in township leadership: jointHandOffDaysWithChiefs, and closureGain on top of closure.",
        default: .flag(false)),
      .key(
        "coLocation", .flag, zh: "警务室与居（村）委会同址办公：有效走访乘以 community.coLocationFactor。",
        en: "Police rooms at the committee's: effective visits × community.coLocationFactor.",
        default: .flag(false)),
      .key(
        "contactCards", .flag, zh: "联系卡（小纸条）：一部分警情按 community.contactCards 直拨社区民警。",
        en: "Contact cards: part of the incidents goes straight to the officer, by community.contactCards.",
        default: .flag(false)),
      .key(
        "mergeTrafficPatrol", .flag, zh: "交警巡警合一、一警多能：各组另有其 mergedSkills。",
        en: "Traffic and patrol police are one corps: groups have their mergedSkills too.",
        default: .flag(false)),
      .key(
        "mutualAid", .flag, zh: "区域警务一体化：本县区单元都忙时，由 dispatch.mutualAidMinutes 内能到的外县区单元支援。",
        en:
          "Regional integration: where all own units are away, one of another county comes that can within "
          + "dispatch.mutualAidMinutes.", default: .flag(false)),
      .key(
        "resourceSupport", .flag, zh: "资源支撑：现场处置乘以 dispatch.supportSceneFactor，重复警情乘以 supportRepeatFactor。",
        en:
          "Support by video and intelligence: time on scene × dispatch.supportSceneFactor, repeats × supportRepeatFactor.",
        default: .flag(false)),
      .key(
        "targetedPatrol", .flag, zh: "靶向投放：巡逻按需求最大的地点（hotSpots），不看 patrol.policy。",
        en: "Targeted deployment: patrol follows the demand (hotSpots), whatever patrol.policy says.",
        default: .flag(false)),
      .key(
        "unitAutonomy", .flag, zh: "单元作战：先派本辖区的单元（districtFirst），不看 dispatch.policy。",
        en: "Unit autonomy: units of the own district first, whatever dispatch.policy says.",
        default: .flag(false)),
      .key(
        "oneWindow", .flag, zh: "一窗式受理：派出所的全部窗口共排一队，不再分业务排队（需有 windows）。",
        en:
          "One-window service: all windows of a station share one queue instead of one for each business (with windows).",
        default: .flag(false))
    ])
}
