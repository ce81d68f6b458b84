import DunjingScenario

extension AuditFinding {
  /// What is found, in words.
  public var title: LocalizedText { wording.title }

  /// What was done about it.
  public var action: LocalizedText { wording.action }

  /// What it means for the use of the rows.
  public var meaning: LocalizedText { wording.meaning }

  private struct Wording {
    var title: LocalizedText
    var action: LocalizedText
    var meaning: LocalizedText

    init(_ title: (String, String), _ action: LocalizedText, _ meaning: (String, String)) {
      self.title = LocalizedText(zh: title.0, en: title.1)
      self.action = action
      self.meaning = LocalizedText(zh: meaning.0, en: meaning.1)
    }
  }

  private static let leftEmpty = LocalizedText(zh: "留空", en: "left empty")
  private static let flaggedOnly = LocalizedText(zh: "保留，加标记", en: "kept, flagged")

  private var wording: Wording {
    switch subject {
    case .recorded: recordedWording
    case .readable: readableWording
    case .precision: precisionWording
    case .stages: stageWording
    case .clocks: clockWording
    case .identity: identityWording
    case .place: placeWording
    }
  }

  private var recordedWording: Wording {
    let noResponse = ("不能用于响应时间", "cannot be used for response times")
    return switch self {
    case .missingDispatched:
      Wording(
        ("没有派警时间", "no time of dispatch"), Self.leftEmpty,
        ("不能用于派警用时；可能从未派警", "cannot be used for call to dispatch; maybe never dispatched"))
    case .missingEnRoute:
      Wording(
        ("没有出警时间", "no time en route"), Self.leftEmpty,
        ("路途用时改从派警算起", "travel is counted from the dispatch instead"))
    case .missingArrival: Wording(("没有到场时间", "no time of arrival"), Self.leftEmpty, noResponse)
    case .missingCleared:
      Wording(
        ("没有结束时间", "no time of clearance"), Self.leftEmpty,
        ("不能用于处置时长", "cannot be used for minutes on scene"))
    case .missingKind:
      Wording(
        ("没有类别", "no kind"), Self.leftEmpty, ("只能计入总量", "counts only in the total"))
    case .missingPriority:
      Wording(
        ("没有紧急程度", "no priority"), Self.leftEmpty, ("不能按紧急程度分列", "cannot be told apart by priority"))
    default:
      Wording(
        ("没有接警时间", "no time of the call"), Self.leftEmpty, ("不能用于需求和响应", "no use for demand or response"))
    }
  }

  private var readableWording: Wording {
    switch self {
    case .unreadableNumber:
      Wording(
        ("读不出的数", "a number that cannot be read"), Self.leftEmpty,
        ("与没有记录相同", "as if it had not been recorded"))
    case .unknownPriority:
      Wording(
        ("不认识的紧急程度", "a priority that is not known"), Self.leftEmpty,
        ("请用 --priority-order 指明次序", "name the order with --priority-order"))
    case .raggedRow:
      Wording(
        ("格数与表头不同", "more or fewer cells than the header"),
        LocalizedText(zh: "按位置读取，缺的格留空", en: "read by place; missing cells are empty"),
        ("各列可能错位，请核对该行", "columns may be displaced: look at the row"))
    default:
      Wording(
        ("读不出的时间", "a time that cannot be read"), Self.leftEmpty,
        ("与没有记录相同", "as if it had not been recorded"))
    }
  }

  private var precisionWording: Wording {
    switch self {
    case .hourOnly:
      Wording(
        ("只有小时", "only the hour is known"),
        LocalizedText(zh: "只记到小时", en: "kept as an hour"),
        ("可用于分时需求，不能用于响应时间", "good for demand by hour, not for response times"))
    case .placeholderTime:
      Wording(
        ("占位的时间（早于 1980 年）", "a placeholder (before 1980)"), Self.leftEmpty,
        ("与没有记录相同", "as if it had not been recorded"))
    case .strayDate:
      Wording(
        ("日期远离其他记录（相隔一年以上）", "a day more than a year from all others"), Self.flaggedOnly,
        ("多为误填或缺省日期；不计入需求和时段", "mostly mistyped or a default: left out of demand and of the period"))
    default:
      Wording(
        ("只有日期，没有钟点", "only the day is known"),
        LocalizedText(zh: "只记到日", en: "kept as a day"),
        ("只能用于每日数量，不能用于分时需求和响应时间", "good for numbers by day only: neither by hour nor for response times"))
    }
  }

