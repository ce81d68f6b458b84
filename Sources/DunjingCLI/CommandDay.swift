import Dunjing

/// Days that options name, checked.
enum CommandDay {
  /// Reads a day such as 2024-01-31.
  static func read(_ text: String, _ option: String) throws -> CalendarDay {
    guard let time = RecordTime(text), time.precision == .day else { throw fault([(text, option)]) }
    return time.day
  }

  /// Reads two days, in days since 1970-01-01; tells all that is wrong with them at once.
  static func both(
    _ one: (text: String, option: String), _ other: (text: String, option: String)
  ) throws -> (Int, Int) {
    let wrong = [one, other].filter { (try? read($0.text, $0.option)) == nil }
    guard wrong.isEmpty else { throw fault(wrong) }
    return try (
      read(one.text, one.option).daysSinceEpoch, read(other.text, other.option).daysSinceEpoch
    )
  }

  private static func fault(_ wrong: [(text: String, option: String)]) -> CommandFault {
    let words = wrong.map { text, option in
      text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) == nil
        ? LocalizedText(
          zh: "\(option) 应写成 2024-01-31 的形式，而不是 '\(text)'", en: "write \(option) as 2024-01-31, not '\(text)'"
        )
        : LocalizedText(
          zh: "\(option)：没有 \(text) 这一天，请写日历上有的日期",
          en: "\(option): there is no day \(text); write one of the calendar")
    }
    return CommandFault(
      zh: words.map(\.zh).joined(separator: "；") + "。", en: words.map(\.en).joined(separator: "; ") + ".")
  }
}
