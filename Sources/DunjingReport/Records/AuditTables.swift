import DunjingRecords
import DunjingScenario

/// The tables of a page about recorded incidents.
struct AuditTables {
  private let audit: IncidentAudit

  /// Unreadable cells of a column that are shown.
  private static let cellLimit = 5

  init(_ audit: IncidentAudit) { self.audit = audit }

  private func share(_ rows: Int) -> String { share(rows, of: audit.records.count) }

  private func share(_ rows: Int, of all: Int) -> String {
    NumberText.percent(Double(rows) / Double(max(1, all)))
  }

  private static func words(_ text: LocalizedText, isGray: Bool = false) -> DataTable.Cell {
    DataTable.Cell(text, isGray: isGray, isText: true)
  }

  private static let rowsHead = LocalizedText(zh: "行数", en: "Rows")
  private static let shareHead = LocalizedText(zh: "占比", en: "Share")
  private static let columnHead = LocalizedText(zh: "列名", en: "Column")

  /// Rows by what they can be used for.
  var usability: DataTable {
    DataTable(
      heads: [
        LocalizedText(zh: "用途", en: "Use"), Self.rowsHead,
        audit.validRows == audit.records.count
          ? Self.shareHead : LocalizedText(zh: "占有效行", en: "Of valid\nrows"),
        LocalizedText(zh: "需要", en: "What it needs")
      ],
      rows: AuditAnswer.uses(audit).map { use in
        DataTable.Row(
          head: use.name,
          cells: [
            DataTable.Cell(NumberText.whole(use.rows)), DataTable.Cell(share(use.rows, of: audit.validRows)),
            Self.words(use.need)
          ])
      })
  }

  // MARK: Contents

  /// Which form was recognized.
  var form: LocalizedText {
    guard let preset = audit.preset else {
      return LocalizedText(
        zh: "列由名称和内容认出。请核对下表；认错的用选项指明。",
        en: "The columns were found by their names and contents. Check the table; options name what is wrong."
      )
    }
    return LocalizedText(
      zh: "列名符合预设 \(preset.rawValue)。请核对下表；认错的用选项指明。",
      en:
        "The names of the columns are those of the preset \(preset.rawValue). Check the table; options name what is wrong."
    )
  }

  /// The columns taken.
  var mapping: DataTable {
    DataTable(
      heads: [
        LocalizedText(zh: "内容", en: "Field"), Self.columnHead, LocalizedText(zh: "依据", en: "Why"),
        LocalizedText(zh: "例", en: "Example"), LocalizedText(zh: "选项", en: "Option")
      ],
      rows: IncidentField.allCases.compactMap { field in
        guard let column = audit.mapping.first(where: { $0.field == field }) else {
          let isApart = [.x, .y].contains(field) && !audit.isMapped(.position)
          guard isApart || ![.day, .clock, .position, .x, .y].contains(field) else { return nil }
          return DataTable.Row(
            head: field.noun.capitalized,
            cells: [
              Self.words(LocalizedText(zh: "没有", en: "none"), isGray: true), Self.words(LocalizedText("")),
              Self.words(LocalizedText("")), Self.words(LocalizedText(field.option), isGray: true)
            ], isGray: true)
        }
        return DataTable.Row(
          head: field.noun.capitalized,
          cells: [
            Self.words(LocalizedText(column.column)), Self.words(column.basis.words),
            Self.words(LocalizedText(column.example)), Self.words(LocalizedText(field.option), isGray: true)
          ])
      })
  }

  /// The columns that were not read.
  var unread: LocalizedText {
    let list = audit.unreadColumns.filter { !$0.isEmpty }.joined(separator: ", ")
    return LocalizedText(zh: "未读取的列：\(list)。", en: "Columns that were not read: \(list).")
  }

  /// The rows above the header, and the columns that were not taken for the sake of privacy.
  var notes: [LocalizedText] {
    audit.notes.map {
      LocalizedText(zh: "\($0.zh)。", en: "\($0.en).")
    }
  }

