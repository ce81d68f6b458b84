import DunjingDecision
import DunjingOptimization
import DunjingScenario
import DunjingSimulation
import DunjingStatistics

/// The tables of the page of a sweep.
struct SweepPageTables {
  private let outcome: SweepOutcome

  init(_ outcome: SweepOutcome) {
    self.outcome = outcome
  }

  /// What surfaces there are: of treatments, or nil for the baseline.
  static func subjects(_ outcome: SweepOutcome) -> [String?] {
    let all = outcome.surfaces.map(\.treatment)
    return all.indices.filter { !all[..<$0].contains(all[$0]) }.map { all[$0] }
  }

  /// Every point with its indicators, or with one of them.
  func points(of series: SweepSeries, _ only: Indicator? = nil) -> DataTable {
    let indicators = only.map { [$0] } ?? outcome.indicators
    let keys = outcome.design.factors.map { LocalizedText($0.key) }
    let columns = indicators.map { indicator in
      let unit = series.unit(indicator)
      return indicator.name.capitalized
        + (unit.isEmpty ? LocalizedText("") : LocalizedText(zh: "\n\(unit.zh)", en: "\n\(unit.en)"))
    }
    let intervals = indicators.map { series.intervals($0) }
    return DataTable(
      heads: keys + columns,
      rows: outcome.design.points.indices.map { point in
        let values = outcome.design.points[point]
        let cells = indicators.indices.map { column in
          intervals[column][point].map { cell($0, series, indicators[column]) } ?? .missing
        }
        return DataTable.Row(
          head: LocalizedText(values.first ?? ""), cells: values.dropFirst().map { .init($0) } + cells)
      }, layout: .compact)
  }

  private func cell(
    _ interval: ConfidenceInterval, _ series: SweepSeries, _ indicator: Indicator
  ) -> DataTable.Cell {
    let decimals = NumberText.decimals(for: indicator.scaled(interval.mean))
    let isGray = series.treatment != nil && interval.contains(0)
    return DataTable.Cell(
      series.text(interval, indicator),
      note: "± " + NumberText.level(indicator.scaled(interval.halfWidth), decimals: decimals), isGray: isGray)
  }

  /// The surfaces of a treatment, or of the baseline: a row for each indicator.
  func surfaces(of subject: String?) -> DataTable {
    let surfaces = outcome.surfaces.filter { $0.treatment == subject }
    let most = surfaces.max { $0.coefficients.count < $1.coefficients.count }?.coefficients ?? []
    let isSmall = most.count <= 6
    let terms = isSmall ? most.map(\.factors) : []
    return DataTable(
      heads: [LocalizedText(zh: "指标", en: "Indicator")] + terms.map { LocalizedText(Self.name(of: $0)) } + [
        LocalizedText("R²"), LocalizedText(zh: "失拟 p", en: "Fit p"),
        LocalizedText(zh: "驻点", en: "Stationary point")
      ],
      rows: surfaces.map { surface in
        let cells = terms.map { term in
          surface.coefficients.first { $0.factors == term }.map { cell($0, surface.indicator) } ?? .missing
        }
        return DataTable.Row(
          head: surface.indicator.name.capitalized,
          cells: cells + [
            surface.explainedShare.map { .init(NumberText.fixed($0, decimals: 3)) } ?? .missing,
            surface.fit.map { .init(Self.probability($0.probability)) } ?? .missing, stationary(surface)
          ])
      }, layout: .compact)
  }

  /// Where the slope is zero, if that is between the ends.
  private func stationary(_ surface: SweepSurface) -> DataTable.Cell {
    guard let point = surface.stationaryPoint else { return .missing }
    guard surface.isStationaryPointInside else {
      return DataTable.Cell(LocalizedText(zh: "在范围之外", en: "outside"), isGray: true, isText: true)
    }
    let nature =
      switch point.nature {
      case .minimum: LocalizedText(zh: "最小", en: "minimum")
      case .maximum: LocalizedText(zh: "最大", en: "maximum")
      case .saddle: LocalizedText(zh: "鞍点", en: "saddle")
      }
    let values = point.point.enumerated().map { index, value in
      (point.point.count > 1 ? "x\(index + 1) = " : "") + NumberText.fixed(value, decimals: 3)
    }
    let list = values.joined(separator: ", ")
    return DataTable.Cell(
      LocalizedText(zh: "\(nature.zh)：\(list)", en: "\(nature.en): \(list)"), isText: true)
  }

  private func cell(_ coefficient: SweepSurface.Coefficient, _ indicator: Indicator) -> DataTable.Cell {
    let value = indicator.scaled(coefficient.value)
    let decimals = NumberText.decimals(for: value)
    return DataTable.Cell(
      NumberText.signed(value, decimals: decimals),
      note: "± " + NumberText.level(indicator.scaled(coefficient.standardError), decimals: decimals),
      isGray: coefficient.probability > 0.05)
  }

  private static func name(of factors: [Int]) -> String {
    guard let first = factors.first else { return "1" }
    if factors.count == 2 && factors[1] == first { return "x\(first + 1)²" }
    return factors.map { "x\($0 + 1)" }.joined(separator: " ")
  }

  private static func probability(_ value: Double) -> String {
    value < 0.001 ? "<0.001" : NumberText.fixed(value, decimals: 3)
  }
}
