/// Looks through YAML before it is parsed and refuses what could exhaust memory or the stack: anchors and
/// aliases, which can expand a few lines to gigabytes, and absurd nesting. Lines end where the parser ends them:
/// also at a single carriage return, and at U+0085, U+2028 and U+2029.
struct YAMLGuard {
  /// The first reason to refuse the text, or nil.
  private(set) var refusal: (fault: ScenarioFault, line: Int, column: Int)?

  /// The deepest nesting accepted.
  static let depthLimit = 64

  private var depth = 0
  private var quote: UInt8?
  private var line = 1
  private var column = 0
  private var startsValue = true
  private var isEscaped = false
  private var dashes = 0
  private var indentation = 0

  init(_ text: String) {
    var previous: UInt8 = 10
    var beforePrevious: UInt8 = 10
    var skipsComment = false
    for byte in text.utf8 {
      defer { (beforePrevious, previous) = (previous, byte) }
      if byte & 0xC0 != 0x80 { column += 1 }
      if byte == 10 && previous == 13 {
        column = 0
      } else if Self.endsLine(byte, after: previous, beforePrevious) {
        startLine()
        skipsComment = false
      } else if !skipsComment {
        if quote == nil && byte == 35 && (column == 1 || previous == 32 || previous == 9) {
          skipsComment = true
        } else {
          look(at: byte)
        }
      }
      if refusal != nil { return }
    }
  }

  private static func endsLine(_ byte: UInt8, after previous: UInt8, _ beforePrevious: UInt8) -> Bool {
    switch byte {
    case 10, 13: true
    case 0x85: previous == 0xC2
    case 0xA8, 0xA9: previous == 0x80 && beforePrevious == 0xE2
    default: false
    }
  }

  private mutating func startLine() {
    line += 1
    column = 0
    dashes = 0
    indentation = 0
    if quote == nil { startsValue = true }
  }

  private mutating func look(at byte: UInt8) {
    if let open = quote {
      if isEscaped {
        isEscaped = false
      } else if byte == 92 && open == 34 {
        isEscaped = true
      } else if byte == open {
        quote = nil
        startsValue = false
      }
      return
    }
    switch byte {
    case 32, 9: nest(spaces: 1)
    case 34, 39:
      if startsValue { quote = byte }
    case 38, 42:
      if startsValue { refuse(.aliases) }
    case 91, 123:
      depth += 1
      startsValue = true
      if depth > Self.depthLimit { refuse(.tooDeep) }
    case 93, 125:
      depth = max(0, depth - 1)
      startsValue = false
    case 44: startsValue = depth > 0
    case 58: startsValue = true
    case 45, 63:
      dashes += startsValue ? 1 : 0
      if dashes > Self.depthLimit { refuse(.tooDeep) }
    default: startsValue = false
    }
  }

  private mutating func nest(spaces: Int) {
    guard startsValue && dashes == 0 && column == indentation + 1 else { return }
    indentation += spaces
    if indentation > 4 * Self.depthLimit { refuse(.tooDeep) }
  }

  private mutating func refuse(_ fault: ScenarioFault) {
    refusal = (fault, line, column)
  }
}
