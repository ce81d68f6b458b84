import DunjingNumerics

extension RandomStream {
  /// Returns a positive number from the exponential distribution of unit rate.
  ///
  /// Source: G. Marsaglia & W. W. Tsang (2000), "The ziggurat method for generating random variables", with
  /// 256 layers, the layer and the position taken from disjoint bits of one draw (Doornik, 2005). The
  /// density is followed exactly, to the spacing of 2⁻⁵² of a layer's width.
  public mutating func nextExponential() -> Double {
    let bits = next()
    let layer = Int(bits & 0xff)
    let position = (Double(Int64(bitPattern: bits &>> 12)) + 0.5) * 0x1p-52
    let value = position * ExponentialZiggurat.edges[layer]
    if value < ExponentialZiggurat.edges[layer + 1] { return value }
    return nextExponentialOutside(layer, value)
  }

  /// The cases of one draw in ninety: the tail, and the strips where a layer leaves the density.
  @inline(never)
  private mutating func nextExponentialOutside(_ layer: Int, _ value: Double) -> Double {
    // The tail of an exponential distribution is the distribution itself, moved.
    if layer == 0 { return ExponentialZiggurat.tailStart + nextExponential() }
    let floor = ExponentialZiggurat.heights[layer]
    let height = floor + nextUnit() * (ExponentialZiggurat.heights[layer + 1] - floor)
    return height < PortableMath.exponential(-value) ? value : nextExponential()
  }
}
