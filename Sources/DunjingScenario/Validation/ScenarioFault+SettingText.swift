extension ScenarioFault {
  /// The texts of faults of overrides.
  var settingText: Message? {
    switch self {
    case .unknownSetting(let key, let near, let known):
      let meant = near.prefix(4).joined(separator: ", ")
      let keys = known.joined(separator: ", ")
      let remedies: (zh: String, en: String) =
        !near.isEmpty
        ? ("是否想写 \(meant)？", "did you mean \(meant)?")
        : known.isEmpty
          ? ("用 dunjing explain 查看各键", "see dunjing explain for the keys")
          : ("可用的键：\(keys)", "the keys there are \(keys)")
      return Self.message("没有名为 '\(key)' 的键", remedies.zh, "there is no key '\(key)'", remedies.en)
    case .unknownRecord(let name, let path, let ids, let count):
      let near = Spelling.nearest(to: name, in: ids)
      let list = ids.prefix(8).joined(separator: ", ") + (ids.count > 8 ? " …" : "")
      let last = max(0, count - 1)
      let remedies: (zh: String, en: String) =
        near.map { ("是否想写 \(path).\($0)？", "did you mean \(path).\($0)?") }
        ?? (count == 0
          ? ("该列表为空", "the list is empty")
          : ids.isEmpty
            ? ("请写位置，\(path)[0] 至 \(path)[\(last)]", "write a position, \(path)[0] to \(path)[\(last)]")
            : (
              "请写编号（\(list)）或位置（\(path)[0] 至 \(path)[\(last)]）",
              "write an id (\(list)) or a position (\(path)[0] to \(path)[\(last)])"
            ))
      return Self.message("'\(path)' 中没有 '\(name)'", remedies.zh, "'\(path)' has no '\(name)'", remedies.en)
    case .unlistedSetting(let path):
      return Self.message(
        "文件没有列出 '\(path)'，无法只改其中一项", "请先在 scenario.yaml 中列出 \(path)",
        "the file does not list '\(path)', so that no single record of it can be set",
        "list \(path) in scenario.yaml first")
    case .settingTwice(let other):
      return Self.message(
        "与 \(other) 改的是同一个键", "只保留一个", "\(other) sets the same key", "keep only one of them")
    case .unreadableSetting(let text):
      return Self.message(
        "无法读取值 '\(text)'", "按 scenario.yaml 的写法书写，例如 0.2、[1, 2] 或 {mean: 3}",
        "the value '\(text)' cannot be read", "write it as in scenario.yaml, such as 0.2, [1, 2] or {mean: 3}"
      )
    default: return nil
    }
  }
}
