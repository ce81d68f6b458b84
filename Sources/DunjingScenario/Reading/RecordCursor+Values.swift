extension RecordCursor {
  /// Returns a number; the fallback when it is not given, and an issue if there is none.
  func number(_ key: String, _ fallback: Double?) -> Double {
    guard let node = raw(key) else {
      if fallback == nil { reportMissing(key) }
      if let fallback { log.numbers?[keyPath(key)] = fallback }
      return fallback ?? 1
    }
    return number(node, key) ?? fallback ?? 1
  }

  /// Returns the number a raw value holds, or nil after an issue; outside its range the nearest bound, because sums
  /// and defaults are worked out from stand-ins as well.
  func number(_ node: RawNode, _ key: String, at path: String? = nil) -> Double? {
    let path = path ?? keyPath(key)
    guard case .scalar(let text, let isQuoted) = node.content else {
      reportType(node, key)
      return nil
    }
    switch NumberText(text) {
    case .number(let value) where isQuoted:
      log.add(.quotedNumber(text), at: node.place, keyPath: path)
      return value
    case .number(let value):
      log.numbers?[path] = value
      guard let range = shape[key]?.range, !range.contains(value) else { return value }
      log.add(.outOfRange(found: text, range), at: node.place, keyPath: path)
      return range.nearest(to: value)
    case .notFinite: log.add(.notFinite(text), at: node.place, keyPath: path)
    case .percent: log.add(.percent(text), at: node.place, keyPath: path)
    case .other: reportType(node, key)
    }
    return nil
  }

  /// Returns a whole number; the fallback when it is not given, and an issue if there is none.
  func integer(_ key: String, _ fallback: Int?) -> Int {
    guard let node = raw(key) else {
      if fallback == nil { reportMissing(key) }
      if let fallback { log.numbers?[keyPath(key)] = Double(fallback) }
      return fallback ?? 1
    }
    guard let value = number(node, key) else { return fallback ?? 1 }
    guard let whole = Int(exactly: value) else {
      reportType(node, key)
      return fallback ?? 1
    }
    return whole
  }

  /// Returns a whole number, or nil when it is not given.
  func optionalInteger(_ key: String) -> Int? {
    raw(key) == nil ? nil : integer(key, 0)
  }

  /// Returns true or false.
  func flag(_ key: String, _ fallback: Bool) -> Bool {
    guard let node = raw(key) else { return fallback }
    guard case .scalar(let text, false) = node.content,
      ["true", "false", "True", "False", "TRUE", "FALSE"].contains(text)
    else {
      reportType(node, key)
      return fallback
    }
    return text.lowercased() == "true"
  }

  /// Returns a text; the fallback when it is not given, and an issue if there is none.
  func text(_ key: String, _ fallback: String?) -> String {
    optionalText(key)
      ?? {
        if fallback == nil { reportMissing(key) }; return fallback ?? ""
      }()
  }

  /// Returns a number, or nil when it is not given.
  func optionalNumber(_ key: String) -> Double? {
    raw(key).flatMap { number($0, key) }
  }

  /// Returns a text, or nil when it is not given.
  func optionalText(_ key: String) -> String? {
    guard let node = raw(key) else { return nil }
    if node.text == nil { reportType(node, key) }
    return node.text
  }

  /// Returns a text in both languages: one text, `{zh, en}`, or the keys with `_zh` and `_en`.
  func localized(_ key: String, _ fallback: LocalizedText?) -> LocalizedText {
    let zh = shape[key + "_zh"] == nil ? nil : optionalText(key + "_zh")
    let en = shape[key + "_en"] == nil ? nil : optionalText(key + "_en")
    if let first = zh ?? en { return LocalizedText(zh: zh ?? first, en: en ?? first) }
    guard let node = raw(key) else {
      if fallback == nil { reportMissing(key) }
      return fallback ?? LocalizedText("")
    }
    return localized(node, key)
  }

  private func localized(_ node: RawNode, _ key: String) -> LocalizedText {
    if let text = node.text { return LocalizedText(text) }
    guard node.entries != nil else {
      reportType(node, key)
      return LocalizedText("")
    }
    let cursor = RecordCursor(node, Shapes.languages, path: keyPath(key), log: log)
    let (zh, en) = (cursor.optionalText("zh"), cursor.optionalText("en"))
    return LocalizedText(zh: zh ?? en ?? "", en: en ?? zh ?? "")
  }

  /// Returns one of a fixed set of names.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ fallback: Choice?, isNeeded: Bool = true
  ) -> Choice? where Choice.RawValue == String {
    guard let node = raw(key) else {
      if fallback == nil && isNeeded { reportMissing(key) }
      return fallback
    }
    guard let text = node.text else {
      reportType(node, key)
      return fallback
    }
    if let choice = Choice(rawValue: text) { return choice }
    let choices = Choice.allCases.map(\.rawValue)
    log.add(.unknownChoice(found: text, choices: choices), at: node.place, keyPath: keyPath(key))
    return fallback
  }

  /// Returns names out of a fixed set; a name that is not one of them is an issue at its own place.
  func choices<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ noun: LocalizedText, _ fallback: [Choice]
  ) -> [Choice] where Choice.RawValue == String {
    guard let node = raw(key) else { return fallback }
    guard let elements = node.elements else {
      reportType(node, key)
      return fallback
    }
    let known = Choice.allCases.map(\.rawValue)
    let choices = elements.enumerated().compactMap { index, element -> Choice? in
      if let choice = element.text.flatMap(Choice.init(rawValue:)) { return choice }
      let path = "\(keyPath(key))[\(index)]"
      log.add(.dangling(element.shownText, noun, known: known), at: element.place, keyPath: path)
      return nil
    }
    return choices.isEmpty && !elements.isEmpty ? fallback : choices
  }

  /// Returns a list of numbers of a fixed length, scaled to mean 1 if asked; nil when not given or wrong.
  func weights(_ key: String, count: Int, isNormalized: Bool) -> [Double]? {
    guard let node = raw(key) else { return nil }
    guard let elements = node.elements else {
      reportType(node, key)
      return nil
    }
    let values = elements.compactMap { number($0, key) }
    guard values.count == elements.count else { return nil }
    guard values.count == count else {
      log.add(.wrongCount(found: values.count, expected: count), at: node.place, keyPath: keyPath(key))
      return nil
    }
    return isNormalized ? normalized(values, node, key) : values
  }

  /// Returns a list of numbers of any length but zero; the fallback when it is not given, and an issue if there is none.
  func numbers(_ key: String, _ fallback: [Double]?) -> [Double] {
    guard let node = raw(key) else {
      if fallback == nil { reportMissing(key) }
      return fallback ?? []
    }
    guard let elements = node.elements, !elements.isEmpty else {
      reportType(node, key)
      return fallback ?? []
    }
    return elements.compactMap { number($0, key) }
  }

  private func normalized(_ values: [Double], _ node: RawNode, _ key: String) -> [Double]? {
    if let bad = values.first(where: { !NumberRange.nonnegative.contains($0) }) {
      log.add(.outOfRange(found: bad.short, .nonnegative), at: node.place, keyPath: keyPath(key))
      return nil
    }
    guard values.contains(where: { $0 > 0 }) else {
      log.add(.weightsWithoutSum, at: node.place, keyPath: keyPath(key))
      return nil
    }
    return values.scaledToMeanOne
  }

  /// Returns a list of texts; in a table also one text with spaces between the parts.
  func texts(_ key: String, _ fallback: [String]) -> [String] {
    guard let node = raw(key) else { return fallback }
    if let text = node.text, case .either = shape[key]?.value {
      return text.split(separator: " ").map(String.init)
    }
    guard let elements = node.elements, elements.allSatisfy({ $0.text != nil }) else {
      reportType(node, key)
      return fallback
    }
    return elements.compactMap(\.text)
  }
}

/// What a text says as a number.
enum NumberText: Equatable {
  case number(Double)
  case notFinite
  case percent
  case other

  init(_ text: String) {
    let lower = text.lowercased()
    let unsigned = lower.first == "-" || lower.first == "+" ? String(lower.dropFirst()) : lower
    if [".inf", "inf", "infinity", ".nan", "nan"].contains(unsigned) {
      self = .notFinite
    } else if text.last == "%" || text.last == "％" {
      self = .percent
    } else if text.utf8.allSatisfy(Self.isNumeric), let value = Double(text) {
      self = value.isFinite ? .number(value) : .notFinite
    } else {
      self = .other
    }
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || [43, 45, 46, 69, 101].contains(byte)
  }
}

extension [Double] {
  /// The values divided by their mean.
  var scaledToMeanOne: [Double] {
    let sum = reduce(0, +)
    return sum > 0 ? map { $0 * Double(count) / sum } : self
  }
}
