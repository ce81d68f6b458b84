import Dunjing

/// The summary of an audit for the terminal.
struct AuditText {
  private let audit: IncidentAudit
  private let language: TextLanguage
  private let out: String
  private let study: String?

  /// The findings that are listed.
  private static let limit = 12

  init(_ audit: IncidentAudit, in language: TextLanguage, out: String, study: String? = nil) {
    (self.audit, self.language, self.out, self.study) = (audit, language, out, study)
  }

  private var isChinese: Bool { language == .zh }

  /// The lines.
  var text: String {
    (columns + unread + notes + [""] + findings + [""] + answer + written).joined(separator: "\n")
  }

  private var columns: [String] {
    let head: String
    if let preset = audit.preset {
      head = isChinese ? "列（预设 \(preset.rawValue)）：" : "Columns (preset \(preset.rawValue)):"
    } else {
      head = isChinese ? "列：" : "Columns:"
    }
    return [head]
      + audit.mapping.map { column in
        let mark = column.isGuess ? (isChinese ? "（猜测）" : " (guessed)") : ""
        let example =
          column.example.isEmpty ? "" : isChinese ? "，例如 \(column.example)" : ", such as \(column.example)"
        return "  \(column.field.noun.text(in: language)) = \(column.column)\(mark)\(example)"
      }
  }

  /// The columns that were not read, and what follows of those that would say which rows count and where they belong.
  private var unread: [String] {
    let names = audit.unreadColumns.filter { !$0.isEmpty }
    guard !names.isEmpty else { return system }
    let list = names.listed.text(in: language)
    return [isChinese ? "  未用的列：\(list)" : "  not used: \(list)"]
      + names.filter { name in ["有效", "无效", "重复"].contains(where: name.contains) }.map(unreadValidity)
      + names.filter { $0.contains("网格") && !audit.isMapped(.grid) }.map {
        isChinese
          ? "  '\($0)' 未读：没有坐标的行不会按网格定位；该列是网格编号或名称的，请用 --grid-column 指明"
          : "  '\($0)' is not read: rows without a position are not placed by it; name it with --grid-column if it holds grids"
      } + system
  }

  /// That a column may say which calls count, and what naming it does.
  private func unreadValidity(_ name: String) -> String {
    let used = audit.column(of: .validity)
    let head =
      isChinese
      ? "  '\(name)' 未读：其中注明无效、重复的警情仍计入需求；"
      : "  '\(name)' is not read: what it marks as not valid still counts as demand; "
    guard let used else {
      return head
        + (isChinese
          ? "该列说明警情是否有效的，请用 --validity-column 指明"
          : "name it with --validity-column if it says so")
    }
    return head
      + (isChinese
        ? "只能读一列，用 --validity-column 指明它就不再读 '\(used)'，两列都要用请先合成一列"
        : "only one column is read, so --validity-column would take it instead of '\(used)'; to use both, make one column of them")
  }

  /// Which coordinates positions were taken as, and how to say others.
  private var system: [String] {
    let order = audit.pairOrderNote.map { ["  \($0.text(in: language))"] } ?? []
    guard audit.hasPositionColumns, audit.settings.coordinates == nil, audit.coordinates != .local else {
      return order
    }
    if let named = audit.systemColumn {
      return [
        isChinese
          ? "  坐标按 \(audit.coordinates.name) 读（按列名 '\(named)'）"
          : "  positions are taken as \(audit.coordinates.name), by the heading '\(named)'"
      ] + order
    }
    return [
      isChinese
        ? "  坐标按 WGS-84 读；若为 GCJ-02（高德、腾讯）或 BD-09（百度），请加 --coordinates GCJ-02 或 BD-09"
        : "  positions are taken as WGS-84; say --coordinates GCJ-02 or BD-09 if they are of these"
    ] + order
  }

  private var notes: [String] {
    audit.notes.map { "  \($0.text(in: language))" }
  }

  private var findings: [String] {
    let rows = audit.records.count
    var head = isChinese ? "\(rows) 行" : "\(rows) row\(rows == 1 ? "" : "s")"
    if let period = audit.period {
      let dates = "\(RecordTime(period.first).text) – \(RecordTime(period.last).text)"
      head += isChinese ? "，\(dates)" : ", \(dates)"
    }
    guard !audit.findings.isEmpty else { return [head + (isChinese ? "；没有发现问题。" : "; nothing was found.")] }
    let most = audit.findings.sorted { $0.rows > $1.rows }.prefix(Self.limit)
    let left = audit.findings.count - most.count
    let more = isChinese ? "  另有 \(left) 类，见报告" : "  and \(left) more: see the page"
    return [head + (isChinese ? "；发现：" : "; found:")] + most.map(line) + (left > 0 ? [more] : [])
  }

  private func line(_ count: FindingCount) -> String {
    let tenths = Int((Double(count.rows) / Double(max(1, audit.records.count)) * 1_000).rounded())
    let share = tenths == 0 ? "<0.1%" : "\(tenths / 10).\(tenths % 10)%"
    let title = count.finding.title.text(in: language)
    return isChinese
      ? "  \(title)（\(count.finding.rawValue)），\(count.rows) 行（\(share)）"
      : "  \(count.finding.rawValue): \(title), \(count.rows) row\(count.rows == 1 ? "" : "s") (\(share))"
  }

  private var answer: [String] {
    AuditPage(audit).answer.map { $0.text(in: language).replacing("**", with: "") }
  }

  private var written: [String] {
    let folder = Message.pasted(out)
    return [
      isChinese
        ? "已写入 \(folder)：incidents.csv、audit.json 和报告。"
        : "Written to \(folder): incidents.csv, audit.json and the pages."
    ] + next
  }

  /// What to type next, where most rows serve demand by day.
  private var next: [String] {
    guard audit.usable.demandByDay > 0, 2 * audit.usable.demandByDay >= audit.validRows else { return [] }
    let file = Message.pasted(FolderPath.joined(out, IncidentFile.name))
    let beside = study.map { " --study " + Message.pasted($0) } ?? ""
    return [
      (isChinese ? "接着：" : "Next: ")
        + "dunjing calibrate demand --incidents \(file)\(beside) --out calibrated"
    ]
  }
}
