/// What a page shows of the output of a command, beside what the command printed.
///
/// Lines have to be the same to the letter, with one sign for what differs from machine to machine or is left out: `…` alone
/// on a line stands for any number of lines, none included, and within a line for any letters, such as seconds or a folder.
struct ShownOutput {
  let shown: [String]
  let printed: [String]

  /// - Parameter printed: what was printed; spaces at the ends of lines and empty lines at the end do not count.
  init(shown: [String], printed: String) {
    func trimmed(_ lines: [String]) -> [String] {
      let ends = lines.map { line in
        String(line.reversed().drop { $0 == " " || $0 == "\r" }.reversed())
      }
      return Array(ends.reversed().drop(while: \.isEmpty).reversed())
    }
    self.shown = trimmed(shown)
    let lines = printed.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    // The mark of the byte order, which a terminal does not show.
    self.printed = trimmed(lines.map { String($0.drop { $0 == "\u{FEFF}" }) })
  }

  /// Whether the page shows what was printed.
  var isRight: Bool {
    var reached: Set<Int> = [0]
    for pattern in shown {
      if pattern == "…" {
        reached = Set((reached.min() ?? printed.count + 1)...printed.count)
      } else {
        reached = Set(
          reached.filter { $0 < printed.count && Self.matches(pattern, printed[$0]) }.map { $0 + 1 })
      }
      if reached.isEmpty { return false }
    }
    return reached.contains(printed.count)
  }

  /// Whether a line of a page stands for a line that was printed.
  static func matches(_ pattern: String, _ line: String) -> Bool {
    let parts = pattern.split(separator: "…", omittingEmptySubsequences: false)
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return pattern == line }
    guard line.hasPrefix(first) else { return false }
    var rest = line.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.hasSuffix(last)
  }

  /// The lines of both: those of the page alone after `-`, those printed alone after `+`, those of both after a space.
  var difference: String {
    var common = [[Int]](
      repeating: [Int](repeating: 0, count: printed.count + 1), count: shown.count + 1)
    for i in shown.indices.reversed() {
      for j in printed.indices.reversed() {
        common[i][j] =
          Self.matches(shown[i], printed[j])
          ? common[i + 1][j + 1] + 1 : max(common[i + 1][j], common[i][j + 1])
      }
    }
    var (lines, i, j): ([String], Int, Int) = ([], 0, 0)
    while i < shown.count || j < printed.count {
      if i < shown.count, j < printed.count, Self.matches(shown[i], printed[j]) {
        lines.append("  " + printed[j])
        (i, j) = (i + 1, j + 1)
      } else if i < shown.count, j == printed.count || common[i + 1][j] >= common[i][j + 1] {
        lines.append("- " + shown[i])
        i += 1
      } else {
        lines.append("+ " + printed[j])
        j += 1
      }
    }
    return lines.joined(separator: "\n")
  }
}
