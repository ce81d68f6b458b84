import DunjingScenario

/// Staffs one site after the other: all shifts and days of the first before anything at the second.
public struct SiteBySite: DestinationPolicy {
  /// Creates the policy.
  public init() {}

  /// Returns the days bought in the order site, shift, weekday.
  public func destination(of officers: Int, offered: StreetOffer) -> Destination {
    let (wanted, days) = offered.wanted(of: officers)
    let order = offered.sites.flatMap { site in
      offered.shifts.flatMap { shift in
        offered.weekdays.map { StreetShiftDay(unit: site, weekday: $0, shift: shift) }
      }
    }
    return Destination(toStreet: wanted, shifts: Array(order.prefix(days)))
  }
}

/// Staffs the first shift of the day at all sites before the next shift at any: most units when demand is greatest.
public struct ShiftByShift: DestinationPolicy {
  /// Creates the policy.
  public init() {}

  /// Returns the days bought in the order shift, site, weekday.
  public func destination(of officers: Int, offered: StreetOffer) -> Destination {
    let (wanted, days) = offered.wanted(of: officers)
    let order = offered.shifts.flatMap { shift in
      offered.sites.flatMap { site in
        offered.weekdays.map { StreetShiftDay(unit: site, weekday: $0, shift: shift) }
      }
    }
    return Destination(toStreet: wanted, shifts: Array(order.prefix(days)))
  }
}

extension DestinationRule {
  /// The policy the treatment names.
  public var makePolicy: any DestinationPolicy {
    switch self {
    case .siteBySite: SiteBySite()
    case .shiftByShift: ShiftByShift()
    }
  }
}
