/// A list of a study that offices keep as a table.
public enum StudyTableKind: String, Sendable, Equatable, CaseIterable {
  /// The grids, with their residents and incidents.
  case grids
  /// The stations, workstations and other posts.
  case facilities
  /// The departments at headquarters.
  case departments
  /// The officers by what they do.
  case officers

  /// What the table lists.
  public var noun: LocalizedText {
    switch self {
    case .grids: LocalizedText(zh: "网格", en: "grids")
    case .facilities: LocalizedText(zh: "设施", en: "facilities")
    case .departments: LocalizedText(zh: "机关部门", en: "departments")
    case .officers: LocalizedText(zh: "警员", en: "officers")
    }
  }

  /// The key of the list in a study.
  public var list: String { self == .officers ? "force.categories" : rawValue }

  /// The columns that are looked for.
  var columns: [String] {
    switch self {
    case .grids:
      [
        "id", "x", "y", "position", "population", "demandWeight", "areaClass", "station", "community", "town"
      ]
    case .facilities:
      [
        "id", "name", "kind", "x", "y", "position", "grid", "unitsPerFacility", "officersPerShift", "town",
        "parentStation", "sworn", "auxiliaries"
      ]
    case .departments:
      [
        "id", "name", "agencyOfficers", "agencyFloor", "countyOfficers", "countyFloor", "sendable",
        "fixedHoursPerYear", "delayWeight"
      ]
    case .officers: ["id", "name", "pool", "isSworn", "count", "sworn", "auxiliaries"]
    }
  }

  /// The columns without which a table is not taken for one of this kind; of several that stand together, one is enough.
  private var needs: [[String]] {
    switch self {
    case .grids: [["x", "position"], ["y", "position"], ["population", "demandWeight"]]
    case .facilities: [["x", "position"], ["y", "position"], ["name", "kind"]]
    case .departments: [["name"], ["agencyOfficers", "countyOfficers"]]
    case .officers: [["name", "pool"], ["count", "sworn", "auxiliaries"]]
    }
  }

  /// Returns the columns that a table lacks to be taken for one of this kind, by those that were found.
  func missing(from found: Set<String>) -> [String] {
    needs.filter { found.isDisjoint(with: $0) }.map { $0[0] }
  }

  /// What the column of one of the needed keys holds.
  static func noun(ofColumn key: String) -> LocalizedText {
    switch key {
    case "x": LocalizedText(zh: "经度或横坐标", en: "the longitude")
    case "y": LocalizedText(zh: "纬度或纵坐标", en: "the latitude")
    case "population": LocalizedText(zh: "人口", en: "the residents")
    case "name": LocalizedText(zh: "名称", en: "the name")
    default: LocalizedText(zh: "人数", en: "the officers")
    }
  }
}

/// The columns of a table that were found for a kind.
struct StudyTableColumns {
  let kind: StudyTableKind
  /// The number of the column of each key.
  private(set) var places: [String: Int] = [:]
  /// The keys for which no column is guessed.
  private var closed: Set<String> = []

  /// Finds the columns by their headings: first those that were named, then those that are the key itself or a usual name of
  /// it, then those that hold a word for it. A key takes one column, a column serves one key.
  init(_ kind: StudyTableKind, in header: [CSVCell], named: [String: String] = [:]) {
    self.kind = kind
    take(header) { heading, free in free.first { named[$0] == heading } }
    // Where the officers of a county were named, another column such as the establishment counts nobody besides.
    if named["countyOfficers"] != nil && named["agencyOfficers"] == nil { closed = ["agencyOfficers"] }
    take(header) { heading, free in
      free.first { key in Self.names(of: key).contains { $0.lowercased() == heading.lowercased() } }
    }
    takeByWords(header)
    // Of one position that stands in two ways the columns of their own count, unless the other was named.
    if places["x"] != nil && places["y"] != nil && named["position"] == nil { places["position"] = nil }
    if places["position"] != nil { (places["x"], places["y"]) = (nil, nil) }
  }

  /// Takes the columns whose headings hold words, the surest first.
  private mutating func takeByWords(_ header: [CSVCell]) {
    let matches = header.indices.flatMap { index in
      kind.columns.compactMap { key in
        Self.weight(of: header[index].text, for: key, in: kind).map { (index: index, key: key, weight: $0) }
      }
    }
    for match in matches.sorted(by: { ($1.weight, $0.index) < ($0.weight, $1.index) })
    where places[match.key] == nil && !closed.contains(match.key) && !places.values.contains(match.index) {
      places[match.key] = match.index
    }
  }

  /// Returns how surely a heading stands for a key of a kind of table by its words, Chinese or English; nil where it does not.
  static func weight(of heading: String, for key: String, in kind: StudyTableKind) -> Int? {
    if kind == .facilities, ["sworn", "auxiliaries"].contains(key), !countsStaff(heading) { return nil }
    return ChineseWord.weight(of: heading, for: key) ?? EnglishWord.weight(of: heading, for: key, in: kind)
  }

  /// Whether a heading with a word for officers may count all those of a post: not those on duty in a shift, not some of them, and
  /// no names or telephones.
  private static func countsStaff(_ heading: String) -> Bool {
    let others = [
      "班", "值", "在岗", "姓名", "名单", "电话", "号", "负责", "联系", "责任", "包", "社区", "驻村", "其中", "民辅警", "民警、辅警", "及辅警",
      "和辅警"
    ]
    return !others.contains(where: heading.contains)
      && !["shift", "watch", "on duty", "name", "phone", "contact", "per"].contains {
        EnglishWord.holds(heading, $0)
      }
  }

  private mutating func take(_ header: [CSVCell], _ find: (String, [String]) -> String?) {
    for (index, cell) in header.enumerated() where !cell.text.isEmpty && !places.values.contains(index) {
      let free = kind.columns.filter { places[$0] == nil && !closed.contains($0) }
      if let key = find(cell.text, free) { places[key] = index }
    }
  }

  /// The names that stand for a key as a whole.
  private static func names(of key: String) -> [String] {
    switch key {
    case "x": ImportColumn.x.guesses
    case "y": ImportColumn.y.guesses
    case "position": ["position", "coordinate", "coordinates", "lonlat", "lnglat", "latlon", "latlng"]
    case "population": ImportColumn.population.guesses + ["population"]
    case "demandWeight": ["demandWeight", "demand_weight", "calls", "incidents"]
    case "areaClass": ["areaClass", "area_class", "class"]
    case "name": ["name", "name_zh"]
    case "kind": ["kind", "type"]
    case "count": ["count", "officers"]
    case "agencyOfficers": ["agencyOfficers", "officers"]
    default: [key]
    }
  }
}
