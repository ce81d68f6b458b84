/// Words of tables that are kept in English: texts are taken apart into words, whatever stands between them.
enum EnglishWord {
  /// The most words of a heading; longer ones are sentences.
  private static let most = 8

  /// The words of a text in lower case.
  static func words(of text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }
  }

  /// Whether a text holds a phrase: its words one after another, the last maybe in the plural.
  static func holds(_ text: String, _ phrase: String) -> Bool { holds(words(of: text), phrase) }

  private static func holds(_ words: [Substring], _ phrase: String) -> Bool {
    let parts = Self.words(of: phrase)
    guard !parts.isEmpty, parts.count <= words.count else { return false }
    return (0...(words.count - parts.count)).contains { start in
      zip(words[start...], parts).enumerated().allSatisfy { index, pair in
        pair.0 == pair.1 || index == parts.count - 1 && pair.0 == pair.1 + "s"
      }
    }
  }

  /// Returns how surely a heading stands for a key of a table, the more the higher; nil where it does not.
  ///
  /// Of the phrases in it the longest counts, of these the first. An establishment comes last.
  static func weight(of heading: String, for key: String, in kind: StudyTableKind) -> Int? {
    let words = words(of: heading)
    guard words.count <= most, !isDenied(words, for: key) else { return nil }
    let phrases = headings[kind]?[key] ?? []
    let weights = phrases.indices.filter { holds(words, phrases[$0]) }.map { index in
      Self.words(of: phrases[index]).count * 100 - index
    }
    return weights.max().map { isEstablishment(heading) ? $0 - 1_000 : $0 }
  }

  /// Whether a heading names the officers that there may be, instead of those that there are.
  static func isEstablishment(_ heading: String) -> Bool {
    ["auth", "authorized", "authorised", "establishment", "budgeted", "approved", "funded"].contains {
      holds(heading, $0)
    }
  }

  /// Whether a heading says that a column counts one whole year: Calls 2023, annual incidents.
  static func saysYear(_ heading: String) -> Bool {
    let words = words(of: heading)
    let years = words.filter { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) && Int($0) != nil }
    let parts = [
      "month", "monthly", "quarter", "quarterly", "week", "weekly", "day", "daily", "ytd", "to date", "half",
      "rate", "share", "avg", "average", "mean", "to", "through", "since", "q1", "q2", "q3", "q4", "jan",
      "feb",
      "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january", "february",
      "march", "april", "june", "july", "august", "september", "october", "november", "december"
    ]
    guard !parts.contains(where: { holds(words, $0) }) else { return false }
    return years.count == 1
      || years.isEmpty && ["annual", "yearly", "per year", "per annum"].contains { holds(words, $0) }
  }

  /// Whether a heading that holds a word for a key counts or names something else.
  private static func isDenied(_ words: [Substring], for key: String) -> Bool {
    func has(_ phrases: [String]) -> Bool { phrases.contains { holds(words, $0) } }
    switch key {
    case "x", "y", "position":
      let isBoth = has(["lat", "latitude"]) && has(["long", "lon", "lng", "longitude"])
      return has(["system", "datum"]) || isBoth != (key == "position") && (isBoth || !has(["coordinate"]))
    case "population", "demandWeight":
      let isYearly = has(["per year", "per annum"])
      return has(["density", "rate", "percent", "rank", "change", "growth", "ratio", "cleared", "clearance"])
        || has(["per"]) && !isYearly
    case "count":
      return has(["sworn"]) || has(others)
    case "agencyOfficers", "sworn":
      return has(others)
    case "unitsPerFacility", "officersPerShift":
      return has(["plate", "model", "phone", "type", "name", "kind"])
    default:
      return false
    }
  }

  /// What is said of people who are no sworn officers at work.
  private static let others = [
    "civilian", "non", "unsworn", "professional", "pcso", "auxiliary", "auxiliaries", "volunteer", "vacant",
    "vacancy", "vacancies", "minimum", "min", "deployable"
  ]
}
