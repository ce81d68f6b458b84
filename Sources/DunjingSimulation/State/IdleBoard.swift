import DunjingScenario
import DunjingWorld

/// Which units can be sent, from where and how soon: what is looked through for every incident.
///
/// One array for each attribute, in the order of the units, and a list of the idle ones, in no order: one loop over it
/// gives each one's time to arrive, and the soonest.
///
/// A unit that stands is on the board as it is. Where one on the move is, and whether one that is called to other work
/// is there, holds only for the moment: such a unit is *unsettled*, and its owner looks again before every scan.
public struct IdleBoard: Sendable {
  private enum Readiness: UInt8 {
    case withdrawn
    case unsettled
    case settled
  }

  private var readiness: [Readiness]
  /// The idle units.
  private var idle: [Int32] = []
  /// Where each idle unit is in their list.
  private var rank: [Int32]
  /// Seconds until the unit departs: acknowledgement and turnout; infinite while it cannot be sent.
  private var delay: [Double]
  /// Kilometers east of where it would start.
  private var x: [Double]
  /// Kilometers north of where it would start.
  private var y: [Double]
  /// The place where it would start.
  private var place: [Int32]
  /// Seconds for a kilometer at factor 1.
  private var pace: [Double]
  /// The factor on free-flow times.
  private var slowness: [Double]
  /// Seconds until arrival at what was scanned last, by unit; infinite for one that cannot be sent.
  public private(set) var arrival: [Double]
  /// The unit that arrives first at what was scanned last, and its seconds until then; ties go to the lower index.
  public private(set) var soonest: (unit: Int, seconds: Double)?

  /// Creates a board on which nobody can be sent.
  public init(unitCount: Int) {
    readiness = Array(repeating: .withdrawn, count: unitCount)
    rank = Array(repeating: -1, count: unitCount)
    idle.reserveCapacity(unitCount)
    delay = Array(repeating: .infinity, count: unitCount)
    x = Array(repeating: 0, count: unitCount)
    y = x
    place = Array(repeating: 0, count: unitCount)
    pace = Array(repeating: 1, count: unitCount)
    slowness = pace
    arrival = delay
  }

  /// Notes from which point of a plane a unit would start, in kilometers.
  public mutating func move(_ unit: Int, toX x: Double, _ y: Double) {
    self.x[unit] = x
    self.y[unit] = y
  }

  /// Notes from which place a unit would start.
  public mutating func move(_ unit: Int, to place: Int) { self.place[unit] = Int32(place) }

  /// Notes how many seconds a unit takes for a kilometer at factor 1.
  public mutating func setPace(_ unit: Int, _ pace: Double) { self.pace[unit] = pace }

  /// Notes the factor on a unit's times, for ``scan(toX:_:metric:)``.
  public mutating func setSlowness(_ unit: Int, _ slowness: Double) { self.slowness[unit] = slowness }

  /// Notes that a unit can be sent.
  /// - Parameters:
  ///   - unit: the index of the unit.
  ///   - delay: seconds until it arrives, without those of the way; infinite while it is away.
  ///   - isSettled: whether that holds until it is withdrawn.
  public mutating func offer(_ unit: Int, delay: Double, isSettled: Bool = true) {
    if readiness[unit] == .withdrawn {
      rank[unit] = Int32(idle.count)
      idle.append(Int32(unit))
    }
    readiness[unit] = isSettled ? .settled : .unsettled
    self.delay[unit] = delay
  }

  /// Notes that a unit cannot be sent.
  public mutating func withdraw(_ unit: Int) {
    guard readiness[unit] != .withdrawn else { return }
    readiness[unit] = .withdrawn
    delay[unit] = .infinity
    arrival[unit] = .infinity
    // The last of the list takes its place.
    let last = idle.removeLast()
    guard last != unit else { return }
    idle[Int(rank[unit])] = last
    rank[Int(last)] = rank[unit]
  }

  /// Whether a unit is idle and on duty, be it called to other work or not.
  public func isIdle(_ unit: Int) -> Bool { readiness[unit] != .withdrawn }

  /// Whether a unit has to be looked at before a scan.
  public func isUnsettled(_ unit: Int) -> Bool { readiness[unit] == .unsettled }

  /// Works out every unit's seconds until arrival at a point of the plane.
  public mutating func scan(toX x: Double, _ y: Double, metric: Metric) {
    // Taken out so that the loop writes to an array of its own.
    var result: [Double] = []
    swap(&result, &arrival)
    switch metric {
    case .euclidean: soonest = fill(&result, x, y, .euclidean)
    case .manhattan: soonest = fill(&result, x, y, .manhattan)
    }
    swap(&result, &arrival)
  }

  /// The seconds until a unit arrives at a point of the plane; infinite if it cannot be sent.
  public func arrival(
    of unit: Int, atX pointX: Double, _ pointY: Double, metric: Metric, slowness: Double
  ) -> Double {
    delay[unit] + metric.distance(x[unit] - pointX, y[unit] - pointY) * pace[unit] * slowness
  }

  /// The seconds until a unit arrives at a place; infinite if it cannot be sent.
  public func arrival(of unit: Int, at destination: Int, _ table: TravelTable, slowness: Double) -> Double {
    delay[unit] + table.freeFlowSeconds(from: Int(place[unit]), to: destination) * slowness
  }

  /// Inlined, so that each metric has a loop of its own without a branch.
  @inline(__always)
  private func fill(
    _ result: inout [Double], _ pointX: Double, _ pointY: Double, _ metric: Metric
  ) -> (unit: Int, seconds: Double)? {
    let (idle, delay, x, y) = (idle.span, delay.span, x.span, y.span)
    let (pace, slowness) = (pace.span, slowness.span)
    var arrival = result.mutableSpan
    let count = arrival.count
    precondition(delay.count == count && x.count == count && y.count == count)
    precondition(pace.count == count && slowness.count == count)
    // Seconds above unit, as one number: the soonest and its lowest index are decided without a branch.
    var best = UInt128.max
    for index in idle.indices {
      let unit = Int(idle[unchecked: index])
      let distance = metric.distance(x[unchecked: unit] - pointX, y[unchecked: unit] - pointY)
      let seconds = delay[unchecked: unit] + distance * pace[unchecked: unit] * slowness[unchecked: unit]
      arrival[unchecked: unit] = seconds
      let key = UInt128(seconds.bitPattern) << 64 | UInt128(UInt64(truncatingIfNeeded: unit))
      best = key < best ? key : best
    }
    let seconds = Double(bitPattern: UInt64(truncatingIfNeeded: best >> 64))
    return seconds < .infinity ? (Int(truncatingIfNeeded: best & UInt128(UInt64.max)), seconds) : nil
  }
}
