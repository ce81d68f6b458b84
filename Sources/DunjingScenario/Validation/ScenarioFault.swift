/// The ways in which a scenario can be wrong; the texts are in `ScenarioIssue+Description.swift`.
enum ScenarioFault: Equatable {
  // Files
  case noFolder
  case notFolder
  case noScenario(below: String?)
  case noFile(String, near: String?)
  case outsideBundle(String)
  case fileTooLarge(String, bytes: Int, limit: Int)
  case folderAsFile(String)
  case unreadable(String)
  case scenarioNotUTF8
  case scenarioIsArchive
  case workbook
  case undecodable(TextEncoding)
  case damaged(TextEncoding)
  case wideFile(String)
  case importUndecodable(TextEncoding)
  case importIsUTF8(TextEncoding)
  case wideText
  case emptyFile
  // YAML
  case yamlSyntax(String)
  case yamlOpenBracket(Character, until: Place?)
  case yamlTab
  case fullWidth(FullWidthCharacter)
  case aliases
  case tooDeep
  // CSV
  case csvWithoutHeader
  case csvSeparator(CSVSeparator)
  case missingColumn(String, header: [String])
  case emptyCell(String, example: String)
  case csvCellCount(found: Int, expected: Int)
  case csvOpenQuote
  case csvTextAfterQuote
  // GeoJSON
  case jsonSyntax(JSONProblem)
  case notFeatureCollection(found: String)
  case notFeature
  case foreignSystem
  case systemInDegrees
  case silentCoordinates
  case noGeometry(GeometryUse)
  case geometryKind(found: String, GeometryUse)
  case manyParts(GeometryKind, count: Int)
  case coordinateForm(GeometryKind)
  case openRing
  case emptyArea
  case emptyOutline
  case outsideGlobe(x: Double, y: Double)
  case farFromRoads(x: Double, y: Double, kilometers: Double)
  // Keys and values
  case duplicateKey(String)
  case keyTwice(String, firstLine: Int)
  case unknownKey(String, known: [String])
  case unknownColumn(String, known: [String])
  case missingKey(String, example: String)
  case emptyValue(String)
  case wrongType(found: String, expected: LocalizedText)
  case quotedNumber(String)
  case percent(String)
  case notFinite(String)
  case outOfRange(found: String, NumberRange)
  case unknownChoice(found: String, choices: [String])
  case badTime(String)
  case badDay(String, meant: CalendarDay?)
  case unreal(CalendarDay)
  case wrongCount(found: Int, expected: Int)
  case weightsWithoutSum
  case improper(String)
  case foreignCoordinates(String)
  case wrongSchema(String)
  case bothGiven(String, String)
  // Overrides
  case unknownSetting(String, near: [String], known: [String])
  case unknownRecord(String, of: String, ids: [String], count: Int)
  case unlistedSetting(String)
  case settingTwice(String)
  case unreadableSetting(String)
  // Ranges of assumptions
  case halfRange(String)
  case emptyRange(low: Double, high: Double)
  case rangeOfNoNumber(String)
  case numberNotFound(String)
  // Estimates
  case estimateOfNoNumber(String)
  case noSuchEstimate(EstimateDistribution, value: Double, standardError: Double)
  case estimateTwice(String)
  case nothingToDraw
  case staleEstimate(Double, study: Double)
  case oddReplications(Int)
  // Rules across parts
  case emptyList(LocalizedText)
  case tooMany(found: Int, limit: Int, LocalizedText)
  case emptyID
  case duplicateID(String, LocalizedText, firstLine: Int?)
  case namedTwice(String, LocalizedText)
  case dangling(String, LocalizedText, known: [String])
  case shareSum(Double)
  case maximumBelowPilot(maximum: Int, pilot: Int)
  case hole(from: Int, to: Int)
  case overlap(String, String)
  case overlappingCuts(String, String)
  case noStandby(isTable: Bool)
  case wrongRow(number: Int, found: Int)
  case noDemand
  case hazardsAboveDemand(String)
  case defaultHazard(String, becomes: String)
  case noForceWeight(String)
  case unreachable(node: String, count: Int, total: Int)
  case linesWithoutRoads
  case noUnitFor(String, skills: [String])
  case noFacility(FacilityKind)
  case facilityWithoutGrid(String)
  case countyWithout(String, LocalizedText)
  case foreignStation(String, county: String)
  case foreignGrid(String, county: String)
  case floorAboveOfficers(floor: Int, officers: Int)
  case agencyOfficersOfStation(Int)
  case moreOfProvince(Int, thanAgency: Int)
  case absentAltogether(Double)
  case climbsToItself(String)
  case climbsForever
  case unknownZone(String)
  case absurdMean(Double)
  case tooWide(kilometers: Double, limit: Double, inDegrees: Bool)
  case tooMuch(count: Double, limit: Double, days: Int, LocalizedText)
  case lessUrgent(Int, than: Int)
  case notPermutation
  case emptyCrew
  case unitsNowhere(FacilityKind)
  case missingPosition
  case degreesAsKilometers(x: Double, y: Double)
  case swappedDegrees(x: Double, y: Double)
  case emptyScale
  case phasesOutOfOrder
  case outsideStudy(CalendarDay)
  case cutWithoutRoads
  case cutOfOneNode
  case noRoad(String, String)
  // Service windows
  case windowsWithoutStation
  case windowsWithoutResidents
  case openPastMidnight(minutes: Int)
  case sharesWithoutWindows(found: Int, windows: Int)
}

/// The range of a number: a lower and an upper bound, the lower one possibly left out.
struct NumberRange: Sendable, Equatable {
  var low: Double
  var high: Double
  var excludesLow = false

  /// 0 … 1.
  static let share = NumberRange(low: 0, high: 1)
  /// More than 0, up to 1.
  static let positiveShare = NumberRange(low: 0, high: 1, excludesLow: true)
  /// 0 or more.
  static let nonnegative = NumberRange(low: 0, high: 1e12)
  /// More than 0.
  static let positive = NumberRange(low: 0, high: 1e12, excludesLow: true)
  /// Any number.
  static let any = NumberRange(low: -1e12, high: 1e12)
  /// 1 or more, for counts.
  static let count = NumberRange(low: 1, high: 1e9)

  /// Returns a range with both ends.
  static func between(_ low: Double, _ high: Double) -> NumberRange {
    NumberRange(low: low, high: high)
  }

  /// The value itself, or the bound that it lies beyond.
  func nearest(to value: Double) -> Double { min(max(value, low), high) }

  func contains(_ value: Double) -> Bool {
    (excludesLow ? value > low : value >= low) && value <= high
  }
}
