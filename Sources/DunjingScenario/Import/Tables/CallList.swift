/// A list of calls, which is no table of a study though its calls have names and places.
enum CallList {
  /// Returns whether a column of a table holds the times of calls.
  static func isOne(_ table: OfficeTable) -> Bool {
    table.header.indices.contains { column in
      isTime(table.header[column].text.lowercased())
        && table.rows.lazy.filter { column < $0.count }.map { $0[column].text }.first { !$0.isEmpty }
          .map(isMoment) ?? false
    }
  }

  /// That a list of calls is not used, and what reads it.
  static func note(_ name: String) -> LocalizedText {
    LocalizedText(
      zh: "\(name)：像是接处警记录，没有使用；请用 dunjing import incidents",
      en: "\(name): looks like records of calls, and is not used; give it to dunjing import incidents")
  }

  private static func isTime(_ heading: String) -> Bool {
    ["接警", "报警", "接报", "派警", "出警", "处警", "到场", "到达"].contains(where: heading.contains)
      && heading.contains("时") || ["received", "arrived"].contains(heading)
      || ["call time", "time received", "dispatched", "on scene", "en route"].contains {
        EnglishWord.holds(heading, $0)
      }
  }

  /// Whether a cell holds a moment; a mean of minutes is none.
  private static func isMoment(_ text: String) -> Bool {
    text.contains(where: \.isNumber) && text.contains { ":：年/-".contains($0) }
  }
}
