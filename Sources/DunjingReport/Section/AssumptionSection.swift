import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// What the model assumes, where its numbers come from, and what it cannot say.
enum AssumptionSection {
  static func section(_ findings: Findings) -> Section {
    var blocks: [Block] = [
      .heading(LocalizedText(zh: "模型的界限", en: "Limits of the model")), .list(limits(findings))
    ]
    blocks += EstimateSpreadTable.blocks(findings)
    blocks += [
      .heading(LocalizedText(zh: "参数来源", en: "Where the numbers come from"))
    ]
    let notes = findings.scenario.sources
    if notes.isEmpty {
      blocks.append(
        .paragraph(LocalizedText(zh: "场景没有注明参数来源。", en: "The scenario does not state its sources.")))
    } else {
      blocks += [.caption(SourceTable.legend(notes)), .table(SourceTable.table(notes))]
    }
    return Section(
      id: "assumptions", title: LocalizedText(zh: "假设与界限", en: "Assumptions and limits"), blocks: blocks)
  }

  /// Where idle units stand by, if not at their own post.
  private static func standby(_ policy: RelocationPolicyName) -> LocalizedText? {
    let name: LocalizedText
    switch policy {
    case .homePost: return nil
    case .dynamicMEXCLP: name = LocalizedText(zh: "动态 MEXCLP", en: "dynamic MEXCLP")
    case .complianceTable: name = LocalizedText(zh: "待命表", en: "a compliance table")
    case .priorityList: name = LocalizedText(zh: "待命优先次序", en: "a priority list")
    case .doubleStandard: name = LocalizedText(zh: "动态双重标准", en: "the dynamic double standard")
    case .slotBenefits: name = LocalizedText(zh: "驻点价值的整数规划", en: "an integer program of slots")
    }
    return LocalizedText(
      zh: "全城单元空闲后不回自己的驻点，按\(name.zh)待命；各方案相同。",
      en:
        "Idle city-wide units do not go back to their own post but stand by after \(name.en), under "
        + "every treatment alike.")
  }

  private static func limits(_ findings: Findings) -> [LocalizedText] {
    var points: [LocalizedText] = []
    if !findings.scenario.hazardKinds.isEmpty { points.append(hoursBound(findings)) }
    if let harm = findings.scenario.harmText, findings.best != nil { points.append(harm) }
    points.append(period(findings))
    if let standby = standby(findings.scenario.dispatch.relocation) { points.append(standby) }
    if !findings.scenario.departments.isEmpty {
      points.append(
        LocalizedText(
          zh: "机关部门按工作量流体处理，不分案件先后；工作量接近能力时没有稳态，积压随时间增长，应看区间而不是单个数字。",
          en:
            "Departments process work as a fluid, without an order of cases. Near capacity there is no steady state: "
            + "backlog grows with time, so read the interval rather than the number."))
    }
    points.append(
      LocalizedText(
        zh: "下沉比例的优劣主要由假设的损失权重、机关工作量和可防比例决定，不是对现实成效的测量。",
        en:
          "Which ratio does best is decided above all by the assumed harm weights, headquarters work and preventable "
          + "shares; it is not a measurement of what a reform achieved."))
    points.append(
      LocalizedText(
        zh: "到场时限只衡量快慢，不衡量处置质量；以时限考核可能损害处置质量。",
        en: "Response targets measure speed, not the quality of handling; used as a score they may harm it."))
    return points
  }

  /// From which state treatments start, and which days are measured.
  private static func period(_ findings: Findings) -> LocalizedText {
    let time = findings.scenario.time
    let settling =
      time.settlingDays > 0
      ? LocalizedText(
        zh: "，实施后 \(time.settlingDays) 天不计",
        en: "; the first \(time.settlingDays) days after the change are not measured") : LocalizedText("")
    return LocalizedText(
      zh: "各方案从同一状态出发（基线预热 \(time.warmUpDays) 天\(settling.zh)），测量 \(findings.result.horizonDays) 天；"
        + "结果是这一段时间的，不是长期稳态。",
      en:
        "All treatments start from one state (\(time.warmUpDays) days of warm-up under the baseline\(settling.en)). "
        + "The results are those of the \(findings.result.horizonDays) measured days, not of a steady state.")
  }

