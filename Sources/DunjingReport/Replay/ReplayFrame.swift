import DunjingExperiment
import DunjingScenario

/// A key frame of a day: what stands on paper, and in a page without script.
struct ReplayFrame: Chart {
  private let replay: DayReplay
  private let map: ReplayMap
  private let time: Int
  private let layout: ReplayLayout
  /// Pixels for a unit of the map.
  private let scale: Double

  /// - Parameter time: the time shown, in seconds from midnight.
  init(replay: DayReplay, map: ReplayMap, time: Int) {
    (self.replay, self.map, self.time, layout) = (replay, map, time, ReplayLayout(replay))
    scale = min((Self.width - 2 * layout.reach) / Double(map.width), 270 / Double(map.height))
  }

  /// The times of the key frames, in seconds from midnight.
  static let times = [3, 9, 15, 21].map { $0 * 3_600 }

  private static let head = 22.0

  var width: Double { Self.width }
  var height: Double { Self.head + Double(map.height) * scale + 2 * layout.reach }

  /// The width of a frame: two stand side by side.
  static let width = 353.0

  func draw(on canvas: inout Canvas, in language: Language) {
    drawHead(on: &canvas)
    let ground = Point(
      x: (width - Double(map.width) * scale) / 2, y: Self.head + layout.reach)
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
    let stages = zip(replay.units, layout.slots).compactMap { course, slot in
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
    for mark in order { canvas.stamp(mark, at: places[mark] ?? [], scale: layout.markScale) }
    let urgent = waiting.filter { $0.priority == 1 }
    canvas.stamp(.waiting, at: urgent.map { point($0.position) }, scale: Self.urgentScale * layout.markScale)
  }

  /// Where the units stand by symbol; those at one post or one incident beside one another.
  private func unitPlaces(
    _ stages: [(stage: DayReplay.Stage, slot: Int)], _ point: (DayReplay.Position) -> Point
  ) -> [ReplayMark: [Point]] {
    var places: [ReplayMark: [Point]] = [:]
    let spacing = layout.spacing * layout.markScale
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
  static let spacing = 5.6

  /// How much larger incidents of priority 1 are drawn.
  static let urgentScale = 1.5

  private static let turns = [(1, 0), (-0.5, 0.87), (-0.5, -0.87), (0.5, 0.87), (-1, 0), (0.5, -0.87)]

  /// The ring of a unit around the first one of its post, which is in none.
  static func ring(of slot: Int) -> Int { (slot + turns.count - 1) / turns.count }

  /// The place of a unit among those of its post: around the first, six to a ring.
  static func moved(_ point: Point, to slot: Int, spacing: Double = spacing) -> Point {
    guard slot > 0 else { return point }
    let turn = turns[(slot - 1) % turns.count]
    let ring = Double(ring(of: slot)) * spacing
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
