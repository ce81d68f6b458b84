import DunjingStatistics
import Testing

@Suite struct QuantileTests {
  @Test func `sample quantiles follow definition 7 of Hyndman and Fan`() throws {
    let values: [Double] = [15, 20, 35, 40, 50]
    #expect(Quantile.of(values.reversed(), at: 0) == 15)
    #expect(Quantile.of(values, at: 0.5) == 35)
    #expect(Quantile.of(values, at: 1) == 50)
    #expect((try #require(Quantile.of(values, at: 0.4)) - 29).magnitude < 1e-13)
    #expect((try #require(Quantile.of(values, at: 0.9)) - 46).magnitude < 1e-13)
    #expect(Quantile.of([1, 2, 3, 4], at: 0.5) == 2.5)
    #expect(Quantile.of([7], at: 0.9) == 7)
  }

  @Test func `there is no quantile of nothing or outside zero and one`() {
    #expect(Quantile.of([], at: 0.5) == nil)
    #expect(Quantile.of([1], at: 1.1) == nil)
    #expect(Quantile.of([1], at: .nan) == nil)
  }
}

@Suite struct HistogramTests {
  @Test func `bins include their lower end`() {
    var histogram = Histogram(low: 1, binWidth: 0.5, bins: 4)
    for value in [0.9, 1, 1.49, 1.5, 2.99, 3, 80, .infinity, .nan] { histogram.add(value) }
    #expect(histogram.counts == [2, 1, 0, 1])
    #expect(histogram.underflow == 1)
    #expect(histogram.overflow == 4)
    #expect(histogram.count == 9)
    #expect(histogram.high == 3)
  }

  @Test func `quantiles agree with those of the sample to one bin`() throws {
    let values = (0..<997).map { Double(($0 * 331) % 997) * 0.0101 }
    var histogram = Histogram(binWidth: 0.05, bins: 250)
    for value in values { histogram.add(value) }
    for percent in 0...100 {
      let p = Double(percent) / 100
      let fine = try #require(Quantile.of(values, at: p))
      #expect((try #require(histogram.quantile(p)) - fine).magnitude <= 0.05)
    }
  }

  @Test func `observations of a bin are spread evenly over it`() throws {
    var histogram = Histogram(binWidth: 10, bins: 3)
    for _ in 0..<4 { histogram.add(12) }
    #expect(histogram.quantile(0) == 11.25)
    #expect(histogram.quantile(0.5) == 15)
    #expect(histogram.quantile(1) == 18.75)
    #expect(histogram.fraction(below: 15) == 0.5)
    #expect(histogram.fraction(below: 10) == 0)
    #expect(histogram.fraction(below: 1_000) == 1)
    #expect(histogram.fraction(below: -1) == 0)
  }

  @Test func `a quantile outside the bins is not known`() {
    var histogram = Histogram(binWidth: 1, bins: 2)
    for value in [0.5, 1.5, 7, 8] { histogram.add(value) }
    #expect(histogram.quantile(0.3) != nil)
    #expect(histogram.quantile(0.5) == nil)
    #expect(histogram.quantile(0.9) == nil)
    #expect(histogram.fraction(below: 2) == 0.5)
    #expect(histogram.fraction(below: 3) == nil)
    #expect(Histogram(binWidth: 1, bins: 2).quantile(0.5) == nil)
    #expect(Histogram(binWidth: 1, bins: 2).fraction(below: 1) == nil)
  }

  @Test func `merging adds all counts`() {
    var (first, second, whole) = (
      Histogram(binWidth: 1, bins: 3), Histogram(binWidth: 1, bins: 3), Histogram(binWidth: 1, bins: 3)
    )
    for (index, value) in [-1, 0.5, 1.5, 1.6, 9].enumerated() {
      whole.add(value)
      if index % 2 == 0 { first.add(value) } else { second.add(value) }
    }
    first.merge(second)
    #expect(first == whole)
  }
}
