import DunjingRecords
import DunjingScenario

/// A page about a table of calls: what it holds, what is wrong with it, and what it can be used for.
public struct AuditPage: Sendable {
  private let audit: IncidentAudit

  /// Creates the page.
  public init(_ audit: IncidentAudit) {
    self.audit = audit
  }

  /// What the table can be used for, in sentences.
  public var answer: [LocalizedText] { AuditAnswer(audit).sentences }

  /// The whole page in one language.
  public func html(in language: Language) -> String {
    PageWriter(language: language).page(front: front, sections: sections)
  }

  /// The page as a Markdown summary.
  public func markdown(in language: Language) -> String {
    MarkdownWriter(language: language, page: "audit.\(language.rawValue).html")
      .text(front: front, sections: sections)
  }

  private var front: FrontMatter {
    let path = audit.source.split(separator: "/").last.map(String.init) ?? audit.source
    let name = path.count > 40 ? path.prefix(40) + "…" : path
    var front = FrontMatter(
      title: LocalizedText(zh: "警情数据审查", en: "Audit of recorded incidents"),
      summary: LocalizedText(
        zh: "\(name)：逐行检查，警情一条不删，都在 incidents.csv 中，问题写在 flags 列。",
        en:
          "\(name): every row is checked and no call is dropped; incidents.csv has them all, with findings as flags."
      ))
    front.meta = [
      LocalizedText(
        zh: "\(NumberText.whole(audit.records.count)) 行",
        en:
          "\(NumberText.whole(audit.records.count)) \(EnglishCount.form(audit.records.count, "row", "rows"))")
    ]
    if let period = audit.period {
      let text = "\(RecordTime(period.first).text) – \(RecordTime(period.last).text)"
      front.meta.append(LocalizedText(text))
    }
    if let zone = audit.settings.zone { front.meta.append(LocalizedText(zone.name)) }
    return front
  }

  private var sections: [Section] {
    let sentences = answer
    let first = Section(
      id: "answer", title: LocalizedText(zh: "能用来做什么", en: "What it can be used for"),
      blocks: [.answer(sentences[0]), .cards(AuditAnswer(audit).cards)]
        + sentences.dropFirst().map(Block.paragraph) + [.table(AuditTables(audit).usability)])
    return [first, contents, findings] + (profile.map { [$0] } ?? []) + [stages, AuditMethod(audit).section]
  }

  private var contents: Section {
    let tables = AuditTables(audit)
    var blocks: [Block] = [.paragraph(tables.form), .table(tables.mapping)]
    blocks += tables.notes.map(Block.paragraph)
    if !audit.unreadColumns.isEmpty { blocks.append(.caption(tables.unread)) }
    if !audit.timeColumns.isEmpty {
      blocks += [.heading(LocalizedText(zh: "时间列", en: "Columns of times")), .table(tables.times)]
    }
    if !audit.priorities.isEmpty {
      blocks += [
        .heading(LocalizedText(zh: "紧急程度", en: "Priorities")), .table(tables.priorities)
      ]
    }
    if !audit.validity.isEmpty {
      blocks += [.heading(LocalizedText(zh: "是否有效", en: "Validity")), .table(tables.validity)]
    }
    return Section(
      id: "contents", title: LocalizedText(zh: "文件的内容", en: "What the file holds"), blocks: blocks)
  }

  private var findings: Section {
    let tables = AuditTables(audit)
    var blocks: [Block]
    if audit.findings.isEmpty {
      blocks = [.paragraph(LocalizedText(zh: "没有发现问题。", en: "Nothing was found."))]
    } else {
      blocks = [
        .table(tables.findings), .heading(LocalizedText(zh: "每类一例", en: "A row of each")),
        .table(AuditExamples(audit).table)
      ]
    }
    blocks += tables.absentStages.map(Block.paragraph)
    if !audit.jumps.isEmpty {
      blocks += [.heading(LocalizedText(zh: "钟点跳变", en: "Jumps of the clock")), .table(tables.jumps)]
    }
    if !audit.unreadable.isEmpty {
      blocks += [
        .heading(LocalizedText(zh: "读不出的格", en: "Cells that cannot be read")), .table(tables.unreadable),
        .caption(tables.unreadableNote)
      ]
    }
    return Section(id: "findings", title: LocalizedText(zh: "发现的问题", en: "What was found"), blocks: blocks)
  }

  private var profile: Section? {
    guard let period = audit.period else { return nil }
    var blocks: [Block] = [.caption(Self.profileNote)]
    if audit.hours.contains(where: { $0 > 0 }) {
      blocks.append(.figure(AuditProfile.hours(audit)))
    } else {
      blocks.append(
        .paragraph(
          LocalizedText(
            zh: "没有钟点，画不出一天之内的分布。", en: "Without clocks, the hours of the day cannot be shown.")))
    }
    blocks.append(.figure(AuditProfile.weekdays(audit)))
    if period.months.count > 1 { blocks.append(.figure(AuditProfile.months(period))) }
    return Section(
      id: "profile", title: LocalizedText(zh: "一天与一周", en: "The day and the week"), blocks: blocks)
  }

  private static let profileNote = LocalizedText(
    zh: "只计可用于每日需求的行；各小时另去掉钟点跳变的行。",
    en: "Rows that serve demand by day; by hour without those whose clock jumps.")

  private var stages: Section {
    let known = audit.stages.contains { $0.count > 0 }
    let none = LocalizedText(
      zh: "没有一行在两个环节上都精确到分，也没有时长列：算不出用时。",
      en: "No row knows two stages to the minute, and there is no length of service: no time can be computed."
    )
    return Section(
      id: "stages", title: LocalizedText(zh: "各环节用时", en: "Times between stages"),
      blocks: known ? [.table(AuditTables(audit).stages), .caption(Self.stageNote)] : [.paragraph(none)])
  }

  private static let stageNote = LocalizedText(
    zh: "只计两端都精确到分的行；次序颠倒、过长、跳变、同一秒到场、巡逻发现、重复和无效的行不计。",
    en:
      "Rows that know both ends to the minute; without those in disorder, too long, jumped, on scene in the same second, "
      + "on view, duplicate or not valid.")
}
