import DunjingScenario
import DunjingSimulation

/// Marks a number in a text with where it comes from: treatment, indicator and quantity.
///
/// The page writes a marked number as `<data value="sink20 withinTarget difference">+1.88</data>`, in sentences and in
/// tables alike, so that it can be found again in `results.json`. The marks are characters of private use, which no study
/// has a reason to contain; where there is no treatment to name, the text stays as it is.
enum NumberMark {
  /// What a number says of an indicator under a treatment.
  enum Quantity: String {
    /// The mean.
    case level
    /// Half the width of the interval of the mean.
    case levelHalfWidth
    /// Treatment minus baseline.
    case difference
    /// Half the width of the simultaneous interval of the difference.
    case halfWidth
    /// The lower end of that interval.
    case lower
    /// Its upper end.
    case upper
    /// The difference as a share of the baseline.
    case relative
    /// Half the width of its interval.
    case relativeHalfWidth
    /// The lower end of that interval.
    case relativeLower
    /// Its upper end.
    case relativeUpper
  }

  static let start: Character = "\u{E000}"
  static let middle: Character = "\u{E001}"
  static let end: Character = "\u{E002}"

  /// A number of an indicator; unmarked without a treatment, or where the number is missing.
  static func number(
    _ text: String, _ quantity: Quantity, of indicator: Indicator, under treatment: String?
  ) -> String {
    number(text, "\(indicator.rawValue) \(quantity.rawValue)", under: treatment)
  }

  /// A number that is no indicator, such as the officers who move.
  static func number(_ text: String, _ name: String, under treatment: String?) -> String {
    guard let treatment, text != NumberText.missing else { return text }
    return "\(start)\(treatment) \(name)\(middle)\(text)\(end)"
  }

  /// The text without marks.
  static func plain(_ text: String) -> String {
    var plain = ""
    var isName = false
    for character in text {
      switch character {
      case start: isName = true
      case middle: isName = false
      case end: continue
      default: if !isName { plain.append(character) }
      }
    }
    return plain
  }
}

extension LocalizedText {
  /// The text without the marks of ``NumberMark``.
  var plain: LocalizedText { LocalizedText(zh: NumberMark.plain(zh), en: NumberMark.plain(en)) }
}
