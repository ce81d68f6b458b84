/// What an import says about its areas: how they cover the city, where they overlap, and what is wrong with their outlines.
struct AreaAudit {
  let areas: [ImportedArea]
  let cover: AreaCover
  let overlaps: [AreaOverlap]
  let tableName: String
  let network: ImportedNetwork
  /// Residents at the nodes of the file, where a table gave them.
  let nodeResidents: Double?

  /// The notes; those on things that are in order are left out.
  var notes: [LocalizedText] {
    [summary] + [rings, overlapping, slivers].compactMap { $0 } + outside
      + [withoutNode, servedFromOutside, residents].compactMap { $0 }
  }

  private var summary: LocalizedText {
    let size = Self.area(areas.reduce(0) { $0 + $1.squareKilometers })
    let total = Int(cover.nodes.total)
    let inside = total - cover.nodes.count
    let farthest = Self.length(cover.nodes.farthest.kilometers)
    let (name, isWhole) = (cover.nodes.farthest.name, inside == total)
    return LocalizedText(
      zh: "\(tableName) 的 \(areas.count) 个区域作为网格，合计\(size.zh)；\(total) 个路网节点中有 \(inside) 个在区域内"
        + (isWhole ? "。" : "，其余归到最近的区域（最远 \(name)，\(farthest.zh)）。"),
      en:
        "\(Self.areas(areas.count)) of \(tableName) \(EnglishCount.form(areas.count, "is the grid", "are the grids")), \(size.en) in all; \(inside) of \(total) road nodes lie in one"
        + (isWhole
          ? "."
          : ", \(EnglishCount.form(total - inside, "the other goes", "the others go")) with the nearest one (farthest \(name), "
            + "\(farthest.en))."))
  }

  private var rings: LocalizedText? {
    let open = areas.filter(\.wasOpen).map(\.label)
    let crossed = areas.filter { !$0.crossings.isEmpty }.map(\.label)
    let stray = areas.filter(\.hasStrayRing).map(\.label)
    guard !(open + crossed + stray).isEmpty else { return nil }
    let parts: [LocalizedText?] = [
      open.isEmpty
        ? nil
        : LocalizedText(
          zh: "\(open.count) 个区域的环没有闭合，已补上第一个点：\(Self.list(open))",
          en:
            "rings of \(Self.areas(open.count)) did not end where they began and were closed: \(Self.list(open))"
        ),
      crossed.isEmpty
        ? nil
        : LocalizedText(
          zh: "\(crossed.count) 个区域的边界自相交，按奇偶规则取内部：\(Self.list(crossed))",
          en:
            "outlines of \(Self.areas(crossed.count)) cross themselves, their inside is taken by the even–odd rule: "
            + Self.list(crossed)),
      stray.isEmpty
        ? nil
        : LocalizedText(
          zh: "\(stray.count) 个区域有第一个环之后的环伸出第一个环，伸出的部分也算区域：\(Self.list(stray))",
          en:
            "rings after the first of \(Self.areas(stray.count)) do not lie in it, what is outside of it counts as area: "
            + Self.list(stray))
    ]
    let texts = parts.compactMap { $0 }
    return LocalizedText(
      zh: texts.map(\.zh).joined(separator: "；") + "。",
      en: "In \(tableName) " + texts.map(\.en).joined(separator: "; ") + ".")
  }

  private var overlapping: LocalizedText? {
    let large = overlaps.filter { !$0.isSliver }.sorted { $0.squareKilometers > $1.squareKilometers }
    guard !large.isEmpty else { return nil }
    let sum = Self.area(large.reduce(0) { $0 + $1.squareKilometers })
    func pairs(_ language: (LocalizedText) -> String, _ and: String) -> String {
      Self.list(
        large.map {
          "\(areas[$0.first].label)\(and)\(areas[$0.second].label) \(language(Self.area($0.squareKilometers)).trimmingPrefix(" "))"
        })
    }
    return LocalizedText(
      zh: "\(large.count) 对区域重叠，合计\(sum.zh)；重叠处归文件中在前的区域：\(pairs(\.zh, " 与 "))。",
      en:
        "\(Self.overlap(large.count)), \(sum.en) in all; what lies in both belongs to the first in the file: "
        + "\(pairs(\.en, " and ")).")
  }

