import DunjingScenario
import Testing

/// Facilities and demand in degrees that are far from all roads.
@Suite struct FarPositionTests {
  private let nodes = "node,lon,lat\n1,87.60,43.80\n2,87.62,43.80\n3,87.62,43.82\n"
  private let edges = "from,to\n1,2\n2,3\n"

  private func table(_ name: String, _ text: String) -> ImportTable {
    ImportTable(name: name, bytes: Array(text.utf8))
  }

  private func bundle(posts: String, calls: String) throws -> ImportedBundle {
    var settings = NetworkImport()
    settings.incidentsPerDay = 10
    return try settings.bundle(
      nodes: table("n.csv", nodes), edges: table("e.csv", edges),
      facilities: table("f.csv", "id,lon,lat\n" + posts), demand: table("d.csv", "lon,lat\n" + calls))
  }

  private func message(posts: String, calls: String, in language: TextLanguage = .en) -> String {
    do {
      _ = try bundle(posts: posts, calls: calls)
      return ""
    } catch {
      return (error as? InvalidScenario)?.text(in: language) ?? "\(error)"
    }
  }

  @Test func `swapped facilities are told with line, column and value`() {
    let posts = "P1,87.60,43.80\nP2,43.80,87.61\nP3,43.81,87.62\n"
    let text = message(posts: posts, calls: "87.60,43.80\n")
    #expect(
      text.hasPrefix(
        "f.csv:3:4: error: 2 of 3 rows lie more than 50 km from all roads, such as 43.80, 87.61, "))
    #expect(text.contains("longitude and latitude look swapped; write --x-column lat --y-column lon"))
    let chinese = message(posts: posts, calls: "87.60,43.80\n", in: .zh)
    #expect(chinese.hasPrefix("f.csv:3:4: 错误：3 行中有 2 行离所有道路超过 50 公里，例如 43.80, 87.61 离最近的道路 "))
    #expect(chinese.contains("经度和纬度似乎互换了"))
  }

  @Test func `calls of another city are no demand of this one`() {
    let text = message(posts: "P1,87.60,43.80\n", calls: "116.40,39.90\n116.41,39.91\n")
    #expect(
      text.hasPrefix(
        "d.csv:2:1: error: 2 of 2 rows lie more than 50 km from all roads, such as 116.40, 39.90, "))
    #expect(
      text.contains("km away: another place, or other coordinates; check that both are of the same city"))
    #expect(
      message(posts: "P1,87.60,43.80\n", calls: "116.40,39.90\n", in: .zh).contains("不是同一地区，或坐标系不同"))
  }

  @Test func `a few rows that are far are taken all the same and are named`() throws {
    let found = try bundle(posts: "P1,87.60,43.80\n", calls: "87.60,43.80\n87.61,43.80\n116.40,39.90\n")
    #expect(
      found.notes.map(\.en).contains(
        "1 of 3 rows of d.csv lies more than 50 km from all roads and goes to the nearest node all the same; "
          + "check, by line: 4."))
  }
}
