import DunjingOptimization
import DunjingParallel
import DunjingPlanning
import DunjingWorld

/// The division of a county's sunk community officers among its stations that leaves the least harm by formula, by marginal analysis.
///
/// Officer by officer goes where the harm of escalated hazards falls most (`SeparableAllocation`), which is best
/// where each further officer of a station averts less than the one before. In the delay-time model the share that escalates
/// is convex in the visits (Christer & Waller 1984); mediation may break it where a district's officers are far too few for
/// what they find, as the second then helps more than the first. The harm is that of
/// `StationHarm`; treatments take the division as ``weights``.
public struct StationAllocation: Sendable, Equatable {
  /// The index of the county.
  public let county: Int
  /// The ids of its stations, in file order.
  public let stations: [String]
  /// Officers at each station.
  public let officers: [Int]
  /// The harm of a year in all its districts.
  public let harm: Double
  /// The harm of a year if the officers spread evenly over the beats.
  public let evenHarm: Double
  /// By how much one more officer would lower the harm of a year, by station; 0 at stations without beats.
  public let worthOfOneMore: [Double]
  private let beats: [Double]

  /// By how much the division lowers the harm of a year against an even spread.
  public var gain: Double { evenHarm - harm }

  /// Takes a division as it is.
  init(
    county: Int, stations: [String], officers: [Int], harm: Double, evenHarm: Double,
    worthOfOneMore: [Double],
    beats: [Double]
  ) {
    (self.county, self.stations, self.officers) = (county, stations, officers)
    (self.harm, self.evenHarm, self.worthOfOneMore, self.beats) = (harm, evenHarm, worthOfOneMore, beats)
  }

  /// Divides officers; nil if the county has no station with beats.
  /// - Parameters:
  ///   - model: the harm by officers, under the plan that gives everything else.
  ///   - county: the index of the county.
  ///   - officers: how many; as many as the plan sends to the community unless given.
  /// - Precondition: there are not fewer than no officers.
  /// - Complexity: (2 · stations + officers) times that of `StationHarm.harm(county:station:officers:)`.
  public init?(_ model: StationHarm, county: Int, officers: Int? = nil) {
    let stations = model.world.counties[county].stations
    let count = officers ?? model.plan.counties[county].toCommunity
    precondition(count >= 0, "\(count) officers cannot be divided")
    guard stations.contains(where: { $0.beats > 0 }) else { return nil }
    // The harm with 0, 1, … officers, as far as it has been asked for.
    var harms: [[Double]] = stations.map { _ in [] }
    func harm(_ station: Int, _ officers: Int) -> Double {
      while harms[station].count <= officers {
        harms[station].append(
          model.harm(county: county, station: station, officers: harms[station].count))
      }
      return harms[station][officers]
    }
    guard
      let best = SeparableAllocation(
        budget: count, bounds: stations.map { 0...($0.beats > 0 ? count : 0) }, cost: harm)
    else { return nil }
    self.county = county
    self.stations = stations.map(\.id)
    self.officers = best.units
    self.harm = best.total
    evenHarm = model.evenHarm(county: county, officers: count)
    worthOfOneMore = stations.indices.map { station in
      guard stations[station].beats > 0 else { return 0 }
      return harm(station, best.units[station]) - harm(station, best.units[station] + 1)
    }
    beats = stations.map(\.beats)
  }

  /// Divides the community officers of a plan in every county that has a station with beats.
  /// - Parameters:
  ///   - plan: the plan whose officers are divided.
  ///   - world: the study, compiled.
  ///   - threads: how many; they do not change the result.
  public static func all(of plan: TreatmentPlan, in world: World, threads: Int = 1) -> [StationAllocation] {
    let model = StationHarm(world, plan: plan)
    return Parallel.map(world.counties.count, threads: threads) { county in
      StationAllocation(model, county: county)
    }.compactMap(\.self)
  }

  /// The division as `stationWeights` of a treatment: officers for each beat relative to an even spread.
  ///
  /// A treatment that sends as many officers to the community of the county divides them just so. Empty without officers,
  /// as there is nothing to divide.
  public var weights: [String: Double] {
    let count = officers.reduce(0, +)
    guard count > 0 else { return [:] }
    let even = Double(count) / beats.reduce(0, +)
    let weights = zip(officers, beats).map { $1 > 0 ? Double($0) / ($1 * even) : 0 }
    return Dictionary(zip(stations, weights), uniquingKeysWith: { first, _ in first })
  }
}