  /// How the columns of times were read.
  var times: DataTable {
    DataTable(
      heads: [
        Self.columnHead, LocalizedText(zh: "有时间的格", en: "Times"),
        LocalizedText(zh: "日与月", en: "Day and month"),
        LocalizedText(zh: "依据", en: "Why"), LocalizedText(zh: "带时差", en: "With an offset")
      ],
      rows: audit.timeColumns.map { reading in
        DataTable.Row(
          head: LocalizedText(reading.column),
          cells: [
            DataTable.Cell(NumberText.whole(reading.cells)),
            Self.words(reading.order?.words ?? LocalizedText(zh: "年在前", en: "the year first")),
            Self.words(reading.isAlwaysMidnight ? Self.midnight : reading.basis.words),
            DataTable.Cell(NumberText.whole(reading.cellsWithOffset))
          ])
      })
  }

  private static let midnight = LocalizedText(zh: "钟点全为零点：按日期读", en: "always midnight: read as days")

  /// What the priorities mean.
  var priorities: DataTable {
    DataTable(
      heads: [
        LocalizedText(zh: "原文", en: "As recorded"), LocalizedText(zh: "级（1 最急）", en: "Level (1 most urgent)"),
        Self.rowsHead, Self.shareHead
      ],
      rows: audit.priorities.prefix(20).map { level in
        DataTable.Row(
          head: LocalizedText(level.text),
          cells: [
            level.level.map { DataTable.Cell("\($0)") }
              ?? DataTable.Cell(LocalizedText(zh: "不认识", en: "not known"), isGray: true),
            DataTable.Cell(NumberText.whole(level.rows)), DataTable.Cell(share(level.rows))
          ])
      })
  }

  /// What the words of validity mean.
  var validity: DataTable {
    DataTable(
      heads: [
        LocalizedText(zh: "原文", en: "As recorded"), LocalizedText(zh: "列", en: "Column"),
        LocalizedText(zh: "计入", en: "Counts"), Self.rowsHead, Self.shareHead
      ],
      rows: audit.validity.prefix(20).map { word in
        let counts =
          switch word.isValid {
          case false?: LocalizedText(zh: "否", en: "no")
          case true?: LocalizedText(zh: "是", en: "yes")
          case nil: LocalizedText(zh: "是（不认识的词）", en: "yes (word not known)")
          }
        return DataTable.Row(
          head: LocalizedText(word.text),
          cells: [
            Self.words(LocalizedText(audit.column(of: word.field) ?? "")),
            Self.words(counts, isGray: word.isValid == nil), DataTable.Cell(NumberText.whole(word.rows)),
            DataTable.Cell(share(word.rows))
          ])
      })
  }

  // MARK: Findings

  /// What was found, by subject.
  var findings: DataTable {
    var rows: [DataTable.Row] = []
    for subject in AuditFinding.Subject.allCases {
      let counts = audit.findings.filter { $0.finding.subject == subject }
      guard !counts.isEmpty else { continue }
      rows.append(DataTable.Row(head: subject.title, cells: [], tone: .group))
      rows += counts.map(row)
    }
    return DataTable(
      heads: [
        LocalizedText(zh: "发现", en: "Finding"), Self.rowsHead, Self.shareHead,
        LocalizedText(zh: "首见于行", en: "First rows"), LocalizedText(zh: "如何处理", en: "What was done"),
        LocalizedText(zh: "对使用的影响", en: "What it means")
      ], rows: rows, layout: .compact)
  }

  private func row(_ count: FindingCount) -> DataTable.Row {
    let finding = count.finding
    let more = count.rows > count.firstRows.count
    let list = count.firstRows.prefix(3).map { "\($0)" }.joined(separator: ", ")
    let examples = list + (more || count.firstRows.count > 3 ? " …" : "")
    return DataTable.Row(
      head: finding.title.capitalized,
      cells: [
        DataTable.Cell(NumberText.whole(count.rows)), DataTable.Cell(share(count.rows)),
        Self.words(LocalizedText(examples), isGray: true), Self.words(finding.action),
        Self.words(finding.meaning)
      ])
  }

