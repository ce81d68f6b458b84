/// Like units at posts of an office's table, by the cars and the officers on duty that it gives.
public struct ImportedUnitGroup: Sendable, Equatable {
  /// The kind of the posts.
  public let kind: FacilityKind
  /// The posts, by id; empty for all of the kind.
  public let facilities: [String]
  /// Units at each of them.
  public let units: Int
  /// Sworn officers of a crew; nil where the table does not say it.
  public let crew: Int?
}

/// A post from which units start, with what its row gives.
struct ImportedPost {
  /// The sizes of a crew that a group may have.
  private static let crews = 1.0...50.0

  let facility: TablesReader.FacilityRow
  /// The cars in its row; nil where the table does not say them.
  let cars: Int?
  /// The officers on duty in a shift; nil where the table does not say them.
  let officers: Int?

  /// Its units: one for each car, but no more than officers are on duty; a post whose units go without a car has one.
  var units: Int {
    guard let cars, facility.kind != .corePost else { return 1 }
    return hasTooFew ? officers ?? cars : cars
  }

  /// Whether fewer officers are on duty than there are cars.
  var hasTooFew: Bool {
    guard let cars, let officers, facility.kind != .corePost else { return false }
    return officers < cars
  }

  /// The officers of one of its units; nil where they are not known. Those on duty at a station receive, escort and work on cases
  /// too, and are no crew of its cars.
  var officersPerUnit: Double? {
    guard let officers, officers > 0, units > 0, facility.kind != .station else { return nil }
    return Double(officers) / Double(units)
  }

  /// Returns the groups of posts of one kind, one for each number of units, that of most posts first. Where all have as many
  /// there is one group of all; where some have none they are in no group, unless all have none.
  static func groups(of posts: [ImportedPost]) -> [ImportedUnitGroup] {
    let members = Dictionary(grouping: posts, by: \.units)
    let counts = members.keys.filter { $0 > 0 || members.count == 1 }.sorted {
      (members[$0]?.count ?? 0, $1) > (members[$1]?.count ?? 0, $0)
    }
    let sizes = posts.compactMap(\.officersPerUnit)
    let isAlike = (sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1
    return counts.compactMap { count in
      guard let group = members[count], let kind = group.first?.facility.kind else { return nil }
      return ImportedUnitGroup(
        kind: kind, facilities: members.count == 1 ? [] : group.map(\.facility.id), units: count,
        crew: crew(isAlike ? sizes : group.compactMap(\.officersPerUnit)))
    }
  }

  /// The median of sizes, as a whole number of officers; nil without any.
  private static func crew(_ sizes: [Double]) -> Int? {
    guard !sizes.isEmpty else { return nil }
    let sorted = sizes.sorted()
    let median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    return Int(min(max(median.rounded(), crews.lowerBound), crews.upperBound))
  }
}
