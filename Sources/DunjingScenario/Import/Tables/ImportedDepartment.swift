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
  /// - Returns: the share of the work of incidents that is as much as that, where incidents alone bring more; otherwise nil.
  mutating func assumeHours(besides caseHours: Double) -> Double? {
    let hours = DefaultCatalog.hours(of: Double(officers), asIn: reference)
    assumedHoursPerYear = max(0, hours - caseHours).rounded()
    let rest = hours - (fixedHoursPerYear ?? 0)
    return caseHours > hours && rest > 0 ? rest / caseHours : nil
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
}

extension ImportedTables {
  /// Assumes the fixed work of departments of which no table says it: their officers are as busy as those of the same department
  /// of the city of reference. Where incidents alone bring more, their hours for each incident are scaled down to that. Without
  /// this call it is as if incidents brought no work.
  /// - Parameters:
  ///   - caseHours: hours a year that incidents of the study bring a department, by its id.
  ///   - hoursPerOfficer: hours that an officer can work in a year.
  public mutating func assumeFixedHours(besides caseHours: [String: Double], hoursPerOfficer: Double = 0) {
    var loads: [LocalizedText] = []
    followUpShares = [:]
    for index in departments.indices {
      let (department, hours) = (departments[index], caseHours[departments[index].id] ?? 0)
      guard let share = departments[index].assumeHours(besides: hours) else { continue }
      followUpShares[department.id] = share
      let capacity = Double(department.officers) * hoursPerOfficer
      let percent = capacity > 0 ? " \(Int((hours / capacity * 100).rounded())) %" : ""
      loads.append(LocalizedText(zh: department.name.zh + percent, en: department.name.en + percent))
    }
    tables[.departments] = CSVQuoting.table(ImportedDepartment.columns, departments.map(\.cells))
    guard !loads.isEmpty else { return }
    assumptions.append(
      ImportedAssumption(
        key: "incidentKinds.*.followUps",
        note: LocalizedText(
          zh: "每起警情的后续工时按参照城市的负荷率折减：\(loads.map(\.zh).listed.zh)",
          en:
            "Hours for each incident scaled down to the load of the city of reference: \(loads.map(\.en).listed.en)"
        )))
    notes.append(
      LocalizedText(
        zh:
          "\(loads.map(\.zh).listed.zh)：按参照城市每起警情的后续工时，单是警情带来的工作就占其能力的这么多；这些工时"
          + "（incidentKinds.*.followUps 的 hours）已折减到参照城市的负荷率 [H]，请换成本地的，并核对人数",
        en:
          "\(loads.map(\.en).listed.en): what incidents alone would bring, of what the officers can do, by the hours for each incident in "
          + "the city of reference; these hours (incidentKinds.*.followUps) are scaled down to the load there [H]: put in yours, and "
          + "check the officers"))
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
