/// Whether records may hold only a part of the incidents of a study.
enum RecordedPart {
  /// The share of its incidents below which a study may have been given a sample.
  private static let few = 0.7

  /// Whether so many incidents are so few of what a study expects that they may be a sample.
  static func isLikely(_ recorded: Double, of expected: Double) -> Bool { recorded < few * expected }
}
