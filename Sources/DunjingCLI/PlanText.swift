import Dunjing
import Foundation

/// What a plan comes to, in words.
struct PlanText {
  private let plan: WorkPlan
  private let folder: String?

  /// - Parameter folder: where it was written; nil if it was not.
  init(_ plan: WorkPlan, folder: String?) {
    (self.plan, self.folder) = (plan, folder)
  }

  func text(in language: TextLanguage) -> String {
    let separator = language == .zh ? "：" : ": "
    let lines = language == .zh ? chinese : english
    return (lines.map { $0.0 + separator + $0.1 } + next(language)).joined(separator: "\n")
  }

  private var chinese: [(String, String)] {
    let units = plan.units
    return [
      ("研究", plan.name.zh),
      ("重复", "\(plan.replications) 次" + (plan.precision == nil ? "" : "（上限；达到精度即可合并）")),
      ("方案", "\(plan.treatments.count) 个"),
      ("工作单元", "\(units.count) 个，每个约 \(duration(longest))"),
      ("单核计算时间", duration(plan.seconds)),
      ("10 / 100 / 1000 个单核进程约需", spans),
      ("每个进程的内存", Self.bytes(plan.memoryBytes)), ("结果占用磁盘", Self.bytes(plan.bytes))
    ]
  }

  private var english: [(String, String)] {
    let units = plan.units
    return [
      ("Study", plan.name.en),
      (
        "Replications",
        "\(plan.replications)"
          + (plan.precision == nil ? "" : " at most; they can be merged once they are precise")
      ),
      ("Treatments", "\(plan.treatments.count)"),
      ("Units of work", "\(units.count), of about \(duration(longest)) each"),
      ("Time on one core", duration(plan.seconds)),
      ("With 10 / 100 / 1000 workers of one core", spans),
      ("Memory of a worker", Self.bytes(plan.memoryBytes)), ("Results on disk", Self.bytes(plan.bytes))
    ]
  }

  private var longest: Double { plan.units.map(plan.cost.seconds).max() ?? 0 }

  private var spans: String {
    [10, 100, 1_000].map { workers in
      let rounds = (plan.units.count + workers - 1) / workers
      return duration(plan.cost.startSeconds + Double(rounds) * longest)
    }.joined(separator: " / ")
  }

  private func next(_ language: TextLanguage) -> [String] {
    guard let folder else { return [] }
    let path = Message.pasted(folder)
    return language == .zh
      ? [
        "下一步：dunjing submit \(path) --engine slurm（或 parallel、local），或在本机 dunjing resume \(path)；"
          + "完成后 dunjing merge \(path) --out 结果文件夹"
      ]
      : [
        "Next: dunjing submit \(path) --engine slurm (or parallel, local), or here: dunjing resume \(path); then "
          + "dunjing merge \(path) --out FOLDER"
      ]
  }

  /// A duration as people say it.
  private func duration(_ seconds: Double) -> String { Self.duration(seconds) }

  /// A duration as people say it: seconds, minutes or hours.
  static func duration(_ seconds: Double) -> String {
    switch seconds {
    case ..<10: String(format: "%.1f s", seconds)
    case ..<120: String(format: "%.0f s", seconds)
    case ..<7_200: String(format: "%.0f min", seconds / 60)
    default: String(format: "%.1f h", seconds / 3_600)
    }
  }

  /// Bytes as people say them.
  static func bytes(_ count: Int) -> String {
    switch Double(count) {
    case ..<1e6: String(format: "%.0f kB", Double(count) / 1e3)
    case ..<1e9: String(format: "%.0f MB", Double(count) / 1e6)
    default: String(format: "%.1f GB", Double(count) / 1e9)
    }
  }
}
