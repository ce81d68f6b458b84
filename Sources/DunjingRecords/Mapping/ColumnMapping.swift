import DunjingScenario

/// The column taken for a field.
public struct MappedColumn: Sendable, Equatable {
  /// Why it was taken.
  public enum Basis: Sendable, Equatable {
    /// The user named it.
    case told
    /// A preset names it.
    case preset(ColumnPreset)
    /// It has a usual name, and contents that fit.
    case name
    /// Its contents fit.
    case contents
  }

  /// The field.
  public let field: IncidentField
  /// The name of the column.
  public let column: String
  /// Its place in the row, from 0.
  public let index: Int
  /// Why it was taken.
  public let basis: Basis
  /// The first cell of a row without flaws that can be read; only its shape where none can.
  public let example: String

  /// The same column, taken for another field.
  func taken(for field: IncidentField) -> MappedColumn {
    MappedColumn(field: field, column: column, index: index, basis: basis, example: example)
  }

  /// Whether it was guessed, by its name or its contents.
  public var isGuess: Bool { basis == .name || basis == .contents }

  /// Whether neither the user nor a known system says so; the preset of names in general use is a guess.
  var isUncertain: Bool { isGuess || basis == .preset(.general) }
}

/// Chooses the columns of a table: what the user named, else what a preset names, else usual names whose contents fit, else
/// contents alone.
struct ColumnChooser {
  let table: String
  /// The line of the header.
  let headerLine: Int
  let header: [String]
  /// The first rows, to look at contents.
  let sample: [[String]]
  let told: [IncidentField: String]
  let preset: ColumnPreset?
  private(set) var chosen: [IncidentField: MappedColumn] = [:]
  private(set) var issues: [ScenarioIssue] = []
  private var taken: Set<Int> = []

  init(
    table: String, headerLine: Int, header: [String], sample: [[String]], told: [IncidentField: String],
    preset: ColumnPreset?
  ) {
    (self.table, self.headerLine, self.header) = (table, headerLine, header)
    (self.sample, self.told) = (sample, told)
    self.preset =
      preset
      ?? ColumnPreset.allCases.first { preset in
        !preset.marks.isEmpty && preset.marks.allSatisfy(header.contains)
      }
  }

  /// The fields in the order in which they choose: those whose contents are plainest first.
  private static let order: [IncidentField] = [
    .received, .dispatched, .enRoute, .onScene, .cleared, .x, .y, .position, .day, .clock, .service,
    .priority,
    .kind, .kindGroup, .kindClass, .onView, .validity, .grid, .id
  ]

  /// Chooses a column for every field that has one.
  mutating func choose() {
    for field in Self.order { takeTold(field) }
    checkPositions()
    if let preset {
      for field in Self.order where chosen[field] == nil {
        if let index = index(of: field, in: preset), !taken.contains(index) {
          take(index, field, .preset(preset))
        }
      }
    }
    for field in Self.order where chosen[field] == nil && isWanted(field) {
      if let index = named(field) { take(index, field, .name) }
    }
    takeKindLevels()
    takeByContents()
    releasePositions()
    if chosen[.received] == nil && chosen[.day] == nil { reportMissing() }
  }

  /// The column that a preset names for a field; names in general use, such as 状态 and location, may be of something else, which
  /// the contents tell.
  private func index(of field: IncidentField, in preset: ColumnPreset) -> Int? {
    let indices = preset.names(field).compactMap { header.firstIndex(of: $0) }
    guard preset == .general, [.position, .validity, .grid].contains(field) else { return indices.first }
    return isWanted(field)
      ? indices.first { ColumnContents(sample, $0).fits(field, heading: header[$0]) } : nil
  }

  /// Takes the finest of several columns of kinds as that of the kind, and coarser ones behind it, unless the user or a known
  /// system says which one it is.
  private mutating func takeKindLevels() {
    guard told[.kind] == nil, chosen[.kind]?.isUncertain ?? true else { return }
    let basis = chosen[.kind]?.basis ?? .name
    let columns = KindColumns.finestFirst(header, usual: chosen[.kind]?.index) { index in
      !taken.contains(index) && !PersonalColumn.isPersonal(header[index])
        && !ColumnContents(sample, index).isEmpty
    }
    for (field, index) in zip(IncidentField.kindLevels, columns) { take(index, field, basis) }
  }

