/// Colors that stay apart for color-blind readers, and in lightness when printed in gray.
///
/// They mean the same in every chart: gray dashes are the baseline, orange is the treatment with the least harm index,
/// blue is every other treatment.
enum Palette {
  static let ink = "#1b1f24"
  static let gray = "#5b646f"
  static let grid = "#e3e7ec"
  static let broken = "#b9c0c8"
  static let blue = "#0b5c8a"
  static let lightBlue = "#a9cbdd"
  static let lightOrange = "#f0c9ae"
  static let orange = "#b23a08"
  static let plateau = "#e9eeea"
  static let baseline = "#5b646f"

  /// The color of a treatment's lines.
  static func line(isBest: Bool) -> String { isBest ? orange : blue }

  /// The color of a treatment's areas.
  static func area(isBest: Bool) -> String { isBest ? lightOrange : lightBlue }

  /// The color of one among several treatments that are not the best: the darker, the later.
  static func shade(_ number: Int, of count: Int) -> String {
    let shades = ["#8fbdd6", "#5b9cc0", "#2f7ba6", blue, "#06324b"]
    return count < 2 ? blue : shades[min(shades.count - 1, number * shades.count / count)]
  }
}
