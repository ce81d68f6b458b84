/// The work of a department that no table says: its officers are as busy as those of the same department of the city of reference.
package struct AssumedWork: Sendable, Equatable {
  /// Hours a year that no incident begets: those of that load, less the hours that incidents bring.
  package let fixedHoursPerYear: Double
  /// The share of the hours that incidents bring that is as much as that load, where incidents alone bring more; otherwise nil.
  package let followUpShare: Double?

  /// Works it out.
  /// - Parameters:
  ///   - officers: the officers of the department.
  ///   - reference: the department of the city of reference that it is or is like.
  ///   - caseHours: hours a year that incidents bring it by the hours for each incident in the city of reference.
  ///   - known: its fixed hours a year where they are known; otherwise nil.
  package init(of officers: Int, asIn reference: Department, besides caseHours: Double, known: Double?) {
    let hours = DefaultCatalog.hours(of: Double(officers), asIn: reference)
    fixedHoursPerYear = max(0, hours - caseHours).rounded()
    let rest = hours - (known ?? 0)
    followUpShare = caseHours > hours && rest > 0 ? rest / caseHours : nil
  }

  /// The key of fixed work in the table of sources.
  package static let fixedKey = "departments.*.fixedHoursPerYear"
  /// The key of the hours for each incident in the table of sources.
  package static let followUpsKey = "incidentKinds.*.followUps"

  /// Returns the department of the city of reference that a department is, by its id, or is like, by its name.
  package static func reference(id: String, name: String) -> Department? {
    DefaultCatalog.departments.first { $0.id == id } ?? DepartmentWord(in: name)?.reference
      ?? DepartmentWord.unknown
  }

  /// Returns the source of hours for each incident that are scaled down, or of those that are not where there are no shares.
  package static func followUpNote(_ shares: [(name: LocalizedText, share: Double)]) -> LocalizedText {
    guard !shares.isEmpty else {
      return LocalizedText(zh: "每起警情的后续工时同参照城市", en: "Hours for each incident as in the city of reference")
    }
    let list = percents(shares)
    return LocalizedText(
      zh: "每起警情的后续工时折减到参照城市的 \(list.zh)",
      en: "Hours for each incident, of those in the city of reference: \(list.en)")
  }

  /// Returns shares by the ids of their departments as a cell of the table of sources holds them, to millionths.
  package static func value(_ shares: [(id: String, share: Double)]) -> String {
    NumbersByID(shares.map { ($0.id, ($0.share * 1e6).rounded() / 1e6) }).text
  }

  /// Returns the shares in per cent, each with the name of its department.
  package static func percents(_ shares: [(name: LocalizedText, share: Double)]) -> LocalizedText {
    let texts = shares.map { "\(Int(($0.share * 100).rounded())) %" }
    return LocalizedText(
      zh: zip(texts, shares).map { "\($0)（\($1.name.zh)）" }.listed.zh,
      en: zip(texts, shares).map { "\($0) (\($1.name.en))" }.listed.en)
  }
}

extension IncidentKind {
  /// Returns its follow-ups, with the hours of departments multiplied by their shares, to ten-thousandths of an hour.
  package func followUps(scaledBy shares: [String: Double]) -> [FollowUp] {
    followUps.map { followUp in
      guard let share = shares[followUp.department] else { return followUp }
      return FollowUp(
        department: followUp.department, hours: (followUp.hours * share * 10_000).rounded() / 10_000)
    }
  }
}

/// Numbers by id as one cell of the table of sources holds them, such as `legal 0, command 9413`.
package struct NumbersByID: Sendable, Equatable {
  /// The numbers in their order.
  package let ids: [String]
  package let values: [Double]

  /// - Parameter numbers: each with its id.
  package init(_ numbers: [(id: String, value: Double)]) {
    (ids, values) = (numbers.map(\.id), numbers.map(\.value))
  }

  /// Reads a cell; nil where it holds something else.
  package init?(_ text: String) {
    let pairs = text.split(separator: ",").map { $0.split(separator: " ") }
    let numbers = pairs.compactMap { pair in
      pair.count == 2 ? Double(pair[1]).map { (id: String(pair[0]), value: $0) } : nil
    }
    guard !numbers.isEmpty, numbers.count == pairs.count else { return nil }
    self.init(numbers)
  }

  /// The cell.
  package var text: String { zip(ids, values).map { "\($0) \($1.short)" }.joined(separator: ", ") }

  /// Returns the number of an id; nil where there is none.
  package subscript(id: String) -> Double? { ids.firstIndex(of: id).map { values[$0] } }
}
