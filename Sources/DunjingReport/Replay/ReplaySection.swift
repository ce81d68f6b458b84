import DunjingExperiment
import DunjingScenario

/// One day on the map: key frames, and a player where the page may run its script.
enum ReplaySection {
  /// The section; nil where everything is in one point.
  static func section(_ replay: DayReplay, _ scenario: Scenario) -> Section? {
    guard let map = ReplayMap(replay, scenario: scenario) else { return nil }
    let figure = Figure(
      label: LocalizedText(
        zh: "四个时刻的警力和警情", en: "Units and incidents at four times of the day"),
      panels: ReplayFrame.times.map { time in
        Figure.Panel(
          label: ReplayWords.moment(time), chart: ReplayFrame(replay: replay, map: map, time: time))
      } + [Figure.Panel(label: ReplayWords.symbols, chart: ReplayLegend())], table: table(replay))
    return Section(
      id: "replay", title: ReplayWords.title,
      blocks: [
        .caption(ReplayWords.caption(replay, scenario)), .replay(ReplayPlayer(replay: replay, map: map)),
        .figure(figure)
      ])
  }

  /// How many units and incidents are in which state at every hour.
  private static func table(_ replay: DayReplay) -> DataTable {
    DataTable(
      heads: [Labels.hour] + ReplayMark.allCases.map(\.label.capitalized),
      rows: (0..<24).map { hour in
        let counts = replay.counts(at: hour * 3_600)
        return DataTable.Row(
          head: LocalizedText(ReplayWords.clock(hour * 3_600)),
          cells: ReplayMark.allCases.map { DataTable.Cell(NumberText.whole($0.count(in: counts))) })
      })
  }
}

/// The place of the animated map; nothing without a script.
struct ReplayPlayer: Sendable {
  var replay: DayReplay
  var map: ReplayMap

  /// The place and the data, as markup.
  func markup(in language: Language) -> Markup {
    .tag(
      "div", ["class": "replay", "id": "replay-player"],
      [
        .tag(
          "script", ["type": "application/json", "id": "replay-data"],
          [.verbatim(ReplayData(replay, on: map, in: language).text)])
      ])
  }
}
