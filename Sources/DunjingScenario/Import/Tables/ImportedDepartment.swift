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

  /// Assumes the fixed work that makes its officers as busy as those of the city of reference: the work that these would have,
  /// less the work that incidents bring.
  /// - Parameter caseHours: hours a year that incidents bring it.
  /// - Returns: whether incidents alone bring more than that, so that there is no fixed work.
  mutating func assumeHours(besides caseHours: Double) -> Bool {
    let hours = DefaultCatalog.hours(of: Double(agency.officers + county.officers), asIn: reference)
    assumedHoursPerYear = max(0, hours - caseHours).rounded()
    return caseHours > hours
  }

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
  /// Whether the table does not say who has to stay.
  var isFloorAssumed = false
  /// Whether all have to stay because it is left blank who may be sent down.
  var isSendableBlank = false
}

/// A number of a study that no table says, and what was taken for it.
public struct ImportedAssumption: Sendable, Equatable {
  /// The key, with a `*` for the records of a list, such as `departments.*.fixedHoursPerYear`.
  public let key: String
  /// What was taken.
  public let note: LocalizedText
}

extension ImportedTables {
  /// Assumes the fixed work of departments of which no table says it: their officers are as busy as those of the same department
  /// of the city of reference. Without this call it is as if incidents brought no work.
  /// - Parameter caseHours: hours a year that incidents of the study bring a department, by its id.
  public mutating func assumeFixedHours(besides caseHours: [String: Double]) {
    var full: [LocalizedText] = []
    for index in departments.indices where departments[index].fixedHoursPerYear == nil {
      let department = departments[index]
      let isFull = departments[index].assumeHours(besides: caseHours[department.id] ?? 0)
      if isFull { full.append(department.name) }
    }
    tables[.departments] = CSVQuoting.table(ImportedDepartment.columns, departments.map(\.cells))
    guard !full.isEmpty else { return }
    notes.append(
      LocalizedText(
        zh:
          "\(full.map(\.zh).listed.zh)：警情带来的工作已超过参照城市的负荷率，固定工作量取 0 [H]；"
          + "请核对人数，以及这些部门每起警情的后续工时（incidentKinds.*.followUps 的 hours）",
        en:
          "\(full.map(\.en).listed.en): incidents alone bring more work than the load of the city of reference, so fixed work is 0 [H]; "
          + "check the officers, and the hours of these departments for each incident (hours in incidentKinds.*.followUps)"
      ))
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
