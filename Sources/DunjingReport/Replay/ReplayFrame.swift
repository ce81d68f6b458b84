import DunjingExperiment
import DunjingScenario

/// A key frame of a day: what stands on paper, and in a page without script.
struct ReplayFrame: Chart {
  var replay: DayReplay
  var map: ReplayMap
  /// The time shown, in seconds from midnight.
  var time: Int

  /// The times of the key frames, in seconds from midnight.
  static let times = [3, 9, 15, 21].map { $0 * 3_600 }

  private static let head = 22.0
  private var scale: Double {
    min((width - 2 * Self.reach(of: replay)) / Double(map.width), 270 / Double(map.height))
  }
  private var markScale: Double { ReplayMark.scale(units: replay.units.count) }

  var width: Double { Self.width }
  var height: Double { Self.head + Double(map.height) * scale + 2 * Self.reach(of: replay) }

  /// The width of a frame: two stand side by side.
  static let width = 353.0

  /// How far symbols may reach over the edge of the map: units beside one another at a post, and large diamonds.
  static func reach(of replay: DayReplay) -> Double {
    let scale = ReplayMark.scale(units: replay.units.count)
    let ring = (Double(rings(of: replay)) * spacing(of: replay) + ReplayMark.radius) * scale
    let diamond = ReplayMark.waiting.corners.map(\.x).max() ?? 0
    return max(ring, urgentScale * diamond * scale) + 1
  }

  /// At most so far: more than half of the width is left to the map.
  static let reachLimit = width / 5

  /// The distance of units at one post: smaller where they would reach too far over the edge of the map.
  static func spacing(of replay: DayReplay) -> Double {
    let rings = rings(of: replay)
    guard rings > 0 else { return spacing }
    let room = (reachLimit - 1) / ReplayMark.scale(units: replay.units.count) - ReplayMark.radius
    return min(spacing, room / Double(rings))
  }

  /// The number of rings around the first unit of the post with the most.
  private static func rings(of replay: DayReplay) -> Int {
    ((ReplayMap.slots(of: replay.units).max() ?? 0) + turns.count - 1) / turns.count
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    drawHead(on: &canvas)
    let ground = Point(
      x: (width - Double(map.width) * scale) / 2, y: Self.head + Self.reach(of: replay))
    drawGround(at: ground, on: &canvas)
    drawUnits(at: ground, on: &canvas)
  }

  /// The time, and how many units and incidents are in which state.
  private func drawHead(on canvas: inout Canvas) {
    canvas.text(ReplayWords.clock(time), at: Point(x: 0, y: 13), style: "title")
    let counts = replay.counts(at: time)
    var flow = LegendFlow(at: Point(x: 44, y: 9), width: width - 44)
    for mark in ReplayMark.allCases {
      let text = NumberText.whole(mark.count(in: counts))
      let place = flow.place(symbol: 13, text: text)
      canvas.stamp(mark, at: [Point(x: place.symbol.x + 7, y: place.symbol.y)])
      canvas.text(text, at: Point(x: place.text.x, y: place.text.y + 4), style: "strong")
    }
  }

  private func drawGround(at corner: Point, on canvas: inout Canvas) {
    func point(_ spot: ReplayMap.Spot) -> Point {
      Point(x: corner.x + Double(spot.x) * scale, y: corner.y + Double(spot.y) * scale)
    }
    canvas.rects(
      map.cells.map { cell in
        Box(
          x: corner.x + Double(cell.x) * scale, y: corner.y + Double(cell.y) * scale,
          width: Double(cell.width) * scale, height: Double(cell.height) * scale + Self.overlap)
      }, fill: Self.ground)
    canvas.stamps(map.posts.map(point), corners: [], radius: 1.1, fill: Palette.broken)
  }

  /// How far a row of the ground reaches into the next one, so that no white shows between them.
  private static let overlap = 0.4

  /// The color of the ground.
  static let ground = "#eef1f4"

