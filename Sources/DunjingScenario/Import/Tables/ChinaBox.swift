/// The upright rectangle around China, in degrees.
enum ChinaBox {
  static let longitudes = 73.0...136.0
  static let latitudes = 3.0...54.0

  /// Whether a position of longitude and latitude is in it.
  static func contains(_ position: Position) -> Bool {
    longitudes.contains(position.x) && latitudes.contains(position.y)
  }
}
