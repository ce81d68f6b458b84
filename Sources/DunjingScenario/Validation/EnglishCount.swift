/// Numbers with their words in English messages: 1 facility, 2 facilities.
package enum EnglishCount {
  /// Returns the number with its noun.
  package static func text(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(form(count, one, many))"
  }

  /// Returns the form of a noun or verb that goes with a number.
  package static func form(_ count: Int, _ one: String, _ many: String) -> String { count == 1 ? one : many }
}
