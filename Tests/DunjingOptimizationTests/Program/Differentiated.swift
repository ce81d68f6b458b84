import DunjingOptimization

/// A number with its slopes, so that a test writes a formula once (forward differentiation).
struct Differentiated {
  var value: Double
  var slopes: [Double]

  static func + (left: Self, right: Self) -> Self {
    Self(value: left.value + right.value, slopes: zip(left.slopes, right.slopes).map { $0 + $1 })
  }

  static func - (left: Self, right: Self) -> Self { left + right * -1 }

  static func * (left: Self, right: Self) -> Self {
    Self(
      value: left.value * right.value,
      slopes: zip(left.slopes, right.slopes).map { $0 * right.value + left.value * $1 })
  }

  static func + (left: Self, right: Double) -> Self { Self(value: left.value + right, slopes: left.slopes) }

  static func - (left: Self, right: Double) -> Self { left + -right }

  static func * (left: Self, right: Double) -> Self {
    Self(value: left.value * right, slopes: left.slopes.map { $0 * right })
  }

  static func * (left: Double, right: Self) -> Self { right * left }

  /// Returns a whole power.
  func power(_ exponent: Int) -> Self { (1..<exponent).reduce(self) { result, _ in result * self } }

  /// Returns a function of a number whose derivative is known.
  func through(_ function: (Double) -> Double, _ derivative: (Double) -> Double) -> Self {
    Self(value: function(value), slopes: slopes.map { $0 * derivative(value) })
  }
}

/// Returns a function of a smooth program from a formula.
func formula(_ body: @escaping @Sendable ([Differentiated]) -> Differentiated) -> SmoothProgram.Function {
  { point in
    let numbers = point.indices.map { index in
      Differentiated(value: point[index], slopes: point.indices.map { $0 == index ? 1 : 0 })
    }
    let result = body(numbers)
    return SmoothProgram.Value(result.value, result.slopes)
  }
}