  /// Checks that positions are not named both in one column and in two.
  private mutating func checkPositions() {
    guard let both = told[.position], let one = told[.x] ?? told[.y] else { return }
    report(
      zh: "--position-column '\(both)' 一列已含两个坐标，又指明了 '\(one)' 列",
      "请只用 --position-column，或只用 --x-column 和 --y-column",
      en: "--position-column '\(both)' holds both coordinates, and the column '\(one)' is named too",
      "use --position-column alone, or --x-column and --y-column")
  }

  /// Lets go of the columns of positions that have no use beside others: one of both coordinates beside two, or the other way.
  private mutating func releasePositions() {
    guard let both = chosen[.position] else { return }
    let hasTwo = chosen[.x] != nil && chosen[.y] != nil
    let out: [IncidentField] = hasTwo && both.basis != .told ? [.position] : [.x, .y]
    for field in out {
      guard let column = chosen.removeValue(forKey: field) else { continue }
      taken.remove(column.index)
    }
  }

  private mutating func take(_ index: Int, _ field: IncidentField, _ basis: MappedColumn.Basis) {
    taken.insert(index)
    chosen[field] = MappedColumn(
      field: field, column: header[index], index: index, basis: basis, example: example(field, index))
  }

  /// The first cell of a row without flaws that can be read, or the shape of one; the first that says so for what was on view,
  /// and only two decimals of a position, as a page is read by more people than the table.
  private func example(_ field: IncidentField, _ index: Int) -> String {
    let cells = sample.compactMap {
      $0.count == header.count && !$0[index].isBlankCell ? $0[index] : nil
    }
    guard let readable = readable(field, cells) else { return CellShape.of(cells.first ?? "") }
    if field == .position, let pair = CombinedPosition(readable)?.pair {
      return [pair.x, pair.y].map(Self.coarse).joined(separator: ", ")
    }
    guard field == .x || field == .y, let value = NumberCell.coordinate(of: readable) else {
      return readable.shortened
    }
    return Self.coarse(value)
  }

  private static func coarse(_ value: Double) -> String { "\((value * 100).rounded() / 100)…" }

  /// The first cell that another row has too, and so does not tell of one call.
  private static func repeated(_ cells: [String], where isShown: (String) -> Bool = { _ in true }) -> String?
  {
    cells.first { cell in isShown(cell) && cells.count { $0 == cell } > 1 }
  }

  private func readable(_ field: IncidentField, _ cells: [String]) -> String? {
    switch field {
    case .received, .dispatched, .enRoute, .onScene, .cleared: cells.first { TimeText($0) != nil }
    case .day: cells.first { TimeText($0) != nil || Int($0) != nil }
    case .clock: cells.first { TimeScanner.clock($0) != nil }
    case .x, .y: cells.first { NumberCell.coordinate(of: $0) != nil }
    case .service: cells.first { NumberCell($0) != nil }
    case .position: cells.first { CombinedPosition($0) != nil }
    case .priority: cells.first(where: PriorityReader.isUsual) ?? Self.repeated(cells)
    case .onView: cells.first { OnViewText.says($0) == true } ?? Self.repeated(cells)
    case .validity: cells.first(where: ValidityText.isUsual) ?? Self.repeated(cells)
    case .grid: Self.repeated(cells, where: GridWord.isOne)
    case .id, .kind, .kindGroup, .kindClass: cells.first
    }
  }

  private mutating func takeTold(_ field: IncidentField) {
    guard let name = told[field] else { return }
    guard let index = header.firstIndex(of: name) else {
      report(
        zh: "没有 \(field.option) 所指的列 '\(name)'", "请改用表中的列：\(header.joined(separator: "、"))",
        en: "there is no column '\(name)' for \(field.option)",
        "the columns are \(header.joined(separator: ", "))")
      return
    }
    guard !MappedTable.texts.contains(field) || !PersonalColumn.isFreeText(name) else {
      report(
        zh: "'\(name)' 列看来是自由文本，可能含个人信息，不予读取", "请换一列",
        en: "the column '\(name)' seems to hold free text, which may be personal and is not read",
        "name another one")
      return
    }
    guard !PersonalColumn.isPersonal(name) else {
      report(
        zh: "'\(name)' 列看来含个人信息，不予读取", "请换一列，或先去掉个人信息并改列名",
        en: "the column '\(name)' seems to hold personal data, which is not read",
        "name another one, or remove what is personal and rename it")
      return
    }
    take(index, field, .told)
  }