  private func drawUnits(at corner: Point, on canvas: inout Canvas) {
    func point(_ position: DayReplay.Position) -> Point {
      let spot = map.spot(position)
      return Point(x: corner.x + Double(spot.x) * scale, y: corner.y + Double(spot.y) * scale)
    }
    let stages = zip(replay.units, ReplayMap.slots(of: replay.units)).compactMap { course, slot in
      course.stage(at: time).map { (stage: $0, slot: slot) }
    }
    let ways = stages.map(\.stage).filter { $0.activity == .underWay }
    canvas.rules(
      ways.map { (point($0.position(at: time)), point($0.to)) }, .init(color: Palette.blue, width: 1))
    var places = unitPlaces(stages, point)
    let open = replay.incidents.filter { $0.isOpen(at: time) }
    let waiting = open.filter { $0.isWaiting(at: time) }
    places[.waiting] = waiting.filter { $0.priority > 1 }.map { point($0.position) }
    places[.served] = open.filter { !$0.isWaiting(at: time) }.map { point($0.position) }
    let order: [ReplayMark] = [.atPost, .paperwork, .served, .waiting, .onScene, .underWay]
    for mark in order { canvas.stamp(mark, at: places[mark] ?? [], scale: markScale) }
    let urgent = waiting.filter { $0.priority == 1 }
    canvas.stamp(.waiting, at: urgent.map { point($0.position) }, scale: Self.urgentScale * markScale)
  }

  /// Where the units stand by symbol; those at one post or one incident beside one another.
  private func unitPlaces(
    _ stages: [(stage: DayReplay.Stage, slot: Int)], _ point: (DayReplay.Position) -> Point
  ) -> [ReplayMark: [Point]] {
    var places: [ReplayMark: [Point]] = [:]
    let spacing = Self.spacing(of: replay) * markScale
    var crowds: [DayReplay.Position: Int] = [:]
    for (stage, slot) in stages {
      guard let mark = ReplayMark(stage.activity) else { continue }
      var number = mark == .atPost && stage.from == stage.to ? slot : 0
      if mark == .onScene {
        number = crowds[stage.to] ?? 0
        crowds[stage.to] = number + 1
      }
      places[mark, default: []].append(
        Self.moved(point(stage.position(at: time)), to: number, spacing: spacing))
    }
    return places
  }

  /// The distance of units at one post where there is room.
  private static let spacing = 5.6

  /// How much larger incidents of priority 1 are drawn.
  static let urgentScale = 1.5

  private static let turns = [(1, 0), (-0.5, 0.87), (-0.5, -0.87), (0.5, 0.87), (-1, 0), (0.5, -0.87)]

  /// The place of a unit among those of its post: around the first, six to a ring.
  static func moved(_ point: Point, to slot: Int, spacing: Double = spacing) -> Point {
    guard slot > 0 else { return point }
    let turn = turns[(slot - 1) % turns.count]
    let ring = Double((slot - 1) / turns.count + 1) * spacing
    return Point(x: point.x + ring * turn.0, y: point.y + ring * turn.1)
  }
}

/// What the symbols of key frames stand for, as wide as a frame.
struct ReplayLegend: Chart {
  private static let lineHeight = 17.0

  var width: Double { ReplayFrame.width }
  /// Two or three symbols to a line.
  var height: Double { 3 * Self.lineHeight + 8 }

  func draw(on canvas: inout Canvas, in language: Language) {
    var flow = LegendFlow(at: Point(x: 4, y: 12), width: width - 4, lineHeight: Self.lineHeight)
    for mark in ReplayMark.allCases {
      let text = mark.label.text(in: language)
      let place = flow.place(symbol: 14, text: text)
      canvas.stamp(mark, at: [Point(x: place.symbol.x + 7, y: place.symbol.y)])
      canvas.text(text, at: Point(x: place.text.x, y: place.text.y + 4))
    }
  }
}

extension Canvas {
  /// Draws a symbol of the replay at each of the points.
  mutating func stamp(_ mark: ReplayMark, at centers: [Point], scale: Double = 1) {
    let (fill, outline) = mark.colors
    stamps(
      centers, corners: mark.corners.map { Point(x: $0.x * scale, y: $0.y * scale) },
      radius: ReplayMark.radius * scale, fill: fill,
      stroke: .init(color: outline, width: mark == .served || mark == .paperwork ? 1.4 : 1))
  }
}
