import DunjingScenario
import DunjingSimulation

/// How an indicator's levels and changes are written.
extension Indicator {
  /// The unit after a level, empty for shares and indices.
  var levelUnit: LocalizedText {
    switch unit {
    case .days where self == .weightedDelay: LocalizedText(zh: "个工作日", en: "working days")
    case .perYear: counter + LocalizedText(zh: "/年", en: "/year")
    case .count: counter
    default: unit.short
    }
  }

  /// The name as the subject of a sentence.
  var subject: LocalizedText {
    switch self {
    case .withinTarget: LocalizedText(zh: name.zh, en: "the share arrived within target")
    case .backlogEnd: LocalizedText(zh: name.zh, en: "the \(name.en)")
    case .weightedDelay: LocalizedText(zh: name.zh, en: "the \(name.en)")
    default: name
    }
  }

  /// Whether the English name takes the verb of several.
  var isPlural: Bool {
    switch self {
    case .officersSunk, .officersMoved, .departmentsOverloaded: true
    default: unit == .perYear && name.en.hasSuffix("s")
    }
  }

  /// The counter word (量词) of what is counted.
  var counter: LocalizedText {
    switch self {
    case .officersSunk, .officersMoved: LocalizedText(zh: "名", en: "officers")
    case .departmentsOverloaded: LocalizedText(zh: "个", en: "departments")
    case .hazardsEscalated, .hazardsAverted: LocalizedText(zh: "个", en: "hazards")
    case .windowVisits: LocalizedText(zh: "次", en: "visits")
    case .preemptions, .mutualAids: LocalizedText(zh: "次", en: "times")
    default: LocalizedText(zh: "起", en: "incidents")
    }
  }

  /// The unit of a change: percentage points (个百分点) for shares, the unit of the level otherwise.
  var changeUnit: LocalizedText {
    unit == .share ? LocalizedText(zh: "个百分点", en: "percentage points") : levelUnit
  }

  /// The short form of ``changeUnit`` for table heads.
  var shortChangeUnit: LocalizedText {
    unit == .share ? LocalizedText(zh: "百分点", en: "pp") : levelUnit
  }

  /// Whether readers expect the change in per cent of the baseline rather than in the unit.
  var changesInPercent: Bool {
    unit == .perYear || unit == .hoursPerYear
  }

  /// Its name with the unit of its levels, if they have one.
  var nameWithUnit: LocalizedText { name.with(unit: levelUnit) }

  /// A level as bare text, for tables whose head names the unit.
  ///
  /// - Parameter greatest: The greatest level beside it, whose decimals it takes; nil for its own.
  func bareLevel(_ value: Double, around greatest: Double? = nil) -> String {
    unit == .share
      ? NumberText.percent(value) : NumberText.level(value, decimals: decimals(around: greatest ?? value))
  }

  /// A level with its unit: `4.31 分钟`, `61.2%`.
  func level(_ value: Double) -> LocalizedText {
    let text = bareLevel(value)
    guard unit != .share, unit != .index else { return LocalizedText(text) }
    return LocalizedText(zh: "\(text) \(levelUnit.zh)", en: "\(text) \(levelUnit.en)")
  }

  /// A signed difference as bare text; shares in percentage points.
  func bareDifference(_ difference: Double, around level: Double) -> String {
    NumberText.signed(scaled(difference), decimals: differenceDecimals(around: level))
  }

  /// The half width of a difference as bare text, without the ± sign.
  func bareHalfWidth(_ halfWidth: Double, around level: Double) -> String {
    NumberText.fixed(scaled(halfWidth), decimals: differenceDecimals(around: level))
  }

  /// A difference with its half width, as ``bareDifference(_:around:)`` and ``bareHalfWidth(_:around:)``; one that is told from
  /// none is not shown as zero, but both with as many decimals as show two digits of it.
  func bareChange(_ difference: Double, halfWidth: Double?, around level: Double, isTold: Bool) -> (
    difference: String, halfWidth: String?
  ) {
    let around = around(level, difference)
    let text = bareDifference(difference, around: around)
    guard isTold, PrintedNumber(text)?.value == 0 else {
      return (text, halfWidth.map { bareHalfWidth($0, around: around) })
    }
    let decimals = NumberText.decimals(forSpread: scaled(difference))
    return (
      NumberText.signed(scaled(difference), decimals: decimals),
      halfWidth.map { NumberText.level(scaled($0), decimals: decimals) }
    )
  }

  /// The number shown for a difference: percentage points for shares.
  func scaled(_ difference: Double) -> Double { unit.scaled(difference) }

  /// By what a change has its decimals: the greater of the level before and of its own size.
  func around(_ level: Double, _ difference: Double) -> Double { max(abs(level), abs(difference)) }

  private func differenceDecimals(around level: Double) -> Int {
    unit == .share ? 2 : decimals(around: level)
  }

  /// Officers are whole, indices between 0 and 1 have three decimals; everything else has decimals by its size.
  func decimals(around level: Double) -> Int {
    switch self {
    case .officersSunk, .officersMoved: 0
    case .responseGini, .securityIndex: 3
    default: NumberText.decimals(for: level)
    }
  }
}
