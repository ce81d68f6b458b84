extension HypercubeFileReader {
  /// Which numbers are allowed.
  enum Range {
    case notNegative
    case positive
  }

  /// The words for the number of atoms; the English noun is that of one.
  var atomsWord: LocalizedText {
    LocalizedText(zh: "arrivalRates 有 %d 个原子区", en: "arrivalRates has %d atom")
  }
  /// The words for the number of units; the English noun is that of one.
  var unitsWord: LocalizedText { LocalizedText(zh: "serviceRates 有 %d 个单元", en: "serviceRates has %d unit") }

  /// Adds an issue if a list is not as long as it has to be.
  mutating func check(
    _ count: Int?, _ wanted: Int, _ root: RawNode, _ keyPath: String, _ reason: LocalizedText
  ) {
    guard let count, count != wanted else { return }
    let node = KeyPathStep.steps(of: keyPath).reduce(Optional(root)) { node, step in
      node.flatMap { step.value(in: $0) }
    }
    let zh = reason.zh.replacing("%d", with: String(wanted))
    let en = reason.en.replacing("%d", with: String(wanted)) + (wanted == 1 ? "" : "s")
    let (entries, needed) = (
      EnglishCount.text(count, "entry", "entries"), EnglishCount.text(wanted, "entry", "entries")
    )
    add(
      node?.place, keyPath, "\(keyPath) 有 \(count) 项，而 \(zh)", "请写 \(wanted) 项",
      "\(keyPath) has \(entries) where \(en)", "write \(needed)")
  }

  /// Returns a list of numbers.
  mutating func numbers(_ node: RawNode?, _ keyPath: String, _ range: Range) -> [Double]? {
    guard let node else { return nil }
    guard let elements = node.elements, !elements.isEmpty else {
      add(
        node.place, keyPath, "\(keyPath) 应是数字的列表", "请写成 [0.5, 0.25]",
        "\(keyPath) has to be a list of numbers",
        "write [0.5, 0.25]")
      return nil
    }
    var values: [Double] = []
    for (index, element) in elements.enumerated() {
      if let value = number(element, "\(keyPath)[\(index)]", range) { values.append(value) }
    }
    return values.count == elements.count ? values : nil
  }

  /// The greatest number, and with its inverse the least one that is not 0: sums and ratios stay numbers.
  private static let greatest = 1e12

  private mutating func number(_ node: RawNode, _ keyPath: String, _ range: Range) -> Double? {
    guard case .scalar(let text, let isQuoted) = node.content, let value = Double(text), !value.isNaN,
      range == .positive ? value > 0 : value >= 0
    else { return refuse(node, keyPath, range) }
    guard !isQuoted else { return refuseQuotes(node, text, keyPath) }
    guard value <= Self.greatest, value == 0 || value >= 1 / Self.greatest else {
      return refuseSize(node, keyPath, range, isGreat: value > 1)
    }
    return value
  }

  /// Adds an issue about a number in quotes.
  private mutating func refuseQuotes(_ node: RawNode, _ text: String, _ keyPath: String) -> Double? {
    add(
      node.place, keyPath, "\(keyPath) 应是数字，而不是文本 \"\(text)\"", "请去掉引号，写成 \(text)",
      "\(keyPath) has to be a number, not the text \"\(text)\"", "leave out the quotes: write \(text)")
    return nil
  }

  /// Adds an issue about a number with which nothing can be calculated.
  private mutating func refuseSize(
    _ node: RawNode, _ keyPath: String, _ range: Range, isGreat: Bool
  ) -> Double? {
    let text = node.shownText
    let (zero, orZero) = range == .positive ? ("", "") : ("0 或", "0 or ")
    add(
      node.place, keyPath, "\(keyPath) 的值 \(text) \(isGreat ? "太大" : "太小")，无法计算",
      isGreat ? "请写不大于 1e12 的数字，或换用别的时间单位" : "请写\(zero.isEmpty ? "" : " " + zero)不小于 1e-12 的数字，或换用别的时间单位",
      "\(keyPath) is \(text), too \(isGreat ? "great" : "small") to calculate with",
      isGreat
        ? "write at most 1e12, or use another unit of time"
        : "write \(orZero)at least 1e-12, or use another unit of time")
    return nil
  }

  private mutating func refuse(_ node: RawNode, _ keyPath: String, _ range: Range) -> Double? {
    let (zh, en) = range == .positive ? ("大于 0 的", "greater than 0") : ("不小于 0 的", "of at least 0")
    add(
      node.place, keyPath, "\(keyPath) 应是\(zh)数字，而不是 \(node.shownText)", "请写\(zh)数字",
      "\(keyPath) has to be a number \(en), not \(node.shownText)", "write a number \(en)")
    return nil
  }

  mutating func travel(_ node: RawNode?) -> [[Double]]? {
    guard let node else { return nil }
    guard let rows = node.elements, !rows.isEmpty else {
      add(
        node.place, "travelMinutes", "travelMinutes 应是每个单元一行的表", "请写成 [[1, 4], [3, 2]]",
        "travelMinutes has to be a table with a row for each unit", "write [[1, 4], [3, 2]]")
      return nil
    }
    var table: [[Double]] = []
    for (row, element) in rows.enumerated() {
      if let minutes = numbers(element, "travelMinutes[\(row)]", .notNegative) { table.append(minutes) }
    }
    return table.count == rows.count ? table : nil
  }

  /// Returns the targets: one number for all atoms, or a list.
  mutating func targets(_ node: RawNode?, atoms: Int?) -> [Double]? {
    guard let node else { return nil }
    if node.elements != nil { return numbers(node, "targetMinutes", .notNegative) }
    guard let atoms else { return nil }
    return number(node, "targetMinutes", .notNegative).map { [Double](repeating: $0, count: atoms) }
  }

  mutating func line(_ node: RawNode?) -> HypercubeFile.Line? {
    guard let node else { return nil }
    if let line = node.text.flatMap(HypercubeFile.Line.init) { return line }
    add(
      node.place, "line", "line 不能是 \(node.shownText)", "请写 \"zero\"（不排队）或 \"infinite\"（排队）",
      "line cannot be \(node.shownText)", "write \"zero\" (nobody waits) or \"infinite\" (incidents wait)")
    return nil
  }

  /// Returns the preference lists; each names units that there are, one at least, none twice.
  mutating func preferences(_ node: RawNode?, units: Int?) -> [[Int]]? {
    guard let node else { return nil }
    guard let rows = node.elements, !rows.isEmpty else {
      add(
        node.place, "preferences", "preferences 应是每个原子区一行的表", "请写成 [[0, 1], [1, 0]]",
        "preferences has to be a table with a row for each atom", "write [[0, 1], [1, 0]]")
      return nil
    }
    var lists: [[Int]] = []
    for (row, element) in rows.enumerated() {
      if let list = order(element, "preferences[\(row)]", units: units) { lists.append(list) }
    }
    return lists.count == rows.count ? lists : nil
  }

  private mutating func order(_ node: RawNode, _ keyPath: String, units: Int?) -> [Int]? {
    let elements = node.elements ?? []
    let order = elements.compactMap { $0.text.flatMap(Int.init) }
    let known = order.allSatisfy { $0 >= 0 && $0 < units ?? .max }
    let whole = !needsAllUnits || units == nil || order.count == units
    if !order.isEmpty && order.count == elements.count && known && Set(order).count == order.count && whole {
      return order
    }
    let last = (units ?? 2) - 1
    let (zh, en) =
      last == 0
      ? ("只有一个单元，请写 [0]", "there is one unit: write [0]")
      : needsAllUnits
        ? ("请把 0 到 \(last) 各写一次，最想要的在前", "write each of 0 … \(last) once, the one wanted most first")
        : (
          "请写 0 到 \(last) 中的单元，各至多一次，最想要的在前",
          "write units of 0 … \(last), each at most once, the one wanted most first"
        )
    add(
      node.place, keyPath, "\(keyPath) 不是单元的次序：\(node.shownText)", zh,
      "\(keyPath) is no order of the units: \(node.shownText)", en)
    return nil
  }
}
