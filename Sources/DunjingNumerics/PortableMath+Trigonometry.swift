extension PortableMath {
  /// Returns the sine of `angle` in radians; NaN where |angle| > 10⁶, which no model needs
  /// (fdlibm `k_sin.c`, `e_rem_pio2.c`).
  public static func sine(_ angle: Double) -> Double {
    guard let (quarter, high, low) = reducedByQuarterTurns(angle) else { return .nan }
    let value = quarter & 1 == 0 ? sineKernel(high, low) : cosineKernel(high, low)
    return quarter & 2 == 0 ? value : -value
  }

  /// Returns the cosine of `angle` in radians; NaN where |angle| > 10⁶ (fdlibm `k_cos.c`).
  public static func cosine(_ angle: Double) -> Double {
    guard let (quarter, high, low) = reducedByQuarterTurns(angle) else { return .nan }
    let value = quarter & 1 == 0 ? cosineKernel(high, low) : sineKernel(high, low)
    return (quarter &+ 1) & 2 == 0 ? value : -value
  }

  /// Splits an angle into quarter turns and a remainder of twice the precision within ±π/4.
  private static func reducedByQuarterTurns(_ angle: Double) -> (quarter: Int, high: Double, low: Double)? {
    guard angle.magnitude <= 1e6 else { return nil }
    if angle.magnitude <= 0.7853981633974483 { return (0, angle, 0) }
    let shifted = angle * 6.36619772367581382433e-01 + 0x1.8p52
    let turns = shifted - 0x1.8p52
    let quarter = Int(Int64(bitPattern: shifted.bitPattern) &- 0x4338_0000_0000_0000)
    let first = angle - turns * 1.57079632673412561417e+00
    var product = turns * 6.07710050630396597660e-11
    var rest = first - product
    var residue = turns * 2.02226624879595063154e-21 - ((first - rest) - product)
    if (rest - residue).magnitude < 0x1p-49 * angle.magnitude {
      let second = rest
      product = turns * 2.02226624871116645580e-21
      rest = second - product
      residue = turns * 8.47842766036889956997e-32 - ((second - rest) - product)
    }
    let high = rest - residue
    return (quarter, high, (rest - high) - residue)
  }

  private static func sineKernel(_ x: Double, _ tail: Double) -> Double {
    let z = x * x
    let series =
      8.33333333332248946124e-03 + z * (-1.98412698298579493134e-04 + z * 2.75573137070700676789e-06)
      + z * (z * z) * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10)
    let cube = z * x
    return x - ((z * (0.5 * tail - cube * series) - tail) - cube * -1.66666666666666324348e-01)
  }

  private static func cosineKernel(_ x: Double, _ tail: Double) -> Double {
    let z = x * x
    let w = z * z
    let series =
      z * (4.16666666666666019037e-02 + z * (-1.38888888888741095749e-03 + z * 2.48015872894767294178e-05))
      + w * w
      * (-2.75573143513906633035e-07 + z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11))
    let half = 0.5 * z
    let leading = 1 - half
    return leading + (((1 - leading) - half) + (z * series - x * tail))
  }
}
