/// Reads a ``HypercubeFile`` and collects all that is wrong with it.
struct HypercubeFileReader {
  let name: String
  let needsAllUnits: Bool
  private(set) var issues: [ScenarioIssue] = []

  init(name: String, needsAllUnits: Bool) {
    (self.name, self.needsAllUnits) = (name, needsAllUnits)
  }

  static let keys = [
    "arrivalRates", "pairRates", "serviceRates", "preferences", "travelMinutes", "targetMinutes", "line"
  ]

  /// Returns what the file says, or nil after adding an issue.
  mutating func read(_ text: String) -> HypercubeFile? {
    var scanner = JSONScanner(text, file: 0)
    let root: RawNode
    do {
      root = try scanner.document()
    } catch {
      addUnreadable(error.fault, error.place)
      return nil
    }
    for (key, place) in scanner.duplicates { add(.duplicateKey(key), place, key) }
    guard let entries = root.entries else {
      add(
        root.place, "", "文件应是一个 JSON 对象", "请写成 {\"arrivalRates\": […], …}", "the file is not a JSON object",
        "write {\"arrivalRates\": […], …}")
      return nil
    }
    for entry in entries where !Self.keys.contains(entry.key) {
      add(.unknownKey(entry.key, known: Self.keys), entry.place, entry.key)
    }
    let file = content(root)
    issues.sort { ($0.line, $0.column) < ($1.line, $1.column) }
    return issues.isEmpty ? file : nil
  }

  /// Says why the text is no JSON; what an empty file should hold is known better here.
  private mutating func addUnreadable(_ fault: ScenarioFault, _ place: Place) {
    guard fault == .jsonSyntax(.nothing) else { return add(fault, place, "") }
    add(
      place, "", "文件是空的", "请写成 {\"arrivalRates\": […], …}", "the file is empty",
      "write {\"arrivalRates\": […], …}")
  }

  private mutating func content(_ root: RawNode) -> HypercubeFile? {
    let (atoms, units) = (root["arrivalRates"]?.elements?.count, root["serviceRates"]?.elements?.count)
    let arrivals = numbers(required("arrivalRates", root), "arrivalRates", .notNegative)
    let services = numbers(required("serviceRates", root), "serviceRates", .positive)
    let orders = preferences(required("preferences", root), units: units)
    let pairs = numbers(root["pairRates"], "pairRates", .notNegative)
    let travel = travel(root["travelMinutes"])
    let targets = targets(root["targetMinutes"], atoms: atoms)
    let line = line(required("line", root))
    if let units { check(travel?.count, units, root, "travelMinutes", unitsWord) }
    if let atoms {
      check(pairs?.count, atoms, root, "pairRates", atomsWord)
      check(orders?.count, atoms, root, "preferences", atomsWord)
      check(targets?.count, atoms, root, "targetMinutes", atomsWord)
      for (row, minutes) in (travel ?? []).enumerated() {
        check(minutes.count, atoms, root, "travelMinutes[\(row)]", atomsWord)
      }
    }
    checkTogether(root, hasPairs: (pairs ?? []).contains { $0 > 0 }, line)
    guard let arrivals, let services, let orders, let line else { return nil }
    return HypercubeFile(
      arrivalRates: arrivals, pairRates: pairs, serviceRates: services, preferences: orders,
      travelMinutes: travel, targetMinutes: targets, line: line)
  }

  /// Adds issues of values that do not go together.
  private mutating func checkTogether(_ root: RawNode, hasPairs: Bool, _ line: HypercubeFile.Line?) {
    if hasPairs, line == .infinite {
      add(
        root["pairRates"]?.place, "pairRates", "pairRates 只用于没有排队的情形",
        "请写 \"line\": \"zero\"，或删去 pairRates", "pairRates need a line that is zero",
        "write \"line\": \"zero\", or leave pairRates out")
    }
    if let targets = root["targetMinutes"], root["travelMinutes"] == nil {
      add(
        targets.place, "targetMinutes", "有 targetMinutes 而没有 travelMinutes",
        "请补上 travelMinutes，或删去 targetMinutes",
        "targetMinutes need travelMinutes", "add travelMinutes, or leave targetMinutes out")
    }
  }

  private mutating func required(_ key: String, _ root: RawNode) -> RawNode? {
    if let node = root[key] { return node }
    add(
      root.place, key, "缺少 \(key)", "请补上 \(Self.example(key))", "\(key) is missing",
      "add \(Self.example(key))")
    return nil
  }

  private static func example(_ key: String) -> String {
    switch key {
    case "line": "\"line\": \"zero\" / \"infinite\""
    case "preferences": "\"preferences\": [[0, 1], [1, 0]]"
    default: "\"\(key)\": [0.5, 0.25]"
    }
  }

  mutating func add(_ fault: ScenarioFault, _ place: Place, _ keyPath: String) {
    issues.append(
      ScenarioIssue(file: name, line: place.line, column: place.column, keyPath: keyPath, fault: fault))
  }

  mutating func add(
    _ place: Place?, _ keyPath: String, _ zh: String, _ zhRemedy: String, _ en: String, _ enRemedy: String
  ) {
    guard issues.count < IssueLog.limit else { return }
    issues.append(
      ScenarioIssue(
        file: name, line: place?.line ?? 1, column: place?.column ?? 1, keyPath: keyPath,
        problem: LocalizedText(zh: zh, en: en), remedy: LocalizedText(zh: zhRemedy, en: enRemedy)))
  }
}
