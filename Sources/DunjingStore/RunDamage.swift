import DunjingScenario

/// A folder that holds a run which cannot be listed, and why.
public struct RunDamage: Error, Sendable, Equatable {
  /// The folder, relative to the folder of the store.
  public let path: String
  /// What is wrong, and what to do.
  public let reason: LocalizedText
}

extension RunDamage {
  static func manifest(_ path: String) -> RunDamage {
    RunDamage(
      path: path,
      reason: LocalizedText(
        zh: "manifest.json 已损坏；请重新运行。", en: "manifest.json is damaged; run the study again."))
  }

  static func unreadable(_ path: String, _ file: String) -> RunDamage {
    RunDamage(
      path: path,
      reason: LocalizedText(zh: "无法读取 \(file)；请检查权限。", en: "\(file) cannot be read; check its permissions."))
  }

  static func schema(_ path: String, _ file: String, _ schema: String) -> RunDamage {
    RunDamage(
      path: path,
      reason: LocalizedText(
        zh: "\(file) 的格式是 \(schema)，本程序不认识；请用写出它的那一版程序。",
        en: "\(file) has schema \(schema), which this program does not know; use the version that wrote it."))
  }

  static func missingResults(_ path: String) -> RunDamage {
    RunDamage(
      path: path,
      reason: LocalizedText(
        zh: "缺少 results.json，而 manifest.json 说运行已完成；\(Self.again.zh)",
        en: "results.json is missing, though manifest.json says that the run is finished; \(Self.again.en)"))
  }

  static func results(_ path: String) -> RunDamage {
    RunDamage(
      path: path,
      reason: LocalizedText(
        zh: "results.json 已损坏；\(Self.again.zh)", en: "results.json is damaged; \(Self.again.en)"))
  }

  static func folder(_ path: String, _ file: String) -> RunDamage {
    RunDamage(
      path: path,
      reason: LocalizedText(
        zh: "\(file) 是文件夹，不是文件；请把它移走。", en: "\(file) is a folder, not a file; move it away."))
  }

  /// A planned experiment that its reader cannot read; what the reader says of it, where that is a ``PlanFault``.
  static func plan(_ path: String, _ fault: any Error) -> RunDamage {
    let unknown = LocalizedText(
      zh: "plan.json 或其单元已损坏，读不出进度；dunjing status 会说明原因。",
      en: "plan.json or its units are damaged, and how far they are cannot be read; dunjing status says why.")
    return RunDamage(path: path, reason: (fault as? PlanFault)?.text ?? unknown)
  }

  static func mismatch(_ path: String) -> RunDamage {
    RunDamage(
      path: path,
      reason: LocalizedText(
        zh: "results.json 与 manifest.json 不是同一次运行（场景、种子、重复次数或方案不同）；"
          + Self.again.zh,
        en:
          "results.json is not of the run in manifest.json (study, seed, replications or treatments differ); "
          + Self.again.en))
  }

  private static var again: LocalizedText {
    LocalizedText(
      zh: "dunjing report --format json 可由各次重复重写它。",
      en: "dunjing report --format json writes it again from the replications.")
  }
}
