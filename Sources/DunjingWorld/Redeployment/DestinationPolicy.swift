import DunjingScenario

// The contract of a destination policy.
//
// To implement:
//   func destination(of officers: Int, offered: StreetOffer) -> Destination
// What comes free: the officers have already been taken from their departments, down to the floors and never below;
// those who are not on the street become community officers, start unskilled and learn; a bought shift puts a full
// crew on duty at its site on that weekday, every week.

/// Decides where sunk officers go: which shifts they staff on the street; the others join the community.
public protocol DestinationPolicy: Sendable {
  /// Returns the shifts that some of the officers buy.
  ///
  /// No more officers than there are may go to the street, and no shift may be bought twice.
  func destination(of officers: Int, offered: StreetOffer) -> Destination
}

/// The street shifts that sunk officers could staff.
public struct StreetOffer: Sendable, Equatable {
  /// Share of the officers that the treatment sends to the street.
  public let share: Double
  /// Reserve sites, by index of the unit that stands there, in file order.
  public let sites: [Int]
  /// Shifts of the day in the order they are bought, by index in the roster.
  public let shifts: [Int]
  /// Weekdays in the order they are bought, 0 = Monday.
  public let weekdays: [Int]
  /// Officers for one unit in one shift on all seven days.
  public let officersPerUnitShift: Double

  init(_ treatment: Treatment, scenario: Scenario, units: [CompiledUnit], county: Int) {
    let price = scenario.force.streetShift
    let group = scenario.units.first { $0.id == price.group }
    let rosterShifts = scenario.rosters.first { $0.id == group?.roster }?.shifts ?? []
    share = treatment.streetShare
    sites = units.indices.filter { units[$0].isReserve && units[$0].county == county }
    shifts = price.shiftOrder.compactMap { id in rosterShifts.firstIndex { $0.id == id } }
    weekdays = price.weekdayOrder
    officersPerUnitShift = price.officersPerUnitShift
  }

  /// Whether anything can be bought at all.
  public var isOpen: Bool { !sites.isEmpty && !shifts.isEmpty && officersPerUnitShift > 0 }

  /// Returns the officers for the street by the share of the treatment, and the days of a shift they can staff.
  ///
  /// No more officers go than are needed to staff every shift of every site.
  func wanted(of officers: Int) -> (officers: Int, days: Int) {
    guard isOpen else { return (0, 0) }
    let wanted = Int((share * Double(officers)).rounded())
    let days = Int(Double(wanted) / officersPerUnitShift * 7 + 1e-9)
    let offered = sites.count * shifts.count * weekdays.count
    guard days > offered else { return (wanted, days) }
    return (min(wanted, Int((Double(offered) * officersPerUnitShift / 7).rounded(.up))), offered)
  }
}

/// Where sunk officers go.
public struct Destination: Sendable, Hashable {
  /// Officers who staff street shifts; all others become community officers.
  public var toStreet: Int
  /// The shifts bought, each for one day of every week.
  public var shifts: [StreetShiftDay]

  /// Creates a destination.
  public init(toStreet: Int, shifts: [StreetShiftDay]) {
    (self.toStreet, self.shifts) = (toStreet, shifts)
  }
}

/// One shift on one weekday at one site.
public struct StreetShiftDay: Sendable, Hashable {
  /// The index of the unit that stands at the site.
  public var unit: Int
  /// 0 = Monday … 6 = Sunday.
  public var weekday: Int
  /// The index of the shift in the roster.
  public var shift: Int

  /// Creates a shift of a day.
  public init(unit: Int, weekday: Int, shift: Int) {
    (self.unit, self.weekday, self.shift) = (unit, weekday, shift)
  }
}

extension Destination {
  /// On which weekday and shift each unit is on duty: bit weekday × 8 + shift.
  func duty(of units: [CompiledUnit], _ treatment: Treatment, _ scenario: Scenario) -> [UInt64] {
    var duty = units.map { Self.regularDuty($0, treatment, scenario) }
    for day in shifts {
      let bit: UInt64 = 1 << UInt64(day.weekday * 8 + day.shift)
      precondition(units[day.unit].isReserve && duty[day.unit] & bit == 0, "a shift was bought twice")
      duty[day.unit] |= bit
    }
    return duty
  }

  private static func regularDuty(
    _ unit: CompiledUnit, _ treatment: Treatment, _ scenario: Scenario
  ) -> UInt64 {
    let group = scenario.units[unit.group]
    let count = treatment.unitsPerFacility.first { $0.group == group.id }?.units ?? group.unitsPerFacility
    guard !unit.isReserve && unit.number < count else { return 0 }
    var bits: UInt64 = 0
    for weekday in 0..<7 {
      for shift in scenario.rosters[unit.roster].shifts.indices {
        bits |= 1 << UInt64(weekday * 8 + shift)
      }
    }
    return bits
  }
}
