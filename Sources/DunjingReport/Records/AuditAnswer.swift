import DunjingRecords
import DunjingScenario

/// What a table of calls can be used for, in sentences and key figures.
struct AuditAnswer {
  private let audit: IncidentAudit

  init(_ audit: IncidentAudit) { self.audit = audit }

  /// The rows of which shares are taken.
  private var rows: Int { max(1, audit.validRows) }

  /// Uses with the rows that serve each.
  static func uses(_ audit: IncidentAudit) -> [(name: LocalizedText, rows: Int, need: LocalizedText)] {
    let usable = audit.usable
    return [
      (
        LocalizedText(zh: "每日需求", en: "Demand by day"), usable.demandByDay,
        LocalizedText(
          zh: "接警日期；编号不重复，未注明无效", en: "the day of the call; no duplicate, and valid")
      ),
      (
        LocalizedText(zh: "分时需求", en: "Demand by hour"), usable.demandByHour,
        LocalizedText(zh: "接警钟点；无时区跳变", en: "its hour; no jump of the clock")
      ),
      (
        LocalizedText(zh: "响应时间", en: "Response times"), usable.response,
        LocalizedText(
          zh: "接警与到场精确到分，次序正常，不是巡逻发现", en: "call and arrival to the minute, in order, not on view")
      ),
      (
        LocalizedText(zh: "处置时长", en: "Service times"), usable.service,
        LocalizedText(zh: "到场与结束精确到分，或另有时长列", en: "arrival and end to the minute, or a length of service")
      ),
      (
        LocalizedText(zh: "地点分布", en: "Places"), usable.place,
        LocalizedText(zh: "坐标在地图之内", en: "a position inside of the map")
      )
    ]
  }

  /// The sentences, the answer first.
  var sentences: [LocalizedText] {
    let uses = Self.uses(audit)
    let good = uses.filter { 2 * $0.rows >= rows }
    let bad = uses.filter { 2 * $0.rows < rows }
    let goodText =
      good.isEmpty
      ? LocalizedText(zh: "这份数据**什么都用不上**", en: "This table can be used for **nothing**")
      : LocalizedText(
        zh: "这份数据可用于**\(LocalizedText.list(good.map(\.name)).zh)**",
        en: "This table can be used for **\(LocalizedText.list(good.map { $0.name.lowercased }).en)**")
    let badText =
      bad.isEmpty
      ? LocalizedText(zh: "。", en: ".")
      : LocalizedText(
        zh: "，不足以用于\(LocalizedText.list(bad.map(named)).zh)。",
        en: ", but not for \(LocalizedText.list(bad.map(named)).en).")
    return [goodText + badText] + cautions
  }

  private func named(_ use: (name: LocalizedText, rows: Int, need: LocalizedText)) -> LocalizedText {
    let share = NumberText.percent(Double(use.rows) / Double(rows))
    let isAll = audit.validRows == audit.records.count
    return LocalizedText(
      zh: "\(use.name.zh)（\(share) 的\(isAll ? "" : "有效")行）",
      en: "\(use.name.lowercased.en) (\(share) of the \(isAll ? "" : "valid ")rows)")
  }

  /// What a reader has to know before using it.
  private var cautions: [LocalizedText] {
    var list: [LocalizedText] = []
    let midnight = audit.timeColumns.filter(\.isAlwaysMidnight)
    if !midnight.isEmpty {
      let names = midnight.map(\.column).joined(separator: ", ")
      list.append(
        LocalizedText(
          zh: "\(names) 的钟点全是零点，按只有日期处理。", en: "All clocks of \(names) are midnight: they are taken as days.")
      )
    }
    if let guessed = audit.timeColumns.first(where: { $0.basis == .assumed }), let order = guessed.order {
      list.append(
        LocalizedText(
          zh: "**日与月的次序无法判断**：\(guessed.column) 按\(order.words.zh)读；请用 --date-order 指明。",
          en:
            "**The order of day and month cannot be told**: \(guessed.column) was read with \(order.words.en); say it with --date-order."
        ))
    }
    if audit.pairOrder?.basis == .assumed, let order = audit.pairOrderNote {
      list.append(
        LocalizedText(
          zh: "**经度与纬度的次序无法判断**：\(order.zh)。",
          en: "**The order of longitude and latitude cannot be told**: \(order.en)."))
    }
    let offsets = audit.timeColumns.filter { $0.cellsWithOffset > 0 }
    if audit.settings.zone == nil, !offsets.isEmpty {
      list.append(
        LocalizedText(
          zh: "**时间带有时差或为 UTC**，而未指明城市的时区：钟点照原样读；请用 --zone 指明。",
          en:
            "**Times have an offset or are in UTC**, and the zone of the city is not known: clocks are taken as written; say it with --zone."
        ))
    }
    for reading in audit.timeColumns where reading.contradictions > 0 {
      list.append(
        LocalizedText(
          zh: "\(reading.column) 中有 \(reading.contradictions) 格只合另一种日月次序，已留空。",
          en:
            "\(reading.contradictions) cells of \(reading.column) fit only the other order of day and month and are empty."
        ))
    }
    if 2 * audit.rows(with: .invalid) > audit.records.count {
      list.append(
        LocalizedText(
          zh: "**多数行注明无效**：请核对该列是否为有效标记；不是的，用 --validity-column 指明另一列。",
          en:
            "**Most rows are marked as not valid**: check that the column says which calls count; --validity-column names another one."
        ))
    }
    if 2 * audit.rows(with: .outsideMap) > audit.records.count {
      list.append(
        LocalizedText(
          zh: "**多数坐标在地图之外**：请核对 --study 与 --coordinates。",
          en: "**Most positions are outside of the map**: check --study and --coordinates."))
    }
    return list
  }

  /// Key figures.
  var cards: [Card] {
    let days = audit.period?.days ?? 0
    var cards = [
      Card(
        name: LocalizedText(zh: "记录", en: "Rows"), value: NumberText.whole(audit.records.count),
        unit: LocalizedText(zh: "行", en: EnglishCount.form(audit.records.count, "row", "rows")),
        notes: [LocalizedText(zh: "全部写入 incidents.csv", en: "all of them in incidents.csv")], isWorse: false),
      Card(
        name: LocalizedText(zh: "时段", en: "Period"), value: NumberText.whole(days),
        unit: LocalizedText(zh: "天", en: days == 1 ? "day" : "days"),
        notes: audit.period.map {
          [LocalizedText("\(RecordTime($0.first).text) – \(RecordTime($0.last).text)")]
        } ?? [], isWorse: false)
    ]
    for use in Self.uses(audit).dropFirst().prefix(4) where use.name.en != "Service times" {
      let share = Double(use.rows) / Double(rows)
      cards.append(
        Card(
          name: use.name, value: NumberText.percent(share), unit: LocalizedText(""),
          notes: [
            LocalizedText(
              zh: "\(NumberText.whole(use.rows)) 行可用",
              en: "\(NumberText.whole(use.rows)) \(EnglishCount.form(use.rows, "row serves", "rows serve"))")
          ], isWorse: share < 0.5))
    }
    return cards
  }
}

extension LocalizedText {
  /// The text with a small letter first in English, for the middle of a sentence.
  var lowercased: LocalizedText { LocalizedText(zh: zh, en: en.prefix(1).lowercased() + en.dropFirst()) }
}

extension DateOrder {
  /// The order in words.
  var words: LocalizedText {
    switch self {
    case .dayFirst: LocalizedText(zh: "日在前", en: "the day first")
    case .monthFirst: LocalizedText(zh: "月在前", en: "the month first")
    }
  }
}
