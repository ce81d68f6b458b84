/// Which relative changes say something.
enum RelativeChange {
  /// The greatest change that is told as a share of the baseline: ten times as much. Beyond, the baseline is so near to zero
  /// that the share measures it rather than the change.
  static let most = 10.0

  /// Returns the change where it says something; nil beyond ``most``, and where it is none or not finite.
  static func told(_ share: Double?) -> Double? {
    share.flatMap { $0.isFinite && abs($0) <= most ? $0 : nil }
  }
}
