import Dunjing

/// What has to hold for the issues of any refused bundle.
struct IssueCheck {
  private let files: [String: [UInt8]]

  init(_ files: [String: [UInt8]]) {
    self.files = files
  }

  func check(_ error: InvalidScenario) throws(Broken) {
    try Broken.unless(!error.issues.isEmpty, "a scenario is refused without an issue")
    for language in TextLanguage.allCases {
      try Broken.unless(!error.text(in: language).isEmpty, "issues without text in \(language)")
    }
    // Every row of a table may have the same issue: a sample says as much.
    for issue in error.issues.prefix(40) {
      try checkPlace(issue)
      try Broken.unless(
        !issue.problem.zh.isEmpty && !issue.problem.en.isEmpty && !issue.remedy.zh.isEmpty
          && !issue.remedy.en.isEmpty, "issue at \(issue.keyPath) has no words")
    }
  }

  private func checkPlace(_ issue: ScenarioIssue) throws(Broken) {
    guard let bytes = files[issue.file] else {
      throw Broken(text: "issue in \(issue.file), no file of the bundle")
    }
    let isInside = [Self.lines(bytes, ends: Self.yamlEnds), Self.lines(bytes, ends: ["\n", "\r"])].contains {
      lines in
      let width = lines.indices.contains(issue.line - 1) ? lines[issue.line - 1] : 0
      return (1...(lines.count + 1)).contains(issue.line) && (1...(width + 2)).contains(issue.column)
    }
    try Broken.unless(
      isInside,
      "issue in line \(issue.line), column \(issue.column) of \(issue.file), outside of it: "
        + issue.problem.en)
  }

  /// The ends of lines of YAML 1.1; tables know only the first two.
  private static let yamlEnds: Set<Unicode.Scalar> = ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]

  /// The widths of lines in characters; a return with a line feed ends one line.
  private static func lines(_ bytes: [UInt8], ends: Set<Unicode.Scalar>) -> [Int] {
    var widths = [0]
    var previous: Unicode.Scalar = " "
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\n" && previous == "\r" {
        // The line has ended already.
      } else if ends.contains(scalar) {
        widths.append(0)
      } else {
        widths[widths.count - 1] += 1
      }
      previous = scalar
    }
    return widths
  }
}
