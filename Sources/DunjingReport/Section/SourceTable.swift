import DunjingScenario

/// Where the numbers of a scenario come from: every parameter with its source, grouped by the part of the file.
enum SourceTable {
  /// What the marks mean and how often each occurs.
  static func legend(_ notes: [SourceNote]) -> LocalizedText {
    let counts = SourceMark.allCases.map { mark in (mark, notes.filter { $0.mark == mark }.count) }
    let zh = counts.map { "**\($0.rawValue)** \($0.label.zh)（\($1) 项）" }.joined(separator: "　")
    let en = counts.map { "**\($0.rawValue)** \($0.label.en) (\($1))" }.joined(separator: "; ")
    return LocalizedText(
      zh: "标记：\(zh)。参数按场景文件的各部分排列，名称与文件中的相同。",
      en: "Marks: \(en). Parameters follow the parts of the scenario file and have the names they have there."
    )
  }

  /// How many parameters have a source, and of which kind.
  static func counts(_ notes: [SourceNote]) -> LocalizedText {
    let counts = SourceMark.allCases.map { mark in
      let count = NumberText.whole(notes.count { $0.mark == mark })
      return LocalizedText(zh: "\(mark.label.zh) \(count)", en: "\(count) \(mark.label.en)")
    }
    let all = NumberText.whole(notes.count)
    return LocalizedText(
      zh: "\(all) 项：\(counts.map(\.zh).joined(separator: "，"))",
      en: "\(all): \(counts.map(\.en).joined(separator: ", "))")
  }

  /// The table, a group for each part.
  static func table(_ notes: [SourceNote]) -> DataTable {
    DataTable(
      heads: [
        LocalizedText(zh: "参数", en: "Parameter"), LocalizedText(zh: "取值", en: "Value"),
        LocalizedText(zh: "标记", en: "Mark"), LocalizedText(zh: "来源或理由", en: "Source or reason")
      ],
      rows: parts(notes).flatMap { part in
        let own = notes.filter { self.part(of: $0) == part }
        return [DataTable.Row(head: head(part, count: own.count), cells: [], tone: .group)] + own.map(row)
      }, layout: .notes)
  }

  /// The parts that occur, in the order of the notes.
  private static func parts(_ notes: [SourceNote]) -> [String] {
    notes.map(part).reduce(into: []) { parts, part in
      if !parts.contains(part) { parts.append(part) }
    }
  }

  private static func part(of note: SourceNote) -> String { String(note.key.prefix { $0 != "." }) }

  private static func head(_ part: String, count: Int) -> LocalizedText {
    guard let name = names[part] else { return LocalizedText("\(part) (\(count))") }
    return LocalizedText(zh: "\(name.zh) \(part)（\(count) 项）", en: "\(name.en) (\(count))")
  }

  private static func row(_ note: SourceNote) -> DataTable.Row {
    DataTable.Row(
      head: LocalizedText(breakable(note.key)),
      cells: [
        DataTable.Cell(LocalizedText(note.value + range(note)), isText: true),
        DataTable.Cell(LocalizedText(note.mark.rawValue), isText: true),
        DataTable.Cell(text(note), isText: true)
      ])
  }

  /// The plausible range after the value, where there is one.
  private static func range(_ note: SourceNote) -> String {
    guard let range = note.range else { return "" }
    let ends = [range.lowerBound, range.upperBound].map {
      NumberText.fixed($0, decimals: $0 >= 1000 ? 0 : Scale.decimals(of: $0))
    }
    return " (\(note.isFactor ? "× " : "")\(ends[0])–\(ends[1]))"
  }

  /// The note; where the study has another value than its source, or no such record, that comes first.
  private static func text(_ note: SourceNote) -> LocalizedText {
    if note.isStray {
      return LocalizedText(
        zh: "**研究中没有这一记录**；\(note.note.zh)", en: "**The study has no such record.** \(note.note.en)")
    }
    guard let stated = note.statedValue else { return note.note }
    return LocalizedText(
      zh: "**本方案已改动，来源为 \(stated)**；\(note.note.zh)",
      en: "**Changed in this study; the source says \(stated).** \(note.note.en)")
  }

  /// The key with places after its dots where a line may end.
  private static func breakable(_ key: String) -> String {
    key.split(separator: ".", omittingEmptySubsequences: false).joined(separator: ".\u{200B}")
  }

  private static let names: [String: LocalizedText] = [
    "time": LocalizedText(zh: "时间", en: "Time"), "grids": LocalizedText(zh: "网格", en: "Grids"),
    "counties": LocalizedText(zh: "县区", en: "Counties"),
    "roads": LocalizedText(zh: "路网", en: "Roads"), "travel": LocalizedText(zh: "行驶", en: "Travel"),
    "facilities": LocalizedText(zh: "设施点", en: "Facilities"), "force": LocalizedText(zh: "警力", en: "Force"),
    "rosters": LocalizedText(zh: "班次", en: "Rosters"), "units": LocalizedText(zh: "处警单元", en: "Units"),
    "dispatch": LocalizedText(zh: "派警", en: "Dispatch"), "demand": LocalizedText(zh: "警情总量", en: "Demand"),
    "incidentKinds": LocalizedText(zh: "警情类别", en: "Incident kinds"),
    "hazardKinds": LocalizedText(zh: "隐患类别", en: "Hazard kinds"),
    "climbs": LocalizedText(zh: "升级", en: "Climbs"),
    "community": LocalizedText(zh: "社区警务", en: "Community policing"),
    "departments": LocalizedText(zh: "机关部门", en: "Departments"),
    "headquarters": LocalizedText(zh: "机关规则", en: "Headquarters"),
    "patrol": LocalizedText(zh: "巡防勤务", en: "Patrol"),
    "targets": LocalizedText(zh: "到场时限", en: "Response targets"),
    "treatments": LocalizedText(zh: "方案", en: "Treatments"),
    "experiment": LocalizedText(zh: "仿真设置", en: "Experiment"),
    "harm": LocalizedText(zh: "损失权重", en: "Harm weights"),
    "windows": LocalizedText(zh: "服务窗口", en: "Service windows"),
    "programs": LocalizedText(zh: "源头举措", en: "Programs"), "shocks": LocalizedText(zh: "冲击", en: "Shocks"),
    "assessment": LocalizedText(zh: "考核", en: "Assessment"),
    "security": LocalizedText(zh: "安全感指数", en: "Security index")
  ]
}