  private var slivers: LocalizedText? {
    let small = overlaps.filter(\.isSliver)
    guard !small.isEmpty else { return nil }
    let sum = Self.area(small.reduce(0) { $0 + $1.squareKilometers })
    return LocalizedText(
      zh: "另有 \(small.count) 对区域的重叠不到较小区域的 0.1 %，合计\(sum.zh)。",
      en: "\(Self.overlap(small.count)) by less than 0.1 % of the smaller one, \(sum.en) in all.")
  }

  private var outside: [LocalizedText] {
    var notes: [LocalizedText] = []
    if !cover.followsResidents {
      notes += share(cover.demand, LocalizedText(zh: "警情需求", en: "demand"))
    }
    if nodeResidents != nil { notes += share(cover.residents, LocalizedText(zh: "人口", en: "residents")) }
    let posts = cover.facilities
    guard posts.count > 0 else { return notes }
    let (farthest, list) = (Self.length(posts.farthest.kilometers), Self.list(posts.names, of: posts.count))
    notes.append(
      LocalizedText(
        zh: "\(posts.count) 个设施在所有区域之外，归到最近的区域：\(list)；最远 \(posts.farthest.name)，\(farthest.zh)。",
        en: EnglishCount.text(
          posts.count, "facility lies outside of all areas and serves",
          "facilities lie outside of all areas and serve") + " the nearest one: \(list); farthest "
          + "\(posts.farthest.name), \(farthest.en)."))
    return notes
  }

  private func share(_ outside: AreaCover.Outside, _ noun: LocalizedText) -> [LocalizedText] {
    guard outside.count > 0 else { return [] }
    let percent = outside.share >= 0.001 ? ((outside.share * 1_000).rounded() / 10).short : "< 0.1"
    let (name, area) = (outside.farthest.name, areas[outside.farthest.area].label)
    let farthest = Self.length(outside.farthest.kilometers)
    return [
      LocalizedText(
        zh:
          "\(percent) % 的\(noun.zh)（\(outside.count) 处）在所有区域之外，归到最近的区域；最远 \(name)，距 \(area) \(farthest.zh)。",
        en:
          "\(percent) % of the \(noun.en) (\(EnglishCount.text(outside.count, "place", "places"))) lies outside of all areas and goes to the nearest one; "
          + "farthest \(name), \(farthest.en) from \(area).")
    ]
  }

  private var withoutNode: LocalizedText? {
    let empty = cover.emptyAreas.filter { cover.outsideNodes[$0] == nil }
    guard !empty.isEmpty else { return nil }
    func list(_ language: (LocalizedText) -> String) -> String {
      Self.list(empty.map { "\(areas[$0].label) (\(language(Self.length(cover.standIns[$0] ?? 0))))" })
    }
    let head = Self.withoutNode(empty.count, residents(of: empty))
    return LocalizedText(
      zh: "\(head.zh)，警情发生在离其中心最近的节点：\(list(\.zh))。",
      en: "\(head.en) incidents happen at the nearest one: \(list(\.en)).")
  }

  private var servedFromOutside: LocalizedText? {
    let served = cover.emptyAreas.compactMap { area in cover.outsideNodes[area].map { (area, $0) } }
    guard !served.isEmpty else { return nil }
    let head = Self.withoutNode(served.count, residents(of: served.map(\.0)))
    let zh = served.map { area, nodes in
      "\(areas[area].label)（\(nodes.count) 个节点，最远 \(Self.length(nodes.kilometers).zh)）"
    }
    let en = served.map { area, nodes in
      "\(areas[area].label) (\(EnglishCount.text(nodes.count, "node", "nodes")), at most "
        + "\(Self.length(nodes.kilometers).en) away)"
    }
    return LocalizedText(
      zh: "\(head.zh)，警情发生在所有区域之外、离其最近的有需求的节点：\(Self.list(zh))。",
      en: "\(head.en) incidents happen at nodes outside of all areas that have demand and are nearest to "
        + EnglishCount.form(served.count, "it", "them") + ": \(Self.list(en)).")
  }

  private func residents(of numbers: [Int]) -> Double {
    numbers.reduce(0) { $0 + network.grids[$1].population }.rounded()
  }

