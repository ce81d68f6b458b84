import DunjingScenario
import Testing

/// GCJ-02 and BD-09 against published values and themselves.
@Suite struct ShiftedCoordinatesTests {
  // Values printed by coordtransform (Wandergis, 2015) in its test, and by eviltransform (googollee, 2013) in its tests; the
  // latter has a slightly smaller ellipsoid.
  @Test(arguments: [
    (116.404, 39.915, 116.410_244_499_169_38, 39.916_404_281_501_64, 1e-11),
    (121.527_210_6, 31.177_427_6, 121.531_541_859_215, 31.175_303_983_645_97, 2e-7),
    (113.912_316, 22.543_847, 113.917_176_480_836_3, 22.540_796_131_694_766, 2e-7),
    (116.377_817, 39.911_954, 116.384_047_224_556_57, 39.913_345_455_360_69, 2e-7)
  ])
  func `GCJ-02 has its published values`(
    x: Double, y: Double, shiftedX: Double, shiftedY: Double, tolerance: Double
  ) {
    let shifted = ShiftedCoordinates.gcj02.shifted(longitude: x, latitude: y)
    #expect(abs(shifted.longitude - shiftedX) < tolerance && abs(shifted.latitude - shiftedY) < tolerance)
  }

  @Test func `BD-09 has its published value`() {
    // The position in WGS-84 whose GCJ-02 is 116.404, 39.915, of which the published BD-09 is known.
    let place = ShiftedCoordinates.gcj02.wgs84(longitude: 116.404, latitude: 39.915)
    let shifted = ShiftedCoordinates.bd09.shifted(longitude: place.longitude, latitude: place.latitude)
    #expect(abs(shifted.longitude - 116.410_369_493_710_29) < 1e-9)
    #expect(abs(shifted.latitude - 39.921_336_993_510_21) < 1e-9)
  }

  @Test(arguments: ShiftedCoordinates.allCases)
  func `The inverse undoes the shift to a billionth of a degree`(system: ShiftedCoordinates) {
    for column in 0..<60 {
      for row in 0..<35 {
        let (x, y) = (74.1 + Double(column) * 1.013, 18.3 + Double(row) * 1.017)
        let shifted = system.shifted(longitude: x, latitude: y)
        let back = system.wgs84(longitude: shifted.longitude, latitude: shifted.latitude)
        #expect(abs(back.longitude - x) < 1e-9 && abs(back.latitude - y) < 1e-9)
      }
    }
  }

  @Test func `The shift is a few hundred meters in China and nothing elsewhere`() {
    let beijing = ShiftedCoordinates.gcj02.shifted(longitude: 116.4, latitude: 39.9)
    let meters = ((beijing.longitude - 116.4) * 85_300, (beijing.latitude - 39.9) * 111_200)
    let distance = (meters.0 * meters.0 + meters.1 * meters.1).squareRoot()
    #expect((300...800).contains(distance))
    let glasgow = ShiftedCoordinates.bd09.wgs84(longitude: -4.26, latitude: 55.86)
    #expect(glasgow.longitude == -4.26 && glasgow.latitude == 55.86)
  }
}
