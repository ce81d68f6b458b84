import Dunjing
import DunjingStore

extension RunsCommand {
  /// Refuses names that no run has.
  func check(_ query: RunQuery, _ answer: RunAnswer) throws {
    guard answer.contents.runs > 0 else { return }
    if let study = query.study, !answer.isStudyKnown {
      let known = answer.contents.studies
      throw CommandFault(
        zh: "--study：没有 \(study) 的运行；现有研究：\(known.map(\.zh).joined(separator: "、"))。",
        en:
          "--study: there is no run of \(study); the studies are: \(known.map(\.en).joined(separator: ", "))."
      )
    }
    if let treatment = query.treatment, !answer.contents.treatments.contains(treatment) {
      let known = answer.contents.treatments
      throw CommandFault(
        zh: "--treatment：没有运行有方案 \(treatment)；现有：\(known.listed.zh)。",
        en: "--treatment: no run has a treatment \(treatment); there are: \(known.listed.en).")
    }
  }

  /// Says what cannot be read, and what became of the index.
  func warn(_ scan: FolderScan, _ answer: RunAnswer) {
    var warnings = answer.notices.map(\.text)
    warnings += answer.damaged.map { damage in
      let path = Self.path(damage.path, in: scan)
      return LocalizedText(
        zh: "\(path) 未列入：\(damage.reason.zh)", en: "\(path) is not listed: \(damage.reason.en)")
    }
    warnings += scan.closed.map { path in
      let path = Self.path(path, in: scan)
      return LocalizedText(
        zh: "没有权限查看 \(path)，其中的运行未列入。", en: "\(path) may not be looked into; its runs are not listed.")
    }
    for warning in warnings { Message.write(Message.warning(warning, in: language.messages)) }
  }

  /// A path in the folder as it can be typed.
  static func path(_ path: String, in scan: FolderScan) -> String {
    FolderScan.join(scan.root, path)
  }
}
