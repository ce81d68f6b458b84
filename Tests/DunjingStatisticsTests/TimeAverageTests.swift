import DunjingStatistics
import Testing

@Suite struct TimeAverageTests {
  @Test func `a step function is integrated`() {
    var busy = TimeAverage(startingAt: 10)
    busy.update(to: 2, at: 12)
    busy.add(1, at: 15)
    busy.add(-3, at: 16)
    #expect(busy.integral(until: 20) == 9)
    #expect(busy.average(until: 20) == 0.9)
    #expect(busy.maximum == 3)
    #expect(busy.value == 0)
  }

  @Test func `a warm-up is forgotten but the present value is not`() {
    var busy = TimeAverage(value: 4)
    busy.restart(at: 100)
    #expect(busy.average(until: 100) == nil)
    busy.update(to: 0, at: 101)
    #expect(busy.average(until: 104) == 1)
  }
}
