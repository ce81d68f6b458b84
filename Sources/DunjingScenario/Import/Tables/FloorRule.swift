/// How many officers of a department have to stay where its table does not say it.
enum FloorRule: CaseIterable, Sendable {
  /// All: leadership is no staff to be sent.
  case leadership
  /// The share of command in the city of reference: a command center answers around the clock.
  case command
  /// The share of the department that guards prisoners in the city of reference: detention has guards around the clock.
  case detention
  /// Half of the officers.
  case half

  /// The rule for a department by its name.
  init(of name: String) {
    func has(_ words: [String], _ english: [String]) -> Bool {
      words.contains(where: name.contains) || english.contains { EnglishWord.holds(name, $0) }
    }
    if has(["局领导", "领导班子", "班子成员"], ["leadership", "command staff", "executive office"]) {
      self = .leadership
    } else if has(["看守", "拘留", "戒毒", "监管支队", "监管大队"], ["detention", "custody", "jail"]) {
      self = .detention
    } else if has(
      ["指挥中心", "情指", "110", "接警"],
      ["911", "999", "dispatch", "communications", "control room", "command center", "command centre"])
    {
      self = .command
    } else {
      self = .half
    }
  }

  /// Those of some officers who have to stay, rounded up.
  func floor(of officers: Int) -> Int {
    guard let department = reference else { return self == .half ? (officers + 1) / 2 : officers }
    let (floor, all) = (department.agencyFloor, max(department.agencyOfficers, 1))
    return (officers * floor + all - 1) / all
  }

  /// The department of the city of reference whose share counts; nil for none.
  private var reference: Department? {
    let id: String? =
      switch self {
      case .half, .leadership: nil
      case .command: "command"
      case .detention: "legal"
      }
    return DefaultCatalog.departments.first { $0.id == id }
  }

  /// What was taken.
  var note: LocalizedText {
    guard let department = reference else {
      return self == .half
        ? LocalizedText(zh: "最低留守人数：取一半", en: "those who have to stay: half of the officers")
        : LocalizedText(
          zh: "最低留守人数：领导班子不下沉，全部留守", en: "those who have to stay: all, as leadership is not sent down")
    }
    let share = "\(department.agencyFloor)/\(department.agencyOfficers)"
    return LocalizedText(
      zh: "最低留守人数：昼夜值守，不取一半，取参照城市\(department.name.zh)的留守比例 \(share)",
      en:
        "those who have to stay: manned around the clock, and not half but \(share), as of \(department.name.en) in the city of "
        + "reference")
  }
}
