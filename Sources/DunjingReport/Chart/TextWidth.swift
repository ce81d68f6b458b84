/// Estimates how wide a text is: one em for Chinese, six tenths for Latin letters and digits, as in the widest of the
/// fonts of the page.
enum TextWidth {
  static func estimate(_ text: some StringProtocol, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { width, scalar in width + (scalar.value > 0x2E80 ? size : size * 0.6) }
  }

  /// The text, or as much of it as fits a width, with an ellipsis.
  static func shortened(_ text: String, to width: Double, size: Double) -> String {
    guard estimate(text, size: size) > width else { return text }
    var short = Substring(text)
    while !short.isEmpty, estimate(short + "…", size: size) > width { short.removeLast() }
    return short + "…"
  }
}

extension TextWidth {
  /// The text in lines that fit a width, cut between words or before Chinese characters; what is left over the lines
  /// allowed is shortened.
  static func wrapped(_ text: String, to width: Double, size: Double, lines limit: Int) -> [String] {
    var lines = [""]
    for part in parts(of: text) {
      let line = lines[lines.count - 1]
      let isFull = !line.isEmpty && estimate(line + part, size: size) > width && lines.count < limit
      if isFull {
        lines.append(part.trimmingPrefix(" ").description)
      } else {
        lines[lines.count - 1] = line + part
      }
    }
    return lines.map { shortened($0, to: width, size: size) }
  }

  /// Words with the space before them, and single Chinese characters.
  private static func parts(of text: String) -> [String] {
    var parts: [String] = []
    for character in text {
      let isWide = character.unicodeScalars.contains { $0.value > 0x2E80 }
      if isWide || character == " " || parts.isEmpty {
        parts.append(String(character))
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }
}

/// Places the entries of a legend from left to right, and on a new line where the width is used up.
struct LegendFlow {
  private let left: Double
  private let right: Double
  private let lineHeight: Double
  private var next: Point

  /// Creates a flow that starts at a point and uses a width.
  init(at start: Point, width: Double, lineHeight: Double = 17) {
    left = start.x
    right = start.x + width
    self.lineHeight = lineHeight
    next = start
  }

  /// The place of the next entry: a symbol of a width, and after it a text.
  mutating func place(symbol: Double, text: String) -> (symbol: Point, text: Point) {
    let width = symbol + 5 + TextWidth.estimate(text, size: 10)
    if next.x > left, next.x + width > right { next = Point(x: left, y: next.y + lineHeight) }
    let start = next
    next.x += width + 14
    return (start, Point(x: start.x + symbol + 5, y: start.y))
  }
}
