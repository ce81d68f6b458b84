import DunjingScenario

extension CalibrationWriter {
  /// Writes the work of departments that an import assumed anew, under the rates that were written.
  mutating func writeAssumedHours() {
    let before = revision.original.scenario
    guard issues.isEmpty, let after = try? revision.load().scenario, let hours = AssumedHours(before, after)
    else { return }
    let fixed = before.departments.filter {
      hours.fixed[$0.id].map { [old = $0.fixedHoursPerYear] in $0 != old } ?? false
    }
    let kinds = after.incidentKinds.filter { hours.followUps(of: $0) != $0.followUps }
    guard !(fixed.isEmpty && kinds.isEmpty) else { return }
    if !fixed.isEmpty { write(fixed: hours, of: before.departments) }
    for kind in kinds { write(hours.followUps(of: kind), of: kind.id) }
    if !revision.setSources(sources(hours, before)) {
      warn(
        zh: "sources 不是 CSV 表，部门工作量的来源未改写。",
        en: "Sources are no CSV table: those of the work of departments were not changed.")
    }
    assumedHours = hours
  }

  private mutating func write(fixed hours: AssumedHours, of departments: [Department]) {
    let texts = hours.fixed.mapValues { Int(exactly: $0).map { "\($0)" } ?? "\($0)" }
    guard !revision.setColumn("fixedHoursPerYear", of: "departments", to: texts) else { return }
    for department in departments {
      if let text = texts[department.id] { set("departments.\(department.id).fixedHoursPerYear", text) }
    }
  }

  /// Writes the hours of follow-ups where they stand, or all of them where the kind leaves them to the default.
  private mutating func write(_ followUps: [FollowUp], of kind: String) {
    let key = "incidentKinds.\(kind).followUps"
    guard revision.original.valueText(at: "\(key)[0].hours") == nil else {
      for (index, followUp) in followUps.enumerated() { set("\(key)[\(index)].hours", "\(followUp.hours)") }
      return
    }
    let list = followUps.map { "{department: \($0.department), hours: \($0.hours)}" }
    set(key, "[\(list.joined(separator: ", "))]")
  }

  /// The sources of what was written, still marked as assumed.
  private func sources(_ hours: AssumedHours, _ study: Scenario) -> [BundleRevision.Source] {
    let scaled = hours.scaledDepartments
    let isNoted = study.sources.contains { $0.key == AssumedWork.followUpsKey }
    var rows: [BundleRevision.Source] = []
    if let note = hours.fixedNote, !hours.fixed.isEmpty {
      let numbers = study.departments.compactMap { department in
        hours.fixed[department.id].map { (id: department.id, value: $0) }
      }
      rows.append(
        BundleRevision.Source(
          key: AssumedWork.fixedKey, mark: .assumed, note: note.note, value: NumbersByID(numbers).text,
          range: nil))
    }
    guard !hours.shares.isEmpty, isNoted || !scaled.isEmpty else { return rows }
    rows.append(
      BundleRevision.Source(
        key: AssumedWork.followUpsKey, mark: .assumed,
        note: AssumedWork.followUpNote(hours.scaled),
        value: AssumedWork.value(scaled.map { ($0.id, $0.share) }), range: nil))
    return rows
  }
}
