/// Minimizes a smooth function between bounds: limited-memory BFGS on the coordinates that no bound holds, along a
/// projected path.
///
/// Source: D. P. Bertsekas (1982), "Projected Newton methods for optimization problems with simple constraints", with the
/// two-loop recursion of J. Nocedal (1980), "Updating quasi-Newton matrices with limited storage".
struct BoundedQuasiNewton {
  /// The function and its gradient; nil where it is not defined.
  typealias Objective = ([Double]) -> (value: Double, gradient: [Double])?

  /// A point and what the function is there.
  struct Minimum {
    var point: [Double]
    var value: Double
    var gradient: [Double]
  }

  var lower: [Double]
  var upper: [Double]
  /// The greatest number of steps.
  var iterations = 50
  /// A step that lowers the value by less ends the search.
  var tolerance = 1e-7
  /// The number of steps remembered.
  var memory = 10

  /// Returns the least point found from a start; nil where the function is not defined there.
  func minimum(from start: [Double], _ objective: Objective) -> Minimum? {
    let first = projected(start)
    guard let (value, gradient) = objective(first), value.isFinite else { return nil }
    var current = Minimum(point: first, value: value, gradient: gradient)
    var pairs: [(step: [Double], change: [Double])] = []
    for _ in 0..<iterations {
      let free = current.point.indices.map { isFree(current, $0) }
      guard free.contains(true) else { break }
      var direction = self.direction(current.gradient, free, pairs)
      if Self.product(direction, current.gradient, free) >= 0 {
        pairs = []
        direction = self.direction(current.gradient, free, pairs)
      }
      guard let next = searched(current, direction, free, objective) else {
        if pairs.isEmpty { break }
        pairs = []
        continue
      }
      pairs.append(
        (zip(next.point, current.point).map { $0 - $1 }, zip(next.gradient, current.gradient).map { $0 - $1 })
      )
      if pairs.count > memory { pairs.removeFirst() }
      let gain = current.value - next.value
      current = next
      if gain < tolerance * max(1, current.value.magnitude) { break }
    }
    return current
  }

  private func projected(_ point: [Double]) -> [Double] {
    point.indices.map { min(max(point[$0], lower[$0]), upper[$0]) }
  }

  /// Whether the function falls along a coordinate away from every bound that holds it.
  private func isFree(_ current: Minimum, _ index: Int) -> Bool {
    let (value, slope) = (current.point[index], current.gradient[index])
    if value <= lower[index] && slope > 0 { return false }
    if value >= upper[index] && slope < 0 { return false }
    return lower[index] < upper[index]
  }

  private static func product(_ first: [Double], _ second: [Double], _ free: [Bool]) -> Double {
    first.indices.reduce(0) { free[$1] ? $0 + first[$1] * second[$1] : $0 }
  }

  /// Minus the inverse Hessian times the gradient, by the two loops of Nocedal, of the free coordinates.
  private func direction(
    _ gradient: [Double], _ free: [Bool], _ pairs: [(step: [Double], change: [Double])]
  ) -> [Double] {
    var result = gradient.indices.map { free[$0] ? -gradient[$0] : 0 }
    let curvatures = pairs.map { Self.product($0.step, $0.change, free) }
    let used = pairs.indices.filter {
      curvatures[$0] > 1e-12 * Self.product(pairs[$0].change, pairs[$0].change, free) && curvatures[$0] > 0
    }
    guard let last = used.last else {
      let length = Self.product(result, result, free).squareRoot()
      return length > 1 ? result.map { $0 / length } : result
    }
    var shares = [Double](repeating: 0, count: pairs.count)
    for pair in used.reversed() {
      shares[pair] = Self.product(pairs[pair].step, result, free) / curvatures[pair]
      for index in result.indices where free[index] {
        result[index] -= shares[pair] * pairs[pair].change[index]
      }
    }
    let scale = curvatures[last] / Self.product(pairs[last].change, pairs[last].change, free)
    for index in result.indices { result[index] *= scale }
    for pair in used {
      let share = Self.product(pairs[pair].change, result, free) / curvatures[pair]
      for index in result.indices where free[index] {
        result[index] += (shares[pair] - share) * pairs[pair].step[index]
      }
    }
    return result
  }

  /// The first point along the projected path that lowers the function enough (L. Armijo, 1966); nil where there is none.
  private func searched(
    _ current: Minimum, _ direction: [Double], _ free: [Bool], _ objective: Objective
  ) -> Minimum? {
    var length = 1.0
    for _ in 0..<25 {
      let point = projected(current.point.indices.map { current.point[$0] + length * direction[$0] })
      let slope = point.indices.reduce(0) { $0 + current.gradient[$1] * (point[$1] - current.point[$1]) }
      if slope < 0, let (value, gradient) = objective(point), value <= current.value + 1e-4 * slope {
        return Minimum(point: point, value: value, gradient: gradient)
      }
      length *= 0.4
    }
    return nil
  }
}
