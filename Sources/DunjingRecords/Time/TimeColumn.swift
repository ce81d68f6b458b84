import DunjingScenario

/// How a column of times was read.
public struct TimeColumnReading: Sendable, Equatable {
  /// How the order of day and month was settled.
  public enum Basis: String, Sendable, Equatable {
    /// The year stands first, or months have names: there is nothing to settle.
    case notNeeded
    /// The user said so.
    case told
    /// A number above twelve says so.
    case number
    /// Another column of the table says so.
    case otherColumn
    /// In this order the rows follow each other in time more often.
    case sequence
    /// Nothing says so; it was assumed.
    case assumed
  }

  /// What the column is.
  public let field: IncidentField
  /// The name of the column.
  public let column: String
  /// The cells that hold a time.
  public let cells: Int
  /// The order of day and month; nil where no cell needs it.
  public internal(set) var order: DateOrder?
  /// How that was settled.
  public internal(set) var basis: Basis
  /// Cells that fit only the other order.
  public internal(set) var contradictions: Int
  /// Whether all of its clocks are midnight, so that they say nothing.
  public let isAlwaysMidnight: Bool
  /// Cells that say how far they are from UTC, or count seconds in UTC.
  public let cellsWithOffset: Int
}

/// What the cells of a column of times have in common.
struct TimeColumn {
  /// The least number of clocks, all of them midnight, that make a column one of days.
  static let fewestMidnights = 5

  let reading: TimeColumnReading
  private var dayFirst = 0
  private var monthFirst = 0

  init(_ field: IncidentField, _ column: String, _ texts: [TimeText?]) {
    var (clocks, midnights, withOffset, cells, yearLast, meridiems) = (0, 0, 0, 0, 0, 0)
    for text in texts {
      guard let text else { continue }
      cells += 1
      if text.offsetMinutes != nil { withOffset += 1 }
      if text.hasMeridiem { meridiems += 1 }
      if let second = text.secondOfDay {
        clocks += 1
        if second == 0 { midnights += 1 }
      }
      if case .epoch = text.date { clocks += 1 }
      guard case .yearLast(let first, let second, _) = text.date else { continue }
      yearLast += 1
      if first > 12 { dayFirst += 1 }
      if second > 12 { monthFirst += 1 }
    }
    let isSettled = dayFirst != monthFirst
    let order: DateOrder? =
      yearLast == 0
      ? nil
      : isSettled ? (dayFirst > monthFirst ? .dayFirst : .monthFirst) : Self.likelier(texts, meridiems > 0)
    let basis: TimeColumnReading.Basis =
      yearLast == 0
      ? .notNeeded : isSettled ? .number : Self.inversions(texts) == nil ? .assumed : .sequence
    reading = TimeColumnReading(
      field: field, column: column, cells: cells, order: order, basis: basis,
      contradictions: min(dayFirst, monthFirst),
      isAlwaysMidnight: clocks == midnights && midnights >= Self.fewestMidnights && clocks > 0,
      cellsWithOffset: withOffset)
  }

  private static func likelier(_ texts: [TimeText?], _ hasMeridiem: Bool) -> DateOrder {
    inversions(texts) ?? (hasMeridiem ? .monthFirst : .dayFirst)
  }

  /// Returns the order in which clearly fewer rows are earlier than the row before; nil if neither is.
  private static func inversions(_ texts: [TimeText?]) -> DateOrder? {
    func count(_ order: DateOrder) -> Int {
      let days = texts.compactMap { $0?.time(order, zone: nil)?.day.daysSinceEpoch }
      return zip(days, days.dropFirst()).count { $0 > $1 }
    }
    let (day, month) = (count(.dayFirst), count(.monthFirst))
    guard max(day, month) > 2 * min(day, month) + 1 else { return nil }
    return day < month ? .dayFirst : .monthFirst
  }

  /// Settles the orders of all columns of a table together: what a user said, and what one column proves, holds for others.
  static func settled(_ columns: [TimeColumn], told: DateOrder?) -> [TimeColumnReading] {
    let proof = columns.map(\.reading).first { $0.basis == .number }?.order
    return columns.map { column in
      var reading = column.reading
      guard reading.order != nil else { return reading }
      if let told {
        (reading.order, reading.basis) = (told, .told)
        reading.contradictions = told == .dayFirst ? column.monthFirst : column.dayFirst
      } else if reading.basis != .number, let proof {
        (reading.order, reading.basis) = (proof, .otherColumn)
        reading.contradictions = proof == .dayFirst ? column.monthFirst : column.dayFirst
      }
      return reading
    }
  }
}
