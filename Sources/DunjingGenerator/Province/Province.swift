import DunjingNumerics
import DunjingRandom

/// The generated province: a town in the middle of each county, villages around it, and what the police has there.
///
/// Counts follow the census and the announcement; the map is synthetic: only how many people live how densely, and how
/// far from their station, is modeled.
struct Province: Sendable {
  /// A beat of about 900 residents.
  struct Beat: Sendable {
    var county: Int
    var x: Double
    var y: Double
    var residents: Int
    var demandWeight: Double
    var isCenter: Bool
  }

  /// A station, workstation or reserve site.
  struct Site: Sendable {
    var county: Int
    var kind: String
    var x: Double
    var y: Double
  }

  /// Residents of a beat.
  static let beatResidents = 900.0
  /// Residents on a square kilometer of a town.
  private static let townDensity = 7_000.0
  /// Incidents by resident in towns and outside, relative to the mean.
  private static let demand = (town: 1.25, country: 0.70)
  /// Street workstations: a corps of 4,149 officers at 9.1 for each crew of two around the clock.
  private static let workstationCount = 456
  /// Residents for whom a county has one reserve site.
  private static let reserveResidents = 400_000.0
  /// The share of a town's beats, from its middle, that are key areas.
  private static let centerShare = 0.1

  let counties = ProvinceCounty.all()
  private(set) var beats: [Beat] = []
  private(set) var sites: [Site] = []

  /// Generates the province of a seed.
  init(seed: UInt64) {
    let stations = Self.stations(counties)
    let workstations = atLeastOne(Self.workstationCount, counties.map(\.urbanResidents))
    for county in counties.indices {
      var stream = RandomStream(seed: seed, purpose: .countyPlaces, entity: UInt64(county))
      addBeats(of: county, &stream)
      addSites(of: county, stations: stations[county], workstations: workstations[county], &stream)
    }
  }

  private static func stations(_ counties: [ProvinceCounty]) -> [Int] {
    var counts = counties.map { _ in 0 }
    for (prefecture, count) in JilinFacts.stations {
      let members = counties.indices.filter { counties[$0].prefecture == prefecture }
      let parts = atLeastOne(count, members.map { counties[$0].residents })
      for (member, part) in zip(members, parts) { counts[member] = part }
    }
    return counts
  }

  private func townArea(_ county: ProvinceCounty) -> Double { county.urbanResidents / Self.townDensity }

  private mutating func addBeats(of index: Int, _ stream: inout RandomStream) {
    let county = counties[index]
    let town = Int((county.urbanResidents / Self.beatResidents).rounded())
    let country = Int(((county.residents - county.urbanResidents) / Self.beatResidents).rounded())
    let middle = (county.x, county.y)
    let radius = (townArea(county) / 3.141_592_653_589_793).squareRoot()
    let inside = Lattice.points(
      town, area: townArea(county), around: middle, roughness: 0.25, using: &stream)
    let outside = Lattice.points(
      country, area: max(1, county.area - townArea(county)), around: middle, roughness: 0.4, hole: radius,
      using: &stream)
    let townPeople = Apportionment.largestRemainder(
      of: Int(county.urbanResidents), weights: inside.map { _ in 1 })
    let people = Int(county.residents) - Int(county.urbanResidents)
    let countryPeople = Apportionment.largestRemainder(of: people, weights: outside.map { _ in 1 })
    for (rank, (place, residents)) in zip(inside, townPeople).enumerated() {
      beats.append(
        Beat(
          county: index, x: place.x, y: place.y, residents: residents,
          demandWeight: Double(residents) * Self.demand.town,
          isCenter: Double(rank) < Self.centerShare * Double(town)))
    }
    for (place, residents) in zip(outside, countryPeople) {
      beats.append(
        Beat(
          county: index, x: place.x, y: place.y, residents: residents,
          demandWeight: Double(residents) * Self.demand.country, isCenter: false))
    }
  }

  private mutating func addSites(
    of index: Int, stations: Int, workstations: Int, _ stream: inout RandomStream
  ) {
    let county = counties[index]
    let middle = (county.x, county.y)
    let share = county.urbanResidents / county.residents
    let town = min(
      max(1, Int((Double(stations) * share).rounded())), share < 1 ? max(1, stations - 1) : stations)
    let radius = (townArea(county) / 3.141_592_653_589_793).squareRoot()
    add("station", index, Lattice.points(town, area: townArea(county), around: middle, using: &stream))
    add(
      "station", index,
      Lattice.points(
        stations - town, area: max(1, county.area - townArea(county)), around: middle, hole: radius,
        using: &stream))
    add(
      "streetWorkstation", index,
      Lattice.points(workstations, area: townArea(county), around: middle, shift: 0.5, using: &stream))
    let reserves = Int((county.residents / Self.reserveResidents).rounded(.up))
    add(
      "reserveSite", index,
      Lattice.points(reserves, area: townArea(county), around: middle, shift: 0.25, using: &stream))
  }

  private mutating func add(_ kind: String, _ county: Int, _ places: [(x: Double, y: Double)]) {
    sites += places.map { Site(county: county, kind: kind, x: $0.x, y: $0.y) }
  }
}

/// Returns whole parts in proportion to weights, each at least one.
private func atLeastOne(_ count: Int, _ weights: [Double]) -> [Int] {
  Apportionment.largestRemainder(of: count - weights.count, weights: weights).map { $0 + 1 }
}
