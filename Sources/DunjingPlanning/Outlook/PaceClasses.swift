import DunjingWorld

/// The paces of a year: months and hours in which every mode is equally slow are one class.
struct PaceClasses: Sendable {
  /// The factor on free-flow times by mode, for each class.
  private(set) var slowness: [[Double]] = []
  /// The classes of each hour of the day, with their share of the year.
  private(set) var ofHour: [[(pace: Int, share: Double)]] = []

  init(_ world: World) {
    for hour in 0..<24 {
      var classes: [(pace: Int, share: Double)] = []
      for month in 0..<12 {
        let factors = world.travel.map { $0.slowness(month: month, hour: hour) }
        let pace = slowness.firstIndex(of: factors) ?? slowness.count
        if pace == slowness.count { slowness.append(factors) }
        if let known = classes.firstIndex(where: { $0.pace == pace }) {
          classes[known].share += 1.0 / 12
        } else {
          classes.append((pace, 1.0 / 12))
        }
      }
      ofHour.append(classes)
    }
  }
}
