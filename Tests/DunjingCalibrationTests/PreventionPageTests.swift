import DunjingCalibration
import DunjingReport
import DunjingScenario
import DunjingWorld
import Foundation
import Testing

/// The sentences about a calibration, in both languages.
@Suite struct PreventionPageTests {
  private static let outcome = Result { () -> (PreventionOutcome, Scenario) in
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let bundle = ScenarioBundle(path: package.appendingPathComponent("scenarios/baicheng").path)
    let variation = try ScenarioVariation(bundle, suggesting: PlausibleRanges.prevention)
    let world = World(compiling: variation.base)
    var settings = PreventionSettings(for: world)
    (settings.samples, settings.isSearching) = (64, false)
    let plan = try #require(world.scenario.treatments.first { $0.id == "sink20" })
    let calibration = try #require(
      PreventionCalibration(
        variation, world: world, treatment: plan, targets: PreventionTarget.announced, settings: settings))
    return (try #require(calibration.run(threads: 2)), world.scenario)
  }

  private func page(_ attribution: ClosedRange<Double>, tolerance: Double = 0.02) throws -> PreventionPage {
    var (outcome, scenario) = try Self.outcome.get()
    (outcome.settings.attribution, outcome.settings.tolerance) = (attribution, tolerance)
    return PreventionPage(
      outcome, scenario: scenario, scenarioHash: String(repeating: "a", count: 64),
      provenance: Provenance(build: "test", version: "1"))
  }

  @Test func `the answer gives the bound, the share it would take and its conditions`() throws {
    let page = try page(1...1, tolerance: 0.001)
    let (chinese, english) = (
      page.answer.map(\.zh).joined(separator: "\n"), page.answer.map(\.en).joined(separator: "\n")
    )
    #expect(english.contains("of the announced 27.4%") && chinese.contains("公布的 27.4%"))
    #expect(english.contains("incidents of hazards fall by less than 17.6%"))
    #expect(chinese.contains("由隐患产生的警情降幅都小于 17.6%"))
    #expect(english.contains("to explain half of it (13.7%), more than **78%**"))
    #expect(chinese.contains("要解释一半（13.7%），由隐患产生的份额须大于 **78%**"))
    #expect(english.contains("for all of it, no share is enough: even if all grew from hazards"))
    #expect(chinese.contains("要解释全部，任何份额都不够：即使全部由隐患产生"))
    #expect(english.contains("**none** gives 100%") && chinese.contains("**没有一组**"))
    #expect(english.contains("agreement is no evidence") && chinese.contains("相符并不能作为证据"))
    #expect(chinese.contains(/降幅 [0-9.]+%，为公布的 27.4% 的 [0-9]+%；“/))
    #expect(english.contains("before the reform") && chinese.contains("改革之前"))
  }

  @Test func `both languages say that formulas overstate falls where mediation is short`() throws {
    var (outcome, scenario) = try Self.outcome.get()
    #expect(PreventionSettings().attribution == 0.5...0.5)
    for isShort in [false, true] {
      if isShort { outcome.bundles[0].held = outcome.subjects.map { _ in nil } }
      let page = PreventionPage(
        outcome, scenario: scenario, scenarioHash: String(repeating: "a", count: 64),
        provenance: Provenance(build: "test", version: "1"))
      let told = page.answer.filter {
        $0.en.contains(
          "Where mediation is short of hours the formulas overstate falls: simulate before quoting, with the keys in "
            + "prevention.json.")
      }
      #expect(told.count == 1)
      #expect(told.allSatisfy { $0.zh.contains("化解缺工时处公式会高估降幅：引用前须仿真，所用的键见 prevention.json。") })
      #expect((told.first == page.answer[0]) == isShort)
      #expect(page.answer[0].en.contains("no largest fall with time to mediate exists") == isShort)
      #expect(page.answer[0].zh.contains("不存在“化解不缺工时”的最大降幅") == isShort)
      for language in Language.allCases {
        let html = page.html(in: language)
        #expect(html.contains(language == .zh ? "引用前须仿真" : "simulate before quoting"))
      }
    }
  }

  @Test func `that nothing gives more is said of the search only`() throws {
    var (outcome, scenario) = try Self.outcome.get()
    for isSearching in [true, false] {
      outcome.settings.isSearching = isSearching
      let answer = PreventionPage(
        outcome, scenario: scenario, scenarioHash: String(repeating: "a", count: 64),
        provenance: Provenance(build: "test", version: "1")
      ).answer
      #expect(answer[0].en.contains("the search found no more") == isSearching)
      #expect(answer[0].zh.contains("搜索没有找到更大的降幅") == isSearching)
      #expect(answer[0].en.contains("no search was made") != isSearching)
      #expect(!answer.contains { $0.en.contains("no value") || $0.zh.contains("都不能更多") })
    }
  }

  @Test func `what the falls in full would take is told beside half of them`() throws {
    let half = try page(0.5...0.5).answer
    let full = try page(1...1).answer
    #expect(half.contains { $0.en.contains("falls in full (100%)") && $0.zh.contains("全部降幅（100%）") })
    #expect(!full.contains { $0.en.contains("falls in full (100%)") })
  }

  @Test func `a small part of the falls is explained by a set of values`() throws {
    let page = try page(0.1...0.3)
    let english = page.answer.map(\.en).joined(separator: "\n")
    #expect(english.contains("a set fits, not one point"))
    #expect(page.answer.map(\.zh).joined().contains("相符的是一个集合，不是一个点"))
    for language in Language.allCases {
      let html = page.html(in: language)
      #expect(![">nan", "\"nan", ",nan", ">inf", "\"inf"].contains { html.contains($0) })
      for id in ["answer", "theory", "reach", "fit", "method"] { #expect(html.contains("id=\"\(id)\"")) }
    }
  }
}
