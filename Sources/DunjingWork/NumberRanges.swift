extension Sequence<Int> {
  /// Numbers as ranges of those that follow one another, ascending.
  var asRanges: [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for number in sorted() {
      if let last = ranges.last, number <= last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...Swift.max(last.upperBound, number)
      } else {
        ranges.append(number...number)
      }
    }
    return ranges
  }

  /// Numbers as ranges in text, such as `1–3, 7`.
  /// - Parameters:
  ///   - dash: what stands between the first and the last number of a range.
  ///   - separator: what stands between two ranges.
  ///   - most: how many ranges are written; an ellipsis stands for the others.
  public func ranges(dash: String = "–", separator: String, most: Int = .max) -> String {
    let ranges = asRanges
    let shown = ranges.prefix(most).map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)\(dash)\($0.upperBound)"
    }
    return (shown + (ranges.count > most ? ["…"] : [])).joined(separator: separator)
  }
}
