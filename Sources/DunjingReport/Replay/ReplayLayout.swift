import DunjingExperiment

/// How the symbols of a day stand beside one another at posts, and how much room they need around the map.
struct ReplayLayout {
  /// The number of each unit among those of its post.
  let slots: [Int]
  /// How much larger than their corners say symbols are drawn.
  let markScale: Double
  /// The distance of units at one post: smaller where they would reach too far over the edge of the map.
  let spacing: Double
  /// How far symbols may reach over the edge of the map: units beside one another at a post, and large diamonds.
  let reach: Double

  /// At most so far: more than half of the width of a frame is left to the map.
  private static let reachLimit = ReplayFrame.width / 5

  init(_ replay: DayReplay) {
    slots = ReplayMap.slots(of: replay.units)
    let scale = ReplayMark.scale(units: replay.units.count)
    let rings = ReplayFrame.ring(of: slots.max() ?? 0)
    let room = (Self.reachLimit - 1) / scale - ReplayMark.radius
    let spacing = rings > 0 ? min(ReplayFrame.spacing, room / Double(rings)) : ReplayFrame.spacing
    let diamond = ReplayMark.waiting.corners.map(\.x).max() ?? 0
    let ring = (Double(rings) * spacing + ReplayMark.radius) * scale
    (markScale, self.spacing) = (scale, spacing)
    reach = max(ring, ReplayFrame.urgentScale * diamond * scale) + 1
  }
}
