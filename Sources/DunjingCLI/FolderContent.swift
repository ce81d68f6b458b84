import Dunjing
import Foundation

/// What a folder holds that a command of this program wrote, so that none writes into what belongs to another.
enum FolderContent {
  case study
  case run
  case experiment
  case sweep
  case search

  /// Looks into a folder; nil where nothing of the kind is there.
  init?(_ folder: String) {
    func has(_ name: String) -> Bool {
      FileManager.default.fileExists(atPath: FolderPath.joined(folder, name))
    }
    if has(ScenarioBundle.fileName) {
      self = .study
    } else if has(WorkFolder.planFile) {
      self = .experiment
    } else if has(OptimizeManifest.fileName) {
      self = .search
    } else if let schema = Self.schema(FolderPath.joined(folder, SweepManifest.fileName)) {
      if schema.hasPrefix("dunjing-sweep-manifest/") {
        self = .sweep
      } else if schema.hasPrefix("dunjing-manifest/") {
        self = .run
      } else {
        return nil
      }
    } else {
      return nil
    }
  }

  /// Makes sure that a folder holds nothing but what a command may replace.
  /// - Parameter own: what the command writes.
  static func check(_ folder: String, for own: FolderContent) throws {
    guard let found = FolderContent(folder), found != own else { return }
    let (there, wanted) = (found.noun, own.noun)
    throw CommandFault(
      zh: "\(folder) 中是\(there.zh)，\(wanted.zh)不能写在其中。请换一个 --out。",
      en: "\(folder) holds \(there.en); \(wanted.en) cannot be written into it. Use another --out.")
  }

  /// What it is called: 方案优选结果, a search.
  var noun: LocalizedText {
    switch self {
    case .study: LocalizedText(zh: "研究", en: "a study")
    case .run: LocalizedText(zh: "运行结果", en: "a run")
    case .experiment: LocalizedText(zh: "计划的试验", en: "a planned experiment")
    case .sweep: LocalizedText(zh: "参数扫描结果", en: "a sweep")
    case .search: LocalizedText(zh: "方案优选结果", en: "a search")
    }
  }

  private static func schema(_ path: String) -> String? {
    struct Schema: Decodable { let schema: String }
    return FileManager.default.contents(atPath: path).flatMap {
      try? JSONDecoder().decode(Schema.self, from: $0).schema
    }
  }
}
