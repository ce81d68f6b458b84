import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// How long visitors wait at the service windows of the stations.
enum WindowSection {
  /// The section; nil in a scenario without windows.
  static func section(_ findings: Findings) -> Section? {
    guard let windows = findings.scenario.windows else { return nil }
    let indicators = findings.presentIndicators.filter { $0.channel == .service }
    guard !indicators.isEmpty else { return nil }
    return Section(
      id: "windows", title: LocalizedText(zh: "服务窗口", en: "Service windows"),
      blocks: [.caption(caption(windows)), .table(table(indicators, windows, findings))])
  }

  private static func caption(_ windows: ServiceWindows) -> LocalizedText {
    let (opening, closing) = (clock(windows.openingMinute), clock(windows.closingMinute))
    let count = windows.windowsPerStation
    let mean = NumberText.fixed(windows.meanServiceMinutes, decimals: 1)
    return .sentences([
      LocalizedText(
        zh: "每个派出所 \(count) 个窗口，周一至周五 \(opening)–\(closing) 开放，办理一次平均 \(mean) 分钟。",
        en:
          "Windows at each station: \(count), open from Monday to Friday, \(opening)–\(closing). A visit takes \(mean) "
          + "minutes in the mean."),
      LocalizedText(
        zh: "分业务排队时一类业务一个窗口；一窗式受理时全部窗口共排一队。两种方式下来访的是同一批人。窗口与处警、下沉互不影响，"
          + "其他方案与所列的相应一行相同。",
        en:
          "Queues are separate with a window for each business, or one queue is served by all windows; the same visitors "
          + "come either way. Windows and response do not touch one another: every other treatment is as the row with its "
          + "kind of queue.")
    ])
  }

  /// The baseline, and the first treatment that queues otherwise.
  private static func table(
    _ indicators: [Indicator], _ windows: ServiceWindows, _ findings: Findings
  ) -> DataTable {
    let heads =
      [Labels.treatment, LocalizedText(zh: "排队方式", en: "Queue")] + indicators.map { head($0, windows) }
    let base = findings.baseline.map { isPooled($0, findings) }
    let other = findings.result.treatments.first { isPooled($0, findings) != base }
    return DataTable(
      heads: heads,
      rows: [findings.baseline, other].compactMap { $0 }.map { treatment in
        DataTable.Row(
          head: findings.rowLabel(of: treatment),
          cells: [DataTable.Cell(queue(isPooled(treatment, findings)), isText: true)]
            + indicators.map { CellText.level($0, of: treatment, findings) })
      }, layout: .compact)
  }

  private static func head(_ indicator: Indicator, _ windows: ServiceWindows) -> LocalizedText {
    let limit = windows.longWaitMinutes.rounded() == windows.longWaitMinutes ? 0 : 1
    let minutes = NumberText.fixed(windows.longWaitMinutes, decimals: limit)
    return switch indicator {
    case .windowWaitMean: LocalizedText(zh: "平均等候\n分钟", en: "Mean wait\nmin")
    case .windowWaitP90: LocalizedText(zh: "90%等候\n分钟", en: "90 % wait up to\nmin")
    case .windowLongWaitShare:
      LocalizedText(zh: "超过 \(minutes) 分钟", en: "Over \(minutes) min")
    default: LocalizedText(zh: "来访\n次/年", en: "Visits\nper year")
    }
  }

  private static func isPooled(_ treatment: TreatmentResult, _ findings: Findings) -> Bool {
    findings.scenario.treatments.first { $0.id == treatment.id }?.switches.oneWindow ?? false
  }

  private static func queue(_ isPooled: Bool) -> LocalizedText {
    isPooled
      ? LocalizedText(zh: "一窗式受理", en: "one for all windows")
      : LocalizedText(zh: "分业务排队", en: "one for each business")
  }

  private static func clock(_ minute: Int) -> String {
    let (hours, minutes) = (minute / 60, minute % 60)
    return (hours < 10 ? "0" : "") + "\(hours):" + (minutes < 10 ? "0" : "") + "\(minutes)"
  }
}
