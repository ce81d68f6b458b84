import DunjingDense

extension ResponseSurface {
  /// Where the slope is zero: −½ B⁻¹ b, with b the linear coefficients and B the quadratic ones; nil for a surface without
  /// squares, and for a ridge, along which there is no such point or a line of them.
  ///
  /// Source: Myers, Montgomery & Anderson-Cook (2016), eq. 6.5–6.6.
  public var stationaryPoint: StationaryPoint? {
    let dimension = box.dimension
    var slopes = [Double](repeating: 0, count: dimension)
    var curvatures = DenseMatrix(rows: dimension, columns: dimension)
    for coefficient in coefficients {
      let factors = coefficient.term.factors
      if factors.count == 1 { slopes[factors[0]] = coefficient.value }
      guard factors.count == 2 else { continue }
      let half = factors[0] == factors[1] ? coefficient.value : 0.5 * coefficient.value
      curvatures[factors[0], factors[1]] = half
      curvatures[factors[1], factors[0]] = half
    }
    guard let axes = SymmetricEigenvalues(curvatures), let greatest = axes.values.map(\.magnitude).max(),
      axes.values.allSatisfy({ $0.magnitude > 1e-10 * greatest })
    else { return nil }
    let along = axes.vectors.transposedProduct(DenseMatrix(column: slopes))
    let steps = DenseMatrix(column: axes.values.indices.map { -0.5 * along[$0, 0] / axes.values[$0] })
    let coded = axes.vectors.product(steps).column(0)
    let point = box.point(at: coded.map { 0.5 * ($0 + 1) })
    let nature: StationaryPoint.Nature =
      axes.values.allSatisfy { $0 > 0 } ? .minimum : axes.values.allSatisfy { $0 < 0 } ? .maximum : .saddle
    return StationaryPoint(point: point, value: value(at: point), nature: nature, eigenvalues: axes.values)
  }
}
