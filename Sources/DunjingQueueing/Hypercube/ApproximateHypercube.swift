/// The approximate hypercube: workloads and dispatches of many units without their 2ᴺ states.
///
/// Assumptions: those of ``HypercubeModel``, except that a service time may depend on the unit and the atom; and that the
/// probability of finding units busy is the product of their workloads, corrected for their dependence by the factors of
/// a queue M/M/N with the same load. Sources: R. C. Larson (1975), "Approximating the performance of urban emergency
/// service systems", Operations Research 23, for equal service rates; J. P. Jarvis (1985), "Approximating the equilibrium
/// behavior of multi-server loss systems", Management Science 31, for others. Unlike Jarvis, the workloads are scaled in
/// every round to the load carried, as Larson does, and an infinite line is possible: who waited gets unit n with
/// probability μₙ/Σμ, as in the exact model.
///
/// A preference list is followed until the product of workloads falls below ``truncation``; it need not name all units.
/// Dispatches that the list no longer reaches are shared among those that it does.
public struct ApproximateHypercube: Sendable, Equatable {
  /// How long a unit is busy with an incident, travel included.
  public enum ServiceTimes: Sendable, Equatable {
    /// A mean for each unit.
    case byUnit([Double])
    /// A mean for each unit (row) and atom (column).
    case byUnitAndAtom([[Double]])
  }

  /// Incidents per unit of time, by atom.
  public let arrivalRates: [Double]
  /// The units in the order in which each atom wants them, the first one first; a list may stop early.
  public let preferences: [[Int]]
  /// The mean service times, in the unit of time of the arrival rates.
  public let serviceTimes: ServiceTimes
  /// Travel times by unit and then by atom; nil if they are of no interest. They only score the dispatches.
  public let travelTimes: [[Double]]?
  /// What happens when all units are busy.
  public let line: HypercubeModel.Line
  /// The number of units.
  public let units: Int

  /// The product of workloads below which a preference list is not followed.
  public static let truncation = 1e-10

  /// Creates a model.
  /// - Precondition: rates are not negative, service times positive; every list names at least one unit and none twice;
  ///   tables have a row for each unit and a column for each atom.
  /// - Complexity: O(units + lengths of the lists).
  public init(
    arrivalRates: [Double], preferences: [[Int]], serviceTimes: ServiceTimes, travelTimes: [[Double]]? = nil,
    line: HypercubeModel.Line
  ) {
    let atoms = arrivalRates.count
    switch serviceTimes {
    case .byUnit(let times): units = times.count
    case .byUnitAndAtom(let times):
      units = times.count
      precondition(times.allSatisfy { $0.count == atoms }, "service times go from every unit to every atom")
    }
    precondition(units > 0 && preferences.count == atoms, "every atom orders some of the units")
    precondition(arrivalRates.allSatisfy { $0 >= 0 }, "rates are not negative")
    precondition(serviceTimes.all { $0 > 0 }, "service times are positive")
    precondition(
      Self.areOrders(preferences, units: units), "a preference list names units, one at least, none twice")
    precondition(
      travelTimes.map { [units] in $0.count == units && $0.allSatisfy { $0.count == atoms } } ?? true,
      "travel times go from every unit to every atom")
    self.arrivalRates = arrivalRates
    self.preferences = preferences
    self.serviceTimes = serviceTimes
    self.travelTimes = travelTimes
    self.line = line
  }

  /// Creates the approximation of a model.
  /// - Precondition: no incident of the model needs two units.
  public init(_ model: HypercubeModel) {
    precondition(!model.hasPairs, "the approximation sends one unit")
    self.init(
      arrivalRates: model.arrivalRates, preferences: model.preferences,
      serviceTimes: .byUnit(model.serviceRates.map { 1 / $0 }), travelTimes: model.travelTimes,
      line: model.line)
  }

  private static func areOrders(_ preferences: [[Int]], units: Int) -> Bool {
    var seen = [Int](repeating: -1, count: units)
    for (atom, order) in preferences.enumerated() {
      if order.isEmpty { return false }
      for unit in order {
        guard unit >= 0 && unit < units && seen[unit] != atom else { return false }
        seen[unit] = atom
      }
    }
    return true
  }

  /// Incidents per unit of time.
  public var arrivalRate: Double { arrivalRates.reduce(0, +) }

  /// The share of incidents that are of each atom; they add up to one, if there are any.
  var incidentShares: [Double] {
    let total = arrivalRate
    return arrivalRates.map { total > 0 ? $0 / total : 0 }
  }

  /// The mean service time of each unit, over all incidents.
  var meanServiceTimes: [Double] {
    switch serviceTimes {
    case .byUnit(let times): times
    case .byUnitAndAtom(let times): means(times, total: arrivalRate)
    }
  }

  private func means(_ times: [[Double]], total: Double) -> [Double] {
    times.map { row in total > 0 ? zip(row, arrivalRates).reduce(0) { $0 + $1.0 * $1.1 } / total : row[0] }
  }

  /// What arrives as a share of what all units together can serve.
  public var load: Double { arrivalRate / meanServiceTimes.reduce(0) { $0 + 1 / $1 } }
}

extension ApproximateHypercube.ServiceTimes {
  /// Returns the mean of a unit and an atom.
  func mean(_ unit: Int, _ atom: Int) -> Double {
    switch self {
    case .byUnit(let times): times[unit]
    case .byUnitAndAtom(let times): times[unit][atom]
    }
  }

  /// Whether all means fulfil a condition.
  func all(_ condition: (Double) -> Bool) -> Bool {
    switch self {
    case .byUnit(let times): times.allSatisfy(condition)
    case .byUnitAndAtom(let times): times.allSatisfy { $0.allSatisfy(condition) }
    }
  }

  /// Whether all means are equal.
  var areEqual: Bool {
    switch self {
    case .byUnit(let times): times.allSatisfy { $0 == times[0] }
    case .byUnitAndAtom(let times):
      times.allSatisfy { row in row.allSatisfy { $0 == row[0] && $0 == times[0][0] } }
    }
  }
}
