import DunjingCalibration
import DunjingFitting
import DunjingRandom
import DunjingScenario

/// A page about a calibration: what was found, profiles and times beside the records, places, and every estimate.
public struct CalibrationPage: Sendable {
  private let calibration: DemandCalibration
  private let bundle: CalibratedBundle
  private let provenance: Provenance
  private let tables: CalibrationTables

  /// The most kinds that have charts of their own.
  private static let chartLimit = 12

  /// Creates the page.
  public init(_ calibration: DemandCalibration, _ bundle: CalibratedBundle, provenance: Provenance) {
    (self.calibration, self.bundle, self.provenance) = (calibration, bundle, provenance)
    tables = CalibrationTables(calibration: calibration, bundle: bundle)
  }

  /// The whole page in one language.
  public func html(in language: Language) -> String {
    let front = FrontMatter(
      title: LocalizedText(zh: "警情校准", en: "Demand from records"),
      summary: LocalizedText(
        zh: "由记录警情估计的研究参数；区间为 95%，只含抽样误差，不含记录本身的缺陷。",
        en:
          "Numbers of a study estimated from recorded incidents. Intervals are of 95% and hold the error of sampling, not flaws of the records."
      ))
    let sections = [answer, changes, rates, hours, scenes, places, speed, all].compactMap(\.self)
    return PageWriter(language: language).page(front: front, sections: sections)
  }

  private var answer: Section {
    let answer = CalibrationAnswer(calibration, bundle)
    let sentences = answer.sentences + answer.warnings + bundle.warnings
    return Section(
      id: "answer", title: LocalizedText(zh: "结论", en: "The answer"),
      blocks: [.answer(sentences[0])] + (sentences.count > 1 ? [.list(Array(sentences[1...]))] : []))
  }

  private var changes: Section? {
    tables.changes.map {
      Section(
        id: "changes", title: LocalizedText(zh: "改写的数", en: "Numbers changed"), blocks: [.table($0)])
    }
  }

  private var rates: Section {
    Section(
      id: "rates", title: LocalizedText(zh: "各类警情的数量", en: "How many of each kind"),
      blocks: [
        .caption(
          LocalizedText(
            zh: "“外生”为扣除研究中由隐患、引发和重复而来的部分后写入 exogenousPerYear 的数。离散指数大于 1 时区间按其平方根放宽。",
            en:
              "Exogenous is what is written as exogenousPerYear: all, less what grows from hazards, climbs and repeats of the study. "
              + "Where days scatter more than Poisson numbers, intervals are wider by the root of the index.")
        ),
        .table(tables.rates)
      ])
  }

  private var hours: Section? {
    let kinds = calibration.kinds.filter { $0.hourCounts.contains { $0 > 0 } }.prefix(Self.chartLimit)
    guard !kinds.isEmpty else { return nil }
    let exposure = calibration.period.hourExposure
    let panels = kinds.map { kind in
      let rates = zip(kind.hourCounts, exposure).map { $1 > 0 ? $0 / $1 : 0 }
      let mean = max(1e-12, rates.reduce(0, +) / 24)
      let count = NumberText.whole(kind.count)
      return ProfileChart.Panel(
        title: LocalizedText(zh: "\(kind.name.zh)（\(count) 起）", en: "\(kind.name.en) (\(count))"),
        observed: rates.map { $0 / mean }, fitted: kind.hours.map(\.value),
        lower: kind.hours.map { $0.lower ?? $0.value }, upper: kind.hours.map { $0.upper ?? $0.value })
    }
    let strength =
      calibration.hourConcentration.isFinite
      ? LocalizedText(
        zh: "全部类别的曲线相当于 \(NumberText.fixed(calibration.hourConcentration, decimals: 0)) 起警情的分量。",
        en:
          "The profile of all kinds weighs as much as \(NumberText.fixed(calibration.hourConcentration, decimals: 0)) incidents."
      )
      : LocalizedText(
        zh: "各类别的曲线无法区分，均取全部类别的曲线。", en: "Kinds cannot be told apart and have the profile of all.")
    return Section(
      id: "hours", title: LocalizedText(zh: "一天中的变化", en: "Over the day"),
      blocks: [
        .caption(
          LocalizedText.sentences([
            LocalizedText(
              zh: "各小时的相对数量；警情少的类别向全部类别的曲线收缩。",
              en: "Relative rates by hour; kinds with few incidents are drawn to the profile of all kinds."),
            strength
          ])),
        .figure(
          Figure(
            label: LocalizedText(zh: "各类别按小时的记录与拟合", en: "Recorded and fitted rates by hour and kind"),
            chart: ProfileChart(panels: panels)))
      ])
  }

