import DunjingScenario

/// What the cells of a column look like.
struct ColumnContents {
  private let cells: [String]

  /// The share of the cells that has to fit, where only contents tell, and where the name of the column does as well.
  private static let (enough, enoughWithName) = (0.6, 0.3)

  init(_ rows: [[String]], _ index: Int) {
    cells = rows.compactMap { index < $0.count && !$0[index].isBlankCell ? $0[index] : nil }
  }

  var isEmpty: Bool { cells.isEmpty }

  private func mostly(_ share: Double = enough, _ fits: (String) -> Bool) -> Bool {
    !cells.isEmpty && Double(cells.count(where: fits)) >= share * Double(cells.count)
  }

  /// Whether enough cells fit a field whose usual name the heading is; a column without any cell fits all.
  func fits(_ field: IncidentField, heading: String) -> Bool {
    guard !cells.isEmpty else { return true }
    switch field {
    case .received, .dispatched, .enRoute, .onScene, .cleared:
      return mostly(Self.enoughWithName) { TimeText($0) != nil }
    case .day:
      return mostly(Self.enoughWithName) {
        TimeText($0) != nil || Int($0).map { (0...366).contains($0) } ?? false
      }
    case .clock: return mostly(Self.enoughWithName) { TimeScanner.clock($0) != nil }
    case .x, .y: return mostly(Self.enoughWithName) { NumberCell.coordinate(of: $0) != nil }
    case .service: return mostly(Self.enoughWithName) { NumberCell($0) != nil }
    case .position: return mostly(Self.enoughWithName) { CombinedPosition($0) != nil }
    case .onView: return saysOnView
    case .validity: return saysValidity(ValidityText(heading: heading))
    case .id, .kind, .kindGroup, .kindClass, .priority, .grid: return true
    }
  }

  /// Whether most are dates or times with separators, which nothing else looks like.
  var areCalendarTimes: Bool {
    mostly(0.8) { TimeText($0).map { !$0.isBareNumber } ?? false }
  }

  /// Whether most times have a clock.
  var hasClocks: Bool {
    mostly { TimeText($0).map { $0.precision > .day } ?? false }
  }

  /// Whether most are numbers in the range of degrees with at least three decimals, or with minutes.
  var areDegrees: Bool {
    mostly(0.8) { text in
      if let written = DegreeText(text), written.hasMinutes { return true }
      guard let value = NumberCell(text)?.value, abs(value) <= 180 else { return false }
      return (text.split(separator: ".").dropFirst().first?.count ?? 0) >= 3
    }
  }

  /// Whether most are two numbers in the range of degrees, each with at least three decimals, or with minutes.
  var areDegreePairs: Bool {
    mostly(0.8) { text in
      guard let written = CombinedPosition(text), abs(written.pair.x) <= 180, abs(written.pair.y) <= 180
      else { return false }
      if written.hasMinutes { return true }
      let fractions = text.split(separator: ".").dropFirst().map { $0.prefix { $0.isNumber } }
      return fractions.count == 2 && fractions.allSatisfy { $0.count >= 3 }
    }
  }

  /// Whether cells say which calls count: enough of them where the heading says so too, otherwise one of a few different texts.
  private func saysValidity(_ words: ValidityText) -> Bool {
    if words.headingSaysSo { return mostly(Self.enoughWithName) { words.says($0) != nil } }
    let different = Set(cells.prefix(2_000))
    return different.count <= 30 && different.contains { ValidityText.word($0) == false }
  }

  /// Whether nearly all are words for calls that count and for others, and both occur.
  var areValidities: Bool {
    let words = Dictionary(Set(cells.prefix(2_000)).map { ($0, ValidityText.word($0)) }) { first, _ in first }
    guard words.count <= 30, words.values.contains(true), words.values.contains(false) else { return false }
    return mostly(0.8) { words[$0, default: nil] != nil }
  }

  /// The median of the magnitudes of numbers; 0 without any.
  var medianMagnitude: Double {
    let values = cells.compactMap { NumberCell.coordinate(of: $0).map(abs) }.sorted()
    return values.isEmpty ? 0 : values[values.count / 2]
  }

  /// Whether a few different texts stand in it and one of them says that officers came upon the incident, or all are yes or
  /// no.
  var saysOnView: Bool {
    let different = Set(cells.prefix(2_000))
    guard different.count <= 30 else { return false }
    return different.contains { OnViewText.says($0) == true && OnViewText.isWord($0) }
  }
}

/// A number as a cell has it: with a decimal point, or groups of thousands in commas.
struct NumberCell {
  let value: Double

  init?(_ text: String) {
    let plain = text.contains(",") ? text.replacing(",", with: "") : text
    guard plain.utf8.allSatisfy({ (43...57).contains($0) || $0 == 69 || $0 == 101 }),
      let value = Double(plain), value.isFinite
    else { return nil }
    self.value = value
  }

  /// The number of a coordinate in a cell, which may be degrees with marks.
  static func coordinate(of text: String) -> Double? { NumberCell(text)?.value ?? DegreeText(text)?.value }
}

/// Words that say whether officers came upon an incident.
enum OnViewText {
  private static let words = [
    "onview", "officerinitiated", "selfinitiated", "proactive", "巡逻发现", "工作中发现", "自行发现", "主动发现", "盘查发现"
  ]

  /// Whether the text is one of the words, and not only a yes.
  static func isWord(_ text: String) -> Bool {
    let plain = text.plainName
    return words.contains { plain.contains($0) }
  }

  /// Whether a cell says so; nil where it says neither.
  static func says(_ text: String) -> Bool? {
    isWord(text) ? true : YesNoText.says(text)
  }
}

/// A cell that says yes or no.
enum YesNoText {
  private static let yes = ["true", "yes", "y", "1", "是"]
  private static let no = ["false", "no", "n", "0", "否", "不是"]

  /// Whether it says yes; nil where it says neither.
  static func says(_ text: String) -> Bool? {
    let plain = text.plainName
    if yes.contains(plain) { return true }
    return no.contains(plain) ? false : nil
  }
}

extension String {
  /// Letters and digits only, in lower case: `At_Scene Date` and `atscenedate` are alike.
  var plainName: String {
    String(lowercased().filter { $0.isLetter || $0.isNumber || $0 == "(" || $0 == ")" })
  }

  /// Whether nothing stands in a cell, or a word for nothing.
  var isBlankCell: Bool {
    guard utf8.count <= 6 else { return false }
    return isEmpty || Self.blanks.contains(lowercased())
  }

  private static let blanks: Set<String> = [
    "null", "n/a", "na", "nan", "none", "-", "--", "—", "无", "空", "nil", "(null)"
  ]

  /// The text cut after forty characters, for messages.
  var shortened: String { count > 40 ? prefix(40) + "…" : self }
}
