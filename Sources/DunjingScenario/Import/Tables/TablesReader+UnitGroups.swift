// Units by the cars and the officers on duty that the table of facilities gives.
extension TablesReader {
  /// The kinds of posts from which units start, in the order of their groups.
  private static let kindsWithUnits: [FacilityKind] = [.streetWorkstation, .station, .corePost]

  /// Reads the cars and the officers on duty, and makes groups of posts with as many units.
  mutating func readUnits(_ table: MatchedTable, _ facilities: [FacilityRow]) {
    guard table.has("unitsPerFacility") || table.has("officersPerShift") else { return noteUnread(table) }
    let posts = zip(table.table.rows, facilities).map { row, facility in
      ImportedPost(
        facility: facility, cars: amount(table, "unitsPerFacility", row, in: 0...100),
        officers: amount(table, "officersPerShift", row, in: 0...1_000))
    }
    let groups = Self.kindsWithUnits.map { kind in posts.filter { $0.facility.kind == kind } }
      .flatMap(ImportedPost.groups)
    guard groups.contains(where: { $0.units > 0 }) else { return addNoUnits(table) }
    result.unitGroups = groups
    assumeAreas(posts)
    if table.has("unitsPerFacility") { noteCars(posts, table) }
    if table.has("officersPerShift") { noteOfficers(posts, table) }
    noteUnread(table)
  }

  /// Where some stations have no unit, those of the others go everywhere: otherwise nobody might go to the districts of these.
  private mutating func assumeAreas(_ posts: [ImportedPost]) {
    let stations = posts.filter { $0.facility.kind == .station }
    let empty = stations.filter { $0.units == 0 }
    guard !empty.isEmpty, empty.count < stations.count else { return }
    result.areStationCarsEverywhere = true
    let names = Self.names(empty)
    assume(
      "units.stationCar.area",
      LocalizedText(
        zh: "\(names.zh)没有处警单元：其他派出所的车到全市处警，不限本辖区（area: city）",
        en:
          "no unit at \(names.en): the cars of the other stations go everywhere, and not only to their districts (area: city)"
      ))
  }

  /// The whole number in a cell; nil where it is empty or there is no column.
  private mutating func amount(
    _ table: MatchedTable, _ key: String, _ row: [CSVCell], in range: ClosedRange<Double>
  ) -> Int? {
    table.has(key) && !table.cell(key, row).text.isEmpty ? count(table, key, row, in: range) : nil
  }

  /// Without a unit nobody answers.
  private mutating func addNoUnits(_ table: MatchedTable) {
    let heading = table.heading("unitsPerFacility")
    add(
      table.table, table.headingCell("unitsPerFacility"),
      LocalizedText(
        zh: "按 '\(heading)' 没有一处有处警单元", en: "by '\(heading)' there is no unit anywhere"),
      LocalizedText(zh: "请写出各处能出警的车辆数", en: "write the cars of each post that answer incidents"))
  }

  /// Says what cars were taken for, and where they were not.
  private mutating func noteCars(_ posts: [ImportedPost], _ table: MatchedTable) {
    let (name, heading) = (table.table.name, table.heading("unitsPerFacility"))
    let key = "units.*.unitsPerFacility"
    assume(
      key,
      LocalizedText(
        zh: "\(name)：'\(heading)' 中每辆车按一个单元计，各班都在岗；平时出不满的请改小 unitsPerFacility",
        en:
          "\(name): each car of '\(heading)' is a unit on duty in every shift; lower unitsPerFacility where not all are staffed"
      ))
    let driving = posts.filter { [.streetWorkstation, .station].contains($0.facility.kind) }
    let blank = driving.filter { $0.cars == nil }
    if !blank.isEmpty {
      let names = Self.names(blank)
      assume(
        key,
        LocalizedText(
          zh: "'\(heading)' 为空的 \(names.zh)按一个单元计", en: "where '\(heading)' is empty, one unit: \(names.en)"))
    }
    noteExceptions(posts, driving, table)
  }

