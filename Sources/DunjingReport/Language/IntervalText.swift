import DunjingStatistics

/// The numbers of an interval of changes as text.
struct IntervalText {
  let mean: String
  /// The mean without its sign.
  let size: String
  let low: String
  let high: String
  /// The level, such as `95%`.
  let level: String

  init(_ interval: ConfidenceInterval, decimals: Int) {
    mean = NumberText.signed(interval.mean, decimals: decimals)
    size = NumberText.level(abs(interval.mean), decimals: decimals)
    low = NumberText.signed(interval.lower, decimals: decimals)
    high = NumberText.signed(interval.upper, decimals: decimals)
    level = NumberText.percent(interval.level, decimals: 0)
  }
}
