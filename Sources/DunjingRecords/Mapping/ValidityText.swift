/// Whether a call counts as one, by the words of a column such as 是否有效, or of one of kinds.
struct ValidityText {
  /// Whether yes is said of calls that count; nil where the heading is about something else, so that yes and no say nothing.
  private let yesCounts: Bool?

  /// - Parameter isTold: Whether the user named the column, which then is about validity whatever its heading.
  init(heading: String, isTold: Bool = false) {
    let plain = heading.plainName
    if plain.contains("有效") || plain.replacing("invalid", with: "").contains("valid") {
      yesCounts = true
    } else if Self.saysNotCounting(plain.replacing("latest", with: "")) {
      yesCounts = false
    } else {
      yesCounts = isTold ? true : nil
    }
  }

  private static let counting: Set<String> = ["有效", "真实", "valid"]
  private static let notCounting: Set<String> = [
    "无效", "重复", "骚扰", "误报", "误报警", "误拨", "虚假", "谎报", "撤销", "取消", "作废", "测试", "invalid", "duplicate",
    "duplicated", "cancel", "cancelled", "canceled", "nuisance", "hoax", "test"
  ]
  /// Codes of dispositions that say the same; too short to be looked for in headings.
  private static let codes: Set<String> = ["dup", "can", "canc", "cncl", "cnl", "void"]
  /// Words that may be kinds of incidents: people are harassed, and neighbors are a nuisance.
  private static let kinds: Set<String> = ["骚扰", "nuisance"]
  /// Calls that report nothing; in headings they are no words about validity.
  private static let idleCalls: Set<String> = [
    "无声", "错拨", "拨错", "打错", "误拨打", "误触", "恶意骚扰", "hangup", "911hangup", "silentcall", "prank", "misdial",
    "misdialed", "misdialled", "wrongnumber", "abandonedcall", "accidentalcall", "accidentaldial",
    "pocketdial"
  ]
  private static let endings = ["警情", "报警", "电话", "来电", "calls", "call"]

  /// Whether the heading, or the user, says that the column is about validity.
  var headingSaysSo: Bool { yesCounts != nil }

  /// Whether a cell says that the call counts; nil where it is not known what it says.
  func says(_ text: String) -> Bool? {
    if let word = Self.word(text) { return word }
    guard let yesCounts, let yes = YesNoText.says(text) else { return nil }
    return yes == yesCounts
  }

  /// What a word says under any heading; nil for yes, no and words that are not known.
  static func word(_ text: String) -> Bool? {
    let plain = text.plainName
    if let usual = usual(plain) { return usual }
    if plain.hasPrefix("无效") { return false }
    // 有效（重复报警） says both.
    if plain.hasPrefix("有效") { return saysNotCounting(plain) ? nil : true }
    for denial in ["不是", "不", "非", "未"] where plain.hasPrefix(denial) {
      return usual(String(plain.dropFirst(denial.count))).map(!)
    }
    return nil
  }

  /// False where a kind is a word for calls that do not count; nil for any other. Codes of dispositions, and words that are kinds
  /// of incidents by themselves (harassment, nuisance), are no such words.
  static func denial(ofKind text: String) -> Bool? {
    let plain = text.plainName
    return kinds.contains(plain) || codes.contains(plain) || word(text) != false ? nil : false
  }

  /// Whether a text is one of the words as they stand, and nothing else is written beside it.
  static func isUsual(_ text: String) -> Bool {
    usual(text.plainName) != nil || YesNoText.says(text) != nil
  }

  /// Whether one of the words for calls that do not count stands in a text; in a heading, yes is then said of such calls.
  private static func saysNotCounting(_ plain: String) -> Bool { notCounting.contains(where: plain.contains) }

  private static func usual(_ plain: String) -> Bool? {
    var stem = plain.hasPrefix("已") ? String(plain.dropFirst()) : plain
    if let known = known(stem) { return known }
    if let ending = endings.first(where: stem.hasSuffix) { stem.removeLast(ending.count) }
    return known(stem)
  }

  private static func known(_ stem: String) -> Bool? {
    if counting.contains(stem) { return true }
    return notCounting.contains(stem) || codes.contains(stem) || idleCalls.contains(stem) ? false : nil
  }
}
