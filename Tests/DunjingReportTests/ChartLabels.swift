import Foundation
import FoundationXML

/// A text of a chart and the room it takes, estimated from its length and the font size of its class.
struct ChartLabel: CustomStringConvertible {
  var text: String
  var left: Double
  var right: Double
  var top: Double
  var bottom: Double

  var description: String { "“\(text)” at \(Int(left)),\(Int(bottom))" }

  /// Whether two texts cover each other or come closer than a reader can part them.
  func overlaps(_ other: ChartLabel) -> Bool {
    let gap = 0.8
    return left < other.right + gap && other.left < right + gap && top < other.bottom + gap
      && other.top < bottom + gap
  }
}

/// A chart read back from a page: its size and its labels.
final class ParsedChart: NSObject, XMLParserDelegate {
  private(set) var name = ""
  private(set) var size: (width: Double, height: Double) = (0, 0)
  private(set) var labels: [ChartLabel] = []
  private var open: [String: String]?
  private var text = ""

  /// Reads every chart of a page.
  static func all(in page: String) -> [ParsedChart] {
    page.matches(of: /<svg[\s\S]*?<\/svg>/).map { match in
      let chart = ParsedChart()
      let parser = XMLParser(data: Data(match.output.utf8))
      parser.delegate = chart
      _ = parser.parse()
      return chart
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if element == "svg" {
      let numbers = (attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
      if numbers.count == 4 { size = (numbers[2], numbers[3]) }
      name = attributes["aria-label"] ?? ""
    }
    if element == "text" { (open, text) = (attributes, "") }
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard element == "text", let attributes = open else { return }
    open = nil
    let x = Double(attributes["x"] ?? "") ?? 0
    let y = Double(attributes["y"] ?? "") ?? 0
    let classes = (attributes["class"] ?? "").split(separator: " ")
    let font = classes.contains("title") ? 12.0 : classes.contains("best") ? 11 : 10
    let width = text.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E80 ? font : font * 0.54) }
    let shift = attributes["text-anchor"] == "end" ? 1 : attributes["text-anchor"] == "middle" ? 0.5 : 0
    labels.append(
      ChartLabel(
        text: text, left: x - shift * width, right: x + (1 - shift) * width, top: y - 0.74 * font,
        bottom: y + 0.12 * font))
  }
}