  /// Stages that the table does not have at all.
  var absentStages: [LocalizedText] {
    let absent = IncidentStage.allCases.filter { stage in
      !audit.isMapped(stage.field) && !(stage == .received && audit.isMapped(.day))
    }
    guard !absent.isEmpty else { return [] }
    let names = LocalizedText.list(absent.map(\.field.noun))
    return [
      LocalizedText(
        zh: "表中没有这些环节的列，各行因此不另加标记：\(names.zh)。",
        en: "The table has no column for these stages, so rows are not flagged for it: \(names.en).")
    ]
  }

  /// Blocks whose clock jumps.
  var jumps: DataTable {
    DataTable(
      heads: [
        LocalizedText(zh: "行", en: "Rows"), LocalizedText(zh: "快（小时）", en: "Ahead\nhours"),
        LocalizedText(zh: "依据", en: "Why")
      ],
      rows: audit.jumps.map { jump in
        DataTable.Row(
          head: LocalizedText("\(jump.firstRow)–\(jump.lastRow)"),
          cells: [
            DataTable.Cell(NumberText.signed(Double(jump.hours), decimals: 0)),
            Self.words(
              jump.evidence == .order
                ? LocalizedText(zh: "打断了前后行的时间次序", en: "breaks the order of the rows around it")
                : LocalizedText(
                  zh: "一天之内的分布与其他月份错开", en: "its hours of the day are displaced from other months"))
          ])
      })
  }

  /// Cells that cannot be read.
  var unreadable: DataTable {
    DataTable(
      heads: [
        LocalizedText(zh: "行", en: "Row"), Self.columnHead, LocalizedText(zh: "值", en: "Value"),
        LocalizedText(zh: "应为", en: "Expected"), LocalizedText(zh: "处理", en: "What was done")
      ],
      rows: shownCells.map { cell in
        DataTable.Row(
          head: LocalizedText("\(cell.row)"),
          cells: [
            Self.words(LocalizedText(cell.column)), Self.words(LocalizedText(cell.value)),
            Self.words(cell.field.expected), Self.words(LocalizedText(zh: "留空", en: "left empty"))
          ])
      }, layout: .compact)
  }

  private var shownCells: [UnreadableCell] {
    IncidentField.allCases.flatMap { field in
      audit.unreadable.filter { $0.field == field }.prefix(Self.cellLimit)
    }
  }

  /// How many there are in all.
  var unreadableNote: LocalizedText {
    let count = NumberText.whole(audit.unreadableCount)
    return LocalizedText(
      zh: "共 \(count) 格；每列最多列出 \(Self.cellLimit) 格。",
      en: "\(count) in all; at most \(Self.cellLimit) of each column are shown.")
  }

  // MARK: Times

  /// Times between stages.
  var stages: DataTable {
    func cell(_ minutes: Double?) -> DataTable.Cell {
      minutes.map { DataTable.Cell(NumberText.fixed($0, decimals: 1)) } ?? .missing
    }
    return DataTable(
      heads: [
        LocalizedText(zh: "环节", en: "Interval"), Self.rowsHead,
        LocalizedText(zh: "均值\n分钟", en: "Mean\nminutes"),
        LocalizedText(zh: "中位数\n分钟", en: "Median\nminutes"),
        LocalizedText(zh: "90% 分位数\n分钟", en: "P90\nminutes")
      ],
      rows: audit.stages.map { stage in
        DataTable.Row(
          head: stage.interval.title,
          cells: [
            DataTable.Cell(NumberText.whole(stage.count)), cell(stage.mean), cell(stage.median),
            cell(stage.ninthDecile)
          ], isGray: stage.count == 0)
      })
  }
}