  private var scenes: Section? {
    let kinds = calibration.kinds.filter { $0.scene != nil }
    guard !kinds.isEmpty else { return nil }
    let panels = kinds.prefix(Self.chartLimit).compactMap(servicePanel)
    return Section(
      id: "scenes", title: LocalizedText(zh: "现场处置时长", en: "Time on scene"),
      blocks: [
        .caption(
          LocalizedText(
            zh: "分布由 AIC 从指数、对数正态、Gamma、Weibull 中选出；记录有取整时按区间计入。p 小说明分布不足以描述记录，样本大时小偏差也会使 p 小：请看最大偏差。",
            en:
              "The family is chosen among exponential, log-normal, gamma and Weibull by AIC; rounded records count as intervals. A small p "
              + "says that the family misses the records; in large samples it does so for small gaps too, so look at the greatest gap."
          )
        ),
        .figure(
          Figure(
            label: LocalizedText(zh: "处置时长的累计比例", en: "Cumulative times on scene"),
            chart: ServiceChart(panels: panels))), .table(tables.scenes)
      ])
  }

  private func servicePanel(_ kind: KindCalibration) -> ServiceChart.Panel? {
    guard let scene = kind.scene, let distribution = scene.fit.distribution else { return nil }
    let minutes = scene.minutes
    let longest = max(1, minutes[min(minutes.count - 1, minutes.count * 98 / 100)])
    let shares = stride(from: 0, through: 200, by: 1).map { longest * Double($0) / 200 }
    // A rounded value stands for the middle of its interval, so shares are taken at its upper end.
    let shift = 0.5 * (scene.unit ?? 0)
    var (recorded, position) = ([Point](), 0)
    for edge in shares {
      while position < minutes.count, minutes[position] + shift <= edge { position += 1 }
      recorded.append(Point(x: edge, y: Double(position) / Double(minutes.count)))
    }
    return ServiceChart.Panel(
      title: kind.name
        + LocalizedText(
          zh: "：\(CalibrationTables.family(scene.fit.family).zh)",
          en: ": \(CalibrationTables.family(scene.fit.family).en)"), recorded: recorded,
      fitted: shares.map { Point(x: $0, y: distribution.cumulative($0)) }, longest: longest)
  }

  private var places: Section? {
    guard let grids = calibration.grids else { return nil }
    let total = max(1, grids.cells.reduce(0) { $0 + $1.count })
    let kilometers = Self.kilometers(grids, isInDegrees: calibration.isInDegrees)
    let cells = grids.cells.indices.map { index in
      let cell = grids.cells[index]
      let weight = grids.weight(index)
      return GridRateChart.Cell(
        place: kilometers[index], weight: weight.value,
        recorded: cell.count / total * Double(grids.cells.count),
        title:
          "\(cell.id): \(NumberText.whole(Int(cell.count))), \(NumberText.fixed(weight.value, decimals: 2))")
    }
    let lost = LocalizedText(
      zh: "没有位置 \(NumberText.whole(grids.withoutPosition)) 起，远离网格 \(NumberText.whole(grids.outside)) 起。",
      en:
        "Without a position: \(NumberText.whole(grids.withoutPosition)); far from any grid: \(NumberText.whole(grids.outside))."
    )
    var blocks: [Block] = [
      .caption(
        LocalizedText.sentences([
          LocalizedText(
            zh: "网格份额向预期份额收缩（Gamma–Poisson 经验贝叶斯），记录越少收缩越多。",
            en:
              "Shares are drawn to those expected (gamma–Poisson empirical Bayes), the more the less was recorded."
          ), lost
        ]))
    ]
    if cells.count <= 5_000 {
      blocks.append(
        .figure(
          Figure(
            label: LocalizedText(zh: "各网格的份额", en: "Shares by grid"), chart: GridRateChart(cells: cells))))
    }
    blocks.append(.table(tables.grids(grids, limit: 15)))
    return Section(id: "places", title: LocalizedText(zh: "地点", en: "Places"), blocks: blocks)
  }

