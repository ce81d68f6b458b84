import DunjingCalibration
import DunjingFitting
import DunjingScenario

/// The tables of a calibration.
struct CalibrationTables {
  let calibration: DemandCalibration
  let bundle: CalibratedBundle

  /// An estimate with its interval.
  static func cell(_ estimate: ParameterEstimate?) -> DataTable.Cell {
    guard let estimate else { return .missing }
    let decimals = NumberText.decimals(forSpread: estimate.value)
    let note = estimate.lower.flatMap { lower in
      estimate.upper.map {
        "[\(NumberText.fixed(lower, decimals: decimals)), \(NumberText.fixed($0, decimals: decimals))]"
      }
    }
    return DataTable.Cell(NumberText.level(estimate.value, decimals: decimals), note: note)
  }

  var rates: DataTable {
    let heads = [
      LocalizedText(zh: "类别", en: "Kind"), LocalizedText(zh: "记录数", en: "Recorded"),
      LocalizedText(zh: "全部\n起/年", en: "All\na year"),
      LocalizedText(zh: "外生\n起/年", en: "Exogenous\na year"),
      LocalizedText(zh: "日数离散指数\n泊松为 1", en: "Dispersion of days\n1 if Poisson"),
      LocalizedText(zh: "紧急比例", en: "Urgent share")
    ]
    return DataTable(
      heads: heads,
      rows: calibration.kinds.map { kind in
        let dispersion = kind.dispersion.map {
          DataTable.Cell(
            NumberText.fixed($0.index, decimals: 2),
            note: $0.probability < 0.001 ? "p <0.001" : "p \(NumberText.fixed($0.probability, decimals: 3))")
        }
        return DataTable.Row(
          head: kind.name,
          cells: [
            DataTable.Cell(NumberText.whole(kind.count)), Self.cell(kind.perYear),
            Self.cell(kind.exogenousPerYear), dispersion ?? .missing, Self.cell(kind.urgentShare)
          ])
      })
  }

  var scenes: DataTable {
    let heads = [
      LocalizedText(zh: "类别", en: "Kind"), LocalizedText(zh: "记录数", en: "Recorded"),
      LocalizedText(zh: "分布", en: "Distribution"), LocalizedText(zh: "均值\n分钟", en: "Mean\nminutes"),
      LocalizedText(zh: "参数", en: "Parameters"),
      LocalizedText(zh: "最大偏差", en: "Greatest gap"),
      LocalizedText(zh: "拟合检验 p", en: "p of fit")
    ]
    return DataTable(
      heads: heads,
      rows: calibration.kinds.compactMap { kind in
        guard let scene = kind.scene else { return nil }
        let parameters = scene.parameters
        let words = parameters.map { name, estimate in
          "\(name) \(NumberText.fixed(estimate.value, decimals: NumberText.decimals(for: estimate.value)))"
        }
        let quality = scene.quality
        return DataTable.Row(
          head: kind.name,
          cells: [
            DataTable.Cell(NumberText.whole(scene.minutes.count)),
            DataTable.Cell(Self.family(scene.fit.family), isText: true), Self.cell(scene.fit.mean()),
            DataTable.Cell(LocalizedText(words.joined(separator: ", ")), isText: true),
            quality.map { DataTable.Cell(NumberText.percent($0.distance)) } ?? .missing,
            quality.map { DataTable.Cell(NumberText.fixed($0.probability, decimals: 2)) } ?? .missing
          ])
      }, layout: .compact)
  }

  static func family(_ family: DurationFamily) -> LocalizedText {
    switch family {
    case .exponential: LocalizedText(zh: "指数", en: "exponential")
    case .logNormal: LocalizedText(zh: "对数正态", en: "log-normal")
    case .gamma: LocalizedText(zh: "Gamma", en: "gamma")
    case .weibull: LocalizedText(zh: "Weibull", en: "Weibull")
    }
  }

  /// The numbers that the study had otherwise; nil where there are none.
  var changes: DataTable? {
    guard !bundle.changes.isEmpty else { return nil }
    let heads = [
      LocalizedText(zh: "键", en: "Key"),
      LocalizedText(zh: "原值 → 新值（sceneMinutes 为均值）", en: "Old → new (sceneMinutes by their means)")
    ]
    return DataTable(
      heads: heads,
      rows: bundle.changes.map { change in
        DataTable.Row(
          head: LocalizedText(change.key),
          cells: [
            DataTable.Cell(
              LocalizedText(
                zh: change.numbers.joined(separator: "，"), en: change.numbers.joined(separator: ", ")),
              isText: true)
          ])
      }, layout: .compact)
  }

  /// The grids with the greatest shares.
  func grids(_ grids: GridCalibration, limit: Int) -> DataTable {
    let total = max(1, grids.cells.reduce(0) { $0 + $1.count })
    let order = grids.cells.indices.sorted { (grids.weight($0).value, $1) > (grids.weight($1).value, $0) }
    let heads = [
      LocalizedText(zh: "网格", en: "Grid"), LocalizedText(zh: "记录数", en: "Recorded"),
      LocalizedText(zh: "记录份额\n平均为 1", en: "Recorded share\nmean 1"),
      LocalizedText(zh: "收缩后份额\n平均为 1", en: "After shrinkage\nmean 1"),
      LocalizedText(zh: "收缩", en: "Drawn in by")
    ]
    return DataTable(
      heads: heads,
      rows: order.prefix(limit).map { index in
        let cell = grids.cells[index]
        return DataTable.Row(
          head: LocalizedText(cell.id),
          cells: [
            DataTable.Cell(NumberText.whole(Int(cell.count))),
            DataTable.Cell(
              NumberText.fixed(cell.count / total * Double(grids.cells.count), decimals: 2)),
            Self.cell(grids.weight(index)),
            DataTable.Cell(NumberText.percent(grids.fit.shrinkage(index), decimals: 0))
          ])
      })
  }

  /// Every estimate but those of profiles and grids.
  var estimates: DataTable {
    let heads = [
      LocalizedText(zh: "键", en: "Key"), LocalizedText(zh: "估计值", en: "Estimate"),
      LocalizedText(zh: "标准误", en: "Standard error"), LocalizedText(zh: "n", en: "n"),
      LocalizedText(zh: "拟合", en: "Fit"), LocalizedText(zh: "已写入", en: "Written")
    ]
    let rows = calibration.estimates.filter { !$0.isOfProfile && !$0.key.hasPrefix("grids.") }
    return DataTable(
      heads: heads,
      rows: rows.map { row in
        let error = row.estimate.standardError.map {
          DataTable.Cell(NumberText.fixed($0, decimals: NumberText.decimals(forSpread: $0)))
        }
        let isWritten = LocalizedText(
          zh: bundle.holds(row.key) ? "是" : "否", en: bundle.holds(row.key) ? "yes" : "no")
        return DataTable.Row(
          head: LocalizedText(row.key.replacing("incidentKinds.", with: "")),
          cells: [
            Self.cell(row.estimate), error ?? .missing, DataTable.Cell(NumberText.whole(row.count)),
            DataTable.Cell(row.quality, isText: true), DataTable.Cell(isWritten, isText: true)
          ])
      }, layout: .compact)
  }
}
