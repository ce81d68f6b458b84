import DunjingNumerics

/// A queue M_t/G/∞: arrivals at a rate that changes with time, and always a server.
///
/// Assumptions: Poisson arrivals whose rate is constant in each of several cells of equal length and repeats after the
/// last; independent service times. The number in service is Poisson at every moment, with mean m(t) = ∫ λ(t − u) P(S
/// > u) du; with a constant rate it is λE[S], whatever the distribution of service. Source: S. G. Eick, W. A. Massey &
/// W. Whitt (1993), "The physics of the M_t/G/∞ queue", Operations Research 41, Theorem 1.
public struct InfiniteServerQueue: Sendable, Equatable {
  /// Arrivals per unit of time, by cell.
  public let arrivalRates: [Double]
  /// The length of a cell, in the unit of time of the rates.
  public let step: Double
  /// The service time, in the same unit.
  public let service: ServiceTime

  /// Creates a queue.
  /// - Parameters:
  ///   - arrivalRates: arrivals per unit of time, by cell.
  ///   - step: the length of a cell, in the same unit.
  ///   - service: the service time, in the same unit.
  /// - Precondition: there is a rate, none is negative, and `step` > 0.
  public init(arrivalRates: [Double], step: Double, service: ServiceTime) {
    precondition(
      !arrivalRates.isEmpty && arrivalRates.allSatisfy { $0 >= 0 } && step > 0,
      "a queue needs rates, none negative, in cells of positive length")
    self.arrivalRates = arrivalRates
    self.step = step
    self.service = service
  }

  /// Returns the mean number in service at a time from the beginning of a period: the offered load then.
  public func meanBusy(at time: Double) -> Double {
    let period = step * Double(arrivalRates.count)
    let phase = time - (time / period).rounded(.down) * period
    let cell = min(Int(phase / step), arrivalRates.count - 1)
    let elapsed = phase - Double(cell) * step
    return convolved(cell: cell) { lag in
      // From the cell that began `lag` cells ago: arrivals between these ages.
      let oldest = elapsed + Double(lag) * step
      return service.meanUpTo(oldest) - service.meanUpTo(oldest - step)
    }
  }

  /// The mean number in service, averaged over each cell.
  public var meanBusyByCell: [Double] {
    var kernel: [Double] = []
    var total = 0.0
    while kernel.count < Self.longestLag && service.mean - total > 1e-13 * service.mean {
      let age = Double(kernel.count) * step
      let rise = service.integratedMeanUpTo(age + step) - service.integratedMeanUpTo(age)
      let before = service.integratedMeanUpTo(age) - service.integratedMeanUpTo(age - step)
      kernel.append((rise - before) / step)
      total += kernel[kernel.count - 1]
    }
    return arrivalRates.indices.map { cell in
      convolved(cell: cell) { $0 < kernel.count ? kernel[$0] : 0 }
    }
  }

  private static let longestLag = 10_000

  /// Adds what the cells up to now contribute; what is older than the longest lag counts at the mean rate.
  private func convolved(cell: Int, _ weight: (Int) -> Double) -> Double {
    var busy = NeumaierSum()
    var covered = 0.0
    for lag in 0..<Self.longestLag where service.mean - covered > 1e-13 * service.mean {
      let part = weight(lag)
      let count = arrivalRates.count
      busy.add(arrivalRates[((cell - lag) % count + count) % count] * part)
      covered += part
    }
    let meanRate = arrivalRates.reduce(0, +) / Double(arrivalRates.count)
    return busy.value + meanRate * max(0, service.mean - covered)
  }
}
