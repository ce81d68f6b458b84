import DunjingFitting
import DunjingNumerics
import DunjingRandom
import DunjingStatistics
import Testing

/// Estimates of one number from many synthetic samples of a known model.
struct RecoveryCheck {
  let name: String
  let source: String
  let truth: Double
  private(set) var estimates: [ParameterEstimate] = []

  init(_ name: String, source: String, truth: Double) {
    (self.name, self.source, self.truth) = (name, source, truth)
  }

  mutating func add(_ estimate: ParameterEstimate) { estimates.append(estimate) }

  /// Asserts that the 95 % intervals cover the truth as often as a binomial number of that chance does, 999 times in a
  /// thousand (in 100 samples 87 to 100), and that the bias is below 2 %, or not to be told from that; writes both down.
  /// - Parameter bias: the largest relative bias that an estimator of this kind has in samples of this size.
  func confirm(bias: Double = 0.02, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let covered = estimates.count { $0.contains(truth) }
    let expected = 0.95 * Double(estimates.count)
    let band = 3.29 * (0.05 * expected).squareRoot() + 0.5
    let holds = (Double(covered) - expected).magnitude <= band
    #expect(holds, "\(name): \(covered) of \(estimates.count)", sourceLocation: sourceLocation)
    Validation.record(
      .fitting, "\(name), coverage of 95 % intervals", source: source, theory: 0.95,
      value: Double(covered) / Double(estimates.count), halfWidth: band / Double(estimates.count),
      replications: estimates.count, verdict: holds ? "holds" : "fails", sourceLocation: sourceLocation)
    let mean = try #require(
      ConfidenceInterval(estimates.map(\.value), level: 0.999), sourceLocation: sourceLocation)
    let isNear = (mean.mean - truth).magnitude < bias * truth.magnitude + mean.halfWidth
    #expect(isNear, "\(name): \(mean.mean) ± \(mean.halfWidth), not \(truth)", sourceLocation: sourceLocation)
    Validation.record(
      .fitting, name, source: source, theory: truth, value: mean.mean, halfWidth: mean.halfWidth,
      replications: estimates.count, verdict: isNear ? "holds" : "fails", sourceLocation: sourceLocation)
  }
}

/// Synthetic samples of known models, 100 seeds each.
@Suite struct FittingTheoryTests {
  private static let seeds = 100

  private func stream(_ seed: Int, _ purpose: UInt32) -> RandomStream {
    RandomStream(seed: 1_000 + UInt64(seed), purpose: StreamPurpose(rawValue: purpose))
  }

  @Test(arguments: [
    (DurationFamily.exponential, Distribution.exponential(mean: 40), [40.0]),
    (.logNormal, .logNormal(median: 30, sigma: 0.8), [30, 0.8]),
    (.gamma, .gamma(mean: 40, shape: 1.7), [40, 1.7]), (.weibull, .weibull(scale: 35, shape: 1.4), [35, 1.4])
  ])
  func `durations, exact, rounded and censored, give back their distribution`(
    family: DurationFamily, distribution: Distribution, truth: [Double]
  ) throws {
    for form in ["exact", "rounded to 10", "censored at 60"] {
      var checks = zip(family.parameterNames, truth).map { name, truth in
        RecoveryCheck(
          "\(family.rawValue) \(name), \(form), n = 400", source: "maximum likelihood, Lawless (2003)",
          truth: truth)
      }
      for seed in 0..<Self.seeds {
        var stream = stream(seed, 11)
        let values = (0..<400).map { _ in distribution.sample(using: &stream) }
        let sample =
          switch form {
          case "exact": CensoredSample(values)
          case "rounded to 10": CensoredSample(values.map { 10 * ($0 / 10).rounded() }, roundedTo: 10)
          default: CensoredSample(intervals: values.map { $0 > 60 ? (60, .infinity) : ($0, $0) })
          }
        let fit = DurationFit(family, to: sample)
        #expect(fit.status == .fitted)
        for (index, estimate) in fit.parameters().enumerated() { checks[index].add(estimate) }
      }
      for check in checks { try check.confirm() }
    }
  }

  /// The test of the fit rejects a true family in 5 % of samples.
  @Test func `the bootstrap of the fit keeps its level`() {
    var rejected = 0
    for seed in 0..<200 {
      var stream = stream(seed, 12)
      let distribution = Distribution.weibull(scale: 40, shape: 1.4)
      let values = (0..<80).map { _ in distribution.sample(using: &stream).rounded() }
      let sample = CensoredSample(values, roundedTo: 1)
      let quality = GoodnessOfFit(
        DurationFit(.weibull, to: sample), sample, samples: 39, seed: UInt64(seed))
      if let quality, quality.probability <= 0.05 { rejected += 1 }
    }
    let (share, band) = (Double(rejected) / 200, 3.29 * (0.05 * 0.95 / 200).squareRoot())
    #expect((share - 0.05).magnitude < band, "\(rejected) of 200")
    Validation.record(
      .fitting, "Anderson–Darling by bootstrap, rounded Weibull, level", source: "Stute et al. (1993)",
      theory: 0.05,
      value: share, halfWidth: band, replications: 200,
      verdict: (share - 0.05).magnitude < band ? "holds" : "fails")
  }

