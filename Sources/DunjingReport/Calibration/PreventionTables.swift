import DunjingCalibration
import DunjingScenario

/// The tables of a page about a calibration of prevention.
struct PreventionTables {
  private let outcome: PreventionOutcome

  init(_ outcome: PreventionOutcome) { self.outcome = outcome }

  private func percent(_ share: Double) -> DataTable.Cell { .init(NumberText.percent(share)) }

  private func fall(_ sample: PreventionSample?, _ index: Int) -> DataTable.Cell {
    guard let sample else { return .missing }
    let part = sample.falls[index] / outcome.subjects[index].target.fall
    return .init(
      NumberText.percent(sample.falls[index]), note: "(" + NumberText.percent(part, decimals: 0) + ")")
  }

  private static let cases = [
    LocalizedText(zh: "研究取值", en: "As in the study"),
    LocalizedText(zh: "最大（s、k 不变）\n化解不缺工时", en: "Largest (s, k held)\nmediation has time"),
    LocalizedText(zh: "最大（s、k 不变）\n化解可缺工时", en: "Largest (s, k held)\nmediation may be short"),
    LocalizedText(zh: "最大\n所有范围", en: "Largest\nall ranges")
  ]

  /// The hours alone, with each mechanism and with all: falls, and the part of the target in parentheses.
  func bundles(_ index: Int) -> DataTable {
    let rows = outcome.bundles.map { bundle in
      DataTable.Row(
        head: bundle.name(isAll: bundle.mechanisms.count > 1),
        cells: [bundle.present, bundle.held[index], bundle.short[index], bundle.free[index]].map {
          fall($0, index)
        }, tone: bundle.mechanisms.count > 1 ? .total : .plain)
    }
    return DataTable(
      heads: [LocalizedText(zh: "下沉工时，加", en: "Sent-down hours, and")] + Self.cases, rows: rows,
      layout: .compact)
  }

  /// Where the largest falls of the hours alone lie.
  func reach(_ index: Int) -> DataTable {
    let hours = outcome.hours
    let columns = [hours.present, hours.held[index], hours.short[index], hours.free[index]]
    let rows = outcome.parameters.enumerated().map { number, parameter in
      DataTable.Row(
        head: parameter.name,
        cells: [.init(parameter.text(of: parameter.range))]
          + columns.enumerated().map { column, sample in
            sample.map {
              .init(parameter.text(of: $0.values[number]), isGray: column < 3 && !parameter.isOfVisits)
            } ?? .missing
          })
    }
    func row(_ name: LocalizedText, _ value: (PreventionSample) -> String) -> DataTable.Row {
      DataTable.Row(
        head: name, cells: [.missing] + columns.map { $0.map { .init(value($0)) } ?? .missing }, tone: .total)
    }
    let derived = [
      row(LocalizedText(zh: "有效走访 x", en: "effective visits x")) {
        NumberText.fixed($0.visits[index], decimals: 2)
      },
      row(LocalizedText(zh: "由隐患产生的份额 s", en: "share from hazards s")) {
        NumberText.percent($0.shares[index])
      },
      row(LocalizedText(zh: "化解用时占上限", en: "room for mediation used")) {
        NumberText.percent($0.mediationLoad, decimals: 0)
      }, row(LocalizedText(zh: "降幅", en: "fall")) { NumberText.percent($0.falls[index]) }
    ]
    return DataTable(
      heads: [LocalizedText(zh: "参数", en: "Parameter"), LocalizedText(zh: "范围", en: "Range")] + Self.cases,
      rows: rows + derived, layout: .compact)
  }

  /// How many sets of values fit each attribution share, and in which ranges.
  var attributions: DataTable {
    let rows = stride(from: 10, through: 100, by: 10).map { whole -> DataTable.Row in
      let share = Double(whole) / 100
      let fits = outcome.fitting(share...share)
      let cells = outcome.subjects.indices.flatMap { index -> [DataTable.Cell] in
        let wanted = share * outcome.subjects[index].target.fall
        return [
          .init(NumberText.percent(wanted)),
          range(FittingRange(fits.map { $0.shares[index] }), isShare: true),
          range(FittingRange(fits.map { $0.visits[index] }), isShare: false)
        ]
      }
      return DataTable.Row(
        head: LocalizedText("\(whole)%"),
        cells: [
          .init(NumberText.whole(fits.count)),
          .init(NumberText.whole(fits.filter(outcome.hasTimeToMediate).count))
        ] + cells,
        isGray: fits.isEmpty)
    }
    let heads = outcome.subjects.flatMap { subject in
      [
        LocalizedText(zh: "\(subject.kind.zh)\n要解释", en: "\(subject.kind.en)\nto explain"),
        LocalizedText(zh: "隐患份额 s\n最小–最大", en: "share s\nleast–greatest"),
        LocalizedText(zh: "走访 x\n最小–最大", en: "visits x\nleast–greatest")
      ]
    }
    return DataTable(
      heads: [
        LocalizedText(zh: "归因份额", en: "Attribution"), LocalizedText(zh: "相符\n组", en: "Fit\nsets"),
        LocalizedText(zh: "其中化解\n不缺工时", en: "mediation\nhas time")
      ] + heads, rows: rows, layout: .compact)
  }