  /// Kilometers from the first grid; a degree of longitude is shorter the further from the equator.
  private static func kilometers(_ grids: GridCalibration, isInDegrees: Bool) -> [Point] {
    guard isInDegrees, let first = grids.cells.first else {
      return grids.cells.map { Point(x: $0.x, y: $0.y) }
    }
    let eastward = DegreeLength.east(atLatitude: first.y)
    return grids.cells.map { Point(x: ($0.x - first.x) * eastward, y: ($0.y - first.y) * DegreeLength.north) }
  }

  private var speed: Section? {
    guard let speed = calibration.speed, speed.fit.status == .fitted else { return nil }
    let fit = speed.fit
    let names = [
      LocalizedText(zh: "夜间（22–6 时）", en: "Night, 22 to 6 h"),
      LocalizedText(zh: "高峰（7–9、17–19 时）", en: "Peaks, 7 to 9 and 17 to 19 h"),
      LocalizedText(zh: "其余", en: "Otherwise")
    ]
    let rows = zip(names, fit.speeds).map { DataTable.Row(head: $0, cells: [CalibrationTables.cell($1)]) }
    return Section(
      id: "speed", title: LocalizedText(zh: "车速", en: "Speed"),
      blocks: [
        .caption(
          LocalizedText(
            zh: "由 \(NumberText.whole(fit.count)) 次行驶的时间与到最近设施的距离估计；单元巡逻时实际距离更短，车速偏高。",
            en:
              "From \(NumberText.whole(fit.count)) drives and the distance to the nearest facility. Units on patrol start nearer, which makes the speed too high."
          )),
        .table(
          DataTable(
            heads: [
              LocalizedText(zh: "时段", en: "Hours"), LocalizedText(zh: "公里/小时", en: "km/h")
            ],
            rows: rows + [
              DataTable.Row(
                head: LocalizedText(zh: "固定分钟数", en: "Minutes that every drive takes"),
                cells: [CalibrationTables.cell(fit.constant)]),
              DataTable.Row(
                head: LocalizedText(zh: "写入研究的平均车速", en: "Mean speed for the study"),
                cells: [CalibrationTables.cell(fit.meanSpeed)]),
              DataTable.Row(
                head: LocalizedText(
                  zh: "写入研究的途中固定秒数（找地址、停车、步行）",
                  en: "Seconds of access for the study: finding the address, parking, walking up"),
                cells: [CalibrationTables.cell(speed.accessSeconds)])
            ] + (speed.departure.map(Self.acknowledgement) ?? [])))
      ])
  }

  private static func acknowledgement(_ departure: DepartureCalibration) -> [DataTable.Row] {
    let recorded = DataTable.Row(
      head: LocalizedText(zh: "派警到出警的记录分钟数", en: "Minutes on record from the order to setting out"),
      cells: [CalibrationTables.cell(departure.minutes)])
    let written = DataTable.Row(
      head: LocalizedText(
        zh: "写入研究的签收秒数（扣除出警准备）", en: "Seconds of acknowledgement for the study, turnout taken off"),
      cells: [CalibrationTables.cell(departure.acknowledgeSeconds)])
    return departure.isRecorded ? [recorded, written] : [written]
  }

  private var all: Section {
    let rows = [
      MethodSection.row(
        "方法说明", "Methods",
        LocalizedText(zh: "Documentation/Calibration.zh.md", en: "Documentation/Calibration.md")),
      MethodSection.row("随机种子", "Seed", LocalizedText("\(calibration.settings.seed)")),
      MethodSection.row("程序", "Program", LocalizedText("\(provenance.version) (\(provenance.build))"))
    ]
    return Section(
      id: "estimates", title: LocalizedText(zh: "全部估计与来源", en: "All estimates, and how they came about"),
      blocks: [
        .caption(
          LocalizedText(
            zh:
              "incidentKinds 的键从类别起写。各小时、星期、月份与网格的估计见 estimates.csv，均可供重复抽取（experiment.estimates: drawn）；方法见 calibration.json。",
            en:
              "Keys of incidentKinds begin with the kind. Estimates by hour, weekday, month and grid are in estimates.csv, which replications may draw from (experiment.estimates: drawn); the methods are in calibration.json."
          )),
        .table(tables.estimates),
        .table(
          DataTable(
            heads: [LocalizedText(zh: "项目", en: "What"), LocalizedText(zh: "取值", en: "Value")], rows: rows))
      ])
  }
}
