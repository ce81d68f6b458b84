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
  /// The share of its range that one officer is, in each decision; that to the next choice where one is made.
  private let officer: [Double]
  /// Whether a decision is a choice, which no parabola describes.
  private let isChoice: [Bool]
  private let allowed: [Double]
  /// What a unit of excess costs in the merit.
  private var penalties: [Double]
  private var radius = 0.25
  /// Other choices are looked for so often at most.
  private static let choiceRounds = 10

  private static let stepLimit = 30
  private static let roundLimit = 40

  /// Begins at the best of the starts; nil where none of them has a forecast.
  init?(_ forecaster: PlanForecaster, starts: [[Double]], threads: Int) {
    (self.forecaster, self.threads) = (forecaster, threads)
    box = forecaster.space.box
    allowed = forecaster.goal.limits.map(forecaster.scale)
    prices = allowed.map { _ in 0 }
    let box = box
    let domain = forecaster.space.domain
    let even = (0...10).map { tenths in domain.canonical(box.lower.map { _ in Double(tenths) / 10 }) }
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
    isChoice = forecaster.space.decisions.map { $0.isChoice }
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
      if let count = forecaster.space.decisions[decision].choiceCount { return 1 / Double(count - 1) }
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
    guard let least = coarsest else { return }
    radius = 0.25
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
      lower: shares.indices.map { isChoice[$0] ? 0 : max(-radius, -shares[$0]) },
      upper: shares.indices.map { isChoice[$0] ? 0 : min(radius, 1 - shares[$0]) },
      prices: prices, allowed: allowed)
  }

  /// Half and all of the radius to either side; on the edge of the box inward only.
  private func trials(_ decision: Int) -> [Double] {
    guard !isChoice[decision] else { return [] }
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

  /// Takes quadratic steps, and then other choices as long as these help.
  mutating func runWithChoices() {
    run()
    let choices = shares.indices.filter { isChoice[$0] }
    for _ in 0..<Self.choiceRounds where !choices.isEmpty {
      guard makeMoves(of: choices) else { return }
      run()
    }
  }

  /// Makes the best move of each decision, as long as any gains: of any number of officers where decisions are few, else of
  /// up to three.
  mutating func moveOfficers() {
    for _ in 0..<Self.roundLimit {
      guard makeMoves(of: Array(shares.indices)) else { return }
    }
  }

  /// Makes the choices of a point again where others do no better: what changes nothing is not worth doing.
  mutating func undoIdleChoices(of point: [Double]) {
    let kept = box.shares(of: point)
    for decision in shares.indices where isChoice[decision] && shares[decision] != kept[decision] {
      let undone = moved(by: (decision, kept[decision] - shares[decision]))
      guard let reached = forecasts(at: [undone])[0] else { continue }
      let merit = Self.merit(forecast, penalties)
      if Self.merit(reached, penalties) <= merit + 1e-12 * merit.magnitude {
        (shares, forecast) = (undone, reached)
      }
    }
  }

  /// Makes the best move of each of some decisions, in the order of what they gain; false where none gains.
  private mutating func makeMoves(of decisions: [Int]) -> Bool {
    let moves = decisions.flatMap { decision in self.moves(of: decision).map { (decision, $0) } }
    let merits = merits(of: moves)
    let merit = Self.merit(forecast, penalties)
    let gainful = decisions.compactMap { decision in
      moves.indices.filter { moves[$0].0 == decision }.min { (merits[$0], $0) < (merits[$1], $1) }
    }.filter { merits[$0] < merit - 1e-12 * merit.magnitude }.sorted { (merits[$0], $0) < (merits[$1], $1) }
    var isBetter = false
    for move in gainful where take(moves[move]) { isBetter = true }
    return isBetter
  }

  private func moves(of decision: Int) -> [Double] {
    let step = officer[decision]
    guard isChoice[decision] || shareCount <= 2 else {
      return [-3, -2, -1, 1, 2, 3].map { $0 * step }
    }
    return (0...Int((1 / step).rounded())).map { Double($0) * step - shares[decision] }.filter { $0 != 0 }
  }

  /// Finds the price of each limit: the multipliers of the quadratic program around the point.
  mutating func findPrices() {
    guard !allowed.isEmpty, let coarsest else { return }
    radius = min(0.5, max(0.05, 3 * coarsest))
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

  /// The greatest share of its range that one officer is; nil where no share varies.
  private var coarsest: Double? { shares.indices.filter { !isChoice[$0] }.map { officer[$0] }.max() }

  private var shareCount: Int { isChoice.reduce(0) { $0 + ($1 ? 0 : 1) } }

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
