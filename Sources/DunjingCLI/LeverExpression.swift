import Dunjing

/// Reads what varies: `sinkRatio=0:0.4`, `streetShare=0:1`, `sinkRatio.byPrefecture=0.1:0.3`.
enum LeverExpression {
  /// Reads the decisions of an option; a key that stands for many gives one for each.
  static func decisions(_ text: String, in world: World) throws -> [PlanSpace.Decision] {
    let parts = text.split(separator: "=", maxSplits: 1).map { $0.trimmingPrefix(while: \.isWhitespace) }
    let ends = parts.count == 2 ? parts[1].split(separator: ":").map { Double(String($0)) } : []
    guard ends.count == 2, let low = ends[0], let high = ends[1], low >= 0, high <= 1, low < high else {
      throw CommandFault(
        zh: "--vary：看不懂 \(text)；写法如 sinkRatio=0:0.4，两端在 0 到 1 之间，由小到大。",
        en:
          "--vary: \(text) cannot be read; write sinkRatio=0:0.4, with ends between 0 and 1, the lesser first."
      )
    }
    let key = String(parts[0].prefix { !$0.isWhitespace })
    return try levers(key, in: world).map { PlanSpace.Decision($0, in: low...high) }
  }

  private static func levers(_ key: String, in world: World) throws -> [PlanLever] {
    let scenario = world.scenario
    let prefectures = scenario.counties.map(\.prefecture).filter { !$0.isEmpty }
    let unique = prefectures.indices.filter { !prefectures[..<$0].contains(prefectures[$0]) }.map {
      prefectures[$0]
    }
    let simple: [PlanLever] = [.agencyRatio, .provinceRatio, .countyRatio, .stationRatio, .streetShare]
    let ofPrefectures = unique.map { PlanLever.prefectureRatio($0) }
    let ofCounties = scenario.counties.map { PlanLever.ownRatio($0.id) }
    // A county without agency officers has nothing to give.
    let ofAgencies =
      scenario.counties.isEmpty
      ? []
      : world.counties.filter { county in
        county.departments.contains { $0.agencyOfficers > 0 }
      }.map { PlanLever.agencyCountyRatio($0.county.id) }
    switch key {
    case "sinkRatio.byPrefecture" where !ofPrefectures.isEmpty: return ofPrefectures
    case "sinkRatio.agencyByCounty" where !ofAgencies.isEmpty: return ofAgencies
    case "sinkRatio.byCounty" where !ofCounties.isEmpty: return ofCounties
    default:
      guard let lever = (simple + ofPrefectures + ofAgencies + ofCounties).first(where: { $0.key == key })
      else {
        let known =
          simple.map(\.key) + (ofPrefectures.isEmpty ? [] : ["sinkRatio.byPrefecture"])
          + (ofAgencies.isEmpty ? [] : ["sinkRatio.agencyByCounty"])
          + (ofCounties.isEmpty ? [] : ["sinkRatio.byCounty"])
        throw CommandFault(
          zh: "--vary：\(key) 不能改变；可写：\(known.joined(separator: ", "))。",
          en: "--vary: \(key) cannot vary; write some of \(known.joined(separator: ", ")).")
      }
      return [lever]
    }
  }
}
