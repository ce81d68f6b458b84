import DunjingFitting
import DunjingRandom
import DunjingRecords
import DunjingScenario

extension CalibratedBundle {
  /// Makes a study of nothing but recorded incidents: cells for grids, one station and one workstation in their midst, and
  /// defaults for all else.
  /// - Parameters:
  ///   - calibration: what was estimated.
  ///   - name: the name of the study; one of its own if nil.
  ///   - zone: its time zone.
  ///   - incidents: the name of the records, for issues.
  /// - Throws: All issues of such a study at once; that there are no grids, where positions are not recorded.
  public init(
    _ calibration: DemandCalibration, name: String?, zone: String, incidents: String = IncidentFile.name
  ) throws(InvalidScenario) {
    let maker = StudyMaker(calibration: calibration, name: name, zone: zone)
    guard let files = maker.files else {
      throw InvalidScenario(
        issues: [
          ScenarioIssue(
            file: incidents, line: 1, column: 1, keyPath: "",
            problem: LocalizedText(
              zh: "记录中没有足够的位置，无法生成网格", en: "too few positions are recorded to make grids of"),
            remedy: LocalizedText(zh: "请用 --study 给出已有研究", en: "give a study with --study"))
        ])
    }
    try self.init(calibration, into: BundleRevision(ScenarioBundle(files: files)), isNew: true)
  }
}

/// Writes the texts of a study before the estimates.
struct StudyMaker {
  let calibration: DemandCalibration
  let name: String?
  let zone: String

  /// Nil where there are no grids.
  var files: [String: [UInt8]]? {
    guard let grids = calibration.grids else { return nil }
    return [
      ScenarioBundle.fileName: Array(scenario(grids).utf8), "grids.csv": Array(table(grids).utf8)
    ]
  }

  private var perYear: Double { calibration.kinds.reduce(0) { $0 + $1.perYear.value } }

  /// Residents that have as many incidents at the default rate.
  private var residents: Double { perYear / (28_105.0 / 474_276) }

  private func table(_ grids: GridCalibration) -> String {
    let total = grids.cells.indices.reduce(0) { $0 + grids.weight($1).value }
    let rows = grids.cells.indices.map { index in
      let cell = grids.cells[index]
      let weight = grids.weight(index).value
      let people = max(1, (residents * weight / total).rounded())
      return "\(cell.id),\(cell.x),\(cell.y),\(Int(people)),\(DemandText.number(weight)),general"
    }
    return (["id,x,y,population,demandWeight,areaClass"] + rows).joined(separator: "\n") + "\n"
  }

  private func scenario(_ grids: GridCalibration) -> String {
    let map = PlaneMap(grids.cells.map { ($0.x, $0.y) }, system: calibration.isInDegrees ? .wgs84 : .local)
    let posts = AssumedPosts(grids.cells, map)
    let side = DemandText.number(calibration.settings.cellKilometers)
    let quoted = "\"" + (name ?? "").filter { !"\"\\\n\r".contains($0) } + "\""
    let label =
      name == nil
      ? "{zh: 由记录警情生成的研究, en: A study made of recorded incidents}" : "{zh: \(quoted), en: \(quoted)}"
    return """
      # Made of recorded incidents with `dunjing calibrate demand`, \(calibration.period.first.text) to \
      \(calibration.period.last.text).
      # Marks: [D] from the records, notes in sources.csv; [H] assumed here. What is not said has a default.
      schema: dunjing/1

      name: \(label)
      summary:
        zh: 警情由记录估计；设施、警力与其他均为假设，须改为实际情况。
        en: Incidents are estimated from records; facilities, officers and all else are assumed and have to be replaced.

      time:
        zone: \(zone)   # [H] only printed
        start: "\(calibration.period.last.text)"   # [H]
        warmUpDays: 60        # [H] short, to be quick; 365 for a study
        settlingDays: 0       # [H]
        horizonDays: 90       # [H] short, to be quick; 365 for a study

      coordinates: \(calibration.isInDegrees ? "WGS-84" : "local")
      grids: grids.csv        # [D] cells of \(side) km with incidents; population [H] by the default rate of incidents

      travel:
        detourFactor: \(AssumedPosts.detour)     # [H] no road map

      facilities:             # [H] where drives to the recorded incidents are short
      \(facilities(posts, grids))

      units:
        - {id: street, name: {zh: 街面单元, en: Street unit}, facilityKind: streetWorkstation,
           unitsPerFacility: \(units(posts)),   # [H] about half of the time busy, drives counted
           mode: car, area: city, roster: threeShifts, movingShare: 0.6, skills: [basic, patrol, traffic]}

      incidentKinds:          # [D] rates, profiles and times on scene where recorded

      """ + calibration.kinds.map(kind).joined()
        + """
        climbs: []              # [H] records do not say which incidents beget others
        hazardKinds: []         # [H] all incidents are taken as they were recorded
        departments: default    # [H]

        treatments:
          - {id: sink00, name: {zh: 不下沉, en: None sunk}, sinkRatio: 0}
          - {id: sink20, name: {zh: 下沉20%, en: 20 % sunk}, sinkRatio: 0.2, streetShare: 0}

        experiment: {replications: 5, seed: 20231222, baseline: sink00}   # [H] few, to be quick; 30 for a study

        """
  }

  /// A station at the first post, and a workstation at each.
  private func facilities(_ posts: AssumedPosts, _ grids: GridCalibration) -> String {
    let places = posts.cells.map { "x: \(grids.cells[$0].x), y: \(grids.cells[$0].y)" }
    let stations = places.prefix(1).map {
      "  - {id: s1, name: {zh: 派出所, en: Station}, kind: station, \($0)}"
    }
    let workstations = places.enumerated().map { number, place in
      let (zh, en) = ("街面警务工作站 \(number + 1)", "Street workstation \(number + 1)")
      return "  - {id: w\(number + 1), name: {zh: \(zh), en: \(en)}, kind: streetWorkstation, \(place)}"
    }
    return (stations + workstations).joined(separator: "\n")
  }

  /// Units at each post.
  private func units(_ posts: AssumedPosts) -> Int {
    let minutes = calibration.kinds.reduce(0) { sum, kind in
      // The mean of the log-normal time that stands where none was recorded.
      sum + kind.perYear.value * (kind.scene?.fit.distribution?.mean ?? 41.3) / 365
    }
    return posts.units(incidentsPerDay: perYear / 365, serviceMinutesPerDay: minutes)
  }

  /// A text in quotes of YAML.
  private static func quoted(_ text: String) -> String {
    let plain = String(
      text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) })
    return "\"" + plain.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private func kind(_ kind: KindCalibration) -> String {
    let isDefault = DefaultCatalog.incidentKinds.contains { $0.id == kind.id }
    var lines = ["  - id: \(Self.quoted(kind.id))"]
    if !isDefault {
      // Rates and times on scene stand for those that are written over them.
      let mark = kind.scene == nil ? "   # [H]" : ""
      let priority = min(9, max(1, kind.commonPriority ?? 3))
      lines += [
        "    name: {zh: \(Self.quoted(kind.name.zh)), en: \(Self.quoted(kind.name.en))}",
        "    exogenousPerYear: 1",
        "    priority: \(priority)   # \(kind.commonPriority == nil ? "[H]" : "[D]")",
        "    sceneMinutes: {logNormal: {median: 30, sigma: 0.8}}\(mark)"
      ]
      if priority > 1, kind.urgentShare != nil { lines.append("    urgentPriority: \(priority - 1)   # [D]") }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
