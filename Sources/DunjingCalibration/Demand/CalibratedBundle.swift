import DunjingFitting
import DunjingScenario
import DunjingWorld

/// A study with the estimates in the place of its values.
public struct CalibratedBundle: Sendable {
  /// The files by name.
  public let files: [String: [UInt8]]
  /// What could not be written, and why.
  public let warnings: [LocalizedText]
  /// The key paths that were written.
  public let written: Set<String>
  /// What this does to incidents and departments; nil for a study made of nothing but records.
  public let effect: CalibrationEffect?
  /// The assumed work of departments under the new rates; nil where the study has none, or has it as it was.
  public let assumedHours: AssumedHours?
  /// Numbers of the study that it had otherwise; none for a study made of nothing but records.
  public let changes: [CalibrationChange]

  /// Writes estimates into a study, comments and all else being kept.
  /// - Throws: All issues of the study with the estimates, at once.
  public init(_ calibration: DemandCalibration, into bundle: ScenarioBundle) throws(InvalidScenario) {
    try self.init(calibration, into: BundleRevision(bundle), isNew: false)
  }

  /// Whether an estimate was written into the study.
  public func holds(_ key: String) -> Bool {
    written.contains {
      key == $0 || key.hasPrefix($0 + ".") || key.hasPrefix($0 + "[")
    }
  }

  /// - Parameter isNew: whether the study holds nothing but what a calibration made of records.
  init(_ calibration: DemandCalibration, into revision: BundleRevision, isNew: Bool) throws(InvalidScenario) {
    var writer = CalibrationWriter(calibration, revision)
    writer.write()
    guard writer.issues.isEmpty else { throw InvalidScenario(issues: writer.issues) }
    let scenario = try writer.revision.load().scenario
    (files, warnings, written) = (writer.revision.files, writer.warnings, writer.written)
    assumedHours = writer.assumedHours
    changes = isNew ? [] : CalibrationChange.list(from: revision.original.scenario, to: scenario)
    effect =
      isNew
      ? nil
      : CalibrationEffect(calibration, from: revision.original.scenario, to: scenario, total: writer.total)
  }
}

/// Writes key by key.
struct CalibrationWriter {
  let calibration: DemandCalibration
  var revision: BundleRevision
  private(set) var warnings: [LocalizedText] = []
  private(set) var written: Set<String> = []
  /// Rates that could not be written.
  private(set) var issues: [ScenarioIssue] = []
  /// The assumed work of departments under the new rates; nil where the study has none.
  var assumedHours: AssumedHours?
  /// What became of the number for all incidents.
  private(set) var total: CalibrationEffect.TotalDemand?

  init(_ calibration: DemandCalibration, _ revision: BundleRevision) {
    (self.calibration, self.revision) = (calibration, revision)
  }

  /// Warns of a day that is cut short, and of a period too short for rates of a year.
  private mutating func warnOfPeriod() {
    let period = calibration.period
    for day in period.cutDays {
      warn(
        zh: "\(day.text) 的记录不完整（不到其他各天中位数的一半，且离零点有数小时）：请用 --from 和 --to 去掉这一天。",
        en:
          "The records of \(day.text) are cut short: fewer than half of the median of other days, and none for hours near "
          + "midnight. Leave that day out with --from and --to.")
    }
    guard period.days < Self.fewDays else { return }
    let days = DemandText.number((period.days * 10).rounded() / 10)
    warn(
      zh: "全年的数量只依据 \(days) 天的记录：季节和偶然的忙闲看不出来。",
      en: "Rates of a year rest on \(days) days: seasons and chance busy weeks cannot be told from them.")
  }

  /// Days below which rates of a year are doubtful.
  private static let fewDays = 28.0

  mutating func write() {
    warnOfPeriod()
    let estimates = calibration.estimates
    // A study that leaves its kinds to the defaults gets a list of them to write into.
    let ids = revision.original.scenario.incidentKinds.map(\.id)
    if !revision.hasList("incidentKinds") {
      let list = ids.map { "\n  - id: \($0)" }.joined()
      if !revision.set("incidentKinds", to: list) {
        warn(zh: "无法改写 incidentKinds。", en: "The list incidentKinds could not be written.")
      }
    }
    for kind in calibration.kinds { write(kind) }
    writeTotal()
    writeAssumedHours()
    writeGrids()
    writeTravel()
    writeSources(estimates)
    writeEstimates(estimates)
  }

