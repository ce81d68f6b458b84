import DunjingExperiment
import DunjingScenario

/// A symbol of the replay: states differ in shape and lightness, so that they stay apart in gray.
enum ReplayMark: CaseIterable {
  case atPost
  case underWay
  case onScene
  case paperwork
  case waiting
  case served

  /// What the symbol stands for.
  var label: LocalizedText {
    switch self {
    case .atPost: LocalizedText(zh: "待命或返回", en: "free")
    case .underWay: LocalizedText(zh: "出警途中", en: "under way")
    case .onScene: LocalizedText(zh: "现场处置", en: "on scene")
    case .paperwork: LocalizedText(zh: "办理手续", en: "paperwork")
    case .waiting: LocalizedText(zh: "警情：等警力到场", en: "incident, nobody there yet")
    case .served: LocalizedText(zh: "警情：已有警力到场", en: "incident, police on scene")
    }
  }

  /// Fill and outline.
  var colors: (fill: String, outline: String) {
    switch self {
    case .atPost: ("#fff", Palette.gray)
    case .underWay: (Palette.blue, "#fff")
    case .onScene: (Palette.ink, "#fff")
    case .paperwork: ("#fff", Palette.ink)
    case .waiting: (Palette.orange, "#fff")
    case .served: ("none", Palette.orange)
    }
  }

  /// The corners around the center, in user units; none for a circle.
  var corners: [Point] {
    switch self {
    case .atPost: []
    case .underWay: [Point(x: 0, y: -4.4), Point(x: 4.2, y: 3.2), Point(x: -4.2, y: 3.2)]
    case .onScene: Self.square(3)
    case .paperwork: Self.square(2.5)
    case .waiting: Self.diamond(5.2)
    case .served: Self.diamond(6.8)
    }
  }

  /// How much larger symbols are where there is room for it: with few units.
  static func scale(units: Int) -> Double {
    switch units {
    case ...12: 1.7
    case ...60: 1.25
    default: 1
    }
  }

  /// The radius of a circle.
  static let radius = 2.5

  /// How many there are.
  func count(in counts: DayReplay.Counts) -> Int {
    switch self {
    case .atPost: counts.atPost
    case .underWay: counts.underWay
    case .onScene: counts.onScene
    case .paperwork: counts.paperwork
    case .waiting: counts.waiting
    case .served: counts.served
    }
  }

  /// The symbol of what a unit does; nil where it is not drawn.
  init?(_ activity: DayReplay.Activity) {
    switch activity {
    case .offDuty: return nil
    case .atPost: self = .atPost
    case .turningOut, .underWay: self = .underWay
    case .onScene: self = .onScene
    case .paperwork: self = .paperwork
    }
  }

  private static func square(_ half: Double) -> [Point] {
    [(-half, -half), (half, -half), (half, half), (-half, half)].map { Point(x: $0.0, y: $0.1) }
  }

  private static func diamond(_ half: Double) -> [Point] {
    [(0, -half), (half, 0), (0, half), (-half, 0)].map { Point(x: $0.0, y: $0.1) }
  }
}
