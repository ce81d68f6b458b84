import DunjingOptimization
import DunjingParallel
import DunjingWorld

/// The way of ``AnalyticOptimum`` from a start to the best plan.
struct AnalyticDescent {
  /// Where it stands, as shares of the decisions' ranges.
  private(set) var shares: [Double]
  private(set) var forecast: PlanForecast
  /// The price of each limit in the last step.
  private(set) var prices: [Double]
  /// Plans forecast.
  private(set) var count = 0

  private let forecaster: PlanForecaster
  private let threads: Int
  private let box: Box
  /// The share of its range that one officer is, in each decision.
  private let officer: [Double]
  private let allowed: [Double]
  /// What a unit of excess costs in the merit.
  private var penalties: [Double]
  private var radius = 0.25

  private static let stepLimit = 30
  private static let roundLimit = 40

  /// Begins at the best of the starts; nil where none of them has a forecast.
  init?(_ forecaster: PlanForecaster, starts: [[Double]], threads: Int) {
    (self.forecaster, self.threads) = (forecaster, threads)
    box = forecaster.space.box
    allowed = forecaster.goal.limits.map(forecaster.scale)
    prices = allowed.map { _ in 0 }
    let box = box
    let even = (0...10).map { tenths in box.lower.map { _ in Double(tenths) / 10 } }
    let shares = starts.map(box.shares) + even
    let known = Self.forecasts(forecaster, at: shares, threads: threads)
    count = shares.count
    let scale = known.compactMap { $0?.difference.magnitude }.max() ?? 1
    penalties = allowed.map { 10 * max(scale, 1e-9) / $0 }
    let penalties = penalties
    let best = shares.indices.compactMap { index in known[index].map { (index, $0) } }.min {
      Self.merit($0.1, penalties) < Self.merit($1.1, penalties)
    }
    guard let best else { return nil }
    (self.shares, forecast) = (shares[best.0], best.1)
    officer = Self.officers(forecaster, shares[best.0])
  }

  private static func forecasts(
    _ forecaster: PlanForecaster, at shares: [[Double]], threads: Int
  ) -> [PlanForecast?] {
    let box = forecaster.space.box
    return Parallel.map(shares.count, threads: threads) { forecaster.forecast(at: box.point(at: shares[$0])) }
  }

  /// Forecasts other places.
  private mutating func forecasts(at shares: [[Double]]) -> [PlanForecast?] {
    count += shares.count
    return Self.forecasts(forecaster, at: shares, threads: threads)
  }

  /// The share of its range that one officer is, in each decision; all of it where nobody moves.
  private static func officers(_ forecaster: PlanForecaster, _ shares: [Double]) -> [Double] {
    let box = forecaster.space.box
    return shares.indices.map { decision in
      var (low, high) = (shares, shares)
      (low[decision], high[decision]) = (0, 1)
      let (first, last) = (forecaster.plan(at: box.point(at: low)), forecaster.plan(at: box.point(at: high)))
      // Officers asked for, whatever the floors allow: as many steps are between the ends.
      let moved = max(
        abs(first.wanted - last.wanted), abs(first.moved - last.moved), abs(first.toStreet - last.toStreet))
      return 1 / Double(max(1, moved))
    }
  }

  /// The point, a number for each decision.
  var point: [Double] { box.point(at: shares) }

  private static func merit(_ forecast: PlanForecast, _ penalties: [Double]) -> Double {
    zip(penalties, forecast.excesses).reduce(forecast.difference) { $0 + $1.0 * max(0, $1.1) }
  }

  /// Takes quadratic steps until they gain nothing, or are shorter than an officer.
  mutating func run() {
    let least = officer.max() ?? 1
    for _ in 0..<Self.stepLimit {
      guard radius >= min(1.5 * least, 0.05), step() else { return }
    }
  }

