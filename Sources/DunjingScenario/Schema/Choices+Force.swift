extension RosterPattern: DescribedChoice {
  var meaning: LocalizedText {
    switch self {
    case .threeShifts: LocalizedText(zh: "三班，每班 8 小时，四个班组", en: "three shifts of 8 hours, four teams")
    case .twoShifts: LocalizedText(zh: "两班，每班 12 小时，四个班组", en: "two shifts of 12 hours, four teams")
    case .dayOnTwoOff: LocalizedText(zh: "上 24 休 48，三个班组", en: "24 hours on and 48 off, three teams")
    }
  }
}

extension OfficerPool: DescribedChoice {
  var meaning: LocalizedText {
    switch self {
    case .patrol: LocalizedText(zh: "巡逻和街面工作站", en: "patrol and street workstations")
    case .traffic: LocalizedText(zh: "交警", en: "traffic police")
    case .investigation:
      LocalizedText(zh: "不在所列部门内的侦查警力", en: "investigation outside the departments listed")
    case .stationDuty:
      LocalizedText(
        zh: "派出所勤务：所领导、窗口、值班车、内勤和办案", en: "station duty: chiefs, windows, duty cars, desk and cases")
    case .community:
      LocalizedText(
        zh: "社区民警；默认走访 595 小时/年，并承担化解",
        en: "community officers; visit 595 h a year by default, and mediate")
    case .auxiliary:
      LocalizedText(
        zh: "辅警；默认走访 880 小时/年，权重 0.25", en: "auxiliaries; visit 880 h a year at weight 0.25 by default")
    case .volunteer:
      LocalizedText(
        zh: "群防群治力量；默认走访 104 小时/年，权重 0.08",
        en: "volunteers of mass prevention; visit 104 h a year at weight 0.08 by default")
    }
  }
}

extension ServiceArea: DescribedChoice {
  var meaning: LocalizedText {
    switch self {
    case .city: LocalizedText(zh: "全城", en: "anywhere in the city")
    case .county:
      LocalizedText(
        zh: "设施所在县区；没有 counties 时为全城", en: "the county of the facility; without counties the city")
    case .district:
      LocalizedText(
        zh: "所在派出所的辖区；不在派出所的，按最近的派出所",
        en: "the district of the station they stand at, or of the nearest station")
    case .grid:
      LocalizedText(
        zh: "设施 grid 所指的网格；未指定时为所在网格", en: "the grid that the facility names, or lies in")
    }
  }
}

extension DispatchPolicyName: DescribedChoice {
  /// What the value says, in a few words.
  public var meaning: LocalizedText {
    switch self {
    case .nearest:
      LocalizedText(
        zh: "预计最先到场的单元（扣除 preferenceSeconds）", en: "the unit expected first, less its preferenceSeconds")
    case .districtFirst:
      LocalizedText(
        zh: "先派本辖区单元中最先到场的，没有再派其他单元",
        en: "the first of the units of the own district; if none is free, the first of all")
    case .longestIdle: LocalizedText(zh: "空闲最久的单元，不论远近", en: "the unit idle longest, wherever it is")
    }
  }
}

extension Preemption: DescribedChoice {
  /// What the value says, in a few words.
  public var meaning: LocalizedText {
    switch self {
    case .never: LocalizedText(zh: "从不", en: "never")
    case .enRoute: LocalizedText(zh: "可改派途中的单元", en: "from units on their way")
    case .onScene: LocalizedText(zh: "可改派途中和现场的单元", en: "from units on their way or on the scene")
    }
  }
}

extension RelocationPolicyName: DescribedChoice {
  /// What the value says, in a few words.
  public var meaning: LocalizedText {
    switch self {
    case .homePost: LocalizedText(zh: "每个单元回自己的驻点", en: "every unit goes back to its own post")
    case .dynamicMEXCLP:
      LocalizedText(
        zh: "全城单元空闲后去本组中预期覆盖增加最多的驻点（动态 MEXCLP）；交接和休息回自己的驻点",
        en:
          "a city-wide unit that becomes idle goes to the post of its group that adds most expected coverage; "
          + "handovers and breaks are at its own post")
    case .complianceTable:
      LocalizedText(
        zh: "每次变化时，按空闲单元数让 standby 所列的设施都有单元，总行程最短（待命表）",
        en:
          "at every change idle city-wide units staff the facilities that standby names for their number, with the "
          + "least driving")
    case .priorityList:
      LocalizedText(
        zh: "全城单元空闲后去 standby.order 中第一个缺单元的设施",
        en: "a city-wide unit that becomes idle goes to the first facility of standby.order that lacks one")
    case .doubleStandard:
      LocalizedText(
        zh: "每次变化时移动全城空闲单元，使尽可能多的警情被覆盖两次（动态双重标准）",
        en:
          "at every change idle city-wide units move so that most demand is covered twice (dynamic double standard)"
      )
    case .slotBenefits:
      LocalizedText(
        zh: "每次变化时用整数规划给全城空闲单元分配驻点，驻点的第二个单元价值较低",
        en:
          "at every change an integer program assigns the idle city-wide units to posts, where a second unit is worth "
          + "less than the first")
    }
  }
}