  /// Whether a field is looked for at all: a day of its own only without a time, a clock only where days have none.
  private func isWanted(_ field: IncidentField) -> Bool {
    switch field {
    case .day: chosen[.received] == nil
    case .x, .y: chosen[.position] == nil
    case .position: told[.x] == nil && told[.y] == nil && (chosen[.x] == nil || chosen[.y] == nil)
    case .clock:
      chosen[.day] != nil
        || chosen[.received].map {
          !ColumnContents(sample, $0.index).hasClocks && !ColumnContents(sample, $0.index).isEmpty
        } ?? false
    default: true
    }
  }

  private func named(_ field: IncidentField) -> Int? {
    for guess in field.guesses {
      let wanted = guess.plainName
      for (index, name) in header.enumerated()
      where name.plainName == wanted && !taken.contains(index) && !PersonalColumn.isPersonal(name) {
        if ColumnContents(sample, index).fits(field, heading: name) { return index }
      }
    }
    return field == .position ? header.indices.first(where: isNamedPosition) : nil
  }

  /// Whether a heading has a word for both coordinates in it, as 案发坐标（百度） does, and the cells are pairs.
  private func isNamedPosition(_ index: Int) -> Bool {
    let name = header[index].plainName
    return ["坐标", "经纬", "coordinate"].contains(where: name.contains) && !taken.contains(index)
      && !PersonalColumn.isPersonal(name) && ColumnContents(sample, index).fits(.position, heading: name)
  }

  private mutating func takeByContents() {
    let free = header.indices.filter { !taken.contains($0) && !PersonalColumn.isPersonal(header[$0]) }
    let contents = free.map { ($0, ColumnContents(sample, $0)) }
    if chosen[.received] == nil, chosen[.day] == nil {
      let times = contents.filter { $0.1.areCalendarTimes }
      if let best = times.first(where: { $0.1.hasClocks }) ?? times.first {
        take(best.0, .received, .contents)
      }
    }
    if chosen[.x] == nil, chosen[.y] == nil, chosen[.position] == nil {
      let degrees = contents.filter { $0.1.areDegrees && !taken.contains($0.0) }
      let east = degrees.filter { $0.1.medianMagnitude > 90 }
      let north = degrees.filter { $0.1.medianMagnitude <= 90 }
      if let x = east.first, let y = north.first, east.count == 1, north.count == 1 {
        take(x.0, .x, .contents)
        take(y.0, .y, .contents)
      }
    }
    if isWanted(.position), chosen[.position] == nil,
      let index = contents.first(where: { !taken.contains($0.0) && $0.1.areDegreePairs })?.0
    {
      take(index, .position, .contents)
    }
    if chosen[.onView] == nil,
      let index = contents.first(where: { !taken.contains($0.0) && $0.1.saysOnView })?.0
    {
      take(index, .onView, .contents)
    }
    if chosen[.validity] == nil,
      let index = contents.first(where: { !taken.contains($0.0) && $0.1.areValidities })?.0
    {
      take(index, .validity, .contents)
    }
  }

  private mutating func reportMissing() {
    let names = IncidentField.received.guesses.prefix(6).joined(separator: ", ")
    let found = header.joined(separator: ", ")
    report(
      zh: "没有接警时间列（查找：\(names)……）；表中的列：\(found)",
      "请用 --received-column 指明；日期与钟点分列时用 --day-column 和 --clock-column",
      en: "there is no column for the time of the call (looked for \(names), …); the columns are \(found)",
      "name it with --received-column, or with --day-column and --clock-column where they are apart")
  }

  private mutating func report(zh: String, _ zhRemedy: String, en: String, _ enRemedy: String) {
    issues.append(
      ScenarioIssue(
        file: table, line: headerLine, column: 1, keyPath: "", problem: LocalizedText(zh: zh, en: en),
        remedy: LocalizedText(zh: zhRemedy, en: enRemedy)))
  }
}