  private static func withoutNode(_ count: Int, _ residents: Double) -> LocalizedText {
    let people = "\(residents.short) " + (residents == 1 ? "resident" : "residents")
    return LocalizedText(
      zh: "\(count) 个区域内没有路网节点，共 \(residents.short) 人",
      en: "\(areas(count)) with \(people) "
        + EnglishCount.form(count, "contains no road node; its", "contain no road node; their"))
  }

  private var residents: LocalizedText? {
    let given = areas.compactMap(\.population)
    guard !given.isEmpty else { return nil }
    let sum = given.reduce(0, +).rounded().short
    let silent = areas.filter { $0.population == nil }.map(\.label)
    let other = nodeResidents.map { $0.rounded().short }
    let follows = LocalizedText(
      zh: cover.followsResidents ? "没有警情位置：各区域的警情与人口成正比，区域内按街道长度分布。" : "",
      en: cover.followsResidents
        ? " Without positions of incidents, areas have demand in proportion to their residents, and by the length of streets "
          + "within." : "")
    return LocalizedText(
      zh: "人口取自区域，共 \(sum) 人" + (other.map { "（节点表为 \($0) 人，未采用）" } ?? "")
        + (silent.isEmpty ? "。" : "；\(silent.count) 个区域没有人口，按 0 计：\(Self.list(silent))。") + follows.zh,
      en: "Residents are those of the areas, \(sum) in all"
        + (other.map { " (the nodes have \($0), which were not taken)" } ?? "")
        + (silent.isEmpty
          ? "."
          : "; \(Self.areas(silent.count)) \(EnglishCount.form(silent.count, "gives none and counts", "give none and count")) "
            + "as 0: \(Self.list(silent)).") + follows.en)
  }

  // MARK: Texts

  private static func areas(_ count: Int) -> String { EnglishCount.text(count, "area", "areas") }

  private static func overlap(_ count: Int) -> String {
    EnglishCount.text(count, "pair of areas overlaps", "pairs of areas overlap")
  }

  private static func list(_ names: [String], of count: Int? = nil) -> String {
    let shown = names.prefix(AreaCover.nameLimit).joined(separator: ", ")
    return shown + ((count ?? names.count) > AreaCover.nameLimit ? ", …" : "")
  }

  private static func length(_ kilometers: Double) -> LocalizedText {
    kilometers < 10
      ? LocalizedText(
        zh: "\((kilometers * 1_000).rounded().short) 米", en: "\((kilometers * 1_000).rounded().short) m")
      : LocalizedText(
        zh: "\(((kilometers * 10).rounded() / 10).short) 公里",
        en: "\(((kilometers * 10).rounded() / 10).short) km")
  }

  private static func area(_ squareKilometers: Double) -> LocalizedText {
    let isSmall = squareKilometers < 0.01
    let number = ((squareKilometers * (isSmall ? 1e6 : 100)).rounded() / (isSmall ? 1 : 100)).short
    return isSmall
      ? LocalizedText(zh: " \(number) 平方米", en: "\(number) m²")
      : LocalizedText(zh: " \(number) 平方公里", en: "\(number) km²")
  }
}

extension NetworkReader {
  /// Makes areas the grids, and says how well they fit.
  mutating func divide(
    _ network: inout ImportedNetwork, into areas: [ImportedArea], _ table: ImportTable
  ) {
    let division = AreaDivision(areas, network.system, nodesPerArea: settings.nodesPerCell)
    let nodeResidents = network.hasPopulation ? network.sources.reduce(0) { $0 + $1.population } : nil
    let cover = division.divide(&network)
    guard cover.emptyAreas.count < areas.count else {
      return addIssue(
        table.name, "areas",
        LocalizedText(zh: "没有路网节点在区域内", en: "no road node lies in any of the areas"),
        LocalizedText(
          zh: "请检查两者是否为同一城市、同一坐标系；经度在前，纬度在后",
          en: "check that both are of the same city and in the same coordinates, longitude before latitude"))
    }
    network.areaTableName = Self.lastPart(table.name)
    let audit = AreaAudit(
      areas: areas, cover: cover, overlaps: AreaOverlap.pairs(of: areas, division.index),
      tableName: Self.lastPart(table.name), network: network, nodeResidents: nodeResidents)
    notes += audit.notes
  }
}
