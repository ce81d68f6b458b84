extension ScenarioFault {
  /// Returns the texts of faults of single keys and values.
  func valueText(at keyPath: String) -> Message? {
    keyText(at: keyPath) ?? numberText(at: keyPath) ?? formText(at: keyPath)
  }

  private func keyText(at path: String) -> Message? {
    switch self {
    case .duplicateKey(let key):
      return Self.message(
        "'\(key)' 出现了两次", "只保留一个", "'\(key)' is given twice", "keep only one of them")
    case .unknownKey(let key, let known):
      let list = known.joined(separator: ", ")
      if let near = Spelling.nearest(to: key, in: known) {
        return Self.message(
          "没有名为 '\(key)' 的键", "是否想写 '\(near)'？", "there is no key '\(key)'", "did you mean '\(near)'?")
      }
      return Self.message(
        "没有名为 '\(key)' 的键", "可用的键：\(list)", "there is no key '\(key)'", "the keys here are \(list)")
    case .unknownColumn(let column, let known):
      let near = Spelling.nearest(to: column, in: known)
      let list = known.joined(separator: ", ")
      return Self.message(
        "表格不能有 '\(column)' 列", near.map { "是否想写 '\($0)'？" } ?? "可用的列：\(list)",
        "the table cannot have a column '\(column)'",
        near.map { "did you mean '\($0)'?" } ?? "the columns it can have are \(list)")
    case .missingKey(let key, let example):
      return Self.message(
        "缺少 '\(key)'", "请补上，例如 \(example)", "'\(key)' is missing", "add it, for example \(example)")
    case .emptyValue:
      return Self.message(
        "'\(path)' 没有值", "请写上值，或删去这个键", "'\(path)' has no value", "write one, or remove the key")
    case .wrongType(let found, let expected) where path.isEmpty:
      return Self.message(
        "文件的内容是 '\(found)'", "此处应写\(expected.zh)", "the file holds '\(found)'", "write \(expected.en)")
    case .wrongType(let found, let expected):
      return Self.message(
        "'\(path)' 的值是 '\(found)'", "此处应写\(expected.zh)",
        "the value of '\(path)' is '\(found)'", "write \(expected.en)")
    case .bothGiven(let first, let second):
      return Self.message(
        "'\(first)' 和 '\(second)' 同时给出", "只保留一个",
        "both '\(first)' and '\(second)' are given", "keep only one of them")
    default: return nil
    }
  }

  private func numberText(at path: String) -> Message? {
    switch self {
    case .quotedNumber(let found):
      return Self.message(
        "'\(path)' 的值 \"\(found)\" 是带引号的文字", "数字不加引号：\(found)",
        "the value of '\(path)', \"\(found)\", is a quoted text", "write the number without quotes: \(found)")
    case .percent(let found):
      let share = Double(String(found.dropLast()).trimmingSpaces).map(\.shareOfPercent) ?? "0.2"
      return Self.message(
        "'\(path)' 的值是 '\(found)'", "百分数请写成小数：\(share)",
        "the value of '\(path)' is '\(found)'", "write percentages as a share: \(share)")
    case .notFinite(let found):
      return Self.message(
        "'\(path)' 的值 '\(found)' 不是有限数", "请写有限的数，例如 1.5",
        "the value of '\(path)', '\(found)', is not a finite number", "write a finite number, such as 1.5")
    case .outOfRange(let found, let range) where range.isShare && range.share(meantBy: found) != nil:
      let share = range.share(meantBy: found) ?? ""
      return Self.message(
        "'\(path)' 的值是 \(found)", "应\(range.text.zh)；\(found)% 写作 \(share)",
        "'\(path)' is \(found)", "it must be \(range.text.en); write \(found) % as \(share)")
    case .outOfRange(let found, let range):
      let text = range.text(against: found)
      return Self.message(
        "'\(path)' 的值是 \(found)", "应\(text.zh)", "'\(path)' is \(found)", "it must be \(text.en)")
    case .wrongCount(let found, let expected):
      return Self.message(
        "'\(path)' 有 \(found) 个数", "应有 \(expected) 个数",
        "'\(path)' has \(found) numbers", "write exactly \(expected)")
    case .weightsWithoutSum:
      return Self.message(
        "'\(path)' 的权重之和为 0", "至少一个权重应大于 0",
        "the weights of '\(path)' add up to 0", "at least one weight must be more than 0")
    case .improper(let found):
      return Self.message(
        "'\(path)' 的分布 \(found) 参数不合要求",
        "均值、中位数、形状应大于 0，sigma 不小于 0，且 low ≤ mode ≤ high，数值不为负",
        "the distribution \(found) of '\(path)' has improper parameters",
        "mean, median and shape must be more than 0, sigma at least 0, low ≤ mode ≤ high, and no value negative"
      )
    default: return nil
    }
  }

  private func formText(at path: String) -> Message? {
    switch self {
    case .unknownChoice(let found, let choices):
      let list = Self.sample(of: choices)
      guard let near = Spelling.nearest(to: found, in: choices) else {
        return Self.message(
          "'\(path)' 的值 '\(found)' 不在可选范围内",
          choices.count > 8 ? "可选 \(choices.count) 个，例如 \(list)" : "可选：\(list)",
          "'\(path)' cannot be '\(found)'",
          choices.count > 8 ? "write one of \(choices.count), such as \(list)" : "write one of \(list)")
      }
      guard choices.count <= 8 else {
        return Self.message(
          "'\(path)' 的值 '\(found)' 不在可选范围内", "是否想写 '\(near)'？",
          "'\(path)' cannot be '\(found)'", "did you mean '\(near)'?")
      }
      return Self.message(
        "'\(path)' 的值 '\(found)' 不在可选范围内", "是否想写 '\(near)'？可选：\(list)",
        "'\(path)' cannot be '\(found)'", "did you mean '\(near)'? It can be \(list)")
    case .badTime(let found):
      return Self.message(
        "'\(path)' 的值 '\(found)' 不是时刻", "请加引号写成 \"08:00\"，从 \"00:00\" 到 \"24:00\"",
        "'\(path)', '\(found)', is no time of day",
        "write it in quotes as \"08:00\", from \"00:00\" to \"24:00\"")
    case .badDay(let found, let meant):
      let example = meant?.text ?? "2024-01-01"
      return Self.message(
        "'\(path)' 的值 '\(found)' 不是这种写法的日期", "请写成 \(example)",
        "'\(path)', '\(found)', is not a date of this form", "write it as \(example)")
    case .unreal(let day):
      return Self.message(
        "日历中没有 \(day.text) 这一天", "请写真实存在的日期",
        "the calendar has no day \(day.text)", "write a day that exists")
    case .foreignCoordinates(let name):
      return Self.message(
        "坐标系 \(name) 经过加密偏移，误差可达数百米", "请先转换为 WGS-84 或 CGCS2000，再写 coordinates: WGS-84",
        "coordinates in \(name) are shifted by hundreds of meters",
        "convert them to WGS-84 or CGCS2000 first, and write coordinates: WGS-84")
    case .wrongSchema(let found):
      return Self.message(
        "不认识的格式 '\(found)'", "请写 schema: dunjing/1",
        "the schema '\(found)' is not known", "write schema: dunjing/1")
    default: return nil
    }
  }
}