  /// Says at which posts cars are no units.
  /// - Parameter driving: the posts whose units drive.
  private mutating func noteExceptions(
    _ posts: [ImportedPost], _ driving: [ImportedPost], _ table: MatchedTable
  ) {
    let heading = table.heading("unitsPerFacility")
    note(
      driving.filter { $0.cars == 0 },
      LocalizedText(zh: "'\(heading)' 为 0，没有单元", en: "'\(heading)' is 0, so that no unit is there"))
    note(
      posts.filter { post in !driving.contains { $0.facility.id == post.facility.id } && post.cars ?? 0 > 0 },
      LocalizedText(
        zh: "'\(heading)' 没有使用：只有派出所和街面警务站的单元开车",
        en: "'\(heading)' not used: only units of stations and street workstations drive cars"))
    note(
      driving.filter(\.hasTooFew),
      LocalizedText(
        zh: "'\(table.heading("officersPerShift"))' 少于车辆数，单元数按人数计",
        en: "fewer in '\(table.heading("officersPerShift"))' than cars: as many units as officers"))
  }

  /// Says what officers on duty were taken for, and where they were not.
  private mutating func noteOfficers(_ posts: [ImportedPost], _ table: MatchedTable) {
    let heading = table.heading("officersPerShift")
    if result.unitGroups.contains(where: { $0.crew != nil }) {
      assume(
        "units.*.crewSworn",
        LocalizedText(
          zh: "\(table.table.name)：'\(heading)' 除以单元数，取中位数为每组民警数；其中若有辅警，请改小 crewSworn",
          en:
            "\(table.table.name): a crew has the median of '\(heading)' by unit, all taken for sworn; lower crewSworn where some are "
            + "auxiliaries"))
    }
    note(
      posts.filter { $0.facility.kind == .station && $0.officers != nil },
      LocalizedText(
        zh: "'\(heading)' 不作每组人数：其中还有接待、押解、办案的民警",
        en: "'\(heading)' is no crew of a car: it counts those who receive, escort and work on cases too"))
  }

  /// Says something of posts, if there are any.
  private mutating func note(_ posts: [ImportedPost], _ text: LocalizedText) {
    guard !posts.isEmpty else { return }
    let names = Self.names(posts)
    result.notes.append(LocalizedText(zh: "\(names.zh)：\(text.zh)", en: "\(names.en): \(text.en)"))
  }

  /// The names of posts, or the first of many.
  private static func names(_ posts: [ImportedPost]) -> LocalizedText {
    shortened(posts.map { $0.facility.name.isEmpty ? $0.facility.id : $0.facility.name })
  }

  /// Names of posts, or the first of many.
  static func shortened(_ names: [String]) -> LocalizedText {
    let most = 12
    let shown = names.prefix(most).listed
    guard names.count > most else { return shown }
    return LocalizedText(
      zh: "\(shown.zh)等 \(names.count) 处", en: "\(shown.en) and \(names.count - most) more")
  }

  /// Names columns that look like cars or officers of posts and are not used, and how to have them used.
  private mutating func noteUnread(_ table: MatchedTable) {
    let columns: [(key: String, words: [String], what: LocalizedText)] = [
      (
        "unitsPerFacility", ["车辆", "警车", "巡逻车", "车（"],
        LocalizedText(
          zh: "每处一个单元 [H]；若是每处的车辆数", en: "one unit at each post [H]; if it holds the cars of a post")
      ),
      (
        "officersPerShift", ["警力", "民警"],
        LocalizedText(
          zh: "每组民警数取模板的值 [H]；若是每处每班在岗的民警数",
          en: "crews are those of the template [H]; if it holds the officers on duty in a shift")
      )
    ]
    let others = ["牌", "号", "电话", "姓名"]
    for (key, words, what) in columns where !table.has(key) {
      let headings = table.choice.unused.filter { heading in
        words.contains(where: heading.contains) && !others.contains(where: heading.contains)
      }
      guard let first = headings.first else { continue }
      let option = "--column facilities.\(key)=\(first)"
      result.notes.append(
        LocalizedText(
          zh: "\(table.table.name)：没有使用 \(headings.listed.zh)：\(what.zh)，请用 \(option) 指明",
          en: "\(table.table.name): \(headings.listed.en) not used: \(what.en), name it: \(option)"))
    }
  }
}