  private func range(_ range: FittingRange?, isShare: Bool) -> DataTable.Cell {
    guard let all = range?.all else { return .missing }
    return isShare
      ? .init(
        NumberText.percent(all.lowerBound, decimals: 0) + "–"
          + NumberText.percent(all.upperBound, decimals: 0))
      : .init(
        NumberText.fixed(all.lowerBound, decimals: 2) + "–" + NumberText.fixed(all.upperBound, decimals: 2))
  }

  /// The range of each parameter over the sets that fit.
  func ranges(of fits: [PreventionSample]) -> DataTable {
    let own = outcome.parameters.enumerated().map { index, parameter -> DataTable.Row in
      let found = FittingRange(fits.map { $0.values[index] })
      return DataTable.Row(
        head: parameter.name,
        cells: [
          .init(
            LocalizedText(parameter.text(of: parameter.range)),
            note: parameter.isStated ? nil : LocalizedText(zh: "一般范围", en: "usual")),
          .init(parameter.text(of: parameter.present)),
          found.map { .init(parameter.text(of: $0.all)) } ?? .missing,
          found.map { .init(parameter.text(of: $0.middle)) } ?? .missing
        ])
    }
    return DataTable(
      heads: [
        LocalizedText(zh: "参数", en: "Parameter"), LocalizedText(zh: "可信范围", en: "Plausible range"),
        LocalizedText(zh: "研究取值", en: "In the study"),
        LocalizedText(zh: "相符：最小–最大", en: "Fits: least–greatest"),
        LocalizedText(zh: "相符：中间 90%", en: "Fits: middle 90%")
      ], rows: own + derived(fits), layout: .compact)
  }

  /// What follows from the parameters: gain, shares and visits.
  private func derived(_ fits: [PreventionSample]) -> [DataTable.Row] {
    func row(
      _ name: LocalizedText, isShare: Bool, _ value: (PreventionSample) -> Double
    ) -> DataTable.Row {
      func text(_ range: ClosedRange<Double>?) -> DataTable.Cell {
        guard let range else { return .missing }
        let texts = [range.lowerBound, range.upperBound].map {
          isShare ? NumberText.percent($0) : NumberText.fixed($0, decimals: 2)
        }
        return .init(texts.joined(separator: " – "))
      }
      let found = FittingRange(fits.map(value))
      let present = value(outcome.hours.present)
      return DataTable.Row(
        head: name,
        cells: [
          text(FittingRange(outcome.samples.map(value))?.all),
          .init(isShare ? NumberText.percent(present) : NumberText.fixed(present, decimals: 2)),
          text(found?.all), text(found?.middle)
        ])
    }
    let gain = row(LocalizedText(zh: "有效走访增加 g", en: "growth of visits g"), isShare: true) { $0.gain }
    let load = row(LocalizedText(zh: "化解用时占上限", en: "room for mediation used"), isShare: true) {
      $0.mediationLoad
    }
    return [gain, load]
      + outcome.subjects.indices.flatMap { index in
        let kind = outcome.subjects[index].kind
        return [
          row(LocalizedText(zh: "\(kind.zh)：隐患份额 s", en: "\(kind.en): share s"), isShare: true) {
            $0.shares[index]
          },
          row(LocalizedText(zh: "\(kind.zh)：走访 x", en: "\(kind.en): visits x"), isShare: false) {
            $0.visits[index]
          }
        ]
      }
  }

  /// By theory: the effective visits at which the fall asked for comes out, by share and shape.
  func analytic(_ index: Int) -> DataTable {
    let own = outcome.hours.present.shares[index]
    let shapes: [Double] = [0.5, 1, 2, 3]
    let target = outcome.subjects[index].target.fall
    let (attribution, tolerance) = (outcome.settings.attribution, outcome.settings.tolerance)
    let falls =
      (attribution.lowerBound * target - tolerance)...(attribution.upperBound * target + tolerance)
    let shares = ([0.4, 0.6, 0.8, 1].filter { ($0 - own).magnitude > 0.02 } + [own]).sorted()
    let rows = shares.map { share in
      DataTable.Row(
        head: LocalizedText(NumberText.percent(share, decimals: 0)),
        cells: shapes.map { shape in
          let gain = outcome.visitGain(index, shape: shape, share: share)
          return DataTable.Cell(
            Self.text(gain.visits(fitting: falls)),
            note: LocalizedText("< " + NumberText.percent(gain.bound)))
        }, tone: share == own ? .best : .plain)
    }
    return DataTable(
      heads: [LocalizedText(zh: "隐患份额 s", en: "Share s")]
        + shapes.map { shape in
          let number = NumberText.fixed(shape, decimals: shape == 0.5 ? 1 : 0)
          return LocalizedText(
            zh: "形状 k = \(number)\nx；上限", en: "shape k = \(number)\nx; bound")
        }, rows: rows, layout: .compact)
  }

  private static func text(_ set: VisitSet) -> LocalizedText {
    func number(_ value: Double) -> String { NumberText.fixed(value, decimals: value < 10 ? 2 : 0) }
    return switch set {
    case .none: LocalizedText(zh: "无", en: "none")
    case .between(let range): LocalizedText(number(range.lowerBound) + "–" + number(range.upperBound))
    case .above(let least): LocalizedText("≥ " + number(least))
    }
  }
}

extension PreventionOutcome.Bundle {
  /// What is turned on.
  func name(isAll: Bool) -> LocalizedText {
    if mechanisms.isEmpty { return LocalizedText(zh: "（只有工时）", en: "(hours only)") }
    if isAll { return LocalizedText(zh: "以上全部机制", en: "all of these mechanisms") }
    return .list(mechanisms.map(\.name))
  }
}
