import DunjingExperiment
import DunjingScenario

/// What page one says of plans that give departments more work than they can do: they are no advice as they are.
enum OverloadNote {
  /// What speaks against a plan in the load of departments: those that it overloads, and those that have more work than they
  /// can do before it and give officers all the same; empty where there are none.
  static func sentence(about treatment: TreatmentResult, _ findings: Findings) -> LocalizedText {
    .sentences([added(by: treatment, findings), drawn(by: treatment, findings)])
  }

  /// That a plan cannot last as it is, which departments it overloads, and what to do; empty where it overloads no further one.
  private static func added(by treatment: TreatmentResult, _ findings: Findings) -> LocalizedText {
    let departments = findings.newlyOverloaded(under: treatment)
    guard !departments.isEmpty else { return LocalizedText("") }
    let (names, days) = (LocalizedText.names(departments.map(\.nameWithLoad)), findings.result.horizonDays)
    let (it, its) = departments.count == 1 ? ("it", "its") : ("them", "their")
    return .sentences([
      LocalizedText(
        zh: "**不宜照此实施**：\(names.zh)会超负荷，积压越来越多，上述代价只对所测的 \(days) 天成立。",
        en:
          "**Not to be done as it is**: \(names.en) cannot keep up, \(its) backlog grows on, and the price above holds for "
          + "the \(days) measured days only."),
      LocalizedText(
        zh: "应先为\(departments.count == 1 ? "其" : "这些部门")增补警力或少抽调\(bearable(findings).zh)。",
        en: "Give \(it) officers or take fewer there first\(bearable(findings).en).")
    ])
  }

  /// That a plan takes officers from departments that are overloaded without it, and how to leave them out; empty where it
  /// takes none there.
  private static func drawn(by treatment: TreatmentResult, _ findings: Findings) -> LocalizedText {
    let departments = findings.drawnFromOverloaded(under: treatment)
    // The numbers taken stand in the table of the departments, which is that of the plan shown.
    let isShown = treatment.id == findings.shown?.id
    let names = departments.map { own, before in
      let name = before.nameWithLoad
      guard isShown else { return name }
      return LocalizedText(zh: "\(name.zh) \(own.taken) 名", en: "\(own.taken) from \(name.en)")
    }
    return drawn(
      LocalizedText(zh: "本方案", en: "It still takes"), from: names, of: departments.map(\.own.id), findings)
  }

  /// Which of several plans take officers from departments that are overloaded without them, and how to leave those out;
  /// empty where none does.
  static func drawn(among plans: [TreatmentResult], _ findings: Findings) -> LocalizedText {
    let drawing = plans.filter { !findings.drawnFromOverloaded(under: $0).isEmpty }
    let ids = Set(drawing.flatMap { findings.drawnFromOverloaded(under: $0).map(\.before.id) })
    let departments = findings.baseline.map(findings.overloaded(under:))?.filter { ids.contains($0.id) } ?? []
    let names = LocalizedText.list(drawing.map { findings.label(of: $0) })
    let subject =
      drawing.count == plans.count
      ? LocalizedText(zh: "这些方案", en: "All of them still take")
      : LocalizedText(
        zh: "其中 \(names.zh) ", en: "\(names.en) still \(drawing.count == 1 ? "takes" : "take")")
    return drawn(subject, from: departments.map(\.nameWithLoad), of: departments.map(\.id), findings)
  }

  /// That plans take officers from departments overloaded without them, and the floors that exempt these; empty without any.
  private static func drawn(
    _ subject: LocalizedText, from names: [LocalizedText], of departments: [String], _ findings: Findings
  ) -> LocalizedText {
    guard !departments.isEmpty else { return LocalizedText("") }
    let (isOne, list) = (departments.count == 1, LocalizedText.names(names))
    let minimum = LocalizedText.names(floors(of: departments, findings.scenario))
    return LocalizedText(
      zh: "**\(subject.zh)仍从基线已超负荷的部门抽调**：\(list.zh)；要免于抽调，把\(isOne ? "其" : "这些部门的")"
        + "\(minimum.zh)设为现有人数。",
      en:
        "**\(subject.en) officers from departments overloaded under the baseline**: \(list.en); to exempt "
        + "\(isOne ? "it, set its" : "them, set their") \(minimum.en) to the officers there are.")
  }

  /// What the floors are called that keep officers in departments.
  private static func floors(of departments: [String], _ scenario: Scenario) -> [LocalizedText] {
    let own = scenario.departments.filter { departments.contains($0.id) }
    return [
      own.contains { $0.agencyOfficers > 0 }
        ? LocalizedText(zh: "机关最低留守人数", en: "floor of agency officers") : nil,
      own.contains { $0.countyOfficers > 0 }
        ? LocalizedText(zh: "县级最低留守人数", en: "floor of county officers") : nil
    ].compactMap { $0 }
  }

