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
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let fault = isTab(at: mark, of: text) ? ScenarioFault.yamlTab : .yamlSyntax(problem)
      log.add(fault, at: place(mark), keyPath: "")
    case .duplicatedKeysInMapping(let duplicates, let context):
      for key in duplicates {
        log.add(.duplicateKey(key), at: place(context.mark), keyPath: key)
      }
    case .reader(let problem, _, _, _):
      log.add(.yamlSyntax(problem), at: place(nil), keyPath: "")
    default:
      log.add(.yamlSyntax("\(error)"), at: place(nil), keyPath: "")
    }
  }

  private func isTab(at mark: Mark, of text: String) -> Bool {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.endsYAMLLine)
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
