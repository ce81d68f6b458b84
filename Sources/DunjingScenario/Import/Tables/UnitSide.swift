/// On which side of an office a unit stands: at headquarters as a department, or outside with the officers who answer and visit.
enum UnitSide {
  case headquarters
  case outside

  /// The side of a unit in a list of all of them.
  ///
  /// Stations and patrols are outside wherever they stand; otherwise the section counts, then the words of the name.
  /// - Parameter section: the line above that begins its section, such as 机关科室; empty for none.
  /// - Returns: nil for a name that says nothing.
  init?(name: String, section: String) {
    let pool = OfficerWord.pool(of: name)
    if Self.isStation(name) || pool == .patrol {
      self = .outside
    } else if let side = Self.side(ofSection: section) {
      self = side
    } else if DepartmentWord(in: name) != nil || Self.guidesStations(name) {
      self = .headquarters
    } else if pool != nil {
      self = .outside
    } else if Self.departmentEndings.contains(where: name.hasSuffix) {
      self = .headquarters
    } else {
      return nil
    }
  }

  /// Whether a name is that of a station: 城关派出所, but not 派出所工作大队.
  static func isStation(_ name: String) -> Bool {
    if name.prefix(while: { !"（(".contains($0) }).hasSuffix("派出所") { return true }
    let words = EnglishWord.words(of: name)
    return words.contains("precinct") || words.last == "station"
  }

  /// Whether a name is that of a department for the stations: 派出所工作大队.
  private static func guidesStations(_ name: String) -> Bool {
    name.contains("派出所") && ["大队", "支队", "科", "处"].contains(where: name.hasSuffix)
  }

  /// The side of the units below a line that begins a section; nil where it says nothing.
  static func side(ofSection text: String) -> UnitSide? {
    if ["机关", "科室", "内设", "直属", "部门"].contains(where: text.contains) { return .headquarters }
    return ["派出所", "基层", "一线", "所队", "警务站", "街面"].contains(where: text.contains) ? .outside : nil
  }

  private static let departmentEndings = ["大队", "支队", "中心", "室", "科", "处", "办", "局", "委"]
}

extension OfficeTable {
  /// Returns the text of a row that begins a section: a name and no number, as 机关科室： or 二、派出所; nil for any other row.
  static func section(_ row: [CSVCell]) -> String? {
    let texts = row.map { $0.text.filter { !$0.isWhitespace } }.filter { !$0.allSatisfy(isNumeral) }
    guard texts.count == 1, let text = texts.first,
      !row.contains(where: { OfficeNumber.value(of: $0.text) != nil })
    else { return nil }
    let plain = text.drop { isNumeral($0) }.prefix { !":：".contains($0) }
    let isMarked = plain.count < text.count && !plain.isEmpty
    return isMarked || plain == "派出所" || plain.hasPrefix("机关") || plain.hasSuffix("科室") ? String(plain) : nil
  }

  /// Whether a character numbers a section.
  private static func isNumeral(_ character: Character) -> Bool { "一二三四五六七八九十、．.（）()".contains(character) }
}
