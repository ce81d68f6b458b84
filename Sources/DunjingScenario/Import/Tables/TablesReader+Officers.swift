// Officers by what they do.
extension TablesReader {
  /// Reads the officers of their table and of the columns of the table of facilities; what they do goes by the words in their
  /// teams' names, or by their post.
  mutating func readOfficers(_ table: MatchedTable?, _ posts: MatchedTable, _ facilities: [FacilityRow]) {
    let isWide = table.map { $0.has("sworn") || $0.has("auxiliaries") } ?? true
    let own = table.map { table in
      table.table.rows.flatMap { isWide ? wide(table, $0) : [team(table, $0)] }
    }
    let staff = staff(of: posts, facilities, besides: own ?? [])
    guard table != nil || !staff.isEmpty else { return }
    let source = table ?? posts
    let teams = crewing((own ?? []) + staff, source)
    result.hasTrafficTeam = teams.contains { $0.pool == .traffic && $0.count > 0 }
    noteVisitors(teams, source, areOfPosts: !staff.isEmpty)
    if let table, !isWide { assumeSworn(table) }
    let listed =
      isWide ? summed(teams) : teams.filter { $0.post == nil } + summed(teams.filter { $0.post != nil })
    result.origins[.officers] = RecordOrigins(source, records: listed.map { ($0.table, $0.row) })
    write(listed)
  }

  /// Writes the table of officers.
  private mutating func write(_ teams: [OfficerTeam]) {
    var taken: Set<String> = []
    let rows = teams.map { team in
      let english = Self.englishName(of: team.pool, isSworn: team.isSworn)
      return [
        id(team.pool, isSworn: team.isSworn, &taken), team.name,
        team.name.allSatisfy(\.isASCII) && !team.name.isEmpty ? team.name : english, team.pool.rawValue,
        "\(team.isSworn)", "\(team.count)"
      ]
    }
    result.tables[.officers] = CSVQuoting.table(
      ["id", "name_zh", "name_en", "pool", "isSworn", "count"], rows)
  }

  /// The teams, those on patrol as officers of stations where all units are cars of stations: nobody else could drive these.
  private mutating func crewing(_ teams: [OfficerTeam], _ table: MatchedTable) -> [OfficerTeam] {
    let kinds = Set(result.unitGroups.filter { $0.units > 0 }.map(\.kind))
    let pools = Set(teams.filter { $0.isSworn && $0.count > 0 }.map(\.pool))
    guard kinds == [.station], pools.contains(.patrol), !pools.contains(.stationDuty) else { return teams }
    result.notes.append(
      LocalizedText(
        zh: "\(table.table.name)：各处警单元都是派出所的车，巡逻民警按派出所值班（stationDuty）计，由他们出车",
        en:
          "\(table.table.name): all units are cars of stations, so officers on patrol are taken for those on duty there (stationDuty), who drive them"
      ))
    return teams.map { team in
      var team = team
      if team.pool == .patrol { team.pool = .stationDuty }
      return team
    }
  }

  /// Says where nobody visits, or visits without community officers: hazards then are not found, or not settled.
  private mutating func noteVisitors(_ teams: [OfficerTeam], _ table: MatchedTable, areOfPosts: Bool) {
    let pools = Set(teams.filter { $0.count > 0 }.map(\.pool))
    guard !pools.contains(.community) else { return }
    let name = table.table.name
    let remedy =
      areOfPosts
      ? LocalizedText(
        zh: "请在警力表中写一行社区民警和人数（按已含在派出所人数之内计）",
        en: "have a row of them in a table of officers: they are taken to be among those of the stations")
      : LocalizedText(zh: "请加一行社区民警", en: "add a row of community officers")
    result.notes.append(
      pools.isDisjoint(with: [.auxiliary, .volunteer])
        ? LocalizedText(
          zh: "\(name)：没有社区民警，没有人走访，隐患都会变成警情；\(remedy.zh)",
          en:
            "\(name): no community officers: nobody visits, and all hazards become incidents; \(remedy.en)"
        )
        : LocalizedText(
          zh: "\(name)：没有社区民警，只有辅警、志愿者走访，化解纠纷的工时为 0；\(remedy.zh)",
          en:
            "\(name): no community officers: only auxiliaries and volunteers visit, and there are 0 hours of mediation; \(remedy.en)"
        ))
  }