  /// The largest ratio that overloads no further department, with its officers, as a clause; where there is none, who falls short
  /// first and by how many.
  private static func bearable(_ findings: Findings) -> LocalizedText {
    guard let largest = findings.largestBearable else { return firstShort(findings) }
    let (label, officers) = (findings.label(of: largest).strong, findings.officersMoved(by: largest))
    return LocalizedText(
      zh: "；参加比较的比例中不使更多部门超负荷的，最大为 \(label.zh)（\(officers.zh)）",
      en: "; the largest ratio tried that overloads no further department is \(label.en) (\(officers.en))")
  }

  /// That every ratio tried overloads departments, and which the smallest of them does, as a clause; empty where one does not.
  private static func firstShort(_ findings: Findings) -> LocalizedText {
    guard let least = findings.leastUnbearable else { return LocalizedText("") }
    let (label, officers) = (findings.label(of: least).strong, findings.officersMoved(by: least))
    let departments = findings.newlyOverloaded(under: least)
    let names = LocalizedText.names(departments.map { $0.nameWithShortage(under: least.id) })
    return LocalizedText(
      zh: "；参加比较的比例**没有一个**不使更多部门超负荷，最小的 \(label.zh)（\(officers.zh)）下先不足的是\(names.zh)",
      en:
        "; **none** of the ratios tried overloads no further department, and under the smallest, \(label.en) (\(officers.en)), "
        + "those short first are \(names.en)")
  }

  /// Which of several plans overload departments, as a clause after their names; empty where none does.
  static func clause(among plans: [TreatmentResult], _ findings: Findings) -> LocalizedText {
    let heavy = plans.filter(findings.overloadsMore)
    guard !heavy.isEmpty else { return LocalizedText("") }
    guard heavy.count < plans.count else {
      return LocalizedText(
        zh: "，但会使部门超负荷", en: ", but overload\(heavy.count == 1 ? "s" : "") departments")
    }
    let names = LocalizedText.list(heavy.map { findings.label(of: $0) })
    return LocalizedText(
      zh: "，其中 \(names.zh) 会使部门超负荷",
      en: ", though \(names.en) overload\(heavy.count == 1 ? "s" : "") departments")
  }

  // MARK: - All plans

  /// Why the departments listed may be more or fewer than the indicator counts; empty where it does not stand in the report.
  private static func counting(_ findings: Findings) -> LocalizedText {
    guard findings.presentIndicators.contains(.departmentsOverloaded) else { return LocalizedText("") }
    return LocalizedText(
      zh: "部门按各次重复的平均工作量或持续增长的积压列出；指标“超负荷部门数”逐次计数后取平均，两者可能不同。",
      en:
        "They are listed by their mean work over the replications or a backlog that keeps growing; the indicator "
        + "“departments overloaded” counts them in each replication and takes the mean, so that the two may differ."
    )
  }

  /// The warning of overloaded departments as a table, a row for each plan, with the officers they are short of, those first
  /// that are not overloaded under the baseline; empty where it fits into a line.
  static func table(_ findings: Findings) -> [Block] {
    let rows = (findings.sinkTreatments + findings.packages).compactMap { treatment -> DataTable.Row? in
      let added = findings.newlyOverloaded(under: treatment)
      let departments = added + findings.overloaded(under: treatment).filter { !added.contains($0) }
      guard !departments.isEmpty else { return nil }
      let names = LocalizedText.names(departments.map { $0.nameWithShortage(under: treatment.id) })
      return DataTable.Row(
        head: findings.rowLabel(of: treatment), cells: [DataTable.Cell(names, isText: true)])
    }
    guard rows.count > 1 || findings.leastUnbearable != nil else { return [] }
    let days = findings.result.horizonDays
    let head = LocalizedText(
      zh: "超负荷的部门（括号内为工作量占能力的百分比，以及照此还缺的民警）",
      en:
        "Departments that cannot keep up (in brackets their work in per cent of capacity, and the officers they are short of)"
    )
    let caption = LocalizedText(
      zh: "以下方案使部门超负荷，积压会越来越多；其延误和积压的数字只对所测的 \(days) 天成立。",
      en:
        "Under these plans departments cannot keep up and their backlog grows on; delay and backlog hold for the \(days) "
        + "measured days only.")
    return [
      .caption(.sentences([caption, counting(findings)])),
      .table(DataTable(heads: [Labels.treatment, head], rows: rows, layout: .compact))
    ]
  }
}
