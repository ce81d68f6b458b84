import DunjingScenario
import DunjingWorld

/// The work of departments that an import of tables assumed, under other rates of incidents: by its rule, so that officers stay as
/// busy as those of the city of reference. Numbers that are not as the import wrote them are somebody's own and stay.
public struct AssumedHours: Sendable, Equatable {
  /// Fixed hours a year by the id of the department, where they are assumed.
  public let fixed: [String: Double]
  /// What share of the hours of the city of reference an incident brings, by the id of the department, where they are assumed.
  public let shares: [String: Double]
  /// The departments whose hours for each incident are fewer than in the city of reference, with their shares of these.
  public var scaled: [(name: LocalizedText, share: Double)] { scaledDepartments.map { ($0.name, $0.share) } }

  let scaledDepartments: [ScaledDepartment]
  /// The source of the fixed hours in the study; nil where they are its own.
  let fixedNote: SourceNote?

  /// Nil where the study has no assumed work.
  /// - Parameters:
  ///   - before: the study as it was.
  ///   - after: the same with other rates.
  init?(_ before: Scenario, _ after: Scenario) {
    func note(_ key: String) -> SourceNote? { before.sources.first { $0.key == key } }
    let (fixedNote, followUpNote) = (note(AssumedWork.fixedKey), note(AssumedWork.followUpsKey))
    self.fixedNote = fixedNote?.mark == .assumed ? fixedNote : nil
    guard self.fixedNote != nil || followUpNote?.mark == .assumed else { return nil }
    let stated = StatedHours(before, fixed: self.fixedNote, followUps: followUpNote)
    let departments = before.departments
    let fixed = departments.filter { stated.fixed[$0.id] == $0.fixedHoursPerYear }.map(\.id)
    let areFollowUpsAssumed = followUpNote.map { $0.mark == .assumed } ?? true
    let scaled = departments.map(\.id).filter {
      areFollowUpsAssumed && Self.isScaled(before.incidentKinds, $0, by: stated.shares[$0] ?? 1)
    }
    guard !(fixed.isEmpty && scaled.isEmpty) else { return nil }
    let work = Self.work(after, fixed: Set(fixed), scaled: Set(scaled))
    let shares = Dictionary(scaled.map { ($0, work[$0]?.followUpShare ?? 1) }) { $1 }
    self.fixed = Dictionary(fixed.compactMap { id in work[id].map { (id, $0.fixedHoursPerYear) } }) { $1 }
    self.shares = shares
    scaledDepartments = departments.compactMap { department in
      shares[department.id].flatMap { share in
        share < 1 ? ScaledDepartment(id: department.id, name: department.name, share: share) : nil
      }
    }
  }

  /// The work of departments by the rule of the import, with the hours for each incident of the city of reference.
  static func work(_ study: Scenario, fixed: Set<String>, scaled: Set<String>) -> [String: AssumedWork] {
    var plain = study
    for index in plain.incidentKinds.indices {
      plain.incidentKinds[index].followUps = followUps(of: study.incidentKinds[index], scaled: scaled)
    }
    let hours = ExpectedDemand(plain).caseHours
    let pairs = zip(study.departments, hours).compactMap { department, hours -> (String, AssumedWork)? in
      guard let reference = AssumedWork.reference(id: department.id, name: department.name.zh) else {
        return nil
      }
      let known = fixed.contains(department.id) ? nil : department.fixedHoursPerYear
      return (
        department.id,
        AssumedWork(of: department.officers, asIn: reference, besides: hours, known: known)
      )
    }
    return Dictionary(pairs) { $1 }
  }

  /// The follow-ups of a kind, those of some departments as in the city of reference.
  private static func followUps(of kind: IncidentKind, scaled: Set<String>) -> [FollowUp] {
    kind.followUps.map { followUp in
      guard scaled.contains(followUp.department),
        let hours = referenceHours(of: kind.id, followUp.department)
      else { return followUp }
      var plain = followUp
      plain.hours = hours
      return plain
    }
  }

  /// Whether incidents bring a department the hours of the city of reference times a share.
  private static func isScaled(_ kinds: [IncidentKind], _ department: String, by share: Double) -> Bool {
    kinds.allSatisfy { kind in
      let hours = kind.followUps.filter { $0.department == department }.map(\.hours)
      let expected = (referenceHours(of: kind.id, department) ?? 0) * share
      return hours.count <= 1 && abs((hours.first ?? 0) - expected) < 1e-3
    }
  }

  private static func referenceHours(of kind: String, _ department: String) -> Double? {
    DefaultCatalog.incidentKinds.first { $0.id == kind }?
      .followUps.first { $0.department == department }?.hours
  }

  /// The follow-ups of a kind under these shares.
  func followUps(of kind: IncidentKind) -> [FollowUp] {
    var plain = kind
    plain.followUps = Self.followUps(of: kind, scaled: Set(shares.keys))
    return plain.followUps(scaledBy: shares)
  }
}

/// A department whose hours for each incident are a share of those of the city of reference.
struct ScaledDepartment: Sendable, Equatable {
  let id: String
  let name: LocalizedText
  let share: Double
}

/// The numbers that an import wrote, as the table of sources has them or, in one of an older import, by the rule under the rates
/// of the study.
private struct StatedHours {
  private(set) var fixed: [String: Double] = [:]
  private(set) var shares: [String: Double] = [:]

  init(_ study: Scenario, fixed fixedNote: SourceNote?, followUps: SourceNote?) {
    let ids = study.departments.map(\.id)
    let fixed = fixedNote.map { NumbersByID($0.statedValue ?? $0.value) }
    let shares = followUps.map { NumbersByID($0.statedValue ?? $0.value) }
    let isOld = fixed == .some(nil) || shares == .some(nil)
    let work = isOld ? AssumedHours.work(study, fixed: Set(ids), scaled: Set(ids)) : [:]
    for id in ids {
      if let fixed { self.fixed[id] = fixed.map { $0[id] } ?? work[id]?.fixedHoursPerYear }
      if let shares { self.shares[id] = shares.map { $0[id] } ?? work[id]?.followUpShare }
    }
  }
}
