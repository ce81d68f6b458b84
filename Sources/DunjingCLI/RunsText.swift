import Dunjing
import DunjingStore

/// The runs as a table for people: a row for each run, or where indicators are asked for, for each of its treatments.
struct RunsText {
  let text: String

  init(_ scan: FolderScan, _ answer: RunAnswer, indicators: [Indicator], in language: TextLanguage) {
    let isChinese = language == .zh
    var parts: [String] = []
    if answer.contents.runs == 0 {
      parts.append(isChinese ? "\(scan.root) 中没有已完成的运行。" : "There is no finished run in \(scan.root).")
    } else if answer.rows.isEmpty {
      parts.append(
        isChinese
          ? "\(answer.contents.runs) 次运行中没有方案符合条件。"
          : "No treatment of the \(answer.contents.runs) run\(answer.contents.runs == 1 ? "" : "s") meets the conditions."
      )
    } else if indicators.isEmpty {
      parts.append(Self.runs(answer.rows, language))
    } else {
      parts.append(Self.treatments(answer.rows, indicators, language))
    }
    let plans = answer.plans.map { Self.plan($0, isChinese) }
    if !plans.isEmpty {
      parts.append(([isChinese ? "计划的试验：" : "Planned experiments:"] + plans).joined(separator: "\n"))
    }
    if !scan.unfinished.isEmpty {
      let head =
        isChinese
        ? "未完成的运行（dunjing run … --resume 继续）：" : "Runs not finished (dunjing run … --resume goes on):"
      parts.append(([head] + scan.unfinished.map { "  " + $0 }).joined(separator: "\n"))
    }
    text = parts.joined(separator: "\n\n")
  }

  private static func runs(_ rows: [RunAnswer.Row], _ language: TextLanguage) -> String {
    var shown: Set<String> = []
    let head = settingsHead(rows, language)
    var table = TextColumns(facts(language) + [(treatmentsHead.text(in: language), .left)] + head)
    for row in rows where shown.insert(row.run.path).inserted {
      let treatments = row.run.treatments.map(\.id).joined(separator: ", ")
      table.add(facts(row.run, language) + [treatments] + head.map { _ in settings(row.run) })
    }
    return table.text
  }

  private static func treatments(
    _ rows: [RunAnswer.Row], _ indicators: [Indicator], _ language: TextLanguage
  ) -> String {
    let heads = indicators.map { ($0.columnHead.text(in: language), TextColumns.Alignment.right) }
    let last = settingsHead(rows, language)
    var table = TextColumns(facts(language) + [(treatmentHead.text(in: language), .left)] + heads + last)
    for row in rows {
      let cells = indicators.map { indicator in
        let stored = row.treatment.indicators.first { $0.id == indicator.rawValue }
        return indicator.interval(stored?.mean, stored?.halfWidth)
      }
      table.add(facts(row.run, language) + [row.treatment.id] + cells + last.map { _ in settings(row.run) })
    }
    return table.text
  }

  private static let treatmentHead = LocalizedText(zh: "方案", en: "treatment")
  private static let treatmentsHead = LocalizedText(zh: "方案", en: "treatments")

  private static func facts(_ language: TextLanguage) -> [(head: String, alignment: TextColumns.Alignment)] {
    language == .zh
      ? [("运行", .left), ("研究", .left), ("种子", .right), ("重复", .right), ("构建", .left)]
      : [("run", .left), ("study", .left), ("seed", .right), ("replications", .right), ("build", .left)]
  }

  /// The head of the keys that a run has changed; nothing where no run has any.
  private static func settingsHead(
    _ rows: [RunAnswer.Row], _ language: TextLanguage
  ) -> [(head: String, alignment: TextColumns.Alignment)] {
    rows.allSatisfy(\.run.settings.isEmpty) ? [] : [(language == .zh ? "改动的键" : "changed keys", .left)]
  }

  private static func settings(_ run: StoredRun) -> String { run.settings.joined(separator: " ") }

  private static func facts(_ run: StoredRun, _ language: TextLanguage) -> [String] {
    [run.path, run.study.text(in: language), String(run.seed), String(run.replications), run.build]
  }

  private static func plan(_ plan: PlannedWork, _ isChinese: Bool) -> String {
    let words: [PlannedUnit.State: LocalizedText] = [
      .done: LocalizedText(zh: "完成", en: "done"), .missing: LocalizedText(zh: "缺失", en: "missing"),
      .damaged: LocalizedText(zh: "损坏", en: "damaged")
    ]
    let counts = PlannedUnit.State.allCases.compactMap { state -> String? in
      let count = plan.units.count { $0.state == state }
      guard count > 0, let word = words[state] else { return nil }
      return isChinese ? "\(word.zh) \(count) 个单元" : "\(count) unit\(count == 1 ? "" : "s") \(word.en)"
    }
    return "  \(plan.path)" + (isChinese ? "：" : ": ") + counts.joined(separator: isChinese ? "，" : ", ")
  }
}
