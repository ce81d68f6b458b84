/// Reads JSON (RFC 8259) into raw values with their places.
///
/// The YAML library is no substitute: it refuses the surrogate pairs with which JSON escapes rare characters of
/// names, accepts much that no other program reads as JSON, and takes several times as long for large maps.
/// `NaN` and `Infinity`, which some programs write, are read as words, so that the value is refused and not the file.
struct JSONReader {
  var file: Int
  var log: IssueLog
  var keyPath: String

  /// Returns the root, or nil after adding an issue.
  func read(_ text: String) -> RawNode? {
    var scanner = JSONScanner(text, file: file)
    do {
      let root = try scanner.document()
      for (key, place) in scanner.duplicates {
        log.add(.duplicateKey(key), at: place, keyPath: keyPath)
      }
      return root
    } catch {
      log.add(error.fault, at: error.place, keyPath: keyPath)
      return nil
    }
  }
}

/// A fault with its place, thrown where reading cannot go on.
struct PlacedFault: Error {
  var fault: ScenarioFault
  var place: Place
}

/// Reads one JSON text from its first byte to its last.
struct JSONScanner {
  let bytes: [UInt8]
  let file: Int
  var position = 0
  /// Where the line would start if every character were one byte long.
  var lineStart = 0
  private var line = 1
  /// Keys given again in the same object; the first value counts.
  private(set) var duplicates: [(key: String, place: Place)] = []

  init(_ text: String, file: Int) {
    bytes = Array(text.utf8)
    self.file = file
  }

  /// The next byte, or 0 at the end.
  var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

  /// Whether all has been read.
  var isAtEnd: Bool { position >= bytes.count }

  var place: Place { Place(file: file, line: line, column: position - lineStart + 1) }

  /// Returns the only value of the text.
  mutating func document() throws(PlacedFault) -> RawNode {
    skipSpace()
    guard !isAtEnd else { throw fault(.nothing) }
    let root = try value(depth: 1)
    skipSpace()
    guard position == bytes.count else { throw fault(.textAfterEnd) }
    return root
  }

  func fault(_ problem: JSONProblem) -> PlacedFault {
    PlacedFault(fault: .jsonSyntax(problem), place: place)
  }

  private mutating func value(depth: Int) throws(PlacedFault) -> RawNode {
    let place = place
    guard depth <= YAMLGuard.depthLimit else { throw PlacedFault(fault: .tooDeep, place: place) }
    let content: RawContent =
      switch next {
      case UInt8(ascii: "{"): .mapping(try members(depth: depth))
      case UInt8(ascii: "["): .list(try elements(depth: depth))
      case UInt8(ascii: "\""): .scalar(try string(), isQuoted: true)
      default: try word()
      }
    return RawNode(content: content, place: place)
  }

  private mutating func elements(depth: Int) throws(PlacedFault) -> [RawNode] {
    position += 1
    skipSpace()
    if take(UInt8(ascii: "]")) { return [] }
    var elements: [RawNode] = []
    repeat {
      skipSpace()
      elements.append(try value(depth: depth + 1))
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw fault(.close("]")) }
    return elements
  }

  private mutating func members(depth: Int) throws(PlacedFault) -> [RawEntry] {
    position += 1
    skipSpace()
    if take(UInt8(ascii: "}")) { return [] }
    var entries: [RawEntry] = []
    var keys: Set<String> = []
    repeat {
      skipSpace()
      let entry = try member(depth: depth)
      if keys.insert(entry.key).inserted {
        entries.append(entry)
      } else {
        duplicates.append((entry.key, entry.place))
      }
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw fault(.close("}")) }
    return entries
  }

  private mutating func member(depth: Int) throws(PlacedFault) -> RawEntry {
    let place = place
    guard next == UInt8(ascii: "\"") else { throw fault(isAtEnd ? .end : .key) }
    let key = try string()
    skipSpace()
    guard take(UInt8(ascii: ":")) else { throw fault(.colon) }
    skipSpace()
    return RawEntry(key: key, place: place, value: try value(depth: depth + 1))
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte, position < bytes.count else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\n"):
        line += 1
        lineStart = position + 1
      case UInt8(ascii: "\r"):
        // A return without a line feed ends a line as well.
        guard position + 1 == bytes.count || bytes[position + 1] != UInt8(ascii: "\n") else { break }
        line += 1
        lineStart = position + 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      default: return
      }
      position += 1
    }
  }
}
