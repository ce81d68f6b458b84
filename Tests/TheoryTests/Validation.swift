import Foundation
import Synchronization
import Testing

/// Where checks are written down for Documentation/Validation.md, when `DUNJING_VALIDATION` names a folder.
///
/// Each check writes a file of its own, one line, tab-separated, so that tests may run in parallel:
/// name, formula or source, theory, simulated mean, half width, relative half width, replications, verdict. Numbers are
/// written as they are to be read: `scripts/verify` only puts lines together.
enum Validation {
  /// The table a check belongs to; `scripts/verify` has a heading for each.
  enum Group: String {
    /// The engine against theory.
    case engine
    /// A bias of 2 % that has to be caught.
    case planted
    /// Little's law on sample paths.
    case little
    /// An approximation beside the exact model.
    case formula
    /// Random variates and streams.
    case variates
    /// Intervals, comparisons and other statistics.
    case statistics
    /// Selection of the best.
    case selection
    /// Estimation from synthetic data.
    case fitting
  }

  private static let folder = ProcessInfo.processInfo.environment["DUNJING_VALIDATION"].map {
    URL(fileURLWithPath: $0)
  }
  private static let written = Mutex(Set<String>())

  /// Writes down a check that has been evaluated.
  ///
  /// - Parameters:
  ///   - name: What was checked, with its unit; unique in its group.
  ///   - source: The formula, or who published the value.
  ///   - value: The simulated mean, or the value checked.
  ///   - halfWidth: Half the width of its interval; nil if it has none.
  ///   - replications: Independent replications, trials or draws; nil if there are none.
  ///   - verdict: In one or two words.
  static func record(
    _ group: Group, _ name: String, source: String, theory: Double, value: Double, halfWidth: Double? = nil,
    replications: Int? = nil, verdict: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let file = "\(group.rawValue)-\(slug(name)).tsv"
    guard written.withLock({ $0.insert(file).inserted }) else {
      Issue.record("two checks are called \(name)", sourceLocation: sourceLocation)
      return
    }
    guard let folder else { return }
    let relative = halfWidth.flatMap { theory == 0 ? nil : $0 / abs(theory) }
    let fields = [
      name, source, number(theory), number(value), halfWidth.map { "± " + number($0, digits: 2) } ?? "–",
      relative.map { String(format: "%.2f %%", $0 * 100) } ?? "–", replications.map(String.init) ?? "–",
      verdict
    ]
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let line = fields.map { $0.replacing("|", with: "\\|") }.joined(separator: "\t") + "\n"
      try Data(line.utf8).write(to: folder.appendingPathComponent(file))
    } catch {
      Issue.record("cannot write \(file): \(error)", sourceLocation: sourceLocation)
    }
  }

  private static func number(_ value: Double, digits: Int = 5) -> String {
    String(format: "%.\(digits)g", value)
  }

  private static func slug(_ name: String) -> String {
    let kept = name.unicodeScalars.map { scalar in
      scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        ? String(scalar) : "-"
    }
    return kept.joined().lowercased()
  }
}
