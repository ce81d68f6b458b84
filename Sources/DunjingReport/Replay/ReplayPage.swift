import DunjingExperiment
import DunjingScenario
import DunjingWorld

/// A page about one day under one treatment.
///
/// Like the report it needs no network and no font file; its script only plays the map and sorts tables.
public struct ReplayPage: Sendable {
  private let replay: DayReplay
  private let scenario: Scenario

  /// Creates the page of a day.
  public init(_ replay: DayReplay, scenario: Scenario) {
    (self.replay, self.scenario) = (replay, scenario)
  }

  /// The whole page in one language.
  public func html(in language: Language) -> String {
    let treatment = scenario.treatments[replay.treatment].name
    let front = FrontMatter(
      title: LocalizedText(
        zh: "\(scenario.name.zh)：\(ReplayWords.title.zh)", en: "\(scenario.name.en): one day, replayed"),
      summary: LocalizedText(zh: "方案：\(treatment.zh)", en: "Treatment: \(treatment.en)"))
    let nothing = Section(
      id: "replay", title: ReplayWords.title,
      blocks: [
        .paragraph(LocalizedText(zh: "网格没有范围，画不出地图。", en: "No map: the grids span no area."))
      ])
    return PageWriter(language: language).page(
      front: front, sections: [ReplaySection.section(replay, scenario) ?? nothing])
  }
}

extension Report {
  /// Plays the day that the report of a result replays: the first measured weekday of replication 0, under the treatment
  /// that its maps show.
  ///
  /// It depends on world and seed of the experiment and on that treatment only, so that a report can be made again from
  /// a stored run.
  /// - Complexity: that of playing one warm-up and at most three days more.
  public static func replay(of experiment: Experiment, _ result: ExperimentResult) -> DayReplay? {
    let findings = Findings(result: result, scenario: experiment.world.scenario)
    let id = (findings.shown ?? findings.baseline)?.id
    guard let treatment = experiment.world.scenario.treatments.firstIndex(where: { $0.id == id }) else {
      return nil
    }
    return experiment.replay(treatment: treatment, replication: 0, day: experiment.replayedDay)
  }
}