  private var stageWording: Wording {
    let outOfUse = (
      "不计入各环节用时", "left out of the times between stages"
    )
    let titles: [AuditFinding: (String, String)] = [
      .negativeDispatch: ("派警早于接警", "dispatched before the call"),
      .negativeTurnout: ("出警早于派警", "en route before the dispatch"),
      .negativeTravel: ("到场早于前一环节", "on scene before the stage before it"),
      .negativeScene: ("结束早于前一环节", "cleared before the stage before it"),
      .negativeService: ("处置时长为负", "a negative length of service"),
      .longDispatch: ("派警过晚", "a very long time to dispatch"),
      .longTurnout: ("出警过晚", "a very long turnout"),
      .longTravel: ("到场过晚", "a very long way to the scene"),
      .longScene: ("处置过久", "a very long time on scene"),
      .longService: ("处置时长过长", "a very long length of service")
    ]
    if let title = titles[self] { return Wording(title, Self.flaggedOnly, outOfUse) }
    return Wording(
      ("到场与接警同一秒", "on scene in the second of the call"), Self.flaggedOnly,
      ("多为巡逻发现或事后补录；不计入响应时间", "mostly on view or entered later: left out of response times"))
  }

  private var clockWording: Wording {
    switch self {
    case .clockSkipped:
      Wording(
        ("落在夏令时跳过的钟点", "a clock that summer time skipped"), Self.flaggedOnly,
        ("钟点不存在：可能未按当地时间记录", "no such clock was shown: maybe not in local time"))
    case .clockRepeated:
      Wording(
        ("落在夏令时重复的一小时", "in the hour that was shown twice"), Self.flaggedOnly,
        ("可能差一小时", "may be an hour off"))
    default:
      Wording(
        ("钟点整小时跳变", "the clock jumps by whole hours"), Self.flaggedOnly,
        ("可能混用时区：不计入分时需求和各环节用时", "maybe two time zones: left out of demand by hour and of stages"))
    }
  }

  private var identityWording: Wording {
    switch self {
    case .repeatedCall:
      Wording(
        ("同一时间、地点、类别的另一条", "same time, place and kind as an earlier row"), Self.flaggedOnly,
        ("可能是同一警情重复报警；仍计入", "maybe several calls about one incident; still counted"))
    case .invalid:
      Wording(
        ("注明无效或重复", "marked as not valid or repeated"), Self.flaggedOnly,
        (
          "不计入需求、用时和地点：无效警情不出警，重复报警是同一起警情",
          "left out of demand, times and places: calls that are not valid send no unit, and repeated ones are one incident"
        ))
    case .onView:
      Wording(
        ("巡逻发现，不是报警", "on view, not a call"), Self.flaggedOnly,
        ("计入工作量，不计入响应时间", "counts as work, not for response times"))
    default:
      Wording(
        ("编号重复", "the id of an earlier row"), Self.flaggedOnly,
        ("只计第一条", "only the first one counts"))
    }
  }

  private var placeWording: Wording {
    let noPlace = ("不能上图，按网格定位的除外", "cannot be put on the map, except by its grid")
    return switch self {
    case .zeroPosition:
      Wording(("坐标为 0 或 −1", "the position is 0 or −1"), Self.leftEmpty, noPlace)
    case .swappedPosition:
      Wording(
        ("经纬度对调", "longitude and latitude swapped"),
        LocalizedText(zh: "已换回", en: "turned round"), ("可用", "good for use"))
    case .projectedPosition:
      Wording(
        ("投影坐标，不是经纬度", "projected, not degrees"), Self.leftEmpty,
        (
          "不能上图，按网格定位的除外；请先换算为经纬度",
          "cannot be put on the map, except by its grid: convert it to degrees first"
        ))
    case .outsideMap:
      Wording(
        ("在地图之外", "outside of the map"), Self.flaggedOnly,
        ("不计入地点分布", "left out of where incidents are"))
    case .placedByGrid:
      Wording(
        ("按网格定位", "placed by its grid"),
        LocalizedText(zh: "写为所属网格的中心", en: "written as the center of its grid"),
        ("可用于地点分布，只精确到网格", "good for where incidents are, by grid only"))
    default: Wording(("没有坐标", "no position"), Self.leftEmpty, noPlace)
    }
  }
}

extension AuditFinding.Subject {
  /// What the findings are about, in words.
  public var title: LocalizedText {
    switch self {
    case .recorded: LocalizedText(zh: "没有记录的", en: "Not recorded")
    case .readable: LocalizedText(zh: "读不出的", en: "Not readable")
    case .precision: LocalizedText(zh: "时间的精度", en: "Precision of times")
    case .stages: LocalizedText(zh: "环节的次序与长短", en: "Order and length of stages")
    case .clocks: LocalizedText(zh: "时区与夏令时", en: "Time zones and summer time")
    case .identity: LocalizedText(zh: "重复与来源", en: "Duplicates and origin")
    case .place: LocalizedText(zh: "坐标", en: "Positions")
    }
  }
}

extension StageStatistics.Interval {
  /// What is measured, in words.
  public var title: LocalizedText {
    switch self {
    case .callToDispatch: LocalizedText(zh: "接警到派警", en: "Call to dispatch")
    case .turnout: LocalizedText(zh: "派警到出警", en: "Turnout")
    case .travel: LocalizedText(zh: "路途", en: "Travel")
    case .response: LocalizedText(zh: "接警到到场", en: "Call to arrival")
    case .scene: LocalizedText(zh: "到场到结束", en: "On scene")
    case .service: LocalizedText(zh: "记录的处置时长", en: "Recorded service")
    }
  }
}
