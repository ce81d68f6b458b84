/// A department as a table of an office has it.
struct ImportedDepartment: Sendable {
  let id: String
  var name: LocalizedText
  /// Officers and those who have to stay, of the agencies and of the county.
  let agency: ImportedStaff
  let county: ImportedStaff
  /// The department of the city of reference that it is or is like.
  let reference: Department
  /// The weight of delay; nil where the table does not say it.
  let delayWeight: Double?
  /// Hours a year that no incident begets; nil where the table does not say them.
  let fixedHoursPerYear: Double?
  /// The same, assumed where the table does not say them.
  private(set) var assumedHoursPerYear = 0.0

  /// Assumes the fixed work that makes its officers as busy as those of the city of reference.
  /// - Parameter caseHours: hours a year that incidents bring it.
  /// - Returns: the share of the work of incidents that is as much as that, where incidents alone bring more; otherwise nil.
  mutating func assumeHours(besides caseHours: Double) -> Double? {
    let work = AssumedWork(of: officers, asIn: reference, besides: caseHours, known: fixedHoursPerYear)
    assumedHoursPerYear = work.fixedHoursPerYear
    return work.followUpShare
  }

  /// Its officers, of the agencies and of the county.
  var officers: Int { agency.officers + county.officers }

  /// Whether its name is Chinese in English too, as none of its words is known.
  var isWithoutEnglish: Bool { name.en == name.zh && !name.zh.allSatisfy(\.isASCII) }

  /// The cells of its row of a table, in the order of ``columns``; an English name that is to be filled in is left empty.
  var cells: [String] {
    [
      id, name.zh, isWithoutEnglish ? "" : name.en, "\(agency.officers)", "\(agency.floor)",
      "\(county.officers)", "\(county.floor)",
      (fixedHoursPerYear?.rounded() ?? assumedHoursPerYear).short,
      (delayWeight ?? reference.delayWeight).short
    ]
  }

  /// The columns of the table of departments.
  static let columns = [
    "id", "name_zh", "name_en", "agencyOfficers", "agencyFloor", "countyOfficers", "countyFloor",
    "fixedHoursPerYear", "delayWeight"
  ]
}

/// Officers of a department and those of them who have to stay.
struct ImportedStaff: Sendable {
  var officers = 0
  var floor = 0
  /// By which rule some have to stay of whom the table does not say it; nil where it does.
  var assumed: FloorRule?
  /// Whether all have to stay because it is left blank who may be sent down.
  var isSendableBlank = false
}

/// A number of a study that no table says, and what was taken for it.
public struct ImportedAssumption: Sendable, Equatable {
  /// The key, with a `*` for the records of a list, such as `departments.*.fixedHoursPerYear`.
  public let key: String
  /// What was taken.
  public let note: LocalizedText
  /// The numbers that were taken, by the ids of their records, where a later change has to be told from them; otherwise empty.
  public internal(set) var value = ""
}

extension ImportedTables {
  /// Assumes the fixed work of departments of which no table says it: their officers are as busy as those of the same department
  /// of the city of reference. Where incidents alone bring more, their hours for each incident are scaled down to that. Without
  /// this call it is as if incidents brought no work.
  /// - Parameter caseHours: hours a year that incidents of the study bring a department, by its id.
  public mutating func assumeFixedHours(besides caseHours: [String: Double]) {
    followUpShares = [:]
    for index in departments.indices {
      let id = departments[index].id
      followUpShares[id] = departments[index].assumeHours(besides: caseHours[id] ?? 0)
    }
    tables[.departments] = CSVQuoting.table(ImportedDepartment.columns, departments.map(\.cells))
    let assumed = departments.filter { $0.fixedHoursPerYear == nil }
    if let index = assumptions.firstIndex(where: { $0.key == AssumedWork.fixedKey }) {
      assumptions[index].value = NumbersByID(assumed.map { ($0.id, $0.assumedHoursPerYear) }).text
    }
    noteScaledFollowUps()
  }

  /// Notes the hours for each incident that are scaled down, for the table of sources and for the user to check.
  private mutating func noteScaledFollowUps() {
    let scaled = departments.compactMap { department in
      followUpShares[department.id].map { (id: department.id, name: department.name, share: $0) }
    }
    guard !scaled.isEmpty else { return }
    let shares = scaled.map { (name: $0.name, share: $0.share) }
    assumptions.append(
      ImportedAssumption(
        key: AssumedWork.followUpsKey, note: AssumedWork.followUpNote(shares),
        value: AssumedWork.value(scaled.map { ($0.id, $0.share) })))
    let list = AssumedWork.percents(shares)
    notes.append(
      LocalizedText(
        zh:
          "警力少，参照城市每起警情的后续工时在这里做不完，已折减到其 \(list.zh) [H]；请换成本地的（incidentKinds.*.followUps 的 hours）",
        en:
          "The city of reference's hours for each incident are too many for so few officers here, and were scaled to \(list.en) "
          + "of them [H]; put in yours (hours of incidentKinds.*.followUps)"))
  }
}

extension ImportedTables {
  /// A department of the tables whose name is not that of the department of the city of reference it was taken for.
  public struct Likeness: Sendable, Equatable {
    /// Its name.
    public let name: LocalizedText
    /// The key of the department of the city of reference.
    public let reference: String
    /// The name of that department.
    public let referenceName: LocalizedText
    /// Whether incidents bring it the work of that department, and not only its load and weight of delay are those.
    public let hasWork: Bool
  }

  /// The departments that are known by a word, but are called otherwise than those of the city of reference.
  public var likenesses: [Likeness] {
    departments.compactMap { department in
      let (own, other) = (department.name, department.reference)
      let isKnown = DepartmentWord(in: own.zh) != nil || department.id == other.id
      let isCalled = own.zh.contains(other.name.zh.replacing("机关", with: "").prefix { $0 != "、" })
      guard isKnown, !isCalled, own.en != other.name.en else { return nil }
      return Likeness(
        name: own, reference: other.id, referenceName: other.name, hasWork: department.id == other.id)
    }
  }
}
