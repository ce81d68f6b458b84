import DunjingWorld

/// Cumulative effective visits of a beat of one county or district over time: piecewise linear by days.
///
/// Given a hazard, visits find it as a Poisson process thinned by detection, so the hazard is found when the
/// cumulative visits have grown by an exponential amount: no visit has to be an event.
struct VisitSchedule: Sendable {
  /// Cumulative visits at the start of each day.
  private(set) var cumulative: [Double]

  /// The schedule of officers in force since a day; before it, another schedule may have been.
  /// - Parameters:
  ///   - own: visits of a beat in a day without sent-down officers.
  ///   - sentDown: what these add at effectiveness 1.
  ///   - effectiveness: theirs, for each day from that on.
  init(
    own: Double, sentDown: Double, effectiveness: [Double], after earlier: VisitSchedule? = nil,
    from firstDay: Int = 0
  ) {
    var cumulative = earlier.map { Array($0.cumulative[0...firstDay]) } ?? [0]
    cumulative.reserveCapacity(firstDay + effectiveness.count + 1)
    for share in effectiveness { cumulative.append((cumulative.last ?? 0) + (own + sentDown * share)) }
    self.cumulative = cumulative
  }

  /// Returns the cumulative visits at a time in seconds.
  func visits(at time: Double) -> Double {
    let day = min(Int(time / World.daySeconds), cumulative.count - 2)
    let share = time / World.daySeconds - Double(day)
    return cumulative[day] + share * (cumulative[day + 1] - cumulative[day])
  }

  /// Returns the time in seconds at which the cumulative visits reach an amount; infinite if they never do.
  func time(of amount: Double, after now: Double) -> Double {
    var low = min(Int(now / World.daySeconds), cumulative.count - 2)
    guard let last = cumulative.last, amount < last else { return .infinity }
    var high = low + 1
    var stride = 1
    while cumulative[high] < amount {
      low = high
      stride *= 2
      high = min(high + stride, cumulative.count - 1)
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      if cumulative[middle] < amount { low = middle } else { high = middle }
    }
    let rise = cumulative[low + 1] - cumulative[low]
    let share = rise > 0 ? max(0, (amount - cumulative[low]) / rise) : 0
    return max(now, (Double(low) + share) * World.daySeconds)
  }
}
