// Officers of stations and other posts, in columns of the table of facilities.
extension TablesReader {
  /// The kinds of posts whose officers are read, with what these do, and what their auxiliaries do.
  private static let kindsWithStaff: [(kind: FacilityKind, sworn: OfficerPool, others: OfficerPool)] = [
    (.station, .stationDuty, .stationDuty), (.streetWorkstation, .patrol, .patrol),
    (.corePost, .patrol, .patrol), (.policeRoom, .community, .auxiliary)
  ]

  /// Returns the officers in columns of the table of facilities as teams, those of posts left out that the table of officers has
  /// already; says how many these are.
  /// - Parameter listed: the teams of the table of officers; none where there is none.
  mutating func staff(
    of posts: MatchedTable, _ facilities: [FacilityRow], besides listed: [OfficerTeam]
  ) -> [OfficerTeam] {
    let all = zip(posts.table.rows, facilities).flatMap { row, post in teams(of: post, row, in: posts) }
    let isKnown = { (team: OfficerTeam) in
      team.post.map { Self.has($0, listed.filter { $0.isSworn == team.isSworn }, facilities) } ?? false
    }
    noteListed(all.filter(isKnown), in: posts, listed)
    let read = withoutCommunity(all.filter { !isKnown($0) }, listed, facilities)
    noteStaff(read, in: posts)
    return read
  }

  /// The officers in the row of a post: sworn ones and auxiliaries.
  private mutating func teams(
    of post: FacilityRow, _ row: [CSVCell], in posts: MatchedTable
  ) -> [OfficerTeam] {
    guard let work = Self.kindsWithStaff.first(where: { $0.kind == post.kind }) else { return [] }
    return [("sworn", true), ("auxiliaries", false)].compactMap { key, isSworn in
      let count = posts.has(key) ? people(posts, key, row) : 0
      guard count > 0 else { return nil }
      return OfficerTeam(
        name: post.name, pool: isSworn ? work.sworn : work.others, isSworn: isSworn, count: count,
        table: posts, row: row, post: post)
    }
  }

  /// The officers in a cell; a remark such as （由所内民警兼） counts nobody, which is said.
  private mutating func people(_ table: MatchedTable, _ key: String, _ row: [CSVCell]) -> Int {
    let cell = table.cell(key, row)
    guard !cell.text.isEmpty, OfficeNumber.value(of: cell.text) == nil else {
      return count(table, key, row, fallback: 0) ?? 0
    }
    noteNil(cell, table, key)
    return 0
  }

  /// Whether a table of officers has those of a post: by its name, or in a row of what all such posts do.
  private static func has(_ post: FacilityRow, _ listed: [OfficerTeam], _ facilities: [FacilityRow]) -> Bool {
    // A row of 城关派出所第一警务室 is not one of 城关派出所.
    let longer = facilities.filter { $0.name.count > post.name.count }
    if listed.contains(where: { team in team.names(post) && !longer.contains { team.names($0) } }) {
      return true
    }
    let pools: Set<OfficerPool> =
      switch post.kind {
      case .station: [.stationDuty]
      case .policeRoom: [.community, .auxiliary]
      default: [.patrol]
      }
    return general(listed, facilities).contains { pools.contains($0.pool) }
  }

  /// The teams that are of no post and no unit of their own: 派出所值班, 社区民警.
  private static func general(_ listed: [OfficerTeam], _ facilities: [FacilityRow]) -> [OfficerTeam] {
    listed.filter { team in
      team.count > 0 && !team.isUnit && !facilities.contains { team.names($0) }
    }
  }

  /// Takes the community officers, and the auxiliaries of the community, of a table of officers out of those of stations, which
  /// they belong to; says so.
  private mutating func withoutCommunity(
    _ teams: [OfficerTeam], _ listed: [OfficerTeam], _ facilities: [FacilityRow]
  ) -> [OfficerTeam] {
    let general = Self.general(listed, facilities)
    var teams = teams
    for (pool, isSworn) in [(OfficerPool.community, true), (.auxiliary, false)] {
      let isOne = { (team: OfficerTeam) in team.post?.kind == .station && team.isSworn == isSworn }
      let all = teams.filter(isOne).map(\.count).reduce(0, +)
      let part = general.filter { $0.pool == pool && OfficerWord.pool(of: $0.name) != nil }.map(\.count)
        .reduce(0, +)
      guard all > 0, part > 0 else { continue }
      var rest = min(part, all)
      for index in teams.indices where isOne(teams[index]) {
        let taken = min(teams[index].count, rest)
        teams[index].count -= taken
        rest -= taken
      }
      noteCommunity(part, of: all, isSworn: isSworn, general[0].table)
    }
    return teams.filter { $0.count > 0 }
  }