  private mutating func write(_ kind: KindCalibration) {
    let path = "incidentKinds.\(kind.id)"
    if revision.set("\(path).exogenousPerYear", to: DemandText.number(kind.exogenousPerYear.value)) {
      written.insert("\(path).exogenousPerYear")
    } else {
      issues.append(
        ScenarioIssue(
          file: ScenarioBundle.fileName, line: 1, column: 1, keyPath: "\(path).exogenousPerYear",
          problem: LocalizedText(zh: "估计的发生率无法写入", en: "the estimated rate could not be written"),
          remedy: LocalizedText(
            zh: "请在 incidentKinds 列表中写出此类别，id 用字母和数字",
            en: "write the kind into the list incidentKinds, with an id of letters and digits")))
    }
    if kind.hourCounts.contains(where: { $0 > 0 }) {
      set("\(path).hourWeights", DemandText.list(kind.hours.map(\.value)))
    }
    if let weekdays = kind.weekdays { set("\(path).weekdayWeights", DemandText.list(weekdays.map(\.value))) }
    if let months = kind.months { set("\(path).monthWeights", DemandText.list(months.map(\.value))) }
    if let share = kind.urgentShare { set("\(path).urgentShare", DemandText.number(share.value)) }
    if let scene = kind.scene { set("\(path).sceneMinutes", scene.text) }
    let grown = kind.perYear.value - kind.exogenousPerYear.value
    if kind.exogenousPerYear.value == 0, grown >= kind.perYear.value, kind.count > 0 {
      warn(
        zh: "\(kind.id)：由隐患等而来的警情已不少于记录数，exogenousPerYear 为 0；请复核 hazardKinds。",
        en:
          "What grows from hazards is no less than what was recorded of \(kind.id), so its exogenousPerYear is 0; look at hazardKinds."
      )
    }
  }

  mutating func set(_ key: String, _ value: String) {
    if revision.set(key, to: value) {
      written.insert(key)
    } else {
      warn(zh: "\(key) 无法写入 scenario.yaml。", en: "The key \(key) could not be written into scenario.yaml.")
    }
  }

  /// Exchanges the number for all incidents, which decides nothing once all kinds have rates of their own, for the sum of these and of
  /// what escalated hazards bring, without climbs and repeats; a kind without a record that hangs on that number is given the
  /// rate that it has.
  private mutating func writeTotal() {
    let study = revision.original
    guard issues.isEmpty, let key = study.totalDemandKey,
      let before = study.valueText(at: key).flatMap(Double.init)
    else { return }
    for kind in study.scenario.incidentKinds where calibration.unseenKinds.contains(kind.id) {
      let rate = "incidentKinds.\(kind.id).exogenousPerYear"
      guard
        study.valueText(at: rate) != nil || revision.set(rate, to: DemandText.number(kind.exogenousPerYear))
      else { return }
    }
    guard let scenario = try? revision.load().scenario else { return }
    let kinds = scenario.incidentKinds.reduce(0) { $0 + $1.exogenousPerYear }
    let perYear = kinds + ExpectedDemand(scenario).escalationsPerYear.reduce(0, +)
    let after = DemandText.rounded(
      key == "demand.incidentsPerDay" ? perYear / 365 : perYear / scenario.residents)
    guard after > 0, revision.set(key, to: DemandText.number(after)) else { return }
    total = CalibrationEffect.TotalDemand(key: key, before: before, after: after)
  }

  private mutating func writeGrids() {
    guard let grids = calibration.grids else { return }
    let scale = gridScale
    let values = Dictionary(
      uniqueKeysWithValues: grids.cells.indices.map {
        (grids.cells[$0].id, DemandText.number(grids.weight($0).value * scale))
      })
    if revision.setColumn("demandWeight", of: "grids", to: values) {
      written.insert("grids")
    } else {
      warn(
        zh: "grids 不是 UTF-8 的 CSV 表，demandWeight 未写入；见 calibration.json。",
        en: "Grids are no CSV table of UTF-8: demandWeight was not written; see calibration.json.")
    }
  }

  /// What a weight of one, the mean of all grids, is in the study.
  private var gridScale: Double {
    let grids = revision.original.scenario.grids
    let total = grids.reduce(0) { $0 + $1.demandWeight }
    return total > 0 ? total / Double(grids.count) : 1
  }

