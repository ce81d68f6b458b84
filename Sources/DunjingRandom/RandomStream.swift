import DunjingNumerics

/// A small, fast, splittable stream of random numbers, determined by its ``StreamKey``.
///
/// Source: G. L. Steele, D. Lea & C. H. Flood (2014), "Fast splittable pseudorandom number generators":
/// output k is mix(state + k · gamma), with an odd gamma for each stream. State and gamma are 128 bits of a
/// hash of all parts of the key. A stream is two words, so one may be made for every incident. All derived
/// variates use `PortableMath`: they are the same on every machine.
@frozen
public struct RandomStream: RandomNumberGenerator, Sendable, Equatable {
  @usableFromInline var state: UInt64
  @usableFromInline let gamma: UInt64

  @inlinable
  init(state: UInt64, gamma: UInt64) {
    self.state = state
    self.gamma = gamma
  }

  /// Creates the stream of a key, at its beginning.
  @inlinable
  public init(_ key: StreamKey) {
    var first = Self.mix(key.seed &+ 0x9e37_79b9_7f4a_7c15)
    var second = Self.mixOtherwise(key.seed ^ 0xd1b5_4a32_d192_ed03)
    Self.absorb(UInt64(bitPattern: Int64(key.replication)), &first, &second)
    Self.absorb(UInt64(key.purpose.rawValue), &first, &second)
    Self.absorb(key.entity, &first, &second)
    state = Self.mix(first ^ (second &<< 32 | second &>> 32))
    gamma = Self.oddGamma(second &+ first)
  }

  /// Creates the stream of the key with these parts, at its beginning.
  @inlinable
  public init(seed: UInt64, replication: Int = 0, purpose: StreamPurpose, entity: UInt64 = 0) {
    self.init(StreamKey(seed: seed, replication: replication, purpose: purpose, entity: entity))
  }

  /// Returns 64 random bits.
  @inlinable
  public mutating func next() -> UInt64 {
    state &+= gamma
    return Self.mix(state)
  }

  /// Returns a number uniform on the open interval (0, 1), a multiple of 2⁻⁵³ (or 2⁻⁵⁴ in place of zero).
  @inlinable
  public mutating func nextUnit() -> Double {
    Swift.max(Double(Int64(bitPattern: next() &>> 11)), 0.5) * 0x1p-53
  }

  /// Returns true with the given probability; never at 0, always at 1.
  @inlinable
  public mutating func nextTrial(probability: Double) -> Bool {
    Double(Int64(bitPattern: next() &>> 11)) * 0x1p-53 < probability
  }

  /// Returns an integer uniform on 0 ..< `bound`, without bias.
  ///
  /// Source: D. Lemire (2019), "Fast random integer generation in an interval".
  /// - Precondition: `bound` > 0.
  @inlinable
  public mutating func nextInteger(below bound: Int) -> Int {
    precondition(bound > 0, "an integer cannot be drawn below \(bound)")
    let width = UInt64(bound)
    var product = next().multipliedFullWidth(by: width)
    if product.low < width {
      let threshold = (0 &- width) % width
      while product.low < threshold {
        product = next().multipliedFullWidth(by: width)
      }
    }
    return Int(product.high)
  }

  /// The finalizer "Mix13" of D. Stafford (2011), a bijection of the 64-bit words.
  @inlinable
  static func mix(_ word: UInt64) -> UInt64 {
    var z = word
    z = (z ^ (z &>> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z &>> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z &>> 31)
  }

  /// The finalizer of MurmurHash3 (A. Appleby, 2011), another bijection.
  @inlinable
  static func mixOtherwise(_ word: UInt64) -> UInt64 {
    var z = word
    z = (z ^ (z &>> 33)) &* 0xff51_afd7_ed55_8ccd
    z = (z ^ (z &>> 33)) &* 0xc4ce_b9fe_1a85_ec53
    return z ^ (z &>> 33)
  }

  /// Mixes one part of a key into both halves of the hash.
  @inlinable
  static func absorb(_ part: UInt64, _ first: inout UInt64, _ second: inout UInt64) {
    first = mix((first ^ part) &+ 0x9e37_79b9_7f4a_7c15)
    second = mixOtherwise((second &+ part &* 0xd134_2543_de82_ef95) ^ 0xa076_1d64_78bd_642f)
  }

  /// An odd number with enough changes between neighboring bits (Steele, Lea & Flood, 2014, §5).
  @inlinable
  static func oddGamma(_ word: UInt64) -> UInt64 {
    let odd = mixOtherwise(word) | 1
    return (odd ^ (odd &>> 1)).nonzeroBitCount < 24 ? odd ^ 0xaaaa_aaaa_aaaa_aaaa : odd
  }
}
