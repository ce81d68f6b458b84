import Dunjing

extension CommandFault {
  /// Checks that records and a study are both in degrees, or both in kilometers.
  /// - Parameter studyIsOption: whether the study may be left out.
  static func checkCoordinates(
    of file: String, _ records: [IncidentRecord], beside study: Scenario, studyIsOption: Bool
  ) throws {
    guard let mismatch = CoordinateMismatch(records, study: study) else { return }
    let system =
      mismatch.positionsAreDegrees
      ? LocalizedText(zh: "经纬度", en: "degrees") : LocalizedText(zh: "公里坐标", en: "kilometers")
    let other = LocalizedText(
      zh: "请换用\(system.zh)的研究，或换用在该研究坐标中的记录",
      en: "use a study in \(system.en), or records in the coordinates of the study")
    let column = IncidentFile.columns.prefix { $0 != "x" }.reduce(1) { $0 + $1.count + 1 }
    throw InvalidScenario(issues: [
      ScenarioIssue(
        file: file, line: 1, column: column, keyPath: "", problem: mismatch.problem,
        remedy: studyIsOption ? mismatch.remedy : other)
    ])
  }

  /// Checks that recorded kinds are mapped to kinds of the study.
  static func checkKinds(_ map: KindMap, of study: Scenario) throws {
    let known = study.incidentKinds.map(\.id)
    let named = Set(map.kinds.values).subtracting(known).sorted()
    let faults =
      (named.isEmpty ? [] : [("--kinds", named)])
      + (map.rest.flatMap { known.contains($0) ? nil : [("--rest", [$0])] } ?? [])
    guard !faults.isEmpty else { return }
    let zh = faults.map { "\($0)：研究中没有警情类别 \($1.listed.zh)" }.joined(separator: "；")
    let en = faults.map { option, kinds in
      "\(option): the study has no \(kinds.count == 1 ? "kind" : "kinds") of incident "
        + kinds.joined(separator: ", ")
    }.joined(separator: "; ")
    throw CommandFault(
      zh: "\(zh)。可写：\(known.listed.zh)。",
      en: "\(en). Write one of \(known.listed.en).")
  }
}
