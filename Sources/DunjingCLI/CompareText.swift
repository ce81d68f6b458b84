import Dunjing
import Foundation

/// A comparison of two runs for the terminal: the answer, the inputs that differ, and the indicators told from none.
struct CompareText {
  let text: String

  /// Keys and tables that are listed.
  private static let limit = 12

  init(_ runs: ComparedRuns, in language: TextLanguage) {
    let isChinese = language == .zh
    func plain(_ sentences: [LocalizedText]) -> [String] {
      sentences.map { $0.text(in: language).replacing("**", with: "") }
    }
    let page = ComparePage(runs)
    var lines = plain(page.verdict)
    let missing = isChinese ? "未写" : "not given"
    lines += runs.difference.keys.prefix(Self.limit).map { key in
      "  \(key.path): \(key.first ?? missing) → \(key.second ?? missing)"
    }
    let left = runs.difference.keys.count - Self.limit
    if left > 0 { lines.append(isChinese ? "  另有 \(left) 个键不同" : "  \(left) more keys differ") }
    lines += runs.difference.files.prefix(Self.limit).map { file in
      isChinese
        ? "  \(file.name)：改动 \(file.changed) 行，增加 \(file.added) 行，减少 \(file.removed) 行"
        : "  \(file.name): \(file.changed) rows changed, \(file.added) added, \(file.removed) removed"
    }
    lines += plain(page.changes)
    let method =
      runs.comparison.method == .paired
      ? (isChinese ? "逐次重复配对（种子相同）" : "Paired by replication (same seed)")
      : (isChinese ? "独立样本（Welch）" : "Independent samples (Welch)")
    let count = runs.comparison.count
    lines.append(
      isChinese
        ? "\(method)；判断对 \(count) 个差同时成立（Holm）。"
        : "\(method); verdicts hold for \(count) differences together (Holm).")
    text = lines.joined(separator: "\n")
  }
}
