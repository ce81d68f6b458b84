/// Multiples of the golden ratio modulo 1: a sequence of least discrepancy, which spreads evenly however many are taken.
///
/// Source: H. Niederreiter (1992), "Random Number Generation and Quasi-Monte Carlo Methods", section 3.1 (Kronecker
/// sequences).
public enum GoldenRatio {
  /// Returns the fractional part of a multiple, from 0 to 1.
  public static func fraction(_ multiple: Int) -> Double {
    let turn = Double(multiple) * 0.618_033_988_749_894_8
    return turn - turn.rounded(.down)
  }
}