  /// The team of a row, whose column of identities says whether it is sworn.
  private mutating func team(_ table: MatchedTable, _ row: [CSVCell]) -> OfficerTeam {
    let (name, identity) = (table.cell("name", row).text, table.cell("isSworn", row).text)
    let words = [table.cell("pool", row).text, name, identity].filter { !$0.isEmpty }
    let isSworn =
      identity.isEmpty
      ? OfficerWord.isSworn(words.joined(separator: " ")) ?? true : isSworn(identity, table, row)
    let isAmbiguous = !identity.isEmpty && table.table.rows.count { table.cell("name", $0).text == name } > 1
    return OfficerTeam(
      name: isAmbiguous ? "\(name)（\(identity)）" : (name.isEmpty ? words.first ?? "" : name),
      pool: pool(words + [table.section(row), table.heading("name")], isSworn: isSworn, table, row),
      isSworn: isSworn,
      count: count(table, "count", row) ?? 0, table: table, row: row)
  }

  /// Notes the officers of whom nothing says whether they are sworn, and who are taken for so.
  private mutating func assumeSworn(_ table: MatchedTable) {
    let names = table.table.rows.filter { row in
      let words = ["pool", "name", "isSworn"].map { table.cell($0, row).text }
      return OfficerWord.isSworn(words.joined(separator: " ")) == nil
    }.map(table.plainName)
    guard !names.isEmpty else { return }
    assume(
      "force.categories.*.isSworn",
      LocalizedText(
        zh: "\(table.table.name)：没有写明 \(names.listed.zh) 是民警还是辅警，按民警",
        en: "\(table.table.name): whether \(names.listed.en) are sworn is not said, and they are taken for so"
      ))
  }

  /// Whether officers are sworn by their identity; true after adding an issue where that is not known.
  private mutating func isSworn(_ identity: String, _ table: MatchedTable, _ row: [CSVCell]) -> Bool {
    if let flag = OfficerWord.isSworn(identity) { return flag }
    add(
      table.table, table.cell("isSworn", row),
      LocalizedText(
        zh: "看不出 '\(identity)' 是不是民警", en: "whether '\(identity)' are sworn cannot be told"),
      LocalizedText(zh: "请写 民警 或 辅警", en: "write true or false"))
    return true
  }

  /// The teams of a row that has sworn officers and auxiliaries in columns of their own.
  private mutating func wide(_ table: MatchedTable, _ row: [CSVCell]) -> [OfficerTeam] {
    let name = table.cell("name", row).text
    return [("sworn", true), ("auxiliaries", false)].compactMap { key, isSworn in
      guard table.has(key), let count = count(table, key, row, fallback: 0), count > 0 else { return nil }
      let words = [table.cell("pool", row).text, name, table.section(row), table.heading("name")]
      let pool = pool(words, isSworn: isSworn, table, row)
      return OfficerTeam(name: name, pool: pool, isSworn: isSworn, count: count, table: table, row: row)
    }
  }

  /// Teams that do the same in one, as lists of units have a row for each station; says which these are.
  private mutating func summed(_ teams: [OfficerTeam]) -> [OfficerTeam] {
    var groups: [[OfficerTeam]] = []
    for team in teams {
      let group = groups.firstIndex { $0[0].pool == team.pool && $0[0].isSworn == team.isSworn }
      if let group { groups[group].append(team) } else { groups.append([team]) }
    }
    for group in groups where group.count > 1 { note(group) }
    return groups.map { group in
      var sum = group[0]
      sum.count = group.map(\.count).reduce(0, +)
      let place = group.count > 1 ? "\(sum.name)等 \(group.count) 个单位" : sum.name
      sum.name = Self.named(place, isSworn: sum.isSworn)
      return sum
    }
  }

  /// The name of a category with what its people are, unless that is in the name: 街面巡逻（民警）, but 社区民警.
  private static func named(_ name: String, isSworn: Bool) -> String {
    let (own, other) = isSworn ? ("民警", "辅警") : ("辅警", "民警")
    return name.contains(own) && !name.contains(other) ? name : "\(name)（\(own)）"
  }