  @Test func `rates of many thin groups give back their scatter, and their intervals cover`() throws {
    var mean = RecoveryCheck("Mean of gamma rates, 60 groups", source: "Clayton & Kaldor (1987)", truth: 3)
    var (covered, total, squares, plainSquares) = (0, 0, 0.0, 0.0)
    for seed in 0..<Self.seeds {
      var stream = stream(seed, 13)
      let exposures = (0..<60).map { _ in 0.2 + 3 * stream.nextUnit() }
      let rates = exposures.map { _ in 3 / 2.5 * stream.nextGamma(shape: 2.5) }
      let counts = zip(rates, exposures).map { Double(stream.nextPoisson(mean: $0 * $1)) }
      let fit = GammaPoisson(counts: counts, exposures: exposures)
      mean.add(fit.mean)
      for group in rates.indices {
        let estimate = fit.rate(group)
        total += 1
        if estimate.contains(rates[group]) { covered += 1 }
        squares += (estimate.value - rates[group]) * (estimate.value - rates[group])
        let plain = counts[group] / exposures[group]
        plainSquares += (plain - rates[group]) * (plain - rates[group])
      }
    }
    try mean.confirm()
    let share = Double(covered) / Double(total)
    // Groups of one sample share the estimated prior, so the band is that of 100 samples rather than of 6,000 groups.
    #expect(share > 0.93 && share < 0.97, "\(share)")
    #expect(squares < 0.85 * plainSquares, "shrinkage lowers the squared error")
    Validation.record(
      .fitting, "Gamma–Poisson rates, coverage of 95 % intervals", source: "Kass & Steffey (1989)",
      theory: 0.95, value: share, halfWidth: 0.02, replications: total,
      verdict: share > 0.93 && share < 0.97 ? "holds" : "fails")
  }

  @Test func `rates by kind, weekday and month are given back`() throws {
    let weekdays = [0.9, 0.9, 0.95, 1, 1.1, 1.15, 1.0]
    let months = (0..<12).map { 1 + 0.2 * PortableMath.sine(Double($0) / 12 * 2 * Double.pi) }
    var rate = RecoveryCheck(
      "Incidents a day, 400 days", source: "log-linear rates, Breslow & Day (1987)", truth: 6)
    // Shrinkage draws each weight to the mean; so intervals cover over all days, and not on the most unusual one.
    var weights = RecoveryCheck(
      "Weights of weekdays by their true values", source: "Dirichlet–multinomial", truth: 1)
    for seed in 0..<Self.seeds {
      var stream = stream(seed, 14)
      var counts = DemandCounts(
        hours: [[Double]](repeating: [Double](repeating: 10, count: 24), count: 2),
        days: [[Double]](repeating: [Double](repeating: 0, count: 84), count: 2),
        hourExposure: [Double](repeating: 400, count: 24), dayExposure: [Double](repeating: 0, count: 84))
      for day in 0..<400 {
        let cell = (day % 7) * 12 + (day * 12 / 365) % 12
        let weight = weekdays[cell / 12] * months[cell % 12]
        counts.dayExposure[cell] += 1
        for (kind, daily) in [6.0, 2].enumerated() {
          counts.days[kind][cell] += Double(stream.nextPoisson(mean: daily * weight))
        }
      }
      let fit = DemandRates(counts)
      rate.add(fit.daily[0])
      let profiles = try #require(fit.weekdays)
      for day in 0..<7 { weights.add(profiles.estimate(0, day).scaled(by: 1 / weekdays[day])) }
    }
    try rate.confirm()
    try weights.confirm()
  }

  @Test(arguments: [false, true]) func `speeds by hour and the constant are given back`(
    relative: Bool
  ) throws {
    let truth = [28.0, 36, 42]
    let form = relative ? "errors in per cent" : "errors in minutes"
    let source = "Huber (1964), Kolesar & Walker (1975)"
    var checks = truth.map { RecoveryCheck("Speed \($0) km/h, \(form)", source: source, truth: $0) }
    var constant = RecoveryCheck("Constant minutes, \(form)", source: source, truth: 1.5)
    for seed in 0..<Self.seeds {
      var stream = stream(seed, 15)
      let drives = (0..<600).map { index in
        let kilometers = 0.3 + 6 * stream.nextUnit()
        let exact = 1.5 + 60 * kilometers / truth[index % 3]
        let error = stream.nextNormal()
        return RecordedDrive(
          kilometers: kilometers,
          minutes: relative ? exact * PortableMath.exponential(0.25 * error) : exact + 0.4 * error,
          group: index % 3)
      }
      let fit = TravelSpeedFit(drives, groups: 3)
      #expect(fit.status == .fitted)
      for group in 0..<3 { checks[group].add(fit.speeds[group]) }
      constant.add(fit.constant)
    }
    for check in checks + [constant] { try check.confirm() }
  }
}
