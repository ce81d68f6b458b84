import DunjingRandom

extension RecordCursor {
  /// Returns minutes after midnight of a quoted time such as `"08:00"`; `"24:00"` is the end of the day.
  func minuteOfDay(_ key: String) -> Int {
    guard let node = raw(key) else {
      reportMissing(key)
      return 0
    }
    if case .scalar(let text, true) = node.content, let minute = Self.minute(text) { return minute }
    log.add(.badTime(node.shownText), at: node.place, keyPath: keyPath(key))
    return 0
  }

  private static func minute(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2,
      parts.allSatisfy({ $0.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let hours = Int(parts[0]), let minutes = Int(parts[1]), minutes < 60, hours * 60 + minutes <= 1440
    else { return nil }
    return hours * 60 + minutes
  }

  /// Returns the day of a date such as `2024-01-01`, with or without quotes.
  func day(_ key: String, _ fallback: CalendarDay) -> CalendarDay {
    guard let node = raw(key) else { return fallback }
    if let text = node.text, let day = Self.day(text) { return day }
    log.add(
      .badDay(node.shownText, meant: node.text.flatMap(Self.meantDay)), at: node.place, keyPath: keyPath(key))
    return fallback
  }

  private static func day(_ text: String) -> CalendarDay? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  /// Returns the day of a date in another form, such as `2024/1/1`, or nil.
  private static func meantDay(_ text: String) -> CalendarDay? {
    let numbers = text.split { !$0.isASCII || !$0.isNumber }.map { Int($0) ?? 0 }
    guard numbers.count == 3, numbers[0] > 999 else { return nil }
    let day = CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2])
    return day.isReal ? day : nil
  }

  /// Returns a distribution: a bare number, or one name with its parameters.
  func distribution(_ key: String, _ fallback: Distribution?) -> Distribution {
    guard let node = raw(key) else {
      if fallback == nil { reportMissing(key) }
      if let fallback { note(fallback, key) }
      return fallback ?? .constant(1)
    }
    return distribution(node, key) ?? fallback ?? .constant(1)
  }

  /// Notes the parameters of a default.
  private func note(_ distribution: Distribution, _ key: String) {
    let path = keyPath(key)
    switch distribution {
    case .exponential(let mean): log.numbers?["\(path).exponential.mean"] = mean
    case .gamma(let mean, let shape):
      log.numbers?["\(path).gamma.mean"] = mean
      log.numbers?["\(path).gamma.shape"] = shape
    case .logNormal(let median, let sigma):
      log.numbers?["\(path).logNormal.median"] = median
      log.numbers?["\(path).logNormal.sigma"] = sigma
    default: break
    }
  }

  private func distribution(_ node: RawNode, _ key: String) -> Distribution? {
    if node.text != nil { return number(node, key).map(Distribution.constant) }
    guard let entries = node.entries, entries.count == 1, let entry = entries.first else {
      reportType(node, key)
      return nil
    }
    guard let form = DistributionForm(rawValue: entry.key) else {
      let names = DistributionForm.allCases.map(\.rawValue)
      log.add(.unknownChoice(found: entry.key, choices: names), at: entry.place, keyPath: keyPath(key))
      return nil
    }
    if form == .constant { return number(entry.value, key).map(Distribution.constant) }
    let before = log.issues.count
    let cursor = RecordCursor(entry.value, form.shape, path: "\(keyPath(key)).\(entry.key)", log: log)
    let values = form.parameters.map { cursor.number($0, nil) }
    guard log.issues.count == before else { return nil }
    return form.distribution(values)
  }
}

/// The names of distributions in a bundle.
enum DistributionForm: String, CaseIterable {
  case constant, exponential, gamma, logNormal, weibull, triangular, uniform

  var parameters: [String] {
    switch self {
    case .constant: []
    case .exponential: ["mean"]
    case .gamma, .weibull: ["mean", "shape"]
    case .logNormal: ["median", "sigma"]
    case .triangular: ["low", "mode", "high"]
    case .uniform: ["low", "high"]
    }
  }

  var shape: RecordShape {
    RecordShape(rawValue, parameters.map(Self.parameter))
  }

  private static func parameter(_ name: String) -> KeyShape {
    let meaning: LocalizedText =
      switch name {
      case "mean": LocalizedText(zh: "均值。", en: "The mean.")
      case "median": LocalizedText(zh: "中位数。", en: "The median.")
      case "sigma":
        LocalizedText(zh: "对数的标准差。", en: "The standard deviation of the logarithm.")
      case "shape": LocalizedText(zh: "形状参数。", en: "The shape.")
      case "low": LocalizedText(zh: "最小值。", en: "The least value.")
      case "mode": LocalizedText(zh: "最可能的值。", en: "The most likely value.")
      default: LocalizedText(zh: "最大值。", en: "The greatest value.")
      }
    return .required(name, .number(.any), zh: meaning.zh, en: meaning.en)
  }

  /// Returns the distribution with parameters in the order of ``parameters``.
  func distribution(_ values: [Double]) -> Distribution {
    switch self {
    case .constant: .constant(values[0])
    case .exponential: .exponential(mean: values[0])
    case .gamma: .gamma(mean: values[0], shape: values[1])
    case .weibull:
      values[1] > 0
        ? .weibull(mean: values[0], shape: values[1]) : .weibull(scale: values[0], shape: values[1])
    case .logNormal: .logNormal(median: values[0], sigma: values[1])
    case .triangular: .triangular(low: values[0], mode: values[1], high: values[2])
    case .uniform: .uniform(low: values[0], high: values[1])
    }
  }
}
