import DunjingScenario
import Testing

@testable import DunjingExperiment
@testable import DunjingReport

/// The classes of the first map.
@Suite struct MapClassesTests {
  @Test func `the table of the map counts every grid, those without incidents apart`() {
    func row(_ minutes: Double?) -> MapSection.GridRow {
      let grid = Fixture.grids()[0]
      let outcome = GridOutcome(
        id: grid.id, incidentsPerYear: minutes == nil ? 0 : 10, meanMinutes: minutes, withinTarget: nil,
        nearestPostMinutes: 1)
      return MapSection.GridRow(
        grid: grid, name: LocalizedText(grid.id), outcome: outcome, baseline: minutes,
        change: minutes.map { _ in 0 })
    }
    func last(_ minutes: [Double?]) -> [[String]] {
      MapClassTable.table(
        minutes.map(row), one: LocalizedText(zh: "网格", en: "grid"), label: LocalizedText("a"),
        isCompared: true
      ).rows.suffix(2).map { [$0.head.zh] + $0.cells.map(\.value.zh) }
    }
    #expect(last([2, 4, nil, nil]) == [["无警情", "2", "2", "0.0%"], ["合计", "4", "4", "100.0%"]])
    #expect(last([2, 4]) == [["> 8 分钟", "0", "0", "0.0%"], ["合计", "2", "2", "100.0%"]])
  }

  private func labels(_ minutes: [Double]) -> [String] {
    MapClasses(minutes).responseLegend.map(\.label.en)
  }

  @Test func aCityHasOneClassAboveEightMinutes() {
    #expect(
      labels([2, 9, .infinity]) == ["≤ 1 min", "1–3 min", "3–5 min", "5–8 min", "> 8 min", "no incidents"])
    #expect(labels([]) == labels([15]))
  }

  @Test func timesThatNeedThemGetMoreClasses() {
    #expect(labels([15.1]).suffix(3) == ["8–15 min", "> 15 min", "no incidents"])
    #expect(labels([2, 44]).suffix(4) == ["8–15 min", "15–30 min", "> 30 min", "no incidents"])
  }

  /// Every class of the legend looks different, and a time has the look of the class it lies in.
  @Test(arguments: [8.0, 16, 31])
  func everyClassHasItsLook(greatest: Double) {
    let classes = MapClasses([greatest])
    let legend = classes.responseLegend
    #expect(Set(legend.map(\.look)).count == legend.count)
    for (number, bound) in classes.bounds.enumerated() {
      #expect(classes.response(bound) == legend[number].look)
      #expect(classes.response(bound + 0.01) == legend[number + 1].look)
    }
    #expect(classes.response(nil) == legend.last?.look)
  }
}