  /// Takes a step, or shrinks the region; false where no limit is in the way and the model sees nothing to gain.
  private mutating func step() -> Bool {
    let model = model()
    guard let next = bestStep(of: model) else { return false }
    penalties = zip(penalties, next.prices).map { max($0, 2 * $1) }
    let promised = model.fall(next.step, penalties: penalties)
    let merit = Self.merit(forecast, penalties)
    guard promised > 1e-9 * max(1, merit.magnitude) else {
      // Straight limits may promise what bent ones do not keep, unless the step is short.
      radius /= 3
      return !allowed.isEmpty
    }
    let moved = zip(shares, next.step).map { min(1, max(0, $0 + $1)) }
    guard let reached = forecasts(at: [moved])[0] else {
      radius /= 4
      return true
    }
    let gained = merit - Self.merit(reached, penalties)
    if gained > 0.1 * promised {
      (shares, forecast, prices) = (moved, reached, next.prices)
      if gained > 0.75 * promised { radius = min(0.5, 2 * radius) }
    } else {
      if gained > 0 { (shares, forecast, prices) = (moved, reached, next.prices) }
      radius /= 3
    }
    return true
  }

  /// What a model thinks best within the region and the box.
  private func bestStep(of model: SeparableModel) -> (step: [Double], prices: [Double])? {
    model.step(
      lower: shares.map { max(-radius, -$0) }, upper: shares.map { min(radius, 1 - $0) }, prices: prices,
      allowed: allowed)
  }

  /// Half and all of the radius to either side; on the edge of the box inward only.
  private func trials(_ decision: Int) -> [Double] {
    let length = max(radius, officer[decision])
    let (below, above) = (min(length, shares[decision]), min(length, 1 - shares[decision]))
    return [-below, -below / 2, above / 2, above].filter { $0 != 0 }
  }

  /// The parabolas around the point.
  private mutating func model() -> SeparableModel {
    let steps = shares.indices.map(trials)
    let jobs = shares.indices.flatMap { decision in steps[decision].map { (decision, $0) } }
    let known = forecasts(at: jobs.map(moved))
    var (kept, forecasts) = (shares.map { _ in [Double]() }, shares.map { _ in [PlanForecast]() })
    for (job, forecast) in zip(jobs, known) {
      guard let forecast else { continue }
      kept[job.0].append(job.1)
      forecasts[job.0].append(forecast)
    }
    return SeparableModel(center: forecast, steps: kept, forecasts: forecasts)
  }

  /// Makes the best move of each decision, in the order of what they gain, as long as any gains: of any number of officers
  /// where decisions are few, else of up to three.
  mutating func moveOfficers() {
    for _ in 0..<Self.roundLimit {
      let moves = shares.indices.flatMap { decision in
        self.moves(of: decision).map { (decision, $0) }
      }
      let merits = merits(of: moves)
      let merit = Self.merit(forecast, penalties)
      let gainful = shares.indices.compactMap { decision in
        moves.indices.filter { moves[$0].0 == decision }.min { (merits[$0], $0) < (merits[$1], $1) }
      }.filter { merits[$0] < merit - 1e-12 * merit.magnitude }.sorted { (merits[$0], $0) < (merits[$1], $1) }
      var isBetter = false
      for move in gainful where take(moves[move]) { isBetter = true }
      guard isBetter else { return }
    }
  }

  private func moves(of decision: Int) -> [Double] {
    let step = officer[decision]
    guard shares.count <= 2 else { return [-3, -2, -1, 1, 2, 3].map { $0 * step } }
    return (0...Int((1 / step).rounded())).map { Double($0) * step - shares[decision] }.filter { $0 != 0 }
  }

  /// Finds the price of each limit: the multipliers of the quadratic program around the point.
  mutating func findPrices() {
    guard !allowed.isEmpty else { return }
    radius = min(0.5, max(0.05, 3 * (officer.max() ?? 1)))
    if let step = bestStep(of: model()) { prices = step.prices }
  }

  private mutating func merits(of moves: [(Int, Double)]) -> [Double] {
    forecasts(at: moves.map(moved)).map { forecast in
      forecast.map { Self.merit($0, penalties) } ?? .infinity
    }
  }

  private func moved(by move: (decision: Int, step: Double)) -> [Double] {
    var moved = shares
    moved[move.decision] = min(1, max(0, moved[move.decision] + move.step))
    return moved
  }

  /// Makes a move if it helps where the others have been made.
  private mutating func take(_ move: (Int, Double)) -> Bool {
    let moved = moved(by: move)
    guard let reached = forecasts(at: [moved])[0] else { return false }
    let merit = Self.merit(forecast, penalties)
    guard Self.merit(reached, penalties) < merit - 1e-12 * merit.magnitude else { return false }
    (shares, forecast) = (moved, reached)
    return true
  }
}
