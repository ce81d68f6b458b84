/// The class of a grid, which sets its response target.
enum AreaClass: String, Sendable {
  case core
  case key
  case general
}

/// A grid of the study: a cell, or a core area at the center of one.
struct CityGrid: Sendable {
  /// The id: `g001` … for cells, `c01` … for core areas.
  var id: String
  /// The index of its cell.
  var cell: Int
  /// The class.
  var areaClass: AreaClass
  /// Area in square kilometers.
  var area: Double
  /// Share of all incidents.
  var demandWeight: Double = 0
  /// Residents.
  var population = 0
  /// The county.
  var county = County.taobei
  /// The index of the road node that stands for the grid.
  var node = 0
  /// The index of the police station whose district the grid lies in.
  var station = 0
}

/// The two counties of the main urban area, with their residents of the 2020 census.
enum County: String, Sendable, CaseIterable {
  case taobei = "洮北区 Taobei"
  case developmentZone = "经济开发区 Economic Development Zone"

  /// Residents.
  var population: Int {
    switch self {
    case .taobei: 356_054
    case .developmentZone: 118_222
    }
  }
}
