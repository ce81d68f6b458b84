import DunjingScenario

/// The columns of a table that were mapped, cell by cell; nothing else is kept.
struct MappedTable {
  /// The fields that hold words, which are nobody's if they stand in the wrong column.
  static let texts = Set(IncidentField.kindLevels + [.id, .priority, .validity, .grid])

  let name: String
  private(set) var columns: [IncidentField: MappedColumn]
  /// The finest column of kinds that was not taken, as it looks like free text.
  private(set) var doubtfulKind: MappedColumn?
  /// The column of ids that was not taken, as it holds what look like numbers of people.
  private(set) var doubtfulId: MappedColumn?
  private(set) var rows: [Int] = []
  private(set) var cells: [IncidentField: [String]] = [:]
  /// The positions of rows with more or fewer cells than the header.
  private(set) var ragged: [Int] = []
  /// The numbers of those rows, whose cells may stand in the wrong column.
  private(set) var raggedRows: Set<Int> = []
  private(set) var blankRows = 0
  /// The numbers of the rows that are totals or notes, and no calls.
  private(set) var remarkRows: [Int] = []

  init(_ raw: RawTable, _ columns: [IncidentField: MappedColumn]) throws(InvalidScenario) {
    (name, self.columns) = (raw.name, columns)
    let fields = columns.values.map { ($0.field, $0.index) }
    var lists = [[String]](repeating: [], count: fields.count)
    let times = fields.filter { $0.0.isTime || $0.0 == .day }.map(\.1)
    var (rows, ragged, blankRows, remarks) = ([Int](), [Int](), 0, [Int]())
    let width = raw.header.count
    try raw.forEachRow { row in
      guard !row.isBlank else {
        blankRows += 1
        return
      }
      guard !Self.isRemark(row.cells, times: times) else {
        remarks.append(row.number)
        return
      }
      if row.cells.count != width { ragged.append(rows.count) }
      rows.append(row.number)
      for (list, field) in fields.enumerated() {
        let isKnown =
          field.1 < row.cells.count && (row.cells.count == width || !Self.texts.contains(field.0))
        lists[list].append(isKnown ? row.cells[field.1].text : "")
      }
    }
    (self.rows, self.ragged, self.blankRows) = (rows, ragged, blankRows)
    remarkRows = remarks
    raggedRows = Set(ragged.map { rows[$0] })
    for (list, field) in zip(lists, fields) { cells[field.0] = list }
    releaseDoubtful()
  }

  /// Lets go of guessed columns that may hold personal data.
  private mutating func releaseDoubtful() {
    releaseDoubtfulKinds()
    if let id = columns[.id], id.isUncertain, cells[.id]?.contains(where: PersonalNumber.isPersonal) == true {
      (doubtfulId, self.columns[.id], cells[.id]) = (id, nil, nil)
    }
  }

  /// Lets go of guessed columns of kinds that are no categories; coarser ones take their place.
  private mutating func releaseDoubtfulKinds() {
    let kinds = IncidentField.kindLevels.compactMap { field in
      columns[field].map { (column: $0, cells: cells[field] ?? []) }
    }
    let isTaken = kinds.map { !$0.column.isUncertain || CategoryText.areCategories($0.cells) }
    guard let doubtful = isTaken.firstIndex(of: false) else { return }
    doubtfulKind = kinds[doubtful].column
    for field in IncidentField.kindLevels { (columns[field], cells[field]) = (nil, nil) }
    for (field, kind) in zip(IncidentField.kindLevels, zip(kinds, isTaken).filter(\.1).map(\.0)) {
      (columns[field], cells[field]) = (kind.column.taken(for: field), kind.cells)
    }
  }

  /// Whether a row is a total or a note: by its words, and no column of times holds one.
  private static func isRemark(_ cells: [CSVCell], times: [Int]) -> Bool {
    // Most rows have a time, which is looked at first as it costs less.
    !times.contains { $0 < cells.count && TimeText(cells[$0].text).map { !$0.isBareNumber } ?? false }
      && RemarkRow.isOne(cells)
  }
}
