/// A position in one cell, as `112.97,28.19` or `(28.19，112.97)`.
package enum CombinedPosition {
  /// Returns the two numbers of a text in their order; nil where there are not two.
  package static func pair(of text: String) -> Position? {
    let plain = text.map { FullWidthCharacter.halfWidth(of: $0) ?? String($0) }.joined()
    let parts = plain.split { $0.isWhitespace || ",;、()[]".contains($0) }
      .map { OfficeNumber.value(of: String($0)) }
    guard parts.count == 2, let x = parts[0], let y = parts[1] else { return nil }
    return Position(x: x, y: y)
  }

  /// Returns a pair of degrees with the longitude first, known by the ranges of China; any other stays as it is.
  static func longitudeFirst(_ pair: Position) -> Position {
    (3...54).contains(pair.x) && (73...136).contains(pair.y) ? Position(x: pair.y, y: pair.x) : pair
  }

  /// Whether a column of pairs of degrees has the latitude first: what most pairs say by the ranges of China and of latitudes,
  /// else the heading.
  package static func isLatitudeFirst(_ pairs: [Position], heading: String) -> Bool {
    let swapped = pairs.count { longitudeFirst($0) != $0 || isLatitude($0.x) && !isLatitude($0.y) }
    let straight = pairs.count {
      let turned = Position(x: $0.y, y: $0.x)
      return longitudeFirst(turned) != turned || isLatitude($0.y) && !isLatitude($0.x)
    }
    guard swapped == straight else { return swapped > straight }
    func place(_ words: [String]) -> String.Index? {
      words.compactMap { heading.lowercased().firstRange(of: $0)?.lowerBound }.min()
    }
    guard let latitude = place(["纬", "lat"]), let longitude = place(["经", "lon", "lng"]) else { return false }
    return latitude < longitude
  }

  private static func isLatitude(_ value: Double) -> Bool { value.magnitude <= 90 }
}
