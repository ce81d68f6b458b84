import DunjingDense
import DunjingFitting
import DunjingNumerics
import DunjingRandom
import Testing

@Suite struct TravelTests {
  private func drives(_ count: Int, outliers: Bool, relative: Bool) -> [RecordedDrive] {
    var stream = RandomStream(seed: 21, purpose: StreamPurpose(rawValue: 1))
    return (0..<count).map { index in
      let group = index % 3
      let kilometers = 0.3 + 5 * stream.nextUnit()
      let exact = 1 + 60 * kilometers / [30.0, 40, 45][group]
      let error = stream.nextNormal()
      let minutes = relative ? exact * PortableMath.exponential(0.3 * error) : max(0.1, exact + 0.4 * error)
      return RecordedDrive(
        kilometers: kilometers, minutes: outliers && index % 20 == 7 ? 90 : minutes, group: group)
    }
  }

  @Test(arguments: [false, true]) func `speeds and the constant are found in spite of gross errors`(
    relative: Bool
  ) {
    let fit = TravelSpeedFit(drives(1500, outliers: true, relative: relative), groups: 3)
    #expect(fit.status == .fitted && fit.isLogarithmic == relative)
    for (speed, truth) in zip(fit.speeds, [30.0, 40, 45]) {
      #expect((speed.value / truth - 1).magnitude < 0.05)
    }
    #expect((fit.constant.value - 1).magnitude < 0.15)
    #expect(fit.boundedShare > 0.05 && fit.boundedShare < 0.35)
  }

  @Test func `a group without drives has the mean speed`() {
    let fit = TravelSpeedFit(drives(300, outliers: false, relative: false), groups: 4)
    #expect(fit.speeds[3] == fit.meanSpeed)
  }

  @Test func `drives that say nothing have a status`() {
    #expect(TravelSpeedFit([], groups: 2).status == .tooFew)
    let still = (0..<40).map { RecordedDrive(kilometers: 2, minutes: Double($0 % 5) + 1, group: 0) }
    #expect(TravelSpeedFit(still, groups: 1).status == .noProgress)
    let inverse = (0..<40).map {
      RecordedDrive(kilometers: Double($0) + 1, minutes: 50 - Double($0), group: 0)
    }
    #expect(TravelSpeedFit(inverse, groups: 1).status == .noProgress)
  }

  @Test func `without gross errors Huber's line is nearly that of least squares`() throws {
    let design = DenseMatrix(rows: (0..<50).map { [1, Double($0)] })
    var stream = RandomStream(seed: 22, purpose: StreamPurpose(rawValue: 1))
    let observations = (0..<50).map { 2 + 0.5 * Double($0) + stream.nextNormal() }
    let robust = try #require(RobustLeastSquares(design, observations))
    let plain = try #require(LeastSquares(design, observations))
    #expect((robust.coefficients[1] - plain.coefficients[1]).magnitude < 0.01)
    let error = (plain.residualSum / 48 * plain.inverseGram[1, 1]).squareRoot()
    #expect((robust.covariance[1, 1].squareRoot() / error - 1).magnitude < 0.25)
  }

  /// Eight schools (D. B. Rubin, 1981): the effects scatter less than their errors, so all have the mean, 7.69 ± 4.07.
  @Test func `the eight schools have one mean`() {
    let shrunk = NormalShrinkage(
      [28, 8, -3, 7, -1, 1, 18, 12], errors: [15, 10, 16, 11, 9, 11, 10, 18])
    #expect(shrunk.variance == 0 && (shrunk.mean - 7.686).magnitude < 1e-3)
    #expect((shrunk.meanError - 4.072).magnitude < 1e-3)
    #expect(shrunk.values.allSatisfy { ($0 - shrunk.mean).magnitude < 1e-12 })
  }

  @Test func `groups that differ are drawn less the surer they are`() {
    let shrunk = NormalShrinkage([0, 10, 20], errors: [1, 1, 8])
    #expect(shrunk.variance > 10)
    #expect((shrunk.values[0] - 0).magnitude < (shrunk.values[2] - 20).magnitude)
    #expect(zip(shrunk.errors, [1.0, 1, 8]).allSatisfy { $0 <= $1 * 1.1 })
  }
}
