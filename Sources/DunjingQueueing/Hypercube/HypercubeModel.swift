/// A hypercube queue: units that differ, atoms of demand that prefer them in different orders.
///
/// Assumptions: each atom's incidents are Poisson and need one unit; the first free unit of the atom's order goes;
/// service is exponential with a rate of the unit, wherever it goes, travel being part of it; a unit is at its post
/// when it is sent. Source: R. C. Larson (1974), "A hypercube queuing model for facility location and redistricting in
/// urban emergency services", Computers & Operations Research 1; R. C. Larson & A. R. Odoni (1981), §5.4.
public struct HypercubeModel: Sendable, Equatable {
  /// What happens to an incident that finds all units busy.
  public enum Line: Sendable, Equatable {
    /// Others handle it: a loss system.
    case zero
    /// It waits, first come, first served.
    case infinite
  }

  /// Incidents per unit of time, by atom.
  public let arrivalRates: [Double]
  /// The units in the order in which each atom wants them, the first one first.
  public let preferences: [[Int]]
  /// Services per unit of time, by unit.
  public let serviceRates: [Double]
  /// Travel times by unit and then by atom; nil if they are of no interest. They only score the dispatches.
  public let travelTimes: [[Double]]?
  /// What happens when all units are busy.
  public let line: Line

  /// The number of units beyond which the exact solution is not attempted.
  public static let largestUnitCount = 16

  /// Creates a model.
  /// - Precondition: rates are not negative, those of service positive; every order names every unit once; the travel
  ///   times, if given, have a row for each unit and a column for each atom; and there are at most
  ///   ``largestUnitCount`` units.
  public init(
    arrivalRates: [Double], preferences: [[Int]], serviceRates: [Double], travelTimes: [[Double]]? = nil,
    line: Line
  ) {
    let units = Array(serviceRates.indices)
    precondition(
      !units.isEmpty && units.count <= Self.largestUnitCount,
      "a hypercube has 1 to \(Self.largestUnitCount) units, not \(units.count)")
    precondition(
      arrivalRates.allSatisfy { $0 >= 0 } && serviceRates.allSatisfy { $0 > 0 }, "rates are not negative")
    precondition(
      preferences.count == arrivalRates.count && preferences.allSatisfy { $0.sorted() == units },
      "every atom orders every unit")
    precondition(
      travelTimes.map { $0.count == units.count && $0.allSatisfy { $0.count == arrivalRates.count } } ?? true,
      "travel times go from every unit to every atom")
    self.arrivalRates = arrivalRates
    self.preferences = preferences
    self.serviceRates = serviceRates
    self.travelTimes = travelTimes
    self.line = line
  }

  /// Incidents per unit of time.
  public var arrivalRate: Double { arrivalRates.reduce(0, +) }

  /// Services per unit of time when all units are busy.
  public var capacity: Double { serviceRates.reduce(0, +) }

  /// Whether incidents wait and come as fast as all units together can serve them.
  public var isSaturated: Bool { line == .infinite && arrivalRate >= capacity }
}
