import Dunjing

/// What the memory that a run needs means for it, in words.
struct MemoryText {
  /// What is played.
  enum Purpose {
    /// A run, which keeps its results until its reports are written.
    case run
    /// Units of a planned experiment, which are written one by one.
    case units
    /// Plans that are compared, of which a row of numbers is kept.
    case search
  }

  private let need: MemoryNeed
  private let limit: Int
  private let purpose: Purpose

  /// - Parameter limit: what there is, in bytes.
  init(_ need: MemoryNeed, limit: Int, for purpose: Purpose) {
    (self.need, self.limit, self.purpose) = (need, limit, purpose)
  }

  /// Why fewer threads are used.
  func fewer(_ threads: Int, of wanted: Int, replications: Int) -> LocalizedText {
    let wantedBytes = PlanText.bytes(need.bytes(threads: wanted, replications: replications))
    return LocalizedText(
      zh: "使用 \(threads) 个线程，而不是 \(wanted) 个：\(wanted) 个线程约需内存 \(wantedBytes)，可用 \(there)。结果不变。",
      en:
        "this uses \(threads) of \(wanted) threads: all would need about \(wantedBytes) of memory, and \(there) are available. "
        + "The result does not depend on it.")
  }

  /// Why a run that goes on until it is precise may need more than there is.
  func warning(threads: Int, replications: Int) -> LocalizedText {
    let bytes = PlanText.bytes(need.bytes(threads: threads, replications: replications))
    return LocalizedText(
      zh:
        "若重复次数增至上限 \(replications) 次，约需内存 \(bytes)，可用 \(there)。已完成的重复会保存；请调低 maximumReplications，"
        + "或用 dunjing plan 分到多台机器。",
      en:
        "if this goes on to the maximum of \(replications) replications, it needs about \(bytes) of memory, and "
        + "\(there) are available. What is finished is kept; lower maximumReplications, or divide the run with dunjing plan."
    )
  }

  /// Why nothing is played.
  /// - Parameter replications: those that are kept until the end; 0 where none is.
  func refusal(replications: Int) -> CommandFault {
    let bytes = PlanText.bytes(need.bytes(threads: 1, replications: replications))
    let parts = parts(replications)
    return CommandFault(
      zh: "内存不足：约需 \(bytes)，可用 \(there)。其中\(parts.zh)。\(advice.zh)",
      en:
        "too little memory: this needs about \(bytes), and \(there) are available. \(parts.en). \(advice.en)"
    )
  }

  private var there: String { PlanText.bytes(limit) }

  private func parts(_ replications: Int) -> LocalizedText {
    let (process, thread) = (PlanText.bytes(need.process), PlanText.bytes(need.thread))
    var zh = ["程序与研究 \(process)", "一个线程的推演 \(thread)"]
    var en = ["The program and the study take \(process)", "the simulation on one thread \(thread)"]
    if purpose == .run {
      let (kept, report) = (replications * need.replication, need.report)
      zh += ["\(replications) 次重复的结果 \(PlanText.bytes(kept))", "表格与报告 \(PlanText.bytes(report))"]
      en += [
        "the results of \(replications) replication\(replications == 1 ? "" : "s") \(PlanText.bytes(kept))",
        "tables and reports \(PlanText.bytes(report))"
      ]
    }
    let last = en.removeLast()
    return LocalizedText(
      zh: zh.joined(separator: "，"), en: en.joined(separator: ", ") + " and " + last)
  }

  private var advice: LocalizedText {
    switch purpose {
    case .run: Self.adviceToRun
    case .units: Self.adviceToResume
    case .search: Self.adviceToSearch
    }
  }

  private static let adviceToSearch = LocalizedText(
    zh: "请换一台内存更大的机器，或减少网格；若可用内存不对，用 --memory 指明（单位 MB）。",
    en: "Use a machine with more memory, or fewer grids; if more is available, say so with --memory, in MB.")

  private static let adviceToRun = LocalizedText(
    zh: "请减少重复次数（--replications）或方案（--treatments），或用 dunjing plan 划分、dunjing submit 分到多台机器；"
      + "若可用内存不对，用 --memory 指明（单位 MB）。",
    en:
      "Play fewer replications (--replications) or treatments (--treatments), or divide the run with dunjing plan and "
      + "send it to more machines with dunjing submit; if more is available than that, say so with --memory, in MB."
  )

  private static let adviceToResume = LocalizedText(
    zh: "请换一台内存更大的机器，或用 dunjing plan --unit-seconds 编制较小的工作单元；"
      + "若可用内存不对，用 dunjing run 试验文件夹 --shard 1/1 --memory 指明（单位 MB）。",
    en:
      "Use a machine with more memory, or plan smaller units with dunjing plan --unit-seconds; if more is available, "
      + "say so with dunjing run EXPERIMENT --shard 1/1 --memory, in MB.")
}
