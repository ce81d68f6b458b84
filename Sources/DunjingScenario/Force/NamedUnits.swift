/// Groups of units that have one name: to a reader they are one, as those that differ by their number at a post only.
public struct NamedUnits: Sendable, Equatable {
  /// The name.
  public let name: LocalizedText
  /// The groups, by index, in the order of the study.
  public fileprivate(set) var groups: [Int]
}

extension Scenario {
  /// All groups of units by their names, in the order in which a name first stands in the study.
  public var namedUnits: [NamedUnits] { namedUnits(of: Array(units.indices)) }

  /// The names of some groups of units, each once.
  /// - Parameter groups: the groups, by index.
  public func namedUnits(of groups: [Int]) -> [NamedUnits] {
    groups.sorted().reduce(into: []) { named, group in
      let name = units[group].name
      if let place = named.firstIndex(where: { $0.name == name }) {
        named[place].groups.append(group)
      } else {
        named.append(NamedUnits(name: name, groups: [group]))
      }
    }
  }
}
