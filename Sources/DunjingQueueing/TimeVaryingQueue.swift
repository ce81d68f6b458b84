import DunjingNumerics

/// A queue M_t/M/c with an infinite line in its periodic steady state, solved numerically.
///
/// Assumptions: Poisson arrivals whose rate is constant in each of several cells of equal length and repeats after the
/// last; exponential service of one mean; first come, first served. The Kolmogorov forward equations are solved by
/// uniformization (A. Jensen, 1953; W. K. Grassmann, 1977), cell after cell, until a period ends as it began.
public struct TimeVaryingQueue: Sendable, Equatable {
  /// The probability that all servers are busy, averaged over each cell: that an arrival in the cell has to wait.
  public let delayProbabilities: [Double]
  /// The mean number in the system, averaged over each cell.
  public let meanInSystem: [Double]

  /// Solves the queue; nil if the mean rate reaches what the servers can do.
  /// - Precondition: there is a rate, none is negative, `step` > 0, `serviceRate` > 0 and `servers` > 0.
  public init?(arrivalRates: [Double], step: Double, serviceRate: Double, servers: Int) {
    precondition(
      !arrivalRates.isEmpty && arrivalRates.allSatisfy { $0 >= 0 } && step > 0 && serviceRate > 0
        && servers > 0, "a queue needs rates, none negative, cells of positive length, and servers")
    let meanRate = arrivalRates.reduce(0, +) / Double(arrivalRates.count)
    guard meanRate < serviceRate * Double(servers) else { return nil }
    var states = servers + 128
    while true {
      let cells = arrivalRates.map {
        UniformizedCell(arrivalRate: $0, serviceRate: serviceRate, servers: servers, length: step)
      }
      if let solved = Self.periodic(cells, states: states, servers: servers) {
        (delayProbabilities, meanInSystem) = solved
        return
      }
      states *= 2
    }
  }

  /// Plays periods until they repeat; nil if the states are too few.
  private static func periodic(
    _ cells: [UniformizedCell], states: Int, servers: Int
  ) -> (delay: [Double], number: [Double])? {
    var start = [Double](repeating: 0, count: states)
    start[0] = 1
    while true {
      var now = start
      var delay: [Double] = []
      var number: [Double] = []
      for cell in cells {
        let average: [Double]
        (now, average) = cell.advance(now)
        guard now[states - 1] < 1e-15 else { return nil }
        delay.append(average[servers...].reduce(0, +))
        number.append(average.indices.reduce(0) { $0 + Double($1) * average[$1] })
      }
      let change = zip(now, start).reduce(0) { $0 + abs($1.0 - $1.1) }
      if change < 1e-13 { return (delay, number) }
      start = now
    }
  }
}

/// A stretch of time in which the rates of a queue M/M/c do not change.
struct UniformizedCell {
  private let up: Double
  private let serviceRate: Double
  private let servers: Int
  /// The rate of the uniformizing Poisson process.
  private let rate: Double
  private let length: Double
  /// Equal parts, short enough for exp(−rate · part) to be far from underflow.
  private let parts: Int

  init(arrivalRate: Double, serviceRate: Double, servers: Int, length: Double) {
    up = arrivalRate
    self.serviceRate = serviceRate
    self.servers = servers
    rate = arrivalRate + serviceRate * Double(servers)
    self.length = length
    parts = max(1, Int((rate * length / 100).rounded(.up)))
  }

  /// Returns the distribution at the end of the cell, and its average over the cell.
  func advance(_ start: [Double]) -> (end: [Double], average: [Double]) {
    var now = start
    var sum = [Double](repeating: 0, count: start.count)
    for _ in 0..<parts {
      now = advancePart(now, into: &sum)
    }
    return (now, sum.map { $0 / Double(parts) })
  }

  private func advancePart(_ start: [Double], into sum: inout [Double]) -> [Double] {
    let expected = rate * length / Double(parts)
    var weight = PortableMath.exponential(-expected)
    var beyond = 1 - weight
    var vector = start
    var end = start.map { $0 * weight }
    for index in start.indices { sum[index] += start[index] * beyond / expected }
    var jumps = 0.0
    while jumps < expected || beyond > 1e-17 {
      jumps += 1
      weight *= expected / jumps
      beyond = max(0, beyond - weight)
      vector = jumped(vector)
      for index in vector.indices {
        end[index] += vector[index] * weight
        sum[index] += vector[index] * beyond / expected
      }
      if weight < 1e-18 && jumps > expected { break }
    }
    return end
  }

  /// One jump of the uniformized chain; an arrival that finds the last state stays there.
  private func jumped(_ vector: [Double]) -> [Double] {
    var next = [Double](repeating: 0, count: vector.count)
    for state in vector.indices where vector[state] > 0 {
      let down = serviceRate * Double(min(state, servers))
      let share = vector[state] / rate
      next[min(state + 1, vector.count - 1)] += share * up
      if state > 0 { next[state - 1] += share * down }
      next[state] += share * (rate - up - down)
    }
    return next
  }
}
