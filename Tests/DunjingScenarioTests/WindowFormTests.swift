import DunjingRandom
import Testing

@testable import DunjingScenario

/// The section `windows`: what it says by default, and what is refused.
@Suite struct WindowFormTests {
  private func windows(_ text: String) -> (String) -> String {
    { $0 + "\nwindows: \(text)\n" }
  }

  @Test func withoutTheSectionThereAreNone() throws {
    let scenario = try EditedStudy.load { $0 }.get()
    #expect(scenario.windows == nil && scenario.treatments.allSatisfy { !$0.switches.oneWindow })
  }

  @Test func everyKeyIsReadAndHasADefault() throws {
    let text =
      "{visitsPerResidentYear: 0.8, windowsPerStation: 2, opensAt: \"09:00\", hourWeights: [1, 2, 0, 1], "
      + "serviceMinutes: {gamma: {mean: 8, shape: 2}}, businessShares: [0.75, 0.25], longWaitMinutes: 30}"
    let expected = ServiceWindows(
      visitsPerResidentYear: 0.8, windowsPerStation: 2, openingMinute: 540, hourWeights: [1, 2, 0, 1],
      serviceMinutes: .gamma(mean: 8, shape: 2), businessShares: [0.75, 0.25], longWaitMinutes: 30)
    let written = try EditedStudy.load(windows(text)).get().windows
    #expect(written == expected && written?.closingMinute == 780)
    #expect(try EditedStudy.load(windows("{}")).get().windows == DefaultCatalog.windows)
    #expect(abs(DefaultCatalog.windows.serviceMinutes.mean - 11) < 1e-3)
  }

  /// A default in the reference that the decoder does not use would mislead.
  @Test func writingTheDefaultsDownChangesNothing() throws {
    let keys = Shapes.windows.keys.compactMap { key in key.fallback?.json.map { "\(key.name): \($0)" } }
    #expect(keys.count == 5)
    let written = try EditedStudy.load(windows("{\(keys.joined(separator: ", "))}")).get()
    #expect(written.windows == DefaultCatalog.windows)
  }

  @Test func theSwitchIsRead() throws {
    let scenario = try EditedStudy.load {
      $0.replacing("sinkRatio: 0.4,", with: "sinkRatio: 0.4, switches: {oneWindow: true},")
    }.get()
    #expect(scenario.treatments.map(\.switches.oneWindow) == [false, false, true])
  }

  @Test(arguments: [
    ("{visitsPerResidentYear: 0}", "visitsPerResidentYear"), ("{windowsPerStation: 0}", "windowsPerStation"),
    ("{windowsPerStation: 2.5}", "windowsPerStation"), ("{windowsPerStation: 4}", "businessShares"),
    ("{businessShares: [0.5, 0.5]}", "businessShares"),
    ("{businessShares: [0.5, 0.3, 0.3]}", "businessShares"),
    ("{businessShares: [1.5, -0.3, -0.2]}", "businessShares"), ("{businessShares: 1}", "businessShares"),
    ("{hourWeights: []}", "hourWeights"), ("{hourWeights: [0, 0]}", "hourWeights"),
    ("{hourWeights: [1, -1]}", "hourWeights"), ("{hourWeights: [1, x]}", "hourWeights"),
    ("{opensAt: \"18:00\"}", "hourWeights"), ("{opensAt: 8}", "opensAt"),
    ("{serviceMinutes: {logNormal: {median: -9, sigma: 0.6}}}", "serviceMinutes"),
    ("{serviceMinutes: -1}", "serviceMinutes"), ("{longWaitMinutes: -1}", "longWaitMinutes"),
    ("{windowPerStation: 3}", "windowPerStation")
  ])
  func aWrongValueIsRefused(text: String, key: String) throws {
    let issues = try EditedStudy.issues(windows(text))
    #expect(Set(issues.map(\.keyPath)) == ["windows.\(key)"])
    #expect(issues.allSatisfy { $0.line > 50 && !$0.problem.zh.isEmpty && !$0.remedy.zh.isEmpty })
  }

  @Test func sharesSayHowManyWindowsThereAre() throws {
    let issue = try #require(try EditedStudy.issues(windows("{businessShares: [0.5, 0.5]}")).first)
    #expect(issue.problem.en == "there are 3 windows, but 'windows.businessShares' has 2 numbers")
    #expect(issue.problem.zh == "有 3 个窗口，'windows.businessShares' 却有 2 个数")
  }

  @Test func windowsNeedAStationAndResidents() throws {
    let noStation = try EditedStudy.issues { text in
      windows("{}")(text.replacing("kind: station,", with: "kind: policeRoom,"))
    }
    #expect(noStation.contains { $0.problem.en.contains("no facility is of the kind station") })
    let nobody = try EditedStudy.issues { text in
      windows("{}")(
        text.replacing(
          "\ngrids: grids.csv", with: "\ngrids: [{id: g1, x: 0, y: 0, population: 0, demandWeight: 1}]")
      )
    }
    #expect(nobody.contains { $0.keyPath == "windows" && $0.problem.en.contains("populations") })
  }
}
