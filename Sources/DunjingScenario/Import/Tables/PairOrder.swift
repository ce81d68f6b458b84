/// Which of the two degrees in one column comes first, and what says so.
public struct PairOrder: Sendable, Equatable {
  /// What says which comes first.
  public enum Basis: String, Sendable {
    /// The directions in the cells, as N and E.
    case directions
    /// More pairs fall on the grids of the study in this order than in the other.
    case grids
    /// The ranges of latitudes and of China.
    case ranges
    /// The heading.
    case heading
    /// Nothing does: the longitude is taken to come first.
    case assumed
  }

  /// Whether the latitude comes first.
  public let isLatitudeFirst: Bool
  /// What says so.
  public let basis: Basis

  init(_ isLatitudeFirst: Bool, _ basis: Basis) {
    (self.isLatitudeFirst, self.basis) = (isLatitudeFirst, basis)
  }

  /// Decides over all pairs of a column; those with directions in them have an order of their own, and say nothing of the others.
  /// - Parameter isOnGrids: whether degrees are within the rectangle of the grids of a study; nil without any.
  package init(_ cells: [CombinedPosition], heading: String, isOnGrids: ((Position) -> Bool)? = nil) {
    let pairs = cells.filter { $0.isLatitudeFirst == nil }.map(\.pair)
    if pairs.isEmpty, let isTurned = cells.first?.isLatitudeFirst {
      self.init(isTurned, .directions)
      return
    }
    let more: (_ isStraight: (Position) -> Bool) -> Bool? = { isStraight in
      let straight = pairs.count(where: isStraight)
      let turned = pairs.count { isStraight(Position(x: $0.y, y: $0.x)) }
      return straight == turned ? nil : turned > straight
    }
    if let isTurned = isOnGrids.flatMap(more) {
      self.init(isTurned, .grids)
    } else if let isTurned = more(Self.isSurelyStraight) {
      self.init(isTurned, .ranges)
    } else if let isTurned = Self.isLatitudeFirst(in: heading) {
      self.init(isTurned, .heading)
    } else {
      self.init(false, .assumed)
    }
  }

  /// Whether a pair has the longitude first by the ranges of China and of latitudes.
  private static func isSurelyStraight(_ pair: Position) -> Bool {
    let turned = Position(x: pair.y, y: pair.x)
    return CombinedPosition.longitudeFirst(turned) != turned
      || pair.y.magnitude <= 90 && pair.x.magnitude > 90
  }

  /// Whether a heading names the latitude before the longitude; nil where it does not name both.
  private static func isLatitudeFirst(in heading: String) -> Bool? {
    let text = heading.lowercased()
    func place(_ words: [String]) -> String.Index? {
      words.compactMap { text.firstRange(of: $0)?.lowerBound }.min()
    }
    guard let latitude = place(["纬", "lat"]), let longitude = place(["经", "lon", "lng"]) else { return nil }
    return latitude < longitude
  }
}
