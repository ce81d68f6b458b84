import Dunjing

/// What `dunjing tables` says.
struct TablesText {
  private let tables: StudyTables
  private let study: String
  private let folder: String

  /// - Parameters:
  ///   - study: the folder of the study, as it was typed.
  ///   - folder: that of the tables.
  init(_ tables: StudyTables, study: String, folder: String) {
    (self.tables, self.study, self.folder) = (tables, study, folder)
  }

  /// The tables that were written, what to mind, and what to type next.
  func text(in language: TextLanguage) -> String {
    let isChinese = language == .zh
    let width = (tables.files.map(\.name.count).max() ?? 0) + 2
    let list = tables.files.map { file in
      "  " + file.name + String(repeating: " ", count: width - file.name.count)
        + (isChinese
          ? "\(file.rowCount) 行，来自 \(file.origin)"
          : EnglishCount.text(file.rowCount, "row", "rows") + " of \(file.origin)")
    }
    let next = "dunjing tables \(Message.pasted(study)) --from \(Message.pasted(folder))"
    return
      ([isChinese ? "已写入 \(folder)：" : "Written to \(folder):"] + list + risks(isChinese) + maps(isChinese)
      + [isChinese ? "改好并保存为“CSV UTF-8”后：\(next)" : "After editing, saved as \"CSV UTF-8\": \(next)"])
      .joined(separator: "\n")
  }

  private func risks(_ isChinese: Bool) -> [String] {
    let columns = tables.files.filter { !$0.columnsAtRisk.isEmpty }.map { file in
      "\(file.name) (\(file.columnsAtRisk.joined(separator: ", ")))"
    }.joined(separator: isChinese ? "；" : "; ")
    guard !columns.isEmpty else { return [] }
    return [
      isChinese
        ? "以下列中有 Excel 会改成数字或日期的文字，已写成 =\"…\" 的形式，请保留：\(columns)"
        : "These columns have texts that Excel would turn into numbers or dates; they stand as =\"…\", leave them so: \(columns)"
    ]
  }

  private func maps(_ isChinese: Bool) -> [String] {
    tables.maps.sorted { $0.key < $1.key }.map { path, file in
      isChinese
        ? "\(path) 来自地图 \(file)，没有写出；请用地图软件编辑。"
        : "\(path) is the map \(file) and was left out: edit that in a map program."
    }
  }

  /// What was changed, or would be.
  static func text(
    of revision: StudyTables.Revision, study: String, isDone: Bool, in language: TextLanguage
  ) -> String {
    let isChinese = language == .zh
    guard !revision.changes.isEmpty else {
      return isChinese ? "表格与 \(study) 相同，没有改动。" : "The tables say what \(study) says; nothing was changed."
    }
    let lines = revision.changes.map { change in
      isChinese
        ? "  \(change.path)：\(change.changed) 行改动，\(change.added) 行新增，\(change.removed) 行删除 → \(change.file)"
        : "  \(change.path): \(EnglishCount.text(change.changed, "row", "rows")) changed, \(change.added) added, "
          + "\(change.removed) removed → \(change.file)"
    }
    let head =
      isDone
      ? (isChinese ? "已写入 \(study)：" : "Written to \(study):")
      : (isChinese
        ? "将写入 \(study)（--check，未写入）：" : "Would be written to \(study) (--check; nothing was written):")
    let next = isDone ? [(isChinese ? "接着：" : "Next: ") + "dunjing validate \(Message.pasted(study))"] : []
    return ([head] + lines + next).joined(separator: "\n")
  }
}
