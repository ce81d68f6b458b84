/// A linear scale from numbers to positions.
struct Scale: Sendable {
  /// The numbers at the ends.
  var domain: ClosedRange<Double>
  /// The position of the lower number.
  var start: Double
  /// The position of the upper number.
  var end: Double

  /// The position of a number.
  func callAsFunction(_ value: Double) -> Double {
    let span = domain.upperBound - domain.lowerBound
    guard span > 0, value.isFinite else { return start }
    return start + (value - domain.lowerBound) / span * (end - start)
  }

  /// Round numbers inside the domain.
  func ticks(about count: Int) -> [Double] {
    let step = Self.step(domain.upperBound - domain.lowerBound, about: count)
    guard step > 0 else { return [] }
    let first = (domain.lowerBound / step - 1e-9).rounded(.up)
    let last = (domain.upperBound / step + 1e-9).rounded(.down)
    guard last >= first, last - first < 100 else { return [] }
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }

  /// A scale whose domain is widened to round numbers.
  static func nice(_ low: Double, _ high: Double, about count: Int, start: Double, end: Double) -> Scale {
    guard low.isFinite, high.isFinite else { return Scale(domain: 0...1, start: start, end: end) }
    let isFlat = high - low < 1e-12 + 1e-9 * abs(high)
    let margin = isFlat ? max(0.5, abs(high) * 0.1) : 0
    let step = Self.step(high - low + 2 * margin, about: count)
    let lower = ((low - margin) / step + 1e-9).rounded(.down) * step
    let upper = ((high + margin) / step - 1e-9).rounded(.up) * step
    return Scale(domain: min(lower, upper)...max(lower, upper), start: start, end: end)
  }

  /// The step among 1, 2, 2.5 and 5 times a power of ten that cuts a span in about `count` parts.
  static func step(_ span: Double, about count: Int) -> Double {
    guard span.isFinite, span > 0, count > 0 else { return 0 }
    let raw = span / Double(count)
    var power = 1.0
    while power * 10 <= raw { power *= 10 }
    while power > raw { power /= 10 }
    let multiple = [1, 2, 2.5, 5].first { $0 * power >= raw * 0.999_999 } ?? 10
    return multiple * power
  }

  /// Decimals that tell ticks of this step apart.
  static func decimals(of step: Double) -> Int {
    var decimals = 0
    var scaled = step
    while decimals < 6, abs(scaled - scaled.rounded()) > 1e-6 {
      scaled *= 10
      decimals += 1
    }
    return decimals
  }
}
