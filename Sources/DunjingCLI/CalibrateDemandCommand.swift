import ArgumentParser
import Dunjing
import Foundation

/// `dunjing calibrate demand`: rates, profiles, times on scene and places of incidents out of records.
struct CalibrateDemandCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demand",
    abstract: String(zh: "由记录的警情估计研究的需求。", en: "Estimates the demand of a study from recorded incidents."),
    discussion: String(
      zh: """
        读取 dunjing import incidents 写出的 incidents.csv，写出一个新研究：发生率，按小时、星期和月份的分布，紧急比例，现场用时，\
        网格权重；有各阶段时间的，还有车速。研究的其余部分连同注释保持原样。sources.csv 说明每个数如何估计及其 95% 区间。没有 \
        --study 时，位置所在的方格成为网格。
        """,
      en: """
        Reads incidents.csv as `dunjing import incidents` writes it and writes a new study: rates, profiles by
        hour, weekday and month, urgent shares, times on scene, weights of grids and, if stages are recorded, the
        speed of cars. All else of the study stays as it is, comments included. sources.csv says how each number
        was estimated, with its 95 % interval. Without --study, cells of the positions become the grids.
        """,
      examples: """
        dunjing calibrate demand --incidents audit/incidents.csv --study scenarios/baicheng \\
          --kinds kinds.csv --out calibrated
        dunjing calibrate demand --incidents audit/incidents.csv --cell-km 2 --out city
        """))

  @Option(help: ArgumentHelp(zh: "记录的警情。", en: "The recorded incidents."))
  var incidents: String

  @Option(
    help: ArgumentHelp(
      zh: "要替换参数的研究（默认：由位置生成一个）。",
      en: "The study whose numbers are replaced (default: one made of the positions)."))
  var study: String?

  @Option(help: ArgumentHelp(zh: "新研究的文件夹。", en: "The folder of the new study."))
  var out: String

  @Option(
    help: ArgumentHelp(
      zh: "含 recorded 和 kind 两列的 CSV 表：记录的类别对应研究中的哪一类。",
      en: "CSV table with the columns recorded and kind: what recorded kinds are in the study."))
  var kinds: String?

  @Option(
    help: ArgumentHelp(
      zh: "未对应的类别都算作哪一类，例如 other（默认：不计入）。",
      en: "The kind of all recorded kinds that are not mapped, such as other (default: left out)."))
  var rest: String?

  @Option(
    help: ArgumentHelp(
      zh: "没有 --study 时作为网格的方格边长，千米。", en: "Side of the cells that become grids without --study, in km."))
  var cellKm = 1.0

  @Option(help: ArgumentHelp(zh: "使用的第一天，例如 2024-01-01。", en: "The first day to use, such as 2024-01-01."))
  var from: String?

  @Option(help: ArgumentHelp(zh: "使用的最后一天。", en: "The last day to use."))
  var to: String?

  @Option(
    help: ArgumentHelp(
      zh: "IANA 时区，用于夏令时跳过或重复的小时（默认：研究的时区）。",
      en: "IANA time zone, for hours skipped or doubled by summer time (default: that of the study)."))
  var zone: String?

  @Flag(help: ArgumentHelp(zh: "民警自行发现的警情也算作需求。", en: "Count incidents that officers came upon as demand."))
  var withOnView = false

  @Flag(
    help: ArgumentHelp(
      zh: "保持研究的警情总量，只取各类别的比例和时间、地点分布：用于抽样或不全的记录。",
      en:
        "Keep the number of incidents of the study and take only shares of kinds, times and places: for records that are a sample."
    ))
  var keepTotal = false

  @Option(help: ArgumentHelp(zh: "近重复的最大距离，千米。", en: "Greatest distance of a near repeat, in km."))
  var nearKm = 0.2

  @Option(help: ArgumentHelp(zh: "近重复的最长间隔，天。", en: "Longest time of a near repeat, in days."))
  var nearDays = 7.0

  @Option(help: ArgumentHelp(zh: "没有 --study 时所生成研究的名称。", en: "The name of a study made without --study."))
  var name: String?

  @Option(help: ArgumentHelp(zh: "拟合检验和置换检验的种子。", en: "Seed of the tests of fits and of permutations."))
  var seed: UInt64 = 20_231_222

  @Flag(
    help: ArgumentHelp(zh: "替换文件夹中由校准写入的内容。", en: "Replace what is in the folder, if a calibration wrote it.")
  )
  var overwrite = false

  @OptionGroup var former: FormerForce

  @Flag(
    help: ArgumentHelp(zh: "输出 calibration.json，而不是摘要。", en: "Print calibration.json instead of the summary.")
  )
  var json = false

  @Option(help: LanguageOption.ofPages)
  var language = LanguageOption.both

  func run() throws {
    try Reporting.run(in: language.messages) {
      try checkNumbers()
      let folder = FreshFolder(out)
      try folder.checkFree(
        overwrite: overwrite || former.isGiven, inputs: [incidents, study, kinds].compactMap { $0 },
        mark: "calibration.json")
      let records = try IncidentFile.read(ImportTable(reading: incidents).bytes, name: incidents)
      let bundle = study.map { ScenarioBundle(path: $0) }
      let scenario = try bundle?.load().scenario
      if let scenario {
        try CommandFault.checkCoordinates(of: incidents, records, beside: scenario, studyIsOption: true)
      }
      var settings = try settings()
      if let scenario { try CommandFault.checkKinds(settings.kinds, of: scenario) }
      settings.clockChanges = try changes(records, scenario)
      guard let calibration = DemandCalibration(records, study: scenario, settings) else {
        throw unusable(records, scenario)
      }
      if let study, calibration.misplacedShare > 0.5 {
        throw CommandFault(
          zh: "\(incidents) 中多数位置远离 \(study) 的网格：坐标系不同，或不是同一地区。请换一个 --study，或不用它。",
          en:
            "most positions of \(incidents) are far from the grids of \(study): other coordinates, or another place. "
            + "Use another --study, or none.")
      }
      let result =
        try bundle.map { try CalibratedBundle(calibration, into: $0) }
        ?? CalibratedBundle(
          calibration, name: name, zone: zone ?? "Asia/Shanghai", incidents: incidents)
      let record = CalibrationRecord(calibration, result, incidents: incidents, study: study)
      try folder.write(files(calibration, result, record)) { draft in
        _ = try ScenarioBundle(path: draft.path).load()
      }
      let text = CalibrationText(calibration, result, in: language.messages, out: out)
      print(json ? try JSONFile.text(record) : text.text)
    }
  }

  /// That no record has a time and a kind of the study, with the kinds on record and how to say what they are.
  private func unusable(_ records: [IncidentRecord], _ study: Scenario?) -> CommandFault {
    let names = NamedKinds(of: records, in: study)
    let table = KindTableText(names, ids: study?.incidentKinds.map(\.id) ?? [])
    let found = names.names.filter { !$0.recorded.isEmpty }.prefix(12).map { "\($0.recorded) (\($0.count))" }
    func text(_ head: String, _ list: String, in language: TextLanguage) -> String {
      ([head] + (found.isEmpty ? [] : ["  " + list]) + table.lines(in: language)).joined(separator: "\n")
    }
    return CommandFault(
      zh: text(
        "\(incidents) 中没有可用的记录：需要接警时间，类别须能对应到研究（见 --kinds、--rest）。",
        "记录中的类别：\(found.joined(separator: "、"))", in: .zh),
      en: text(
        "no record of \(incidents) can be used: it needs a time and a kind of the study (see --kinds and --rest).",
        "kinds on record: \(found.joined(separator: ", "))", in: .en))
  }

  private func checkNumbers() throws {
    if keepTotal, study == nil {
      throw CommandFault(
        zh: "--keep-total 保持的是 --study 的警情总量；请给出 --study，或去掉 --keep-total。",
        en: "--keep-total keeps the number of incidents of --study: name a study, or leave --keep-total out.")
    }
    for (option, value, limit) in [
      ("--cell-km", cellKm, 1_000.0), ("--near-km", nearKm, 100), ("--near-days", nearDays, 1_000)
    ] where !(value > 0 && value <= limit) {
      throw CommandFault(
        zh: "\(option) 应大于 0 且不大于 \(Int(limit))，而不是 \(CommandNumber.short(value))。",
        en: "\(option) has to be more than 0 and at most \(Int(limit)), not \(CommandNumber.short(value)).")
    }
  }

  private func settings() throws -> DemandSettings {
    var settings = DemandSettings()
    if let kinds { settings.kinds = try KindMap(reading: ImportTable(reading: kinds).bytes, name: kinds) }
    settings.kinds.rest = rest
    (settings.includesOnView, settings.keepsTotal) = (withOnView, keepTotal)
    (settings.cellKilometers, settings.nearKilometers, settings.nearDays) = (cellKm, nearKm, nearDays)
    settings.seed = seed
    guard let from, let to else {
      guard from == nil, to == nil else {
        throw CommandFault(zh: "--from 与 --to 须同时给出。", en: "--from and --to have to be given together.")
      }
      return settings
    }
    let (first, last) = try CommandDay.both((from, "--from"), (to, "--to"))
    guard first <= last else {
      throw CommandFault(
        zh: "--from（\(from)）晚于 --to（\(to)）；请交换两者。",
        en: "--from (\(from)) is later than --to (\(to)); exchange them.")
    }
    settings.bounds = first...last
    return settings
  }

  /// The hours that the clock of the zone skipped or showed twice in the years of the records.
  private func changes(_ records: [IncidentRecord], _ study: Scenario?) throws -> [ClockChange] {
    guard let name = zone ?? study?.time.zone else { return [] }
    guard let zone = TimeZone(identifier: name) else {
      if self.zone == nil { return [] }
      throw CommandFault(
        zh: "--zone：没有时区 \(name)；请写 IANA 名称，例如 Asia/Shanghai。",
        en: "--zone: there is no time zone \(name); write an IANA name such as Asia/Shanghai.")
    }
    let days = records.compactMap { ($0.received ?? $0.dispatched)?.day.daysSinceEpoch }
    guard let first = days.min(), let last = days.max() else { return [] }
    return ClockChanges.list(zone, days: first...last)
  }

  private func files(
    _ calibration: DemandCalibration, _ result: CalibratedBundle, _ record: CalibrationRecord
  ) throws -> [(name: String, data: Data)] {
    let page = CalibrationPage(
      calibration, result, provenance: Provenance(build: BuildIdentity.text, version: Version.text))
    return result.files.sorted { $0.key < $1.key }.map { ($0.key, Data($0.value)) } + [
      ("calibration.json", try JSONFile.data(record))
    ]
      + language.reports.map { ("calibration.\($0.rawValue).html", Data(page.html(in: $0).utf8)) }
  }
}

/// Changes of the clock between winter and summer.
enum ClockChanges {
  /// Returns the hours that the clock skipped or showed twice.
  static func list(_ zone: TimeZone, days: ClosedRange<Int>) -> [ClockChange] {
    var changes: [ClockChange] = []
    var date = Date(timeIntervalSince1970: Double(days.lowerBound) * 86_400 - 86_400)
    let end = Date(timeIntervalSince1970: Double(days.upperBound) * 86_400 + 172_800)
    while let next = zone.nextDaylightSavingTimeTransition(after: date), next < end, changes.count < 10_000 {
      let before = zone.secondsFromGMT(for: next.addingTimeInterval(-1))
      let after = zone.secondsFromGMT(for: next.addingTimeInterval(1))
      let clock = Int(next.timeIntervalSince1970) + min(before, after)
      let hours = abs(after - before) / 3_600
      for step in 0..<hours {
        let second = clock + step * 3_600
        changes.append(
          ClockChange(
            day: Int((Double(second) / 86_400).rounded(.down)),
            hour: (second % 86_400 + 86_400) % 86_400 / 3_600,
            times: after > before ? 0 : 2))
      }
      date = next
    }
    return changes
  }
}
