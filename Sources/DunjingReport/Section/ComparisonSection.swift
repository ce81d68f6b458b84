import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// The treatments side by side: key indicators first, then every indicator by channel.
enum ComparisonSection {
  /// Columns of treatments that fit on a page.
  private static let columns = 8

  static func section(_ findings: Findings) -> Section {
    let title = LocalizedText(zh: "方案对照", en: "The treatments compared")
    guard findings.baseline != nil, !findings.presentIndicators.isEmpty else {
      let note = LocalizedText(zh: "没有可列出的指标。", en: "There are no indicators to list.")
      return Section(id: "comparison", title: title, blocks: [.paragraph(note)])
    }
    var blocks = BalanceTable.blocks(findings)
    blocks += [.caption(keyCaption(findings)), .table(keyTable(findings))]
    if let figure = ComparisonChart.figure(findings) {
      blocks += [
        .heading(LocalizedText(zh: "各方案与基线之差", en: "Every treatment against the baseline")),
        .caption(ComparisonChart.caption), .figure(figure)
      ]
    }
    blocks += CoverageTable.blocks(findings)
    blocks.append(.heading(LocalizedText(zh: "全部指标", en: "All indicators")))
    blocks.append(.caption(fullCaption(findings)))
    let others = findings.result.treatments.filter { $0.id != findings.result.baseline }
    if others.isEmpty { blocks.append(.table(fullTable([], findings))) }
    for start in stride(from: 0, to: others.count, by: columns) {
      blocks.append(.table(fullTable(Array(others[start..<min(start + columns, others.count)]), findings)))
    }
    return Section(id: "comparison", title: title, blocks: blocks)
  }

  private static func keyIndicators(_ findings: Findings) -> [Indicator] {
    let wanted: [Indicator] = [
      .withinTarget, .responseMeanFromCall, .incidentsOrder, .weightedDelay, .backlogEnd, .harmIndex
    ]
    return wanted.filter { findings.presentIndicators.contains($0) }
  }

  private static func keyCaption(_ findings: Findings) -> LocalizedText {
    let hasSame = findings.result.treatments.contains(where: findings.isSameAsBaseline)
    return .sentences([
      LocalizedText(
        zh: "各格为水平，± 为与基线之差的同时置信区间半宽。橙色行综合损失指数最低，灰绿色行与它无法区分。同时改变其他条件的方案列在最后。",
        en:
          "Cells are levels; ± is the simultaneous half width of the difference to the baseline. The orange row has "
          + "the lowest harm index; rows on gray are not distinguishable from it. Treatments that also "
          + "differ in other things come last."),
      hasSame
        ? LocalizedText(zh: "灰字的行与基线完全相同。", en: "Rows in gray type are the same as the baseline.")
        : LocalizedText("")
    ])
  }

  private static func keyTable(_ findings: Findings) -> DataTable {
    let indicators = keyIndicators(findings)
    let heads = indicators.map { indicator -> LocalizedText in
      let unit = indicator == .withinTarget ? findings.scenario.targets.clock : indicator.levelUnit
      guard !unit.isEmpty, indicator.unit != .share || indicator == .withinTarget else {
        return indicator.name.capitalized
      }
      return indicator.name.capitalized + LocalizedText("\n") + unit
    }
    return withOfficers(
      LevelTable.table(
        indicators, heads: heads, findings,
        tone: { treatment in findings.plateau.contains { $0.id == treatment.id } ? .plateau : .plain },
        isGray: findings.isSameAsBaseline), findings)
  }

  /// The table with a column of the officers sent down, if there are any.
  private static func withOfficers(_ table: DataTable, _ findings: Findings) -> DataTable {
    let treatments = findings.sinkTreatments + findings.packages
    let counts = treatments.map { $0.redeployment.agencyOfficers + $0.redeployment.countyOfficers }
    guard counts.contains(where: { $0 > 0 }), counts.count == table.rows.count else { return table }
    var table = table
    table.heads.insert(LocalizedText(zh: "下沉\n名", en: "Sent down\nofficers"), at: 1)
    for (index, count) in counts.enumerated() {
      let text = NumberMark.number(
        NumberText.whole(count), "redeployment officers", under: treatments[index].id)
      table.rows[index].cells.insert(DataTable.Cell(text), at: 0)
    }
    return table
  }

