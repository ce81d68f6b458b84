import Dunjing

/// The policies of a comparison by mean response time, the shortest first.
struct Leaderboard {
  private let result: PolicyComparisonResult

  init(_ result: PolicyComparisonResult) { self.result = result }

  /// The table, in Markdown: levels, and differences to the first policy of the comparison with simultaneous intervals.
  var markdown: String {
    let columns: [(head: String, id: String)] = [
      ("Response from call, min", Indicator.responseMeanFromCall.rawValue),
      ("Within target, %", Indicator.withinTarget.rawValue), ("Longest response, min", "longestWait"),
      ("Gap of deciles, min", "decileGap")
    ]
    let heads = columns.flatMap { [$0.head, "difference"] }
    let lines = order.map { number in
      let cells = columns.flatMap { column -> [String] in
        guard let measure = result[column.id] else { return ["–", ""] }
        return [Self.level(measure, number), Self.difference(measure, number)]
      }
      return "| " + ([result.alternatives[number].en] + cells).joined(separator: " | ") + " |"
    }
    return
      (["| Policy | " + heads.joined(separator: " | ") + " |", "|---|" + heads.map { _ in "--:|" }.joined()]
      + lines)
      .joined(separator: "\n")
  }

  /// The policies by mean response time; ties in the order of the comparison.
  private var order: [Int] {
    let means = result[.responseMeanFromCall]?.estimates.map { $0?.mean ?? .infinity }
    return result.alternatives.indices.sorted { left, right in
      guard let means, means[left] != means[right] else { return left < right }
      return means[left] < means[right]
    }
  }

  private static func level(_ measure: PolicyMeasure, _ number: Int) -> String {
    measure.estimates[number].map { text(scaled($0.mean, measure)) } ?? "–"
  }

  /// The difference, in bold where it is told from none (Holm).
  private static func difference(_ measure: PolicyMeasure, _ number: Int) -> String {
    guard let difference = measure.differences[number] else { return "" }
    let mean = scaled(difference.mean, measure)
    let halfWidth = scaled(difference.simultaneousInterval.halfWidth, measure)
    let text = (mean > 0 ? "+" : "") + text(mean) + " ± " + text(halfWidth)
    return difference.isSignificant ? "**\(text)**" : text
  }

  private static func scaled(_ value: Double, _ measure: PolicyMeasure) -> Double {
    measure.unit == .share ? 100 * value : value
  }

  /// Two decimals, and a true minus sign.
  private static func text(_ value: Double) -> String {
    let hundredths = Int((100 * value.magnitude).rounded())
    let fraction = hundredths % 100
    return (value < 0 && hundredths > 0 ? "−" : "") + "\(hundredths / 100)." + (fraction < 10 ? "0" : "")
      + "\(fraction)"
  }
}