  /// What visit hours alone can prevent at most: g/(1+g) for exponential incubation (delay-time model).
  private static func hoursBound(_ findings: Findings) -> LocalizedText {
    let general = LocalizedText(
      zh: "走访时数的作用有上限：有效走访时数增加的比例为 g 时，由隐患引起的警情至多减少 g/(1+g)（潜伏期为指数分布时；"
        + "形状为 k 的伽马分布为 1−(1+g)^−k）。",
      en:
        "Visit hours have a ceiling: with a gain of g in effective hours, incidents that grow from hazards fall by at "
        + "most g/(1+g) (exponential incubation; 1−(1+g)^−k for a gamma distribution of shape k).")
    guard let shown = findings.shown, let gain = hoursGain(shown, findings.scenario), gain > 0 else {
      return general
    }
    let label = findings.label(of: shown)
    let bound = NumberText.percent(gain / (1 + gain))
    let hours = NumberText.percent(gain)
    return .sentences([
      general,
      LocalizedText(
        zh: "\(label.zh) 下沉后有效走访时数增加 \(hours)（按下沉民警全部熟悉社区工作之后计），因此单靠增加走访时数，至多减少 \(bound)，其他参数怎样取值都不会更多。",
        en:
          "Under \(label.en) effective hours grow by \(hours) once everybody has learned, so that hours alone give at "
          + "most \(bound), whatever the other parameters.")
    ])
  }

  private static func hoursGain(_ treatment: TreatmentResult, _ scenario: Scenario) -> Double? {
    let base = scenario.community.visitors.reduce(0.0) { sum, visitors in
      let count = scenario.force.categories.first { $0.id == visitors.category }?.count ?? 0
      return sum + Double(count) * visitors.tourHoursPerYear * visitors.weight
    }
    let sent = scenario.force.sentDown
    let added = Double(treatment.redeployment.toCommunity) * sent.tourHoursPerYear * sent.finalEffectiveness
    guard base > 0, added.isFinite else { return nil }
    return added / base
  }
}

extension Scenario {
  /// The weights of the harm index in a sentence; nil without incident kinds.
  var harmText: LocalizedText? {
    guard !incidentKinds.isEmpty else { return nil }
    let late = NumberText.level(harm.lateArrival, decimals: 2)
    let delay = NumberText.level(
      harm.delayDayPerYear, decimals: NumberText.decimals(for: harm.delayDayPerYear))
    let (zh, en) = (weights.map(\.zh).joined(separator: "、"), weights.map(\.en).joined(separator: ", "))
    return LocalizedText(
      zh: "综合损失指数只用于排序，权重为：每起警情 \(zh)；每起超时到场 \(late)；机关加权延误每一个工作日每年 \(delay)\(worth.zh)。权重不同，排序可能不同。",
      en:
        "The harm index only ranks treatments. Its weights: per incident, \(en); per late arrival \(late); per working "
        + "day of weighted delay and year \(delay)\(worth.en). Other weights may rank otherwise.")
  }

  /// What a working day of delay is worth in what a chief can picture, in brackets; empty where a weight is none.
  private var worth: LocalizedText {
    let common = incidentKinds.max { $0.exogenousPerYear < $1.exogenousPerYear }
    let parts = [(harm.lateArrival, nil), (common?.harm ?? 0, common?.name)].compactMap {
      weight, kind -> LocalizedText? in
      guard weight > 0, harm.delayDayPerYear > 0 else { return nil }
      let count = harm.delayDayPerYear / weight
      let number = NumberText.level(count, decimals: count < 10 ? 1 : 0)
      return kind.map {
        LocalizedText(zh: "\(number) 起“\($0.zh)”警情", en: "\(number) incidents of “\($0.en)”")
      } ?? LocalizedText(zh: "\(number) 起超时到场", en: "\(number) late arrivals")
    }
    guard !parts.isEmpty else { return LocalizedText("") }
    let (zh, en) = (parts.map(\.zh).joined(separator: "，或 "), parts.map(\.en).joined(separator: ", or "))
    return LocalizedText(
      zh: "（全年慢一个工作日，抵 \(zh)）", en: " (a year that is slower by one weighs as much as \(en))")
  }

  /// The weights of the kinds: one by one, or of many kinds by weight, the heaviest first.
  private var weights: [LocalizedText] {
    func text(_ harm: Double) -> String { NumberText.level(harm, decimals: 2) }
    guard incidentKinds.count > 12 else {
      return incidentKinds.map {
        LocalizedText(zh: "\($0.name.zh) \(text($0.harm))", en: "\($0.name.en) \(text($0.harm))")
      }
    }
    return Dictionary(grouping: incidentKinds, by: \.harm).sorted { $0.key > $1.key }.map { harm, kinds in
      let first = kinds[0].name
      guard kinds.count > 1 else {
        return LocalizedText(zh: "\(first.zh) \(text(harm))", en: "\(first.en) \(text(harm))")
      }
      return LocalizedText(
        zh: "\(first.zh)等 \(kinds.count) 类 \(text(harm))",
        en: "\(first.en) and \(kinds.count - 1) more \(text(harm))")
    }
  }
}
