import DunjingExperiment
import DunjingScenario
import Foundation

/// What the script of the page needs to draw a day: whole numbers, seconds from midnight, places by index.
struct ReplayData: Encodable {
  /// Width and height of the map, in tens of meters.
  var size: [Int]
  /// Left, top, width and height of each piece of ground.
  var cells: [Int]
  /// Left and top of each post and of each place.
  var posts: [Int]
  var places: [Int]
  /// For each unit: its number at its post; when its first stage begins; then for each stage what it does, where from,
  /// where to, and how long.
  var units: [[Int]]
  /// For each incident: place, priority, call, seconds to the first arrival and to its end; −1 for what is not in the day.
  var incidents: [[Int]]
  /// The radius of a circle, and the distance of units at one post, in pixels; how much larger urgent incidents are.
  var radius = ReplayMark.radius
  var spacing: Double
  var urgentScale = ReplayFrame.urgentScale
  /// The color of the ground.
  var ground = ReplayFrame.ground
  /// For each symbol: fill, outline and corners.
  var marks: [Mark]
  /// How much larger than their corners say they are drawn.
  var markScale: Double
  /// How far they may reach over the edge of the map, in pixels.
  var margin: Double
  /// The texts of the controls.
  var words: [String: String]

  /// A symbol.
  struct Mark: Encodable {
    var fill: String
    var outline: String
    var corners: [Double]
    var label: String
  }

  init(_ replay: DayReplay, on map: ReplayMap, in language: Language) {
    size = [map.width, map.height]
    cells = map.cells.flatMap { [$0.x, $0.y, $0.width, $0.height] }
    posts = map.posts.flatMap { [$0.x, $0.y] }
    var index: [ReplayMap.Spot: Int] = [:]
    var spots: [ReplayMap.Spot] = []
    func place(_ position: DayReplay.Position) -> Int {
      let spot = map.spot(position)
      if let known = index[spot] { return known }
      index[spot] = spots.count
      spots.append(spot)
      return spots.count - 1
    }
    let layout = ReplayLayout(replay)
    units = zip(replay.units, layout.slots).map { course, slot in
      [slot, course.stages.first?.start ?? 0]
        + course.stages.flatMap {
          [$0.activity.rawValue, place($0.from), place($0.to), $0.end - $0.start]
        }
    }
    incidents = replay.incidents.map { incident in
      [
        place(incident.position), incident.priority, incident.received,
        incident.firstArrival.map { $0 - incident.received } ?? -1,
        incident.closed.map { $0 - incident.received } ?? -1
      ]
    }
    places = spots.flatMap { [$0.x, $0.y] }
    marks = ReplayMark.allCases.map { mark in
      Mark(
        fill: mark.colors.fill, outline: mark.colors.outline, corners: mark.corners.flatMap { [$0.x, $0.y] },
        label: mark.label.text(in: language))
    }
    (markScale, spacing, margin) = (layout.markScale, layout.spacing, layout.reach)
    words = ReplayWords.controls.mapValues { $0.text(in: language) }
  }

  /// The data as JSON that may stand in an element of a page: without `<`, `>` and `&`.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      assertionFailure("whole numbers and texts can be encoded")
      return "{}"
    }
    return String(decoding: data, as: UTF8.self).replacing("&", with: "\\u0026")
      .replacing("<", with: "\\u003c").replacing(">", with: "\\u003e")
  }
}

extension ReplayMap {
  /// The number of each unit among those that stand by at one point, so that they can be drawn beside one another; units that
  /// are never on duty at the same time share one.
  static func slots(of units: [DayReplay.Course]) -> [Int] {
    var taken: [DayReplay.Position: [[Range<Int>]]] = [:]
    return units.map { course in
      let duty = course.stages.filter { $0.activity != .offDuty && $0.start < $0.end }.map {
        $0.start..<$0.end
      }
      var slots = taken[course.post] ?? []
      let slot =
        slots.firstIndex { others in !others.contains { other in duty.contains { $0.overlaps(other) } } }
        ?? slots.count
      if slot == slots.count { slots.append([]) }
      slots[slot] += duty
      taken[course.post] = slots
      return slot
    }
  }
}
