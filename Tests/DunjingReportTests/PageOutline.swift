import Foundation
import FoundationXML

/// The structure of a page: its elements by depth with class and id, rows and cells of tables as counts, charts as their
/// label.
final class PageOutline: NSObject, XMLParserDelegate {
  private var lines: [String] = []
  private var path: [String] = []
  /// Elements below which nothing is told.
  private static let leaves: Set = [
    "svg", "style", "script", "thead", "tbody", "p", "li", "dl", "summary", "nav", "h1", "h2", "h3"
  ]

  /// Reads a page.
  init(of page: String) {
    super.init()
    let body = page.replacing(/<!DOCTYPE html>/, with: "").replacing(
      /<script[\s\S]*?<\/script>/, with: "<script/>")
    let parser = XMLParser(data: Data(body.utf8))
    parser.delegate = self
    if !parser.parse() { lines.append("not well formed: \(parser.parserError.map { "\($0)" } ?? "")") }
  }

  /// The outline; a line that is repeated stands once, with how often.
  var text: String {
    var runs: [(line: String, count: Int)] = []
    for line in lines {
      if runs.last?.line == line { runs[runs.count - 1].count += 1 } else { runs.append((line, 1)) }
    }
    return runs.map { $0.count > 1 ? "\($0.line) × \($0.count)" : $0.line }.joined(separator: "\n") + "\n"
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    defer { path.append(element) }
    guard !path.contains(where: Self.leaves.contains) else { return }
    var line = String(repeating: "  ", count: path.count) + element
    if let id = attributes["id"] { line += "#" + id }
    if let names = attributes["class"] { line += "." + names.replacing(" ", with: ".") }
    if let label = attributes["aria-label"] { line += " “\(label)”" }
    lines.append(line)
  }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?
  ) {
    path.removeLast()
  }
}
