import DunjingScenario
import DunjingSimulation
import Testing

@Suite struct IndicatorTests {
  @Test func everyIndicatorIsNamedAndDefinedInBothLanguages() {
    var names: Set<String> = []
    for indicator in Indicator.allCases {
      #expect(!indicator.name.zh.isEmpty && !indicator.name.en.isEmpty)
      #expect(indicator.definition.en.hasSuffix(".") && !indicator.definition.zh.isEmpty)
      #expect(names.insert(indicator.name.en).inserted, "\(indicator.name.en) is used twice")
      #expect(Indicator.allCases[indicator.index] == indicator)
    }
  }

  @Test func theHarmIndexIsOfNoSingleChannel() {
    #expect(Indicator.harmIndex.channel == .overall && Indicator.harmIndex.direction == .lowerIsBetter)
    #expect(Indicator.weightedDelay.channel == .headquarters && Indicator.queueMean.channel == .response)
  }
}
