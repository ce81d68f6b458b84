/// Whether a text may name a grid rather than the officer of one (网格员), whose name stands in many rows too.
enum GridWord {
  private static let endings = ["网格", "社区", "村", "区", "beat", "tract"]

  /// Whether it has a digit, or ends in a word for areas.
  static func isOne(_ text: String) -> Bool {
    text.contains { ("0"..."9").contains($0) || ("０"..."９").contains($0) }
      || endings.contains(where: text.plainName.hasSuffix)
  }
}