  private static func fullCaption(_ findings: Findings) -> LocalizedText {
    let level = NumberText.percent(findings.result.confidence, decimals: 0)
    let count = findings.result.treatments.count - 1
    let best = harmRow(findings.result.treatments, findings) == nil ? nil : findings.best.map(findings.label)
    return .sentences([
      LocalizedText(
        zh: "基线一列为水平，其余各列为与基线之差（同一批警情，配对比较），± 为 \(level) 同时置信区间半宽（Bonferroni，\(count) 个比较）。"
          + "比率的变化以百分点计。灰色并带 ° 的差不显著：区间含零。",
        en:
          "The baseline column holds levels, the others differences to it on the same incidents (paired); ± is the "
          + "\(level) simultaneous half width (Bonferroni, for \(count) comparisons). Changes of shares are in "
          + "percentage points. Gray with ° is not significant: the interval holds zero."),
      best.map { best in
        LocalizedText(
          zh: "最后一行与 \(best.zh) 相比，同样按 \(count) 个比较放宽，结论中的“无法区分”以此为准：与基线无法区分不等于与 \(best.zh) 无法区分。",
          en:
            "The last row compares with \(best.en), also for \(count) comparisons; “not distinguishable” in the answer "
            + "is read from it: what cannot be told from the baseline may well be told from \(best.en).")
      } ?? LocalizedText("")
    ])
  }

  private static func fullTable(_ treatments: [TreatmentResult], _ findings: Findings) -> DataTable {
    var rows: [DataTable.Row] = []
    for channel in Channel.allCases {
      let indicators = findings.presentIndicators.filter { $0.channel == channel }
      guard !indicators.isEmpty else { continue }
      rows.append(DataTable.Row(head: channel.label, cells: [], tone: .group))
      rows += indicators.map { row($0, treatments, findings) }
    }
    rows += [harmRow(treatments, findings)].compactMap { $0 }
    let heads = [LocalizedText(zh: "指标", en: "Indicator"), Labels.baseline] + treatments.map(findings.label)
    return DataTable(heads: heads, rows: rows, layout: .dense)
  }

  /// The unit of a level; of departments how many there are.
  private static func unit(of indicator: Indicator, _ findings: Findings) -> LocalizedText {
    guard indicator == .departmentsOverloaded, findings.departmentCount > 0 else {
      return indicator.levelUnit
    }
    let all = NumberText.whole(findings.departmentCount)
    return LocalizedText(zh: "共 \(all) 个", en: "of \(all)")
  }

  /// The harm index of every treatment against the least one; nil where that is the baseline's or is unknown.
  private static func harmRow(_ treatments: [TreatmentResult], _ findings: Findings) -> DataTable.Row? {
    guard let best = findings.best, best.id != findings.result.baseline, let base = findings.baseline,
      let level = findings.estimate(.harmIndex, of: best)?.mean, !findings.harmAgainstBest.isEmpty
    else { return nil }
    let label = findings.label(of: best)
    let cells = ([base] + treatments).map { treatment -> DataTable.Cell in
      guard treatment.isSteady(.harmIndex) else { return CellText.growing }
      guard let change = findings.harmAgainstBest[treatment.id] else { return .missing }
      let bare = Indicator.harmIndex.bareChange(
        change.difference, halfWidth: change.halfWidth, around: level, isTold: change.isSignificant)
      return DataTable.Cell(
        change.isSignificant ? bare.difference : bare.difference + "°",
        note: bare.halfWidth.map { "± " + $0 },
        isGray: !change.isSignificant)
    }
    return DataTable.Row(
      head: LocalizedText(
        zh: "\(Indicator.harmIndex.name.zh)，与 \(label.zh) 之差", en: "Harm index against \(label.en)"),
      cells: cells)
  }

  private static func row(
    _ indicator: Indicator, _ treatments: [TreatmentResult], _ findings: Findings
  ) -> DataTable.Row {
    let unit = self.unit(of: indicator, findings)
    let head =
      unit.isEmpty || indicator.unit == .share
      ? indicator.name.capitalized
      : LocalizedText(
        zh: "\(indicator.name.zh)（\(unit.zh)）", en: "\(indicator.name.capitalized.en) (\(unit.en))")
    let base = findings.estimate(indicator, of: findings.baseline)
    let note = base.flatMap { estimate -> String? in
      guard findings.hasIntervals, estimate.halfWidth.isFinite else { return nil }
      return "± "
        + NumberMark.number(
          indicator.bareHalfWidth(estimate.halfWidth, around: estimate.mean), .levelHalfWidth, of: indicator,
          under: findings.result.baseline)
    }
    let isGrowing = findings.growsWithoutBound(indicator, under: findings.baseline)
    let level =
      isGrowing
      ? CellText.growing
      : base.map {
        let text = indicator.bareLevel($0.mean)
        return DataTable.Cell(
          NumberMark.number(text, .level, of: indicator, under: findings.result.baseline), note: note)
      } ?? .missing
    return DataTable.Row(
      head: head, cells: [level] + treatments.map { CellText.difference(indicator, of: $0, findings) },
      isGray: findings.isUnchanged(indicator))
  }
}
