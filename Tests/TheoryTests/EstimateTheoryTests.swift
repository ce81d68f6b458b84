import DunjingExperiment
import DunjingScenario
import DunjingSimulation
import DunjingStatistics
import DunjingWorld
import Testing

/// Replications that draw a rate, against the law of total variance.
@Suite struct EstimateTheoryTests {
  /// 1,000 draws of a rate of 5,000 a year with a standard error of 400, two replications of 73 days each.
  ///
  /// Incidents a year are then Poisson numbers over 0.2: the variance between draws is the square of the standard error, and
  /// the one within them the rate over 0.2. The standard deviation between draws is known to 2.5 %, and 3.3 of such errors
  /// are 8 %; the mean to 0.3 %.
  @Test func `the spread between draws is the standard error, and chance is told from it`() throws {
    var study = TinyStudy(servers: 20)
    study.kinds = TinyStudy.kind("call", perHour: 5_000 / 8_760, scene: "1")
    study.warmUpDays = 1
    study.horizonDays = 73
    let yaml =
      study.yaml + """

        estimates: [{key: incidentKinds.call.exogenousPerYear, value: 5000, standardError: 400, distribution: gamma}]
        experiment: {estimates: drawn}
        """
    let bundle = ScenarioBundle(files: ["scenario.yaml": Array(yaml.utf8)])
    var experiment = Experiment(World(compiling: try bundle.load()))
    experiment.draws = try EstimateDraws(bundle)
    let drawing = experiment
    let results = inParallel(2_000) { drawing.play(replication: $0) }
    let values = results.compactMap { $0[0][.incidents] }
    let draws = stride(from: 0, to: values.count, by: 2).map { [values[$0], values[$0 + 1]] }
    let found = try #require(VarianceComponents(draws))
    #expect(abs(found.between.squareRoot() / 400 - 1) < 0.083)
    #expect(abs(found.within / (5_000 * 5) - 1) < 3.3 * (2.0 / 1_000).squareRoot())
    #expect(abs(Tally(values).mean / 5_000 - 1) < 3.3 * 415 / 5_000 / 1_000.squareRoot())

    let result = experiment.pool(results, scenarioHash: "")
    let spread = try #require(result.treatments[0].spreads.first { $0.indicator == .incidents })
    #expect(abs(spread.level.standardDeviation - found.between.squareRoot()) < 1e-9)
    let estimate = try #require(result.treatments[0].estimates.first { $0.indicator == .incidents })
    let byDraw = try #require(ConfidenceInterval(draws.map { ($0[0] + $0[1]) / 2 }))
    #expect(estimate.halfWidth == byDraw.halfWidth && estimate.count == 2_000)
    #expect(result.draws?.numbers == 1 && result.draws?.draws == 1_000)
  }
}