extension NumberRange {
  /// The range in words, or only its upper end for a number that lies above it.
  func text(against found: String) -> LocalizedText {
    guard high >= 1e9, let value = Double(found), value > high else { return text }
    return LocalizedText(zh: "不大于 \(high.short)", en: "at most \(high.short)")
  }

  /// The range in words, as after "it must be".
  var text: LocalizedText {
    switch (low, high, excludesLow) {
    case (0, 1e9..., true): LocalizedText(zh: "大于 0", en: "more than 0")
    case (_, 1e9..., false): LocalizedText(zh: "不小于 \(low.short)", en: "at least \(low.short)")
    case (_, _, true):
      LocalizedText(
        zh: "大于 \(low.short) 且不大于 \(high.short)", en: "more than \(low.short) and at most \(high.short)")
    default: LocalizedText(zh: "在 \(low.short) 到 \(high.short) 之间", en: "from \(low.short) to \(high.short)")
    }
  }
}

extension NumberRange {
  var isShare: Bool { self == .share || self == .positiveShare }

  /// Returns the share that a number such as 40 was meant as, or nil.
  func share(meantBy text: String) -> String? {
    guard let value = Double(text), value > 1 && value <= 100 else { return nil }
    return value.shareOfPercent
  }
}

extension Double {
  /// The share that a number of per cent is, as people write it: 0.014 for 1.4, which divided by 100 is a little less.
  fileprivate var shareOfPercent: String { ((self * 1e10).rounded() / 1e12).short }

  /// The number as people write it: whole numbers without a point.
  package var short: String {
    self == rounded() && magnitude < 1e15 ? "\(Int(self))" : "\(self)"
  }
}
