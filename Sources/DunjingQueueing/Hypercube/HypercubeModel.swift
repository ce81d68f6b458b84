/// A hypercube queue: units that differ, atoms of demand that prefer them in different orders.
///
/// Assumptions: each atom's incidents are Poisson and need one unit, or two; the first free units of the atom's order
/// go; service is exponential with a rate of the unit, wherever it goes, travel being part of it; a unit is at its post
/// when it is sent. Source: R. C. Larson (1974), "A hypercube queuing model for facility location and redistricting in
/// urban emergency services", Computers & Operations Research 1; R. C. Larson & A. R. Odoni (1981), §5.4; for two units
/// K. R. Chelst & Z. Barlach (1981), "Multiple unit dispatches in emergency services", Management Science 27.
public struct HypercubeModel: Sendable, Equatable {
  /// What happens to an incident that finds all units busy.
  public enum Line: String, Sendable, Equatable {
    /// Others handle it: a loss system.
    case zero
    /// It waits, first come, first served.
    case infinite
  }

  /// Incidents per unit of time that need one unit, by atom.
  public let arrivalRates: [Double]
  /// The units in the order in which each atom wants them, the first one first.
  public let preferences: [[Int]]
  /// Services per unit of time, by unit.
  public let serviceRates: [Double]
  /// Travel times by unit and then by atom; nil if they are of no interest. They only score the dispatches.
  public let travelTimes: [[Double]]?
  /// What happens when all units are busy.
  public let line: Line
  /// Incidents per unit of time that need two units, by atom; nil if there are none.
  ///
  /// The first two free units of the atom's order go at once and become free independently; if only one is free, it goes
  /// alone and others lend the second.
  public let pairRates: [Double]?

  /// The number of units beyond which the exact solution is not attempted: its memory is 400 MB.
  public static let largestUnitCount = 22
  /// The number of units beyond which it is not attempted if some incidents need two.
  public static let largestUnitCountWithPairs = 14

  /// Creates a model.
  /// - Precondition: rates are not negative, those of service positive; every order names every unit once; the travel
  ///   times, if given, have a row for each unit and a column for each atom; and there are at most
  ///   ``largestUnitCount`` units. With `pairRates`, the line is zero and there are at most
  ///   ``largestUnitCountWithPairs`` units.
  public init(
    arrivalRates: [Double], preferences: [[Int]], serviceRates: [Double], travelTimes: [[Double]]? = nil,
    line: Line, pairRates: [Double]? = nil
  ) {
    let units = Array(serviceRates.indices)
    let limit = pairRates == nil ? Self.largestUnitCount : Self.largestUnitCountWithPairs
    precondition(
      !units.isEmpty && units.count <= limit, "a hypercube has 1 to \(limit) units, not \(units.count)")
    precondition(
      (arrivalRates + (pairRates ?? [])).allSatisfy { $0 >= 0 } && serviceRates.allSatisfy { $0 > 0 },
      "rates are not negative")
    precondition(
      preferences.count == arrivalRates.count && preferences.allSatisfy { $0.sorted() == units },
      "every atom orders every unit")
    precondition(
      travelTimes.map { $0.count == units.count && $0.allSatisfy { $0.count == arrivalRates.count } } ?? true,
      "travel times go from every unit to every atom")
    precondition(
      pairRates.map { $0.count == arrivalRates.count && line == .zero } ?? true,
      "incidents for two units have a rate at every atom and do not wait")
    self.arrivalRates = arrivalRates
    self.preferences = preferences
    self.serviceRates = serviceRates
    self.travelTimes = travelTimes
    self.line = line
    self.pairRates = pairRates
  }

  /// Incidents per unit of time, for one unit or for two.
  public var arrivalRate: Double { arrivalRates.reduce(0, +) + pairRate }

  /// Incidents per unit of time that need two units.
  var pairRate: Double { pairRates?.reduce(0, +) ?? 0 }

  /// Whether some incidents need two units.
  var hasPairs: Bool { pairRate > 0 }

  /// Services per unit of time when all units are busy.
  public var capacity: Double { serviceRates.reduce(0, +) }

  /// Whether incidents wait and come as fast as all units together can serve them.
  public var isSaturated: Bool { line == .infinite && arrivalRate >= capacity }
}
