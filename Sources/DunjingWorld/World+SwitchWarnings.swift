import DunjingScenario

// Switches that are on and have nothing to act on.
extension World {
  /// Returns a warning for every mechanism of some treatments that the scenario gives nothing to act on.
  func switchWarnings(_ treatments: [Treatment]) -> [LocalizedText] {
    func warning(
      _ isOn: (Treatment) -> Bool, unless hasEffect: Bool, zh: String, en: String
    ) -> LocalizedText? {
      guard !hasEffect, let first = treatments.first(where: isOn) else { return nil }
      return LocalizedText(zh: "方案“\(first.name.zh)”：\(zh)", en: "“\(first.name.en)”: \(en)")
    }
    let desks = scenario.departments.filter { $0.tier == .station }.map { $0.countyOfficers - $0.countyFloor }
    return [
      warning(
        \.switches.mergeTrafficPatrol, unless: canAct(.mergeTrafficPatrol),
        zh: "打开了 mergeTrafficPatrol，但没有单元组写有 mergedSkills，不起作用。",
        en: "mergeTrafficPatrol is on, but no group of units has mergedSkills: it does nothing."),
      warning(
        \.switches.mutualAid, unless: canAct(.mutualAid),
        zh: "打开了 mutualAid，但没有 counties，或全部县区共用一个队列，不起作用。",
        en: "mutualAid is on, but there are no counties, or one queue serves them all: it does nothing."),
      warning(
        \.switches.targetedPatrol, unless: canAct(.targetedPatrol),
        zh: "打开了 targetedPatrol，但没有单元巡逻（movingShare 均为 0），不起作用。",
        en: "targetedPatrol is on, but no unit goes on patrol (movingShare is 0): it does nothing."),
      warning(
        \.switches.contactCards, unless: canAct(.contactCards),
        zh: "打开了 contactCards，但研究没有 community.contactCards 所列的警情类别，不起作用。",
        en:
          "contactCards is on, but the study has none of the kinds of community.contactCards: it does nothing."
      ),
      warning(
        { $0.sinkRatio.station > 0 || $0.preventionFloor > 0 }, unless: desks.contains { $0 > 0 },
        zh: "要从派出所部门向社区转人，但没有 tier 为 station 且 countyFloor 低于 countyOfficers 的部门，无人可转。",
        en:
          "officers are to move from station departments, but none has the tier station and a countyFloor below its "
          + "countyOfficers: nobody moves."),
      warning(
        { !$0.programs.isEmpty }, unless: !hazards.isEmpty, zh: "打开了 programs，但研究没有隐患，不起作用。",
        en: "programs are on, but the study has no hazards: they do nothing.")
    ].compactMap { $0 }
  }
}
