/// Which way three positions turn, exactly.
///
/// The determinant in double precision has a sign where it is larger than its rounding error can be; elsewhere its six products
/// are summed without any error, as an expansion of doubles that do not overlap.
///
/// Source: J. R. Shewchuk (1997), "Adaptive precision floating-point arithmetic and fast robust geometric predicates", the
/// bound A of ORIENT2D and GROW-EXPANSION. Coordinates are assumed not to be so large or small that products leave the range.
enum Orientation {
  /// Returns 1 where c lies to the left of the way from a to b, −1 to its right, and 0 on its line.
  static func sign(_ a: Position, _ b: Position, _ c: Position) -> Int {
    let left = (a.x - c.x) * (b.y - c.y)
    let right = (a.y - c.y) * (b.x - c.x)
    let difference = left - right
    if abs(difference) > errorBound * (abs(left) + abs(right)) { return difference > 0 ? 1 : -1 }
    return exactSign(a, b, c)
  }

  /// (3 + 16 ε) ε with ε = 2⁻⁵³.
  private static let errorBound = 3.330_669_073_875_471_6e-16

  private static func exactSign(_ a: Position, _ b: Position, _ c: Position) -> Int {
    var expansion: [Double] = []
    expansion.reserveCapacity(12)
    for (x, y) in [(a.x, b.y), (-a.x, c.y), (-c.x, b.y), (-a.y, b.x), (a.y, c.x), (c.y, b.x)] {
      let product = x * y
      grow(&expansion, by: (-product).addingProduct(x, y))
      grow(&expansion, by: product)
    }
    guard let largest = expansion.last(where: { $0 != 0 }) else { return 0 }
    return largest > 0 ? 1 : -1
  }

  /// Adds a number to a sum of doubles in order of size, keeping every rounding error.
  private static func grow(_ expansion: inout [Double], by value: Double) {
    var carry = value
    for index in expansion.indices {
      let sum = carry + expansion[index]
      let part = sum - carry
      expansion[index] = (carry - (sum - part)) + (expansion[index] - part)
      carry = sum
    }
    expansion.append(carry)
  }
}