  private mutating func noteCommunity(_ part: Int, of all: Int, isSworn: Bool, _ table: MatchedTable) {
    let rest = max(all - part, 0)
    let (zh, en) =
      isSworn ? ("社区民警", "community officers") : ("社区辅警", "auxiliaries of the community")
    assume(
      "force.categories",
      LocalizedText(
        zh: "\(table.table.name)：\(zh) \(part) 名按已含在各派出所的 \(all) 名之内，派出所值班按其余 \(rest) 名计",
        en:
          "\(table.table.name): the \(part) \(en) are taken to be among the \(all) of the stations, which leaves \(rest) on duty there"
      ))
  }

  /// Says of which posts the table of officers has the officers, so that the columns are not used.
  private mutating func noteListed(_ teams: [OfficerTeam], in posts: MatchedTable, _ listed: [OfficerTeam]) {
    guard let table = listed.first?.table, !teams.isEmpty else { return }
    let names = teams.compactMap(\.post).map(\.name)
    let shown = Self.shortened(
      names.indices.filter { $0 == names.firstIndex(of: names[$0]) }.map { names[$0] })
    let keys = [("sworn", true), ("auxiliaries", false)].filter { key, isSworn in
      posts.has(key) && teams.contains { $0.isSworn == isSworn }
    }
    let headings = keys.map { "'\(posts.heading($0.0))'" }.listed
    result.notes.append(
      LocalizedText(
        zh: "\(posts.table.name)：\(shown.zh)的 \(headings.zh) 没有使用：警力表 \(table.table.name) 中已有，以警力表为准",
        en:
          "\(posts.table.name): \(headings.en) of \(shown.en) not used: the table of officers \(table.table.name) has these, and counts"
      ))
  }

  /// Says how many officers were read from columns of the table of facilities, by what they do.
  private mutating func noteStaff(_ teams: [OfficerTeam], in posts: MatchedTable) {
    guard !teams.isEmpty else { return }
    result.tableOfStaff = posts.table.name
    let parts = Self.kindsWithStaff.compactMap { work in
      Self.sum(teams.filter { $0.post?.kind == work.kind }, of: work.kind)
    }
    let headings = Self.staffHeadings(posts)
    let advice = posts.has("sworn") && !posts.has("officersPerShift")
    let option = "--column facilities.officersPerShift=\(posts.heading("sworn"))"
    result.notes.append(
      LocalizedText(
        zh: "\(posts.table.name)：按 \(headings.zh) 读入各处现有人员：\(parts.map(\.zh).joined(separator: "；"))"
          + (advice ? "；'\(posts.heading("sworn"))' 若是每班在岗的民警数，请用 \(option) 指明" : ""),
        en:
          "\(posts.table.name): officers of posts by \(headings.en): \(parts.map(\.en).joined(separator: "; "))"
          + (advice
            ? "; if '\(posts.heading("sworn"))' holds those on duty in a shift, name it: \(option)" : "")))
  }

  /// The officers and auxiliaries of the posts of one kind, and what they do; nil without any.
  private static func sum(_ teams: [OfficerTeam], of kind: FacilityKind) -> LocalizedText? {
    guard !teams.isEmpty else { return nil }
    let noun =
      switch kind {
      case .station: LocalizedText(zh: "派出所", en: "station")
      case .streetWorkstation: LocalizedText(zh: "街面警务站", en: "street workstation")
      case .corePost: LocalizedText(zh: "固定岗", en: "core post")
      default: LocalizedText(zh: "警务室", en: "police room")
      }
    let parts = [true, false].compactMap { isSworn -> LocalizedText? in
      let some = teams.filter { $0.isSworn == isSworn }
      guard let pool = some.first?.pool.rawValue else { return nil }
      let count = some.map(\.count).reduce(0, +)
      let words =
        isSworn
        ? ("\(noun.en) officer", "\(noun.en) officers") : ("\(noun.en) auxiliary", "\(noun.en) auxiliaries")
      return LocalizedText(
        zh: "\(isSworn ? "民警" : "辅警") \(count) 名（\(pool)）",
        en: "\(EnglishCount.text(count, words.0, words.1)) (\(pool))")
    }
    return LocalizedText(
      zh: noun.zh + parts.map(\.zh).joined(separator: "、"), en: parts.map(\.en).joined(separator: ", "))
  }

  private static func staffHeadings(_ posts: MatchedTable) -> LocalizedText {
    ["sworn", "auxiliaries"].filter(posts.has).map { "'\(posts.heading($0))'" }.listed
  }
}
