/// A stretch of text of one look: what ``Markup/rich(_:)`` makes elements of, for writers of other formats.
struct TextRun: Equatable {
  /// The text, without marks.
  var text: String
  /// Whether it is strong.
  var isStrong = false
  /// The name of the number it is, as in ``NumberMark``; nil for other text.
  var number: String?

  /// The runs of a text with `**` and number marks.
  static func runs(of text: String) -> [TextRun] {
    Markup.rich(text).flatMap { runs(of: $0, isStrong: false) }
  }

  /// The text without any marks.
  static func plain(_ text: String) -> String {
    // Marks where a long word may be broken are for a page only.
    runs(of: text).map(\.text).joined().replacing("\u{200B}", with: "")
  }

  private static func runs(of markup: Markup, isStrong: Bool) -> [TextRun] {
    switch markup {
    case .text(let text):
      // A mark that is not closed is no mark.
      let shown = text.filter { ![NumberMark.start, NumberMark.middle, NumberMark.end].contains($0) }
      return shown.isEmpty ? [] : [TextRun(text: shown, isStrong: isStrong)]
    case .verbatim: return []
    case .element("strong", _, let children): return children.flatMap { runs(of: $0, isStrong: true) }
    case .element(_, let attributes, let children):
      let name = attributes.first { $0.name == "value" }?.value
      return children.flatMap { runs(of: $0, isStrong: isStrong) }.map {
        TextRun(text: $0.text, isStrong: isStrong, number: name)
      }
    }
  }
}
