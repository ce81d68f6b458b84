import DunjingScenario
import Foundation

/// Why work on a planned experiment cannot go on.
public enum WorkFault: Error, Equatable {
  /// The system refused to read or write a file; the code is that of `errno`.
  case file(path: String, code: Int32)
  /// There is no such folder.
  case noFolder(String)
  /// There is no plan in the folder.
  case noPlan(folder: String)
  /// The plan cannot be read.
  case damagedPlan(folder: String)
  /// The plan is one of another program, with a schema that this one does not know.
  case otherSchema(folder: String, schema: String)
  /// The copy of the study is not the one that was planned.
  case changedStudy(folder: String)
  /// This program plays the study otherwise than the one that planned.
  case otherEngine(folder: String, planned: String)
  /// The plan of the folder is no longer the one that this worker began with.
  case replacedPlan(folder: String)
  /// Units that are missing or do not count.
  case incomplete(folder: String, missing: [Int], damaged: [Int])

  /// Whether the system refused a file, rather than the plan being at fault.
  public var isOfFiles: Bool {
    if case .file = self { return true }
    return false
  }

  /// Whether the next unit would fail for the same reason.
  var concernsAllUnits: Bool {
    switch self {
    case .file(_, let code): [ENOSPC, EDQUOT, EROFS, EACCES].contains(code)
    default: true
    }
  }

  /// What is wrong and what to do.
  public var text: LocalizedText {
    switch self {
    case .file(let path, let code):
      let reason = SystemFault.text(code)
      return LocalizedText(
        zh: "无法读写 \(path)：\(reason.zh)。", en: "cannot read or write \(path): \(reason.en).")
    case .noFolder(let folder):
      return LocalizedText(
        zh: "没有文件夹 \(folder)；请检查路径。", en: "there is no folder \(folder); check the path.")
    case .noPlan(let folder):
      return LocalizedText(
        zh: "\(folder) 中没有 plan.json。请先用 dunjing plan STUDY --out \(ShellWord.pasted(folder)) 编制计划。",
        en:
          "\(folder) holds no plan.json. Make the plan first: dunjing plan STUDY --out \(ShellWord.pasted(folder))."
      )
    case .damagedPlan(let folder):
      return LocalizedText(
        zh: "\(folder)/plan.json 已损坏，或被手工改动。请重新编制计划（dunjing plan … --overwrite）。",
        en:
          "\(folder)/plan.json is damaged or was changed by hand. Plan the experiment again (dunjing plan … --overwrite)."
      )
    case .otherSchema(let folder, let schema):
      return LocalizedText(
        zh: "\(folder)/plan.json 的格式是 \(schema)，本程序只认 \(WorkPlan.currentSchema)。请用编制它的程序，或重新编制。",
        en:
          "\(folder)/plan.json has the schema \(schema); this program knows \(WorkPlan.currentSchema). Use the program "
          + "that planned it, or plan it again.")
    case .changedStudy(let folder):
      return LocalizedText(
        zh: "\(folder)/study 中的研究与计划中的散列不符：它在编制计划后被改动。请恢复它，或重新编制计划。",
        en:
          "the study in \(folder)/study does not have the hash of the plan: it was changed since. Restore it, or plan the "
          + "experiment again.")
    case .replacedPlan(let folder):
      return LocalizedText(
        zh: "\(folder) 中的计划已被另一份替换，本进程的结果不再写入。请重新启动。",
        en:
          "the plan in \(folder) was replaced by another one; what this worker plays is not written. Start it again."
      )
    case .otherEngine(let folder, let planned):
      return LocalizedText(
        zh: "本程序推演该研究的结果与编制 \(folder) 的程序（版本 \(planned)）不同，两者的结果不能合并。请用同一版本的程序，或重新编制计划。",
        en:
          "this program plays the study otherwise than the one that planned \(folder) (version \(planned)), so that their "
          + "results do not belong together. Use the same build, or plan the experiment again.")
    case .incomplete(let folder, let missing, let damaged):
      return Self.incomplete(folder, missing, damaged)
    }
  }

  private static func incomplete(_ folder: String, _ missing: [Int], _ damaged: [Int]) -> LocalizedText {
    var (zh, en): ([String], [String]) = ([], [])
    if !missing.isEmpty {
      zh.append("缺少 \(missing.count) 个工作单元（\(missing.ranges(separator: "、", most: 10))）")
      en.append("\(count(missing)) missing (\(missing.ranges(separator: ", ", most: 10)))")
    }
    if !damaged.isEmpty {
      zh.append("\(damaged.count) 个已损坏或不属于此计划（\(damaged.ranges(separator: "、", most: 10))）")
      en.append("\(count(damaged)) damaged or of another plan (\(damaged.ranges(separator: ", ", most: 10)))")
    }
    return LocalizedText(
      zh: "\(folder) 还不完整：\(zh.joined(separator: "，"))。请用 dunjing resume \(ShellWord.pasted(folder)) 补算。",
      en:
        "\(folder) is not complete: \(en.joined(separator: ", ")). Play them with dunjing resume \(ShellWord.pasted(folder))."
    )
  }

  private static func count(_ numbers: [Int]) -> String {
    "\(numbers.count) unit\(numbers.count == 1 ? " is" : "s are")"
  }

  /// A fault of a file for an error of Foundation.
  init(path: String, _ error: any Error) {
    self = .file(path: path, code: SystemFault.code(of: error) ?? EIO)
  }
}
