/// What a file for `dunjing analyze hypercube` says: a queue of units that differ, before any analysis.
///
/// The file is one JSON object. Rates are per unit of time, the same for all; units are counted from 0.
public struct HypercubeFile: Sendable, Equatable {
  /// What happens to an incident that finds all units busy.
  public enum Line: String, Sendable, Equatable, CaseIterable {
    /// Others handle it.
    case zero
    /// It waits.
    case infinite
  }

  /// Incidents per unit of time, by atom.
  public var arrivalRates: [Double]
  /// Incidents per unit of time that need two units, by atom; nil if the file has none.
  public var pairRates: [Double]?
  /// Services per unit of time, by unit.
  public var serviceRates: [Double]
  /// The units in the order in which each atom wants them.
  public var preferences: [[Int]]
  /// Minutes from each unit (row) to each atom (column); nil if the file has none.
  public var travelMinutes: [[Double]]?
  /// The longest travel that is in time, in minutes, by atom; nil if the file has none.
  public var targetMinutes: [Double]?
  /// What happens when all units are busy.
  public var line: Line

  /// Reads a file.
  /// - Parameters:
  ///   - text: the text of the file.
  ///   - name: the name of the file, for issues.
  ///   - needsAllUnits: whether every preference list has to name every unit.
  /// - Throws: ``InvalidScenario`` with everything that is wrong.
  public init(_ text: String, name: String, needsAllUnits: Bool) throws(InvalidScenario) {
    var reader = HypercubeFileReader(name: name, needsAllUnits: needsAllUnits)
    guard let file = reader.read(text) else { throw InvalidScenario(issues: reader.issues) }
    self = file
  }

  /// Reads the bytes of a file, as ``init(_:name:needsAllUnits:)`` reads its text; a byte order mark is skipped.
  public init(reading bytes: [UInt8], name: String, needsAllUnits: Bool) throws(InvalidScenario) {
    guard case .success(let text) = TextEncoding.utf8.decode(bytes) else {
      throw InvalidScenario(
        issues: [
          ScenarioIssue(
            file: name, line: 1, column: 1, keyPath: "",
            problem: LocalizedText(zh: "文件不是 UTF-8 编码", en: "the file is not UTF-8"),
            remedy: LocalizedText(zh: "请用文本编辑器另存为 UTF-8", en: "save it as UTF-8 in a text editor"))
        ])
    }
    try self.init(text, name: name, needsAllUnits: needsAllUnits)
  }

  init(
    arrivalRates: [Double], pairRates: [Double]?, serviceRates: [Double], preferences: [[Int]],
    travelMinutes: [[Double]]?, targetMinutes: [Double]?, line: Line
  ) {
    (self.arrivalRates, self.pairRates, self.serviceRates) = (arrivalRates, pairRates, serviceRates)
    (self.preferences, self.travelMinutes) = (preferences, travelMinutes)
    (self.targetMinutes, self.line) = (targetMinutes, line)
  }
}
