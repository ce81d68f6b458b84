import DunjingCalibration
import DunjingScenario

/// What became of the kinds of records that no study names so, in sentences.
struct KindWords {
  /// Recorded kinds that were taken for one of the study.
  let alike: NamedKinds
  /// Recorded kinds that are none of the study.
  let unmapped: NamedKinds
  /// The records whose kind is one of the study.
  let known: Int

  /// The share of records of unknown kinds above which it is a warning.
  private static let most = 0.05
  /// The names that are listed.
  private static let limit = 8

  private var share: Double { Double(unmapped.count) / Double(max(1, unmapped.count + known)) }

  /// Which recorded kinds were matched by their usual names; nil where none were.
  var matched: LocalizedText? {
    guard !alike.names.isEmpty else { return nil }
    func list(_ left: String, _ right: String, _ separator: String) -> String {
      alike.names.map { "\(left)\($0.recorded)\(right) → \($0.kind ?? "") (\(NumberText.whole($0.count)))" }
        .joined(separator: separator)
    }
    return LocalizedText(
      zh: "按通用名称对应的类别：记录中的\(list("“", "”", "、"))；如有不符，请用 --kinds 指定。",
      en:
        "Recorded kinds matched by their usual names: \(list("'", "'", ", ")); if one is wrong, say so with --kinds."
    )
  }

  /// A few records of unknown kinds; nil where there are none, or so many that it is a warning.
  var few: LocalizedText? { share > Self.most ? nil : text }

  /// Many records of unknown kinds; nil where they are few.
  var warning: LocalizedText? { share > Self.most ? text : nil }

  private var text: LocalizedText? {
    guard !unmapped.names.isEmpty else { return nil }
    let (total, percent) = (NumberText.whole(unmapped.count), NumberText.percent(share))
    let verb = EnglishCount.form(unmapped.count, "record has a kind", "records have kinds")
    return LocalizedText(
      zh: "\(total) 条记录（\(percent)）的类别在研究中没有对应，未计入：\(names("空", "、"))。请用 --kinds 指定，其余的用 --rest。",
      en:
        "\(total) \(verb) that the study does not have (\(percent)), left out: \(names("empty", ", ")). "
        + "Say what they are with --kinds, and what all others are with --rest.")
  }

  private func names(_ empty: String, _ separator: String) -> String {
    unmapped.names.prefix(Self.limit)
      .map { "\($0.recorded.isEmpty ? empty : $0.recorded) (\(NumberText.whole($0.count)))" }
      .joined(separator: separator) + (unmapped.names.count > Self.limit ? " …" : "")
  }
}
