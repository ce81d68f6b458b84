import DunjingScenario

/// The classes of the maps, told apart by lightness and by hatching, not by hue alone.
///
/// Times above eight minutes are one class, or up to three where there are times that need them.
struct MapClasses: Sendable {
  /// How a class is filled.
  struct Look: Sendable, Hashable {
    var fill: String
    var outline: String?
  }

  /// A line of a legend.
  struct Entry: Sendable {
    var look: Look
    var label: LocalizedText
  }

  /// The times that part the classes, in minutes.
  let bounds: [Double]

  /// Creates the classes that suit mean response times in minutes.
  init(_ minutes: [Double]) {
    let greatest = minutes.filter(\.isFinite).max() ?? 0
    bounds = [1, 3, 5, 8] + [15, 30].filter { greatest > $0 }
  }

  private static let prompt = ["#08496e", "#3f88b0", "#9cc5db", "#e2ebf1"].map { Look(fill: $0) }
  private static let slower = Look(fill: "url(#slower)", outline: "#e3b896")
  private static let late = Look(fill: "url(#late)", outline: "#d98d5f")
  private static let latest = Look(fill: "url(#latest)", outline: "#7d2a08")
  private static let empty = Look(fill: "#ffffff", outline: "#c5ccd4")

  /// Defines the hatches that looks refer to, once on a page.
  static func defineHatches(on canvas: inout Canvas) {
    canvas.hatch(id: "late", ground: "#f6d9c4", line: "#c2602c", spacing: 5)
    canvas.hatch(id: "latest", ground: "#dd9468", line: "#7d2a08", spacing: 3)
    canvas.hatch(id: "slower", ground: "#fbeadd", line: "#d98d5f", spacing: 6)
  }

  /// The look of a mean response time in minutes.
  func response(_ minutes: Double?) -> Look {
    guard let minutes, minutes.isFinite else { return Self.empty }
    return looks[number(of: minutes)]
  }

  /// The class of a time in minutes, from 0.
  func number(of minutes: Double) -> Int { bounds.firstIndex { minutes <= $0 } ?? bounds.count }

  /// The looks of the classes of response times.
  private var looks: [Look] {
    let late = [[Self.late], [Self.late, Self.latest], [Self.slower, Self.late, Self.latest]]
    return Self.prompt + late[bounds.count - Self.prompt.count]
  }

  /// The look of a change in minutes; the treatment minus the baseline.
  static func change(_ minutes: Double?) -> Look {
    guard let minutes, minutes.isFinite else { return empty }
    switch minutes {
    case ..<(-0.5): return Look(fill: "#08496e")
    case ..<(-0.1): return Look(fill: "#7fb3cf")
    case ...0.1: return Look(fill: "#e9edf0")
    case ...0.5: return slower
    default: return Look(fill: "url(#late)", outline: "#c2602c")
    }
  }

  /// Ground that bears other marks.
  static let ground = Look(fill: "#eef1f4")

  /// The greatest shares of the classes of visibility.
  private static let seenBounds = [0.02, 0.05, 0.1, 0.2]

  /// The look of a share of moments at which a unit can be seen: the darker, the more often.
  static func seen(_ share: Double?) -> Look {
    guard let share, share.isFinite else { return empty }
    let shades = ["#f3f6f8", "#cfe0ea", "#9cc5db", "#3f88b0", "#08496e"]
    return Look(fill: shades[seenBounds.firstIndex { share <= $0 } ?? seenBounds.count])
  }

  /// The legend of a map of visibility.
  static var seenLegend: [Entry] {
    let ends = seenBounds.map { NumberText.fixed($0 * 100, decimals: 0) }
    let ranges =
      ["≤ " + ends[0]] + zip(ends, ends.dropFirst()).map { "\($0)–\($1)" } + ["> " + ends[ends.count - 1]]
    return zip(seenBounds + [1], ranges).map { Entry(look: seen($0), label: LocalizedText($1 + "%")) }
  }

  /// The legend of a map of response times.
  var responseLegend: [Entry] {
    timeLegend(empty: LocalizedText(zh: "无警情", en: "no incidents"))
  }

  /// The legend of a map of times.
  /// - Parameter empty: What a grid without a time is called.
  func timeLegend(empty: LocalizedText) -> [Entry] {
    let ends = bounds.map { NumberText.fixed($0, decimals: 0) }
    let ranges =
      ["≤ " + ends[0]] + zip(ends, ends.dropFirst()).map { "\($0)–\($1)" } + ["> " + ends[ends.count - 1]]
    let classes = zip(looks, ranges).map { look, range in
      Entry(look: look, label: LocalizedText(zh: range + " 分钟", en: range + " min"))
    }
    return classes + [Entry(look: Self.empty, label: empty)]
  }

  /// The legend of a map of changes.
  static var changeLegend: [Entry] {
    let labels: [(Double?, String, String)] = [
      (-1, "快 > 0.5 分钟", "> 0.5 min faster"), (-0.3, "快 0.1–0.5", "0.1–0.5 faster"),
      (0, "± 0.1 以内", "within ± 0.1"), (0.3, "慢 0.1–0.5", "0.1–0.5 slower"),
      (1, "慢 > 0.5", "> 0.5 slower"), (nil, "无数据", "no data")
    ]
    return labels.map { Entry(look: change($0.0), label: LocalizedText(zh: $0.1, en: $0.2)) }
  }
}
