import Testing

@testable import DunjingReport

/// The label of the best point of a curve lies neither on the curve nor on the dashes of the baseline.
@Suite struct CurveLabelTests {
  private let box = Box(x: 42, y: 36, width: 187, height: 138)

  /// Curves through one point: flat, rising, falling, steep, with a peak and a valley.
  @Test(
    arguments: [
      [0, 0, 0, 0, 0], [0, 10, 20, 30, 40], [60, 40, 20, 10, 0], [0, 5, 20, 60, 130], [130, 60, 20, 5, 0],
      [0, 60, 120, 60, 0], [120, 60, 0, 60, 120], [0, 70, 0, 70, 0]
    ], [0, 12.0, 60])
  func itLiesOnNoLine(heights: [Double], band: Double) {
    let line = heights.enumerated().map { number, height in
      Point(x: box.x + Double(number) * box.width / 4, y: box.bottom - height)
    }
    let dashes = [Point(x: box.x, y: line[0].y), Point(x: box.right, y: line[0].y)]
    for point in line {
      let place = LabelPlacement.place(width: 36, beside: point, band: band, clearOf: [line, dashes], in: box)
      for path in [line, dashes] {
        for (start, end) in zip(path, path.dropFirst()) { #expect(!place.meets(from: start, to: end)) }
      }
      #expect(place.x >= box.x && place.right <= box.right + 8.01)
      #expect(place.y >= box.y - 4.01 && place.bottom <= box.bottom)
    }
  }

  @Test func aLineMeetsARectangleItCrosses() {
    let room = Box(x: 0, y: 0, width: 10, height: 5)
    #expect(room.meets(from: Point(x: -5, y: -5), to: Point(x: 15, y: 9)))
    #expect(!room.meets(from: Point(x: -5, y: 4), to: Point(x: 4, y: 14)))
    #expect(room.meets(from: Point(x: 3, y: -1), to: Point(x: 3, y: 9)))
    #expect(!room.meets(from: Point(x: 11, y: -1), to: Point(x: 11, y: 9)))
    #expect(room.meets(from: Point(x: 1, y: 1), to: Point(x: 2, y: 2)))
  }
}
