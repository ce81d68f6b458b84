import ArgumentParser
import Dunjing
import Foundation

/// `dunjing tables`: the lists of a study as tables for a spreadsheet, and the way back.
struct TablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: String(
      zh: "把研究的各个列表写成 Excel 可用的表格，并读回。",
      en: "Writes the lists of a study as tables for Excel, and reads them back."),
    discussion: String(
      zh: """
        每个记录列表成为一个以其键命名的 CSV 文件：grids.csv、units.csv、treatments.csv。Excel 和 WPS 双击即可打开。存为\
        “CSV UTF-8” 或 “CSV”；逗号、分号、制表符，UTF-8 和 GBK 都能读。会被电子表格变成数字或日期的文字，如 01 或 08:00，写作 \
        ="01"：保持原样，或输入 01。

        读回时，改动的值写到原来的地方：研究的 CSV 表或 scenario.yaml；其余逐字节不变。研究要么完整写入，要么不动。
        """,
      en: """
        Every list of records becomes a CSV file named after its key: grids.csv, units.csv, treatments.csv. Excel and WPS open them \
        with a double click. Save them as "CSV UTF-8" or as "CSV"; commas, semicolons and tabs are read, UTF-8 and GBK. Texts that \
        a spreadsheet would turn into numbers or dates, such as 01 or 08:00, stand there as ="01": leave them so, or type 01.

        Read back, changed values go to where they came from, the CSV tables of the study or scenario.yaml; the rest stays as it \
        is to the byte. A study is written whole or not at all.
        """,
      examples: """
        dunjing tables my-city --out tables
        dunjing tables my-city --from tables
        dunjing tables my-city --from tables --check
        """))

  @Argument(help: ArgumentHelp(zh: "研究的文件夹。", en: "The folder of the study."))
  var path: String

  @Option(help: ArgumentHelp(zh: "写入表格的文件夹。", en: "The folder for the tables."))
  var out: String?

  @Option(
    help: ArgumentHelp(
      zh: "存好的表格所在的文件夹，读回研究中。", en: "The folder of saved tables to read back into the study."))
  var from: String?

  @Flag(help: ArgumentHelp(zh: "与 --from 合用：只说明会写入什么。", en: "With --from: only say what would be written."))
  var check = false

  @Flag(
    help: ArgumentHelp(
      zh: "与 --out 合用，替换已有的表格；与 --from 合用，研究在其后有改动也写入。",
      en: "With --out, replace tables that are there; with --from, also where the study has changed since."))
  var overwrite = false

  @OptionGroup var former: FormerForce

  @Option(help: LanguageOption.ofMessages)
  var language = LanguageOption.both

  func run() throws {
    try Reporting.run(in: language.messages) {
      switch (out, from) {
      case (let out?, nil) where !check: try write(to: out)
      case (nil, let from?): try read(from: from)
      default:
        throw CommandFault(
          zh:
            "请用 --out 写出表格，或用 --from 读回表格，二者取一；--check 只与 --from 同用。例如 dunjing tables \(Message.pasted(path)) --out tables。",
          en:
            "use --out to write tables or --from to read them back, one of the two; --check goes with --from. For example "
            + "dunjing tables \(Message.pasted(path)) --out tables.")
      }
    }
  }

  private func write(to out: String) throws {
    let bundle = ScenarioBundle(path: path)
    let tables = try StudyTables(bundle)
    let folder = FreshFolder(out)
    try folder.checkFree(
      overwrite: overwrite || former.isGiven,
      inputs: [FolderPath.joined(bundle.path, ScenarioBundle.fileName)], mark: TablesRecord.name
    )
    guard !tables.files.isEmpty else {
      throw CommandFault(
        zh: "\(path) 中没有可以写成表格的列表。", en: "\(path) has no list that could become a table.")
    }
    let record = (TablesRecord.name, Data((try TablesRecord(study: path, tables).text()).utf8))
    try folder.write(tables.files.map { ($0.name, Data($0.bytes)) } + [record])
    print(TablesText(tables, study: path, folder: out).text(in: language.messages))
  }

  private func read(from: String) throws {
    let bundle = ScenarioBundle(path: path)
    let tables = try StudyTables(bundle)
    let saved = try SavedTables(from)
    if let hash = saved.record?.scenarioHash, hash != tables.bundleHash, !overwrite, !former.isGiven {
      throw CommandFault(
        zh: "写出这些表格之后，\(path) 已有改动，读回会撤销那些改动。请重新写出（--out），或加 --overwrite 以表格为准。",
        en:
          "\(path) has changed since these tables were written, and reading them back would undo that. Write them anew with "
          + "--out, or use --overwrite to take what the tables say.")
    }
    let study = StudyFiles(bundle.path)
    let revision = try tables.revision(by: saved.files, in: from, beside: study.names)
    if !check {
      try study.replace(revision.files)
      try saved.remember(hash: revision.bundleHash)
    }
    print(TablesText.text(of: revision, study: path, isDone: !check, in: language.messages))
  }
}
