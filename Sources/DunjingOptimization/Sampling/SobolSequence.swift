import DunjingRandom

/// The sequence of I. M. Sobol (1967): points that fill the unit cube more evenly than random ones.
///
/// Of the first 2ᵐ points, each coordinate has one in each of 2ᵐ equal slices. Points come in the order of the Gray code
/// (I. A. Antonov & V. M. Saleev, 1979), with 52 binary digits. A scrambled sequence is multiplied by a random lower
/// triangular matrix of bits and shifted (J. Matoušek, 1998, "On the L₂-discrepancy for anchored boxes"): it keeps the
/// evenness, each point is uniform, and none lies on the border.
///
/// Source of the direction numbers: S. Joe & F. Y. Kuo (2008), "Constructing Sobol sequences with better two-dimensional
/// projections", the first ``largestDimension`` dimensions of their table D⁽⁶⁾.
public struct SobolSequence: Sendable, Equatable, Sequence, IteratorProtocol {
  /// The number of dimensions for which there are direction numbers.
  public static let largestDimension = 160
  /// The binary digits of a coordinate.
  static let digits = 52

  /// The number of coordinates.
  public let dimension: Int
  /// The number of points that were taken.
  public private(set) var position: Int
  /// The direction numbers: those of coordinate j begin at j · ``digits``.
  private let directions: [UInt64]
  private var state: [UInt64]
  private let isScrambled: Bool

  /// Creates a sequence.
  /// - Parameters:
  ///   - dimension: the number of coordinates of a point.
  ///   - scramblingSeed: nil gives the plain sequence, which begins with the origin.
  ///   - position: the number of points to leave out.
  /// - Precondition: 1 ≤ `dimension` ≤ ``largestDimension``, `position` ≥ 0.
  /// - Complexity: O(dimension · 52²) with scrambling.
  public init(dimension: Int, scramblingSeed: UInt64? = nil, position: Int = 0) {
    precondition(
      dimension >= 1 && dimension <= Self.largestDimension,
      "a Sobol sequence has from 1 to \(Self.largestDimension) dimensions, not \(dimension)")
    precondition(position >= 0, "a position in a sequence is not negative")
    (self.dimension, self.position, isScrambled) = (dimension, position, scramblingSeed != nil)
    var directions = SobolDirections.numbers(dimension: dimension)
    var shift = [UInt64](repeating: 0, count: dimension)
    if let seed = scramblingSeed {
      for coordinate in 0..<dimension {
        var stream = RandomStream(seed: seed, purpose: .sobolScrambling, entity: UInt64(coordinate))
        Self.scramble(&directions, coordinate, &stream)
        shift[coordinate] = stream.next() &>> UInt64(64 - Self.digits)
      }
    }
    state = shift
    let code = UInt64(position) ^ (UInt64(position) &>> 1)
    for coordinate in 0..<dimension {
      for digit in 0..<Self.digits where code &>> UInt64(digit) & 1 == 1 {
        state[coordinate] ^= directions[coordinate * Self.digits + digit]
      }
    }
    self.directions = directions
  }

  /// Returns the next point; there are 2⁵² of them.
  /// - Complexity: O(dimension).
  public mutating func next() -> [Double]? {
    guard position < 1 << Self.digits else { return nil }
    let offset = isScrambled ? 0.5 : 0
    let point = state.map { (Double($0) + offset) * 0x1p-52 }
    position += 1
    let digit = position.trailingZeroBitCount
    if digit < Self.digits {
      for coordinate in 0..<dimension { state[coordinate] ^= directions[coordinate * Self.digits + digit] }
    }
    return point
  }

  /// Returns the next points.
  public mutating func points(_ count: Int) -> [[Double]] {
    (0..<count).compactMap { _ in next() }
  }

  /// Multiplies the direction numbers of a coordinate by a random lower triangle of bits with a diagonal of ones.
  private static func scramble(_ directions: inout [UInt64], _ coordinate: Int, _ stream: inout RandomStream)
  {
    // Row i keeps digit i and mixes in digits that are more significant, which are higher bits.
    let rows = (0..<digits).map { row -> UInt64 in
      let own = UInt64(1) << UInt64(digits - 1 - row)
      let higher = ((UInt64(1) << UInt64(digits)) - 1) & ~((own << 1) - 1)
      return own | (stream.next() & higher)
    }
    for number in coordinate * digits..<(coordinate + 1) * digits {
      let old = directions[number]
      directions[number] = rows.enumerated().reduce(UInt64(0)) { sum, row in
        let parity = UInt64((old & row.element).nonzeroBitCount & 1)
        return sum | parity << UInt64(digits - 1 - row.offset)
      }
    }
  }
}
