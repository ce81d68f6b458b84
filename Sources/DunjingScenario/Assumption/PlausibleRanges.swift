/// Ranges of assumptions for studies that state none, by judgment; a range in `sources.csv` comes first.
public enum PlausibleRanges {
  /// The ranges of what prevention rests on: multiples of all hazard kinds together, and hours of officers.
  ///
  /// They are those of the shipped city study: half to twice the chance to find a hazard and its incubation, half to one and
  /// a half times the number of hazards, 60 to 140 % of the room for mediation.
  public static func prevention(of scenario: Scenario) -> [SourceNote] {
    let hours = scenario.community.mediationHoursPerYear
    let tour = scenario.force.sentDown.tourHoursPerYear
    return [
      note("hazardKinds.*.mediationHours", 0.5...2, "化解工时", "hours of mediation"),
      note("hazardKinds.*.closure", 0.85...1.1, "化解概率", "chance to close a found hazard"),
      note("hazardKinds.*.incubationDays.exponential.mean", 0.5...2, "潜伏期", "incubation of hazards"),
      note("hazardKinds.*.incubationDays.gamma.mean", 0.5...2, "潜伏期", "incubation of hazards"),
      note("hazardKinds.*.detectionPerVisit", 0.5...2, "排查概率", "chance that a visit finds a hazard"),
      note("hazardKinds.*.arrivalsPerYear", 0.5...1.5, "隐患数量", "number of hazards"),
      note("force.sentDown.initialEffectiveness", 0.4...0.8, "初到社区的效能", "effectiveness on arrival"),
      note(
        "force.sentDown.tourHoursPerYear", (0.6 * tour)...(1.25 * tour), "下沉民警年走访工时",
        "tour hours of an officer sent down"),
      note(
        "community.mediationHoursPerYear", (0.6 * hours)...(1.4 * hours), "社区化解工时上限", "room for mediation")
    ]
  }

  private static func note(_ key: String, _ range: ClosedRange<Double>, _ zh: String, _ en: String)
    -> SourceNote
  {
    SourceNote(
      key: key, value: "", mark: .assumed, note: LocalizedText(zh: "一般范围", en: "a usual range"),
      name: LocalizedText(zh: zh, en: en), range: range)
  }
}
