/// Reads nodes and ways of OpenStreetMap from the text form that `osmium cat -f opl` writes, one object a line.
///
/// Source: "OPL file format manual", osmcode.org. Objects other than nodes and ways, and fields other than positions,
/// tags and the nodes of a way, are passed over.
struct RoadTextReader {
  private var lines = RoadLines()
  private var indexOfNode: [Int: Int] = [:]

  /// A way before its nodes are known.
  private struct Way {
    var nodes: [Int]
    var tags: RoadTags
    var roadClass: String
  }

  /// Returns the roads of a file.
  /// - Throws: the number of the first line that is not of this form.
  static func read(_ bytes: [UInt8]) throws(BrokenLine) -> RoadLines {
    var reader = RoadTextReader()
    var ways: [Way] = []
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      switch line.first {
      case UInt8(ascii: "n"): try reader.readNode(line, number)
      case UInt8(ascii: "w"): if let way = try reader.way(line, number) { ways.append(way) }
      case nil, UInt8(ascii: "r"), UInt8(ascii: "c"), UInt8(ascii: "\r"): break
      default: throw BrokenLine(number: number)
      }
    }
    for way in ways { reader.add(way) }
    return reader.lines
  }

  /// A line of another form.
  struct BrokenLine: Error {
    var number: Int
    /// The longitude or latitude that is none; nil where the line is of another form.
    var position: String?
  }

  private mutating func readNode(_ line: ArraySlice<UInt8>, _ number: Int) throws(BrokenLine) {
    var id: Int?
    var (x, y): (Double?, Double?) = (nil, nil)
    var wrong: String?
    func degrees(_ text: String, upTo most: Double) -> Double? {
      let value = Double(text)
      if let value, value.magnitude <= most { return value }
      if !text.isEmpty { wrong = wrong ?? text }
      return nil
    }
    for field in line.split(separator: UInt8(ascii: " ")) {
      let text = String(decoding: field.dropFirst(), as: UTF8.self)
      switch field.first {
      case UInt8(ascii: "n"): id = Int(text)
      case UInt8(ascii: "x"): x = degrees(text, upTo: 180)
      case UInt8(ascii: "y"): y = degrees(text, upTo: 90)
      default: break
      }
    }
    guard let id else { throw BrokenLine(number: number) }
    if let wrong { throw BrokenLine(number: number, position: wrong) }
    // Nodes that were deleted have no position.
    guard let x, let y else { return }
    indexOfNode[id] = lines.positions.count
    lines.ids.append(String(id))
    lines.positions.append(Position(x: x, y: y))
  }

  private mutating func way(_ line: ArraySlice<UInt8>, _ number: Int) throws(BrokenLine) -> Way? {
    var tags: [String: String] = [:]
    var nodes: [Int] = []
    for field in line.split(separator: UInt8(ascii: " ")) {
      switch field.first {
      case UInt8(ascii: "T"): tags = Self.tags(field.dropFirst())
      case UInt8(ascii: "N"):
        for part in field.dropFirst().split(separator: UInt8(ascii: ",")) {
          // A reference may carry the position of its node: n17x8.6y49.9.
          let digits = part.dropFirst().prefix { $0 != UInt8(ascii: "x") }
          guard let id = Int(String(decoding: digits, as: UTF8.self)) else {
            throw BrokenLine(number: number)
          }
          nodes.append(id)
        }
      default: break
      }
    }
    guard let highway = tags["highway"] else { return nil }
    let meaning = RoadTags(tags)
    guard let roadClass = meaning.roadClass else {
      lines.leftOut[highway, default: 0] += 1
      return nil
    }
    return Way(nodes: nodes, tags: meaning, roadClass: roadClass)
  }

  private mutating func add(_ way: Way) {
    let known = way.nodes.compactMap { indexOfNode[$0] }
    lines.missingPoints += way.nodes.count - known.count
    guard known.count > 1 else { return }
    let direction = way.tags.direction
    lines.lines.append(
      RoadLines.Line(
        points: direction < 0 ? known.reversed() : known, roadClass: way.roadClass, isOneWay: direction != 0,
        speedKilometersPerHour: way.tags.speedKilometersPerHour))
  }

  private static func tags(_ field: ArraySlice<UInt8>) -> [String: String] {
    var tags: [String: String] = [:]
    for pair in field.split(separator: UInt8(ascii: ",")) {
      let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { tags[unescaped(parts[0])] = unescaped(parts[1]) }
    }
    return tags
  }

  /// The text with `%20%` and the like as the characters that they stand for.
  private static func unescaped(_ field: ArraySlice<UInt8>) -> String {
    let text = String(decoding: field, as: UTF8.self)
    guard text.contains("%") else { return text }
    return text.split(separator: "%", omittingEmptySubsequences: false).enumerated().map { number, part in
      guard number % 2 == 1 else { return String(part) }
      return UInt32(part, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
    }.joined()
  }
}
