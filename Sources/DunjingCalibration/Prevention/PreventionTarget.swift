/// A fall of one kind of incident that a reform is said to have brought.
public struct PreventionTarget: Sendable, Equatable {
  /// The id of the incident kind.
  public var kind: String
  /// The fall as a share of the incidents before, such as 0.274.
  public var fall: Double
  /// Whether it is one of those announced for the reform, whose period and causes nobody has stated.
  public var isAnnounced: Bool

  /// Creates a target.
  /// - Precondition: the fall lies above 0 and is at most 1.
  public init(kind: String, fall: Double, isAnnounced: Bool = false) {
    precondition(fall > 0 && fall <= 1, "a fall is a share of what happened before")
    (self.kind, self.fall, self.isAnnounced) = (kind, fall, isAnnounced)
  }

  /// The falls announced for Jilin, each against the year before: public order 27.4 %, telecom fraud 24.7 %.
  public static let announced = [
    PreventionTarget(kind: "order", fall: 0.274, isAnnounced: true),
    PreventionTarget(kind: "fraud", fall: 0.247, isAnnounced: true)
  ]
}
