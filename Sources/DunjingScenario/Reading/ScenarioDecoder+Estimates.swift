extension ScenarioDecoder {
  /// The estimates of numbers, with the rules that concern a row alone.
  func estimates() -> [EstimatedNumber] {
    (table(root, "estimates", Shapes.estimate) ?? []).map { row in
      let key = row.text("key", nil)
      let number = EstimatedNumber(
        key: key, value: row.number("value", nil), standardError: row.optionalNumber("standardError"),
        distribution: row.choice("distribution", nil) ?? .normal, group: row.optionalText("group") ?? key)
      check(number, row)
      return number
    }
  }

  private func check(_ number: EstimatedNumber, _ row: RecordCursor) {
    guard let key = NumberKey(number.key), number.isDrawable, isReached(number.key) else {
      log.add(.estimateOfNoNumber(number.key), keyPath: row.keyPath("key"))
      return
    }
    if !key.range.contains(number.value) {
      log.add(.outOfRange(found: number.value.short, key.range), keyPath: row.keyPath("value"))
    } else if !number.distribution.admits(value: number.value, standardError: number.standardError ?? 0) {
      log.add(
        .noSuchEstimate(number.distribution, value: number.value, standardError: number.standardError ?? 0),
        keyPath: row.keyPath("distribution"))
    }
  }
}
