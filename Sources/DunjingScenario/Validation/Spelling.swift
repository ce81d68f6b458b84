/// Finds the word somebody probably meant.
public enum Spelling {
  /// Returns the nearest candidate, or nil if all differ by more than a third of the letters (so that words of one or two may differ in case only); for a Chinese
  /// word the candidate that it stands for.
  ///
  /// A candidate that differs in nothing but digits is another one of a series, not a slip of the keyboard.
  public static func nearest(to word: String, in candidates: [String]) -> String? {
    let limit = min(word.count, 30) / 3
    var best: (word: String, distance: Int)?
    for candidate in candidates.prefix(2000)
    where abs(candidate.count - word.count) <= limit && !differOnlyInDigits(word, candidate) {
      let distance = Self.distance(Array(word.lowercased()), Array(candidate.lowercased()))
      if distance <= limit && distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word ?? ChineseWord.meant(by: word, among: candidates)
  }

  private static func differOnlyInDigits(_ first: String, _ second: String) -> Bool {
    func letters(_ text: String) -> String { text.filter { !$0.isNumber }.lowercased() }
    return letters(first) == letters(second) && first.lowercased() != second.lowercased()
  }

  /// The distance of Damerau (1964) in its restricted form: insertions, deletions, substitutions and swaps of
  /// neighbors.
  static func distance(_ first: [Character], _ second: [Character]) -> Int {
    var before: [Int] = []
    var row = Array(0...second.count)
    for i in 0..<first.count {
      var next = [i + 1]
      for j in 0..<second.count {
        var value = min(row[j + 1] + 1, next[j] + 1, row[j] + (first[i] == second[j] ? 0 : 1))
        if i > 0 && j > 0 && first[i] == second[j - 1] && first[i - 1] == second[j] {
          value = min(value, before[j - 1] + 1)
        }
        next.append(value)
      }
      (before, row) = (row, next)
    }
    return row[second.count]
  }
}
