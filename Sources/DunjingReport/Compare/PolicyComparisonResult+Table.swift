import DunjingExperiment
import DunjingScenario
import DunjingSimulation
import DunjingStatistics

extension PolicyComparisonResult {
  /// Returns indicators as a table of text, the custom ones always: the mean of each alternative with its interval, the
  /// difference to the first one with the interval that holds for all alternatives together, and what may be said of it.
  ///
  /// In the language of the locale unless another is given. Indicators without data are left out. Below the table are the notes without which it could be misread.
  public func table(of indicators: [Indicator], in language: TextLanguage = .ofLocale) -> String {
    let shipped = Set(Indicator.allCases.map(\.rawValue))
    let chosen =
      indicators.compactMap { self[$0] } + measures.filter { !shipped.contains($0.id) }
    var table = TextColumns([
      (LocalizedText(zh: "指标", en: "indicator").text(in: language), .left),
      (LocalizedText(zh: "策略", en: "policy").text(in: language), .left),
      (LocalizedText(zh: "均值", en: "mean").text(in: language), .right),
      (Self.differenceHead(alternatives[0]).text(in: language), .right),
      (LocalizedText(zh: "结论", en: "verdict").text(in: language), .left)
    ])
    for measure in chosen {
      for (number, name) in alternatives.enumerated() {
        table.add([
          number == 0 ? measure.nameWithUnit.text(in: language) : "", name.text(in: language),
          measure.meanText(number),
          measure.differenceText(number), measure.verdictText(number).text(in: language)
        ])
      }
    }
    return ([table.text] + notes.map { $0.text(in: language) }).joined(separator: "\n")
  }

  private static func differenceHead(_ first: LocalizedText) -> LocalizedText {
    LocalizedText(zh: "与“\(first.zh)”之差", en: "less “\(first.en)”")
  }

  /// What a reader has to know.
  private var notes: [LocalizedText] {
    let level = NumberText.ratio(confidence)
    let caption = LocalizedText(
      zh: "方案“\(treatment)”，\(replications) 次重复，共同随机数；±为\(level)置信区间半宽，差值的区间对各策略同时成立（Bonferroni），"
        + "结论经 Holm 校正。",
      en:
        "Treatment “\(treatment)”, \(replications) replications on common random numbers; ± is the half width of a \(level) "
        + "interval, for differences one that holds for all policies together (Bonferroni); verdicts by Holm."
    )
    return [caption]
      + zip(alternatives, unstableReplications).filter { $0.1 > 0 }.map { name, count in
        LocalizedText(
          zh: "注意：策略“\(name.zh)”的 \(replications) 次重复中有 \(count) 次待派警情持续增长，到场没有稳定值，其均值随统计期长短而变。",
          en:
            "Beware: under “\(name.en)” the number of waiting incidents grows without bound in \(count) of \(replications) "
            + "replications; response has no steady value there, and its means depend on the horizon.")
      }
  }
}

extension PolicyMeasure {
  /// The name with the unit of the values.
  fileprivate var nameWithUnit: LocalizedText {
    Indicator(rawValue: id)?.nameWithUnit ?? name.with(unit: unit.short)
  }

  fileprivate func meanText(_ alternative: Int) -> String {
    guard let estimate = estimates[alternative] else { return NumberText.missing }
    let decimals = decimals(estimates.compactMap { $0?.halfWidth }, around: estimates.compactMap { $0?.mean })
    let mean = NumberText.fixed(unit.scaled(estimate.mean), decimals: decimals)
    return mean + halfWidthText(estimate.halfWidth, decimals)
  }

  /// The difference of an alternative to the first one with its simultaneous interval; empty without one.
  func differenceText(_ alternative: Int) -> String {
    guard let difference = differences[alternative] else { return "" }
    let column = decimals(
      differences.compactMap { $0?.simultaneousInterval.halfWidth },
      around: differences.compactMap { $0?.mean })
    let (mean, halfWidth) = (unit.scaled(difference.mean), difference.simultaneousInterval.halfWidth)
    guard difference.isSignificant else {
      return NumberText.signed(mean, decimals: column) + halfWidthText(halfWidth, column)
    }
    // What is told from none is not shown as none, however wide other intervals are.
    let decimals = max(column, Self.decimals(showing: [mean, unit.scaled(halfWidth)]))
    let text = NumberText.signed(mean, decimals: decimals)
    return (PrintedNumber(text)?.value == 0 ? NumberText.level(mean, decimals: decimals) : text)
      + halfWidthText(halfWidth, decimals)
  }

  /// Decimals that show two digits of each number; of those too small for any decimals, nothing.
  private static func decimals(showing numbers: [Double]) -> Int {
    numbers.map(abs).filter { $0.isFinite && $0 >= 0.000_001 }.map(NumberText.decimals(forSpread:)).max() ?? 0
  }

  private func halfWidthText(_ halfWidth: Double, _ decimals: Int) -> String {
    halfWidth.isFinite ? " ± " + NumberText.fixed(unit.scaled(halfWidth), decimals: decimals) : ""
  }

  /// Decimals that show two digits of the widest interval, or suit the numbers where there is none.
  private func decimals(_ halfWidths: [Double], around values: [Double]) -> Int {
    let known = halfWidths.filter { $0.isFinite && $0 > 0 }.map(unit.scaled)
    return known.isEmpty
      ? NumberText.decimals(forColumn: values.map(unit.scaled)) : NumberText.decimals(forSpreadOf: known)
  }

  fileprivate func verdictText(_ alternative: Int) -> LocalizedText {
    switch verdict(of: alternative) {
    case .better: LocalizedText(zh: "更好", en: "better")
    case .worse: LocalizedText(zh: "更差", en: "worse")
    case .different: LocalizedText(zh: "不同", en: "different")
    case .notDistinguishable where isSame(alternative): LocalizedText(zh: "相同", en: "identical")
    case .notDistinguishable: LocalizedText(zh: "无法区分", en: "not told apart")
    case nil: LocalizedText("")
    }
  }

  /// Whether an alternative has the same number as the first one in every replication.
  private func isSame(_ alternative: Int) -> Bool {
    guard let difference = differences[alternative] else { return false }
    return difference.mean == 0 && difference.simultaneousInterval.halfWidth == 0
  }
}
