import Dunjing

/// An estimate with its interval, as the program writes it in JSON.
struct IntervalRecord: Encodable {
  let mean: Double
  let halfWidth: Double

  init(_ interval: ConfidenceInterval) { (mean, halfWidth) = (interval.mean, interval.halfWidth) }
}
