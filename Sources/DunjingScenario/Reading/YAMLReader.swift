import Yams

/// Reads YAML into raw values; the only file that knows the YAML library.
struct YAMLReader {
  var file: Int
  var log: IssueLog

  /// Returns the root, or nil after adding issues.
  func read(_ text: String) -> RawNode? {
    let guardian = YAMLGuard(text)
    if let refusal = guardian.refusal {
      log.add(refusal.fault, at: Place(file: file, line: refusal.line, column: refusal.column), keyPath: "")
      return nil
    }
    do {
      // Values are told apart by their keys: guessing types by regular expressions would only cost time.
      guard let node = try Yams.compose(yaml: text, .basic) else {
        log.add(.emptyFile, at: place(nil), keyPath: "")
        return nil
      }
      return raw(node)
    } catch let error as YamlError {
      report(error, text)
    } catch {
      log.add(.yamlSyntax("\(error)"), at: place(nil), keyPath: "")
    }
    return nil
  }

  private func place(_ mark: Mark?) -> Place {
    Place(file: file, line: max(1, mark?.line ?? 1), column: max(1, mark?.column ?? 1))
  }

  private func report(_ error: YamlError, _ text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.endsYAMLLine)
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let found = fault(problem, mark, context?.mark, in: lines)
      log.add(found.fault, at: place(found.mark), keyPath: "")
    case .duplicatedKeysInMapping(let duplicates, let context):
      report(twice: duplicates, context.mark, lines)
    case .reader(let problem, _, let value, _):
      log.add(.yamlSyntax(problem), at: place(of: value, in: lines), keyPath: "")
    default:
      log.add(.yamlSyntax("\(error)"), at: place(nil), keyPath: "")
    }
  }

  /// Returns what is wrong and where: quotes, brackets and keys are blamed where they begin, not where they are missed.
  private func fault(_ problem: String, _ mark: Mark, _ start: Mark?, in lines: [Substring]) -> (
    fault: ScenarioFault, mark: Mark
  ) {
    if isTab(at: mark, of: lines) { return (.yamlTab, mark) }
    guard let start else { return (.yamlSyntax(problem), mark) }
    switch problem {
    case "found unexpected end of stream", "found unexpected document indicator",
      "could not find expected ':'":
      return (.yamlSyntax(problem), start)
    case "did not find expected ',' or '}'" where start.line < mark.line,
      "did not find expected ',' or ']'" where start.line < mark.line:
      let isAtEnd = lines.dropFirst(mark.line - 1).joined().dropFirst(mark.column - 1).isEmpty
      let closing: Character = problem.contains("}") ? "}" : "]"
      return (.yamlOpenBracket(closing, until: isAtEnd ? nil : place(mark)), start)
    default: return (.yamlSyntax(problem), mark)
    }
  }

  /// Adds an issue for each key given twice, at the second place where the block of keys shows one; the mark is that of one of
  /// the keys.
  private func report(twice keys: [String], _ mark: Mark, _ lines: [Substring]) {
    for key in keys {
      let numbers = Self.lines(of: key, around: mark, in: lines)
      guard numbers.count > 1 else {
        log.add(.duplicateKey(key), at: place(mark), keyPath: key)
        continue
      }
      let second = Place(file: file, line: numbers[1], column: mark.column)
      log.add(.keyTwice(key, firstLine: numbers[0]), at: second, keyPath: key)
    }
  }

  /// Returns the lines that begin with a key in the column of a mark, in the block of keys to which it belongs.
  private static func lines(of key: String, around mark: Mark, in lines: [Substring]) -> [Int] {
    let margin = String(repeating: " ", count: max(0, mark.column - 1))
    let forms = [key, "'\(key)'", "\"\(key)\""].map { $0 + ":" }
    func belongs(_ line: Substring) -> Bool {
      let content = line.drop { $0 == " " }
      return content.isEmpty || content.first == "#" || line.hasPrefix(margin)
    }
    let above = lines.prefix(mark.line).lastIndex { !belongs($0) } ?? -1
    let below = lines.dropFirst(mark.line).firstIndex { !belongs($0) } ?? lines.count
    return ((above + 1)..<below).filter { index in
      forms.contains(where: lines[index].dropFirst(margin.count).hasPrefix) && lines[index].hasPrefix(margin)
    }.map { $0 + 1 }
  }

  /// Returns where a character with a number stands first, or the start of the file.
  private func place(of character: Int32, in lines: [Substring]) -> Place {
    for (index, line) in lines.enumerated() {
      let column = line.unicodeScalars.enumerated().first {
        $0.element.value == UInt32(bitPattern: character)
      }
      if let column { return Place(file: file, line: index + 1, column: column.offset + 1) }
    }
    return place(nil)
  }

  private func isTab(at mark: Mark, of lines: [Substring]) -> Bool {
    guard lines.indices.contains(mark.line - 1) else { return false }
    return lines[mark.line - 1].unicodeScalars.dropFirst(mark.column - 1).first == "\t"
  }

  private func raw(_ node: Node) -> RawNode {
    let place = place(node.mark)
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style != .plain && scalar.style != .any
      if !isQuoted && ["", "~", "null", "Null", "NULL"].contains(scalar.string) {
        return RawNode(content: .empty, place: place)
      }
      return RawNode(content: .scalar(scalar.string, isQuoted: isQuoted), place: place)
    case .sequence(let sequence):
      return RawNode(content: .list(sequence.map(raw)), place: place)
    case .mapping(let mapping):
      let entries = mapping.map { pair in
        RawEntry(
          key: pair.key.scalar?.string ?? raw(pair.key).flowText,
          place: self.place(pair.key.mark), value: raw(pair.value))
      }
      return RawNode(content: .mapping(entries), place: place)
    case .alias:
      return RawNode(content: .empty, place: place)
    }
  }
}
