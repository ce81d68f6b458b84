extension CoordinateSystem: DescribedChoice {
  var meaning: LocalizedText {
    switch self {
    case .local: LocalizedText(zh: "平面上向东、向北的公里数", en: "kilometers east and north in a plane")
    case .wgs84: LocalizedText(zh: "经度、纬度，单位度", en: "longitude and latitude in degrees")
    case .cgcs2000:
      LocalizedText(
        zh: "CGCS2000 的经度、纬度，与 WGS-84 相差不到几厘米",
        en: "longitude and latitude of CGCS2000, equal to WGS-84 within centimeters")
    }
  }
}

extension AreaClass: DescribedChoice {
  var meaning: LocalizedText {
    switch self {
    case .core: LocalizedText(zh: "核心区域，时限 targets.coreMinutes", en: "core area, target targets.coreMinutes")
    case .key: LocalizedText(zh: "重点区域，时限 targets.keyMinutes", en: "key area, target targets.keyMinutes")
    case .general:
      LocalizedText(zh: "其他区域，时限 targets.generalMinutes", en: "all else, target targets.generalMinutes")
    }
  }
}

extension ClockOrigin: DescribedChoice {
  var meaning: LocalizedText {
    switch self {
    case .call:
      LocalizedText(
        zh: "从接到报警起算，含接派警和等待", en: "from the call, so that call taking and waiting count")
    case .dispatch:
      LocalizedText(
        zh: "从第一次派警起算，不含接派警和等待",
        en: "from the first order to a unit, so that call taking and waiting do not count")
    }
  }
}

extension Metric: DescribedChoice {
  /// What the value says, in a few words.
  public var meaning: LocalizedText {
    switch self {
    case .euclidean: LocalizedText(zh: "直线距离", en: "straight line")
    case .manhattan: LocalizedText(zh: "沿东西、南北两轴的距离之和", en: "along two perpendicular axes")
    }
  }
}

extension FacilityKind: DescribedChoice {
  var meaning: LocalizedText {
    switch self {
    case .station:
      LocalizedText(
        zh: "派出所；网格按它分辖区，默认有值班车",
        en: "police station; grids belong to its district; has a duty car by default")
    case .streetWorkstation:
      LocalizedText(
        zh: "街面警务工作站；默认有街面巡组", en: "street workstation; has a street crew by default")
    case .policeRoom:
      LocalizedText(
        zh: "社区警务室；只有 units 指定时才有单元",
        en: "community police room; has units only where a group of `units` says so")
    case .corePost:
      LocalizedText(
        zh: "核心区域固定岗；默认有电动车岗组", en: "fixed post in a core area; has a post crew by default")
    case .headquarters:
      LocalizedText(
        zh: "机关；只有 units 指定时才有单元",
        en: "headquarters; has units only where a group of `units` says so")
    case .reserveSite:
      LocalizedText(
        zh: "备用点：下沉警力增派的街面班次在此，按文件顺序启用",
        en: "reserve site, where street shifts bought with sunk officers stand; used in file order")
    }
  }
}

extension PatrolPolicyName: DescribedChoice {
  var meaning: LocalizedText {
    switch self {
    case .pointsAndLines:
      LocalizedText(
        zh: "每圈走完就近的必到点和三分之一的必巡线；都没有时走需求最大的 6 个网格",
        en: "each lap visits the nearest must-visit points and a third of the must-patrol lines; "
          + "without any, the six grids of most demand")
    case .hotSpots:
      LocalizedText(
        zh: "在各处停留 hotSpotMinutes 分钟，次数与需求成正比；不巡必到点和必巡线",
        en:
          "stays hotSpotMinutes at places, each as often as its share of demand; points and lines are not served"
      )
    }
  }
}

extension TextEncoding: DescribedChoice {
  var meaning: LocalizedText {
    switch self {
    case .utf8: LocalizedText(zh: "UTF-8，有无字节顺序标记均可", en: "UTF-8, with or without a byte order mark")
    case .gb18030:
      LocalizedText(
        zh: "国标 GB 18030；中文 Excel 的“CSV”", en: "GB 18030; “CSV” of a Chinese Excel")
    case .gbk, .gb2312: LocalizedText(zh: "同 GB18030", en: "the same as GB18030")
    }
  }
}
