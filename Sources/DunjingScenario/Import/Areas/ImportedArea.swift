/// An area of a map that becomes a grid.
struct ImportedArea {
  var id: String
  /// Its name; may be empty.
  var name: String
  /// Residents; nil where the map does not say.
  var population: Double?
  var areaClass: AreaClass?
  /// The district or county; may be empty.
  var district: String
  var shape: AreaShape
  /// The middle of the area.
  var centroid: Position
  var squareKilometers: Double
  /// Where its edges cross each other.
  var crossings: [Position]
  /// Whether a ring did not end where it began.
  var wasOpen = false
  /// Whether a ring after the first of a polygon, which should be a hole, does not lie in it.
  var hasStrayRing = false

  /// How messages name it.
  var label: String { name.isEmpty || name == id ? id : "\(name) (\(id))" }
}

extension AreaClass {
  /// Reads a class by its name or one of the words of Chinese offices.
  init?(word: String) {
    switch word.lowercased() {
    case "core", "核心", "核心区", "核心区域": self = .core
    case "key", "重点", "重点区", "重点区域": self = .key
    case "general", "一般", "一般区", "一般区域": self = .general
    default: return nil
    }
  }
}
