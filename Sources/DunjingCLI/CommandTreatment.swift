import Dunjing

/// Treatments of the command line.
enum CommandTreatment {
  /// Returns the index of the treatment that `--treatment` names; that of the baseline where it names none.
  static func index(of id: String?, in world: World) throws -> Int {
    guard let id else { return world.baseline }
    if let index = world.scenario.treatments.firstIndex(where: { $0.id == id }) { return index }
    throw unknown(id, in: world.scenario)
  }

  /// The fault that the scenario has no such treatment.
  static func unknown(_ id: String, in scenario: Scenario) -> CommandFault {
    let known = scenario.treatments.map(\.id)
    return CommandFault(
      zh: "--treatment：研究中没有 \(id)；现有：\(known.listed.zh)。",
      en: "--treatment: the study has no \(id); it has \(known.listed.en).")
  }
}
