/// A position in one cell, as `112.97,28.19`, `(28.19，112.97)` or `东经113°53′8.8″，北纬30°24′49.5″`.
package struct CombinedPosition: Equatable, Sendable {
  /// The two numbers in their order; degrees with minutes and seconds as decimals.
  package let pair: Position
  /// Whether the latitude comes first by the directions in the text; nil where it has none.
  package let isLatitudeFirst: Bool?
  /// Whether degrees were written with minutes.
  package let hasMinutes: Bool

  /// Reads a text; nil where it is not two numbers, or can be read in two ways.
  package init?(_ text: String) {
    let plain = text.map { FullWidthCharacter.halfWidth(of: $0) ?? String($0) }.joined()
      .map { "()[]".contains($0) ? " " : String($0) }.joined()
    let parts = plain.split { ",;".contains($0) }.filter { !$0.allSatisfy(\.isWhitespace) }
    let words = plain.split(whereSeparator: \.isWhitespace)
    let found: CombinedPosition? =
      switch parts.count {
      case 2: CombinedPosition(Self.number(parts[0]), Self.number(parts[1]))
      case 1:
        words.count == 2
          ? CombinedPosition(Self.number(words[0]), Self.number(words[1])) : Self.divided(plain)
      default: nil
      }
    guard let found else { return nil }
    self = found
  }

  /// The position of two numbers; nil without one of them, and where only one has a direction, or both the same.
  private init?(_ first: DegreeText?, _ second: DegreeText?) {
    guard let first, let second, (first.axis == nil) == (second.axis == nil),
      first.axis == nil || first.axis != second.axis
    else { return nil }
    pair = Position(x: first.value, y: second.value)
    isLatitudeFirst = first.axis.map { $0 == .latitude }
    hasMinutes = first.hasMinutes || second.hasMinutes
  }

  /// The number in a part of a text; blanks divide a plain number from the next.
  private static func number(_ part: Substring) -> DegreeText? {
    let text = String(part).trimmingSpaces
    return DegreeText(text) ?? (text.contains(where: \.isWhitespace) ? nil : DegreeText(number: text))
  }

  /// The position of a text without a separator, such as `E113°53′8.8″N30°24′49.5″`; nil where it divides in no way, or several.
  private static func divided(_ text: String) -> CombinedPosition? {
    guard text.count <= longest, DegreeText.hasSign(text) else { return nil }
    let found = text.indices.dropFirst().compactMap { place in
      CombinedPosition(DegreeText(String(text[..<place])), DegreeText(String(text[place...])))
    }
    guard let only = found.first, found.allSatisfy({ $0 == only }) else { return nil }
    return only
  }

  /// The most characters of a text without a separator; longer ones are sentences.
  private static let longest = 64

  /// Returns the longitude first: by the directions in the text, otherwise by the order of its column.
  package func longitudeFirst(inColumnOfLatitudeFirst isTurned: Bool) -> Position {
    isLatitudeFirst ?? isTurned ? Position(x: pair.y, y: pair.x) : pair
  }

  /// Returns a pair of degrees with the longitude first, known by the ranges of China; any other stays as it is.
  package static func longitudeFirst(_ pair: Position) -> Position {
    let turned = Position(x: pair.y, y: pair.x)
    return ChinaBox.contains(turned) ? turned : pair
  }
}
