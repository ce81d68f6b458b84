import DunjingExperiment
import DunjingScenario

/// How long incidents wait, by area class.
enum DistributionSection {
  static func section(_ findings: Findings) -> Section {
    let title = LocalizedText(zh: "到场时间分布", en: "Response times")
    let shown = findings.shown ?? findings.baseline
    let pairs = self.pairs(shown, findings)
    guard let shown, !pairs.isEmpty else {
      let note = LocalizedText(zh: "没有到场时间分布的数据。", en: "There are no response-time distributions.")
      return Section(id: "distribution", title: title, blocks: [.paragraph(note)])
    }
    let minutes = (0...60).map { Double($0) / 4 }
    let label = findings.label(of: shown)
    let chart = DistributionChart(
      minutes: minutes,
      panels: pairs.map { before, after in
        DistributionChart.Panel(
          title: after.areaClass.label, target: after.targetMinutes,
          baseline: minutes.map { before.share(within: $0) },
          treatment: minutes.map { after.share(within: $0) })
      }, shown: shown.id == findings.result.baseline ? Labels.baseline : label,
      isBest: shown.id == findings.best?.id)
    let figure = Figure(
      label: LocalizedText(
        zh: "各类区域到场时间的累积分布", en: "Cumulative distribution of response times by area class"),
      chart: chart, table: curveTable(pairs))
    return Section(
      id: "distribution", title: title,
      blocks: [
        .caption(caption), .figure(figure),
        .table(table(pairs, label: label, isSame: shown.id == findings.result.baseline))
      ] + StageTable.blocks(shown, findings))
  }

  private typealias Pair = (before: ResponseDistribution, after: ResponseDistribution)

  private static func pairs(_ shown: TreatmentResult?, _ findings: Findings) -> [Pair] {
    AreaClass.allCases.compactMap { area in
      guard let after = shown?.responses.first(where: { $0.areaClass == area && $0.total > 0 }) else {
        return nil
      }
      let before = findings.baseline?.responses.first { $0.areaClass == area && $0.total > 0 }
      return (before ?? after, after)
    }
  }

  private static let caption = LocalizedText(
    zh: "自派警指令发出到首到警力到场，含未到场的警情。黑色竖线为该类区域的时限，点线为其余的 1、3、5 分钟。",
    en:
      "From dispatch to the first unit on scene; incidents never reached count. The black line is the target of the "
      + "area class, dotted lines are the others among 1, 3 and 5 minutes.")

  private static func table(_ pairs: [Pair], label: LocalizedText, isSame: Bool) -> DataTable {
    let heads = ["0–1", "1–3", "3–5", "5–8", "8–15", ">15"].map {
      LocalizedText(zh: "\($0) 分钟", en: "\($0) min")
    }
    var rows: [DataTable.Row] = []
    for pair in pairs {
      rows.append(DataTable.Row(head: pair.after.areaClass.label, cells: [], tone: .group))
      rows.append(row(pair.before, head: Labels.baseline))
      if !isSame { rows.append(row(pair.after, head: label)) }
    }
    return DataTable(
      heads: [LocalizedText(zh: "区域", en: "Area")] + heads + [
        LocalizedText(zh: "未到场", en: "Never"), LocalizedText(zh: "达标率", en: "In target")
      ], rows: rows)
  }

  private static func row(_ distribution: ResponseDistribution, head: LocalizedText) -> DataTable.Row {
    let shares = [0, 1, 3, 5, 8, 15].map { distribution.share(within: $0) }
    let never = distribution.unreached / distribution.total
    var cells = zip(shares, shares.dropFirst()).map { DataTable.Cell(NumberText.percent($1 - $0)) }
    cells.append(DataTable.Cell(NumberText.percent(max(0, 1 - (shares.last ?? 0) - never))))
    cells.append(DataTable.Cell(NumberText.percent(never)))
    cells.append(DataTable.Cell(NumberText.percent(distribution.share(within: distribution.targetMinutes))))
    return DataTable.Row(head: head, cells: cells)
  }

  private static func curveTable(_ pairs: [Pair]) -> DataTable {
    let minutes = Array(stride(from: 1.0, through: 15, by: 1))
    let heads = pairs.flatMap { pair in
      [pair.after.areaClass.label + LocalizedText(zh: "·基线", en: ", baseline"), pair.after.areaClass.label]
    }
    return DataTable(
      heads: [Labels.minutes] + heads,
      rows: minutes.map { minute in
        DataTable.Row(
          head: LocalizedText("≤ " + NumberText.fixed(minute, decimals: 0)),
          cells: pairs.flatMap { pair in
            [pair.before, pair.after].map { DataTable.Cell(NumberText.percent($0.share(within: minute))) }
          })
      })
  }
}

extension ResponseDistribution {
  /// Incidents, reached or not.
  var total: Double {
    counts.filter(\.isFinite).reduce(0, +) + (unreached.isFinite ? unreached : 0)
  }

  /// The share of all incidents reached within a number of minutes, linear inside a bin.
  ///
  /// The last bin holds everything longer and counts only as not yet reached.
  func share(within minutes: Double) -> Double {
    guard total > 0, binSeconds > 0, counts.count > 1 else { return 0 }
    let position = max(0, minutes * 60 / binSeconds)
    var reached = 0.0
    for (bin, count) in counts.dropLast().enumerated() where count.isFinite {
      let part = min(1, max(0, position - Double(bin)))
      if part <= 0 { break }
      reached += count * part
    }
    return min(1, reached / total)
  }
}