  private mutating func writeSources(_ estimates: [CalibratedEstimate]) {
    let plain = estimates.filter { !$0.isOfProfile && !$0.key.hasPrefix("grids.") }
    var rows = plain.filter { isInStudy($0.key) }.map(source)
    for kind in calibration.kinds {
      for name in ["hourWeights", "weekdayWeights", "monthWeights"] {
        let key = "incidentKinds.\(kind.id).\(name)"
        guard written.contains(key), let one = estimates.first(where: { $0.group == key }) else { continue }
        rows.append(
          BundleRevision.Source(
            key: key, mark: .derived, note: note(one), value: "\(one.count)", range: nil))
      }
    }
    if written.contains("grids"), let one = estimates.first(where: { $0.key.hasPrefix("grids.") }),
      let grids = calibration.grids
    {
      let located = Int(grids.cells.reduce(0) { $0 + $1.count })
      rows.append(
        BundleRevision.Source(
          key: one.key, mark: .derived, note: note(one), value: "\(located)", range: nil))
    }
    if let total { rows.append(Self.source(total)) }
    if !revision.setSources(rows) {
      warn(zh: "sources 不是 CSV 表，来源未写入。", en: "Sources are no CSV table: no sources were written.")
    }
  }

  /// Writes the estimates of those numbers that the study has now, in its units; without rates of nothing recorded, which
  /// have no distribution, and without grids whose ids are no part of a key.
  private mutating func writeEstimates(_ estimates: [CalibratedEstimate]) {
    let scale = gridScale
    let numbers = estimates.filter { isInStudy($0.key) }.map { estimate in
      let unit = estimate.key.hasPrefix("grids.") ? scale : 1
      return EstimatedNumber(
        key: estimate.key, value: estimate.estimate.value * unit,
        standardError: estimate.estimate.standardError.map { $0 * unit },
        distribution: estimate.distribution, group: estimate.group)
    }
    let lost = numbers.filter { !$0.isDrawable }.map(\.key)
    if !lost.isEmpty {
      warn(
        zh: "\(lost.count) 个估计不能供抽取，因为其编号不能写在键中（如含有点）：\(lost.prefix(3).joined(separator: "、"))",
        en:
          "\(lost.count) estimates cannot be drawn from, as their ids are no part of a key (dots, say): "
          + lost.prefix(3).joined(separator: ", ") + ".")
    }
    if !revision.setEstimates(numbers.filter(\.isUsable)) {
      warn(zh: "estimates 无法写入 scenario.yaml。", en: "Estimates could not be written into scenario.yaml.")
    }
  }

  private func isInStudy(_ key: String) -> Bool {
    written.contains { key == $0 || key.hasPrefix($0 + ".") || key.hasPrefix($0 + "[") }
  }

  private func note(_ estimate: CalibratedEstimate) -> LocalizedText {
    let (period, count) = (calibration.period, estimate.count)
    let span = "\(period.first.text)–\(period.last.text)"
    return LocalizedText(
      zh: "由记录警情估计（\(span)，n = \(count)）：\(estimate.method.zh)",
      en: "estimated from recorded incidents (\(span), n = \(count)): \(estimate.method.en)")
  }

  private static func source(_ total: CalibrationEffect.TotalDemand) -> BundleRevision.Source {
    BundleRevision.Source(
      key: total.key, mark: .derived,
      note: LocalizedText(
        zh: "各类别与隐患升级之和（不含转化和反复）；各类别都写有 exogenousPerYear，此数不起作用",
        en:
          "the sum over the kinds, escalated hazards included (without climbs and repeats); all kinds have an "
          + "exogenousPerYear of their own: it decides nothing"),
      value: DemandText.number(total.after), range: nil)
  }

  private func source(_ estimate: CalibratedEstimate) -> BundleRevision.Source {
    var range: ClosedRange<Double>?
    if let lower = estimate.estimate.lower.map(DemandText.rounded),
      let upper = estimate.estimate.upper.map(DemandText.rounded), lower < upper
    {
      range = lower...upper
    }
    return BundleRevision.Source(
      key: estimate.key, mark: estimate.mark, note: note(estimate),
      value: DemandText.number(estimate.estimate.value), range: range)
  }

  mutating func warn(zh: String, en: String) { warnings.append(LocalizedText(zh: zh, en: en)) }
}
