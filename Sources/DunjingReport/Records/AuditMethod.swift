import DunjingRecords
import DunjingScenario

/// How a table of calls was read and checked: privacy, thresholds, and what the words mean.
struct AuditMethod {
  private let audit: IncidentAudit

  init(_ audit: IncidentAudit) { self.audit = audit }

  /// The section.
  var section: Section {
    Section(
      id: "method", title: LocalizedText(zh: "如何读取与检查", en: "How it was read and checked"),
      blocks: [
        .list(
          [privacy, position] + places + [order, limits, clock, summer, duplicates]
            + [validity].compactMap(\.self))
      ])
  }

  private var privacy: LocalizedText {
    LocalizedText(
      zh: "**个人信息**：按列名可知为姓名、电话、地址等的列不读取；猜出的类别列若像自由文本、编号列若像手机号或身份证号，也不取；取用的类别与编号按记录原样写出。",
      en:
        "**Personal data**: columns whose names say that they hold names, telephone numbers, addresses and the like are never read; columns guessed to hold kinds or ids are not taken where they look like free text, or like telephone or identity numbers; kinds and ids that are taken are written as recorded."
    )
  }

  private var position: LocalizedText {
    switch audit.positionRule {
    case .grid:
      LocalizedText(
        zh: "**坐标**写为场景中最近网格的中心；地图之外的保留三位小数。",
        en:
          "**Positions** are written as the center of the nearest grid of the study; those outside of it to three decimals."
      )
    case .rounded where audit.coordinates == .local:
      LocalizedText(zh: "**坐标**写到 0.1 千米。", en: "**Positions** are written to 0.1 km.")
    case .rounded:
      LocalizedText(
        zh: "**坐标**只写三位小数（约 100 米），不指向某一户。",
        en:
          "**Positions** are written to three decimals of a degree, about 100 m, so that they name no house.")
    case .exact:
      LocalizedText(
        zh: "**坐标**按原样写出（--exact-positions）：incidents.csv 可能指向住户，请按敏感数据保管。",
        en:
          "**Positions** are written exactly (--exact-positions): incidents.csv may name houses and has to be kept as sensitive data."
      )
    }
  }

  /// What the positions are, and which of two numbers in one column comes first.
  private var places: [LocalizedText] {
    var list: [LocalizedText] = []
    if audit.hasRecordedPositions { list.append(system) }
    if let order = audit.pairOrderNote { list.append(LocalizedText(zh: "\(order.zh)。", en: "\(order.en).")) }
    if audit.rows(with: .placedByGrid) > 0 {
      list.append(
        LocalizedText(
          zh: "没有可用坐标的行放在所属网格的中心，标记为 placedByGrid；其余标记说的是记录中的坐标。",
          en:
            "Rows without a position of use stand at the center of their grid, with the flag placedByGrid; their other flags are of the position on record."
        ))
    }
    return list
  }

  private var system: LocalizedText {
    if case .shifted(let system) = audit.coordinates {
      return LocalizedText(
        zh: "坐标按 \(system.rawValue) 读\(said.zh)，已换算为 WGS-84（迭代到 1e-9 度）。",
        en:
          "Positions were read as \(system.rawValue)\(said.en) and converted to WGS-84, by iteration to 1e-9 degrees."
      )
    }
    if audit.coordinates == .degrees, audit.settings.coordinates != nil || audit.systemColumn != nil {
      return LocalizedText(
        zh: "坐标按 WGS-84 读\(said.zh)。", en: "Positions were read as WGS-84\(said.en).")
    }
    let name =
      audit.coordinates == .local
      ? LocalizedText(zh: "平面千米", en: "kilometers in a plane") : LocalizedText(zh: " WGS-84 ", en: "WGS-84")
    return LocalizedText(
      zh: "坐标按\(name.zh)读；若为 GCJ-02 或 BD-09，请用 --coordinates 指明，否则会偏几百米。",
      en:
        "Positions were read as \(name.en); GCJ-02 and BD-09 have to be declared with --coordinates, or they are some hundred meters off."
    )
  }

  /// What says in which system the positions are.
  private var said: LocalizedText {
    if let column = audit.systemColumn {
      return LocalizedText(zh: "（按列名 '\(column)'）", en: " by the heading '\(column)'")
    }
    return LocalizedText(zh: "（--coordinates）", en: " by --coordinates")
  }

  private var order: LocalizedText {
    LocalizedText(
      zh: "**次序**只在确定颠倒时才算颠倒：只有日期的环节按日比较。",
      en: "**Order**: two stages are out of order only if they surely are; days are compared with days.")
  }

  private var limits: LocalizedText {
    let limits = audit.settings.limits
    func hours(_ value: Double) -> String {
      NumberText.fixed(value, decimals: value == value.rounded() ? 0 : 1)
    }
    return LocalizedText(
      zh:
        "**过长**：接警到派警超过 \(hours(limits.dispatchHours)) 小时，出警、路途各超过 \(hours(limits.travelHours)) 小时，处置超过 \(hours(limits.sceneHours)) 小时；中间环节缺失时各限相加。",
      en:
        "**Too long**: more than \(hours(limits.dispatchHours)) h from the call to the dispatch, \(hours(limits.travelHours)) h for the turnout and for the travel, \(hours(limits.sceneHours)) h on scene; where stages between are missing, the limits add up."
    )
  }

  private var clock: LocalizedText {
    LocalizedText(
      zh: "**钟点跳变**：表按时间排列而一段行整小时错开后又错回；或某月（至少 300 行）一天之内的分布要转动整小时才与其他月份相合（对数似然比大于 30）。",
      en:
        "**Jumps of the clock**: in a table in order of time, a block of rows that is off by whole hours and back; or a month of at least 300 rows whose hours of the day fit those of other months only after a turn (logarithm of the likelihood ratio above 30)."
    )
  }

  private var summer: LocalizedText {
    guard let zone = audit.settings.zone else {
      return LocalizedText(
        zh: "未指明时区（--zone），夏令时未检查。", en: "No zone was given (--zone), so summer time was not checked.")
    }
    return LocalizedText(
      zh: "夏令时按 \(zone.name) 检查。", en: "Summer time was checked by the rules of \(zone.name).")
  }

  private var validity: LocalizedText? {
    guard audit.isMapped(.validity) || !audit.validity.isEmpty else { return nil }
    return LocalizedText(
      zh: "**无效**的警情占用接警员的时间，但不出警；重复报警是同一起警情：都不计入需求、用时和地点。不认识的词按有效计。",
      en:
        "**Calls that are not valid** cost the call-taker's time and send no unit, and repeated calls are one incident: they are left "
        + "out of demand, times and places. Words that are not known count as valid."
    )
  }

  private var duplicates: LocalizedText {
    LocalizedText(
      zh:
        "**重复**：与前面某行编号相同。**同一时间、地点、类别**：接警精确到分，原始坐标与类别都相同。**地图之外**：给了场景时为网格范围之外，否则为偏离中位数 10 倍（换算后的）中位绝对差以上。",
      en:
        "**Duplicates** have the id of an earlier row. **Same time, place and kind**: the call is known to the minute, and recorded position and kind are equal. **Outside of the map**: beyond the grids of the study, or without one more than 10 scaled median absolute deviations from the median."
    )
  }
}
