import DunjingOptimization
import DunjingParallel
import DunjingScenario

/// The largest fall of one target within the ranges of some parameters.
///
/// A compass search (T. G. Kolda, R. M. Lewis & V. Torczon, 2003, "Optimization by direct search"): from the best of some
/// points it goes to the best of all steps along one coordinate, ends of ranges included, and halves the steps where none is
/// better. The fall grows or shrinks with most parameters all the way, so that it ends in a corner of their ranges.
struct ReachSearch {
  let study: PreventionStudy
  let target: Int
  let mechanisms: [Mechanism]
  /// Whether each parameter may be changed.
  let isFree: [Bool]
  /// The share of the room for mediation that may be used under the baseline.
  var mediationLimit = Double.infinity
  /// Whether steps are taken; otherwise the best start is the answer.
  var isSearching = true

  private static let firstStep = 0.5
  private static let lastStep = 1.0 / 64

  /// Returns the point of the largest fall that was found; nil if no start has one.
  /// - Complexity: a few hundred samples for each start.
  func best(from starts: [[Double]], threads: Int) -> PreventionSample? {
    let ranges = study.parameters.map(\.range)
    let box = Box(lower: ranges.map(\.lowerBound), upper: ranges.map(\.upperBound))
    let starts = starts + (isSearching && mediationLimit < .infinity ? [leisurely(starts[0])] : [])
    let found = starts.compactMap { climb(from: box.shares(of: held($0)), in: box, threads) }
    // The first of equal ones.
    return found.reduce(nil) { best, sample in
      guard let best, !(sample.falls[target] > best.falls[target]) else { return sample }
      return best
    }
  }

  /// Each parameter by itself at that end of its range where mediation has most time.
  private func leisurely(_ start: [Double]) -> [Double] {
    start.indices.map { index in
      let range = study.parameters[index].range
      let loads = [start[index], range.lowerBound, range.upperBound].map { value -> (Double, Double) in
        var point = held(start)
        if isFree[index] { point[index] = value }
        return (study.sample(at: point, turningOn: mechanisms)?.mediationLoad ?? .infinity, value)
      }
      return loads.min { $0.0 < $1.0 }?.1 ?? start[index]
    }
  }

  /// The sample at a point; nil where mediation has too little time.
  private func sample(at point: [Double]) -> PreventionSample? {
    study.sample(at: point, turningOn: mechanisms).flatMap { $0.mediationLoad <= mediationLimit ? $0 : nil }
  }

  /// A point with the present values where nothing may change.
  private func held(_ point: [Double]) -> [Double] {
    point.indices.map { isFree[$0] ? point[$0] : study.parameters[$0].present }
  }

  private func climb(from start: [Double], in box: Box, _ threads: Int) -> PreventionSample? {
    var at = start
    guard var best = sample(at: point(at, box)) else { return nil }
    var step = Self.firstStep
    while isSearching && step >= Self.lastStep {
      let moves = moves(from: at, by: step)
      let samples = Parallel.map(moves.count, threads: threads) {
        sample(at: point(moves[$0], box))
      }
      var next: Int?
      for (number, sample) in samples.enumerated() {
        if let sample, sample.falls[target] > best.falls[target] + 1e-9 {
          (best, next) = (sample, number)
        }
      }
      if let next { at = moves[next] } else { step /= 2 }
    }
    return best
  }

  private func moves(from at: [Double], by step: Double) -> [[Double]] {
    at.indices.filter { isFree[$0] }.flatMap { index in
      [-step, step].compactMap { change -> [Double]? in
        var moved = at
        moved[index] = min(1, max(0, at[index] + change))
        return moved[index] == at[index] ? nil : moved
      }
    }
  }

  /// Present values stay exactly what they are, wherever their range lies.
  private func point(_ shares: [Double], _ box: Box) -> [Double] { held(box.point(at: shares)) }
}
