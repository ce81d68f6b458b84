import DunjingExperiment
import DunjingScenario

/// What two runs were asked for, and where that differs.
struct CompareInputs {
  private let runs: ComparedRuns

  /// Keys of `scenario.yaml` that are listed.
  private static let limit = 40

  init(_ runs: ComparedRuns) { self.runs = runs }

  /// The section.
  var section: Section {
    var blocks: [Block] = [.table(facts)]
    let difference = runs.difference
    if difference.isEmpty {
      blocks.append(
        .paragraph(
          LocalizedText(
            zh: "scenario.yaml 的键和各表的行都没有不同。",
            en: "No key of scenario.yaml and no row of a table differs.")))
    }
    if !difference.keys.isEmpty { blocks += [.heading(Self.keyTitle), .table(keys)] + more }
    if !difference.files.isEmpty { blocks += [.heading(Self.fileTitle), .table(files)] }
    return Section(id: "inputs", title: LocalizedText(zh: "输入的不同", en: "What was asked for"), blocks: blocks)
  }

  private static let keyTitle = LocalizedText(zh: "scenario.yaml 的键", en: "Keys of scenario.yaml")
  private static let fileTitle = LocalizedText(zh: "数据表", en: "Tables")

  /// What differs, as the members of a list.
  var differing: [LocalizedText] {
    let (a, b) = (runs.firstResult, runs.secondResult)
    let (keys, files) = (runs.difference.keys.count, runs.difference.files.count)
    let parts: [(Bool, LocalizedText)] = [
      (
        keys > 0,
        LocalizedText(
          zh: "scenario.yaml 的 \(keys) 个键", en: "\(keys) key\(keys == 1 ? "" : "s") of scenario.yaml")
      ),
      (files > 0, LocalizedText(zh: "\(files) 个数据表", en: "\(files) table\(files == 1 ? "" : "s")")),
      (
        keys + files == 0 && a.scenarioHash != b.scenarioHash,
        LocalizedText(zh: "场景文件的写法（数值相同）", en: "the files of the study, though not in their values")
      ),
      (a.seed != b.seed, LocalizedText(zh: "种子", en: "the seed")),
      (a.replications != b.replications, LocalizedText(zh: "重复次数", en: "the number of replications")),
      (
        a.treatments.map(\.id) != b.treatments.map(\.id),
        LocalizedText(zh: "参加比较的方案", en: "the treatments played")
      ),
      (
        runs.first.version != runs.second.version || runs.first.build != runs.second.build,
        LocalizedText(zh: "程序", en: "the build of the program")
      )
    ]
    return parts.filter(\.0).map(\.1)
  }

  private var facts: DataTable {
    let (a, b) = (runs.firstResult, runs.secondResult)
    func settings(_ facts: RunFacts) -> String {
      facts.settings.isEmpty ? NumberText.missing : facts.settings.joined(separator: " · ")
    }
    func treatments(_ result: ExperimentResult) -> String {
      result.treatments.map(\.id).joined(separator: ", ")
    }
    let rows: [(LocalizedText, String, String)] = [
      (LocalizedText(zh: "运行文件夹", en: "Run folder"), runs.first.name, runs.second.name),
      (LocalizedText(zh: "研究", en: "Study"), "", ""),
      (
        LocalizedText(zh: "场景散列", en: "Scenario hash"), NumberText.shortened(a.scenarioHash),
        NumberText.shortened(b.scenarioHash)
      ),
      (LocalizedText(zh: "另行设定的键", en: "Keys set on top"), settings(runs.first), settings(runs.second)),
      (LocalizedText(zh: "随机种子", en: "Seed"), "\(a.seed)", "\(b.seed)"),
      (LocalizedText(zh: "每方案重复次数", en: "Replications"), "\(a.replications)", "\(b.replications)"),
      (LocalizedText(zh: "测量天数", en: "Measured days"), "\(a.horizonDays)", "\(b.horizonDays)"),
      (LocalizedText(zh: "方案", en: "Treatments"), treatments(a), treatments(b)),
      (
        LocalizedText(zh: "程序版本与构建", en: "Version and build"), "\(runs.first.version) · \(runs.first.build)",
        "\(runs.second.version) · \(runs.second.build)"
      )
    ]
    return DataTable(
      heads: [LocalizedText(zh: "项目", en: "Item"), Self.a, Self.b],
      rows: rows.enumerated().map { number, row in
        let cells = number == 1 ? (a.name, b.name) : (LocalizedText(row.1), LocalizedText(row.2))
        return DataTable.Row(
          head: row.0, cells: [cells.0, cells.1].map { DataTable.Cell($0, isText: true) },
          tone: number > 0 && cells.0 != cells.1 ? .plateau : .plain)
      })
  }

  /// The heads of the two runs.
  static let a = LocalizedText(zh: "甲", en: "A")
  static let b = LocalizedText(zh: "乙", en: "B")

  private var keys: DataTable {
    func cell(_ text: String?) -> DataTable.Cell {
      let shown = text.map { $0.count > 80 ? $0.prefix(80) + "…" : $0 }
      return shown.map { DataTable.Cell(LocalizedText($0), isText: true) }
        ?? DataTable.Cell(LocalizedText(zh: "未写", en: "not given"), isGray: true, isText: true)
    }
    return DataTable(
      heads: [LocalizedText(zh: "键", en: "Key"), Self.a, Self.b],
      rows: runs.difference.keys.prefix(Self.limit).map {
        DataTable.Row(head: LocalizedText($0.path), cells: [cell($0.first), cell($0.second)])
      })
  }

  private var more: [Block] {
    let left = runs.difference.keys.count - Self.limit
    guard left > 0 else { return [] }
    return [.caption(LocalizedText(zh: "另有 \(left) 个键不同。", en: "\(left) more keys differ."))]
  }

  private var files: DataTable {
    DataTable(
      heads: [
        LocalizedText(zh: "表", en: "Table"), LocalizedText(zh: "改动行", en: "Changed rows"),
        LocalizedText(zh: "增加行", en: "Added"), LocalizedText(zh: "减少行", en: "Removed"),
        LocalizedText(zh: "例", en: "The first ones")
      ],
      rows: runs.difference.files.map { file in
        let isRows = file.changed + file.added + file.removed > 0
        let counts = [file.changed, file.added, file.removed].map {
          isRows ? DataTable.Cell(NumberText.whole($0)) : .missing
        }
        return DataTable.Row(
          head: LocalizedText(file.name), cells: counts + [DataTable.Cell(examples(of: file), isText: true)])
      })
  }

  private func examples(of file: ScenarioDifference.File) -> LocalizedText {
    if !file.isInFirst { return LocalizedText(zh: "只有乙有", en: "only B has it") }
    if !file.isInSecond { return LocalizedText(zh: "只有甲有", en: "only A has it") }
    guard !file.examples.isEmpty else {
      return LocalizedText(zh: "内容或写法不同", en: "content or writing differs")
    }
    return LocalizedText(
      zh: file.examples.joined(separator: "；"), en: file.examples.joined(separator: "; "))
  }
}
