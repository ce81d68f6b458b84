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
  package static func longitudeFirst(_ pair: Position) -> Position {
    let turned = Position(x: pair.y, y: pair.x)
    return ChinaBox.contains(turned) ? turned : pair
  }
}