  /// Says which teams one category of officers sums: its name has the first of them only.
  private mutating func note(_ group: [OfficerTeam]) {
    let tables = group.map(\.table.table.name)
    let sources = tables.indices.filter { tables.firstIndex(of: tables[$0]) == $0 }.map { tables[$0] }.listed
    let most = 12
    let names = group.prefix(most).map(\.name).listed
    let more = group.count - most
    let kind =
      group[0].isSworn ? LocalizedText(zh: "民警", en: "officers") : LocalizedText(zh: "辅警", en: "auxiliaries")
    result.notes.append(
      LocalizedText(
        zh:
          "\(sources.zh)：\(names.zh)\(more > 0 ? "等 \(group.count) 个单位" : "")的\(kind.zh)合为一类（\(group[0].pool.rawValue)）",
        en:
          "\(sources.en): the \(kind.en) of \(names.en)\(more > 0 ? " and \(more) more" : "") are one category "
          + "(\(group[0].pool.rawValue))"))
  }

  /// What officers do, by the words of their team; auxiliaries of the community are auxiliaries.
  private mutating func pool(
    _ words: [String], isSworn: Bool, _ table: MatchedTable, _ row: [CSVCell]
  ) -> OfficerPool {
    switch words.lazy.compactMap(OfficerWord.pool).first {
    case .community where !isSworn: return .auxiliary
    case let pool?: return pool
    case nil where !isSworn: return .auxiliary
    case nil:
      let cell = table.cell(table.has("pool") ? "pool" : "name", row)
      let column =
        table.has("pool")
        ? LocalizedText("")
        : LocalizedText(
          zh: "，写在名为 pool 的一列中，或用 --column officers.pool=列名 指明",
          en: " in a column named pool, or name the column: --column officers.pool=HEADING")
      let departments = departments(of: table)
      add(
        table.table, cell,
        LocalizedText(zh: "看不出 '\(cell.text)' 做什么", en: "what '\(cell.text)' does cannot be told"),
        LocalizedText(
          zh: "请写巡逻、值班、社区、交警、刑侦、辅警或志愿者等，或 \(OfficerPool.allCases.map(\.rawValue).listed.zh)"
            + "\(column.zh)；机关单位（如指挥中心、办公室）请列入机关部门表\(departments.zh)",
          en:
            "write one of \(OfficerPool.allCases.map(\.rawValue).listed.en)\(column.en); units at headquarters belong in the table of "
            + "departments\(departments.en)"))
      return .patrol
    }
  }

  /// How to say that a table lists departments too, where no other does.
  private func departments(of table: MatchedTable) -> LocalizedText {
    let others =
      result.departments.isEmpty || result.origins[.departments]?.table.table.name == table.table.name
    guard others, !table.heading("name").isEmpty else { return LocalizedText("") }
    let option = "--column departments.name=\(table.heading("name"))"
    return LocalizedText(zh: "；若此表就是机关部门表，请用 \(option) 指明", en: "; if this is one, say so: \(option)")
  }

  /// The id by which defaults know a category, or one of its own.
  private func id(_ pool: OfficerPool, isSworn: Bool, _ taken: inout Set<String>) -> String {
    let usual: [OfficerPool: String] = [.patrol: "street", .auxiliary: "gridAuxiliary"]
    let stem = (usual[pool] ?? pool.rawValue)
    let plain =
      isSworn || pool == .auxiliary || pool == .volunteer ? stem : stem + "Auxiliary"
    var (id, number) = (plain, 2)
    while !taken.insert(id).inserted {
      id = "\(plain)\(number)"
      number += 1
    }
    return id
  }

  /// What officers are called in English.
  private static func englishName(of pool: OfficerPool, isSworn: Bool) -> String {
    let suffix = isSworn ? " officers" : " auxiliaries"
    switch pool {
    case .patrol: return "Street" + suffix
    case .traffic: return "Traffic" + suffix
    case .investigation: return "Investigation" + suffix
    case .stationDuty: return "Station duty" + suffix
    case .community: return "Community" + suffix
    case .auxiliary: return "Auxiliaries"
    case .volunteer: return "Volunteers"
    }
  }
}
